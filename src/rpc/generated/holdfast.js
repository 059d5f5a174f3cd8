// Made by `npm run generate` from proto/. Not to be edited.
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

$protobuf.util.Long = null;
$protobuf.configure();

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const holdfast = $root.holdfast = (() => {

    /**
     * Namespace holdfast.
     * @exports holdfast
     * @namespace
     */
    const holdfast = {};

    holdfast.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof holdfast
         * @namespace
         */
        const v1 = {};

        v1.GetRequest = (function() {

            /**
             * Properties of a GetRequest.
             * @typedef {Object} holdfast.v1.GetRequest.$Properties
             * @property {string} [application] GetRequest application
             * @property {string} [id] GetRequest id
             * @property {number|null} [waitMs] GetRequest waitMs
             * @property {Uint8Array|null} [requestId] GetRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetRequest.
             * @memberof holdfast.v1
             * @interface IGetRequest
             * @augments holdfast.v1.GetRequest.$Properties
             * @deprecated Use holdfast.v1.GetRequest.$Properties instead.
             */

            /**
             * Shape of a GetRequest.
             * @typedef {holdfast.v1.GetRequest.$Properties} holdfast.v1.GetRequest.$Shape
             */

            /**
             * Constructs a new GetRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a GetRequest.
             * @constructor
             * @param {holdfast.v1.GetRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetRequest application.
             * @member {string} application
             * @memberof holdfast.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.application = "";

            /**
             * GetRequest id.
             * @member {string} id
             * @memberof holdfast.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.id = "";

            /**
             * GetRequest waitMs.
             * @member {number|null} waitMs
             * @memberof holdfast.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.waitMs = null;

            /**
             * GetRequest requestId.
             * @member {Uint8Array|null} requestId
             * @memberof holdfast.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.requestId = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(GetRequest.prototype, "_waitMs", {
                get: $util.oneOfGetter($oneOfFields = ["waitMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(GetRequest.prototype, "_requestId", {
                get: $util.oneOfGetter($oneOfFields = ["requestId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified GetRequest message. Does not implicitly {@link holdfast.v1.GetRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.GetRequest
             * @static
             * @param {holdfast.v1.GetRequest.$Properties} message GetRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.application != null && $Object.hasOwnProperty.call(message, "application") && message.application !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.application);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.waitMs != null && $Object.hasOwnProperty.call(message, "waitMs"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.waitMs);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.GetRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.GetRequest & holdfast.v1.GetRequest.$Shape} GetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.GetRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.application = value;
                            else
                                delete message.application;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.waitMs = reader.uint32();
                            message._waitMs = "waitMs";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.requestId = reader.bytes();
                            message._requestId = "requestId";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetRequest;
        })();

        v1.GetResponse = (function() {

            /**
             * Properties of a GetResponse.
             * @typedef {Object} holdfast.v1.GetResponse.$Properties
             * @property {holdfast.v1.Found.$Properties|null} [found] GetResponse found
             * @property {holdfast.v1.Locked.$Properties|null} [locked] GetResponse locked
             * @property {holdfast.v1.Missing.$Properties|null} [missing] GetResponse missing
             * @property {"found"|"locked"|"missing"} [outcome] GetResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetResponse.
             * @memberof holdfast.v1
             * @interface IGetResponse
             * @augments holdfast.v1.GetResponse.$Properties
             * @deprecated Use holdfast.v1.GetResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a GetResponse.
             * @typedef {{
             *   found?: holdfast.v1.Found.$Shape|null;
             *   locked?: holdfast.v1.Locked.$Shape|null;
             *   missing?: holdfast.v1.Missing.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; found?: null; locked?: null; missing?: null }|{ outcome?: "found"; found: holdfast.v1.Found.$Shape; locked?: null; missing?: null }|{ outcome?: "locked"; found?: null; locked: holdfast.v1.Locked.$Shape; missing?: null }|{ outcome?: "missing"; found?: null; locked?: null; missing: holdfast.v1.Missing.$Shape })
             * )} holdfast.v1.GetResponse.$Shape
             */

            /**
             * Constructs a new GetResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a GetResponse.
             * @constructor
             * @param {holdfast.v1.GetResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetResponse found.
             * @member {holdfast.v1.Found|null} found
             * @memberof holdfast.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.found = null;

            /**
             * GetResponse locked.
             * @member {holdfast.v1.Locked|null} locked
             * @memberof holdfast.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.locked = null;

            /**
             * GetResponse missing.
             * @member {holdfast.v1.Missing|null} missing
             * @memberof holdfast.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.missing = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * GetResponse outcome.
             * @member {"found"|"locked"|"missing"|undefined} outcome
             * @memberof holdfast.v1.GetResponse
             * @instance
             */
            $Object.defineProperty(GetResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["found", "locked", "missing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified GetResponse message. Does not implicitly {@link holdfast.v1.GetResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.GetResponse
             * @static
             * @param {holdfast.v1.GetResponse.$Properties} message GetResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.found != null && $Object.hasOwnProperty.call(message, "found"))
                    $root.holdfast.v1.Found.encode(message.found, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.locked != null && $Object.hasOwnProperty.call(message, "locked"))
                    $root.holdfast.v1.Locked.encode(message.locked, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.missing != null && $Object.hasOwnProperty.call(message, "missing"))
                    $root.holdfast.v1.Missing.encode(message.missing, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.GetResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.GetResponse & holdfast.v1.GetResponse.$Shape} GetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.GetResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.found = $root.holdfast.v1.Found.decode(reader, reader.size(), $undefined, _depth + 1, message.found);
                            message.outcome = "found";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.locked = $root.holdfast.v1.Locked.decode(reader, reader.size(), $undefined, _depth + 1, message.locked);
                            message.outcome = "locked";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.missing = $root.holdfast.v1.Missing.decode(reader, reader.size(), $undefined, _depth + 1, message.missing);
                            message.outcome = "missing";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetResponse;
        })();

        v1.GetExclusiveRequest = (function() {

            /**
             * Properties of a GetExclusiveRequest.
             * @typedef {Object} holdfast.v1.GetExclusiveRequest.$Properties
             * @property {string} [application] GetExclusiveRequest application
             * @property {string} [id] GetExclusiveRequest id
             * @property {number|null} [waitMs] GetExclusiveRequest waitMs
             * @property {number|null} [lockLeaseMs] GetExclusiveRequest lockLeaseMs
             * @property {Uint8Array|null} [requestId] GetExclusiveRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetExclusiveRequest.
             * @memberof holdfast.v1
             * @interface IGetExclusiveRequest
             * @augments holdfast.v1.GetExclusiveRequest.$Properties
             * @deprecated Use holdfast.v1.GetExclusiveRequest.$Properties instead.
             */

            /**
             * Shape of a GetExclusiveRequest.
             * @typedef {holdfast.v1.GetExclusiveRequest.$Properties} holdfast.v1.GetExclusiveRequest.$Shape
             */

            /**
             * Constructs a new GetExclusiveRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a GetExclusiveRequest.
             * @constructor
             * @param {holdfast.v1.GetExclusiveRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetExclusiveRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetExclusiveRequest application.
             * @member {string} application
             * @memberof holdfast.v1.GetExclusiveRequest
             * @instance
             */
            GetExclusiveRequest.prototype.application = "";

            /**
             * GetExclusiveRequest id.
             * @member {string} id
             * @memberof holdfast.v1.GetExclusiveRequest
             * @instance
             */
            GetExclusiveRequest.prototype.id = "";

            /**
             * GetExclusiveRequest waitMs.
             * @member {number|null} waitMs
             * @memberof holdfast.v1.GetExclusiveRequest
             * @instance
             */
            GetExclusiveRequest.prototype.waitMs = null;

            /**
             * GetExclusiveRequest lockLeaseMs.
             * @member {number|null} lockLeaseMs
             * @memberof holdfast.v1.GetExclusiveRequest
             * @instance
             */
            GetExclusiveRequest.prototype.lockLeaseMs = null;

            /**
             * GetExclusiveRequest requestId.
             * @member {Uint8Array|null} requestId
             * @memberof holdfast.v1.GetExclusiveRequest
             * @instance
             */
            GetExclusiveRequest.prototype.requestId = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(GetExclusiveRequest.prototype, "_waitMs", {
                get: $util.oneOfGetter($oneOfFields = ["waitMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(GetExclusiveRequest.prototype, "_lockLeaseMs", {
                get: $util.oneOfGetter($oneOfFields = ["lockLeaseMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(GetExclusiveRequest.prototype, "_requestId", {
                get: $util.oneOfGetter($oneOfFields = ["requestId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified GetExclusiveRequest message. Does not implicitly {@link holdfast.v1.GetExclusiveRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.GetExclusiveRequest
             * @static
             * @param {holdfast.v1.GetExclusiveRequest.$Properties} message GetExclusiveRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetExclusiveRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.application != null && $Object.hasOwnProperty.call(message, "application") && message.application !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.application);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.waitMs != null && $Object.hasOwnProperty.call(message, "waitMs"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.waitMs);
                if (message.lockLeaseMs != null && $Object.hasOwnProperty.call(message, "lockLeaseMs"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.lockLeaseMs);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetExclusiveRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.GetExclusiveRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.GetExclusiveRequest & holdfast.v1.GetExclusiveRequest.$Shape} GetExclusiveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetExclusiveRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.GetExclusiveRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.application = value;
                            else
                                delete message.application;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.waitMs = reader.uint32();
                            message._waitMs = "waitMs";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.lockLeaseMs = reader.uint32();
                            message._lockLeaseMs = "lockLeaseMs";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.requestId = reader.bytes();
                            message._requestId = "requestId";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetExclusiveRequest;
        })();

        v1.GetExclusiveResponse = (function() {

            /**
             * Properties of a GetExclusiveResponse.
             * @typedef {Object} holdfast.v1.GetExclusiveResponse.$Properties
             * @property {holdfast.v1.Found.$Properties|null} [found] GetExclusiveResponse found
             * @property {holdfast.v1.Locked.$Properties|null} [locked] GetExclusiveResponse locked
             * @property {holdfast.v1.Missing.$Properties|null} [missing] GetExclusiveResponse missing
             * @property {"found"|"locked"|"missing"} [outcome] GetExclusiveResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetExclusiveResponse.
             * @memberof holdfast.v1
             * @interface IGetExclusiveResponse
             * @augments holdfast.v1.GetExclusiveResponse.$Properties
             * @deprecated Use holdfast.v1.GetExclusiveResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a GetExclusiveResponse.
             * @typedef {{
             *   found?: holdfast.v1.Found.$Shape|null;
             *   locked?: holdfast.v1.Locked.$Shape|null;
             *   missing?: holdfast.v1.Missing.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; found?: null; locked?: null; missing?: null }|{ outcome?: "found"; found: holdfast.v1.Found.$Shape; locked?: null; missing?: null }|{ outcome?: "locked"; found?: null; locked: holdfast.v1.Locked.$Shape; missing?: null }|{ outcome?: "missing"; found?: null; locked?: null; missing: holdfast.v1.Missing.$Shape })
             * )} holdfast.v1.GetExclusiveResponse.$Shape
             */

            /**
             * Constructs a new GetExclusiveResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a GetExclusiveResponse.
             * @constructor
             * @param {holdfast.v1.GetExclusiveResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetExclusiveResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetExclusiveResponse found.
             * @member {holdfast.v1.Found|null} found
             * @memberof holdfast.v1.GetExclusiveResponse
             * @instance
             */
            GetExclusiveResponse.prototype.found = null;

            /**
             * GetExclusiveResponse locked.
             * @member {holdfast.v1.Locked|null} locked
             * @memberof holdfast.v1.GetExclusiveResponse
             * @instance
             */
            GetExclusiveResponse.prototype.locked = null;

            /**
             * GetExclusiveResponse missing.
             * @member {holdfast.v1.Missing|null} missing
             * @memberof holdfast.v1.GetExclusiveResponse
             * @instance
             */
            GetExclusiveResponse.prototype.missing = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * GetExclusiveResponse outcome.
             * @member {"found"|"locked"|"missing"|undefined} outcome
             * @memberof holdfast.v1.GetExclusiveResponse
             * @instance
             */
            $Object.defineProperty(GetExclusiveResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["found", "locked", "missing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified GetExclusiveResponse message. Does not implicitly {@link holdfast.v1.GetExclusiveResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.GetExclusiveResponse
             * @static
             * @param {holdfast.v1.GetExclusiveResponse.$Properties} message GetExclusiveResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetExclusiveResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.found != null && $Object.hasOwnProperty.call(message, "found"))
                    $root.holdfast.v1.Found.encode(message.found, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.locked != null && $Object.hasOwnProperty.call(message, "locked"))
                    $root.holdfast.v1.Locked.encode(message.locked, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.missing != null && $Object.hasOwnProperty.call(message, "missing"))
                    $root.holdfast.v1.Missing.encode(message.missing, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetExclusiveResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.GetExclusiveResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.GetExclusiveResponse & holdfast.v1.GetExclusiveResponse.$Shape} GetExclusiveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetExclusiveResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.GetExclusiveResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.found = $root.holdfast.v1.Found.decode(reader, reader.size(), $undefined, _depth + 1, message.found);
                            message.outcome = "found";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.locked = $root.holdfast.v1.Locked.decode(reader, reader.size(), $undefined, _depth + 1, message.locked);
                            message.outcome = "locked";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.missing = $root.holdfast.v1.Missing.decode(reader, reader.size(), $undefined, _depth + 1, message.missing);
                            message.outcome = "missing";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetExclusiveResponse;
        })();

        v1.SetRequest = (function() {

            /**
             * Properties of a SetRequest.
             * @typedef {Object} holdfast.v1.SetRequest.$Properties
             * @property {string} [application] SetRequest application
             * @property {string} [id] SetRequest id
             * @property {Uint8Array} [content] SetRequest content
             * @property {number|null} [timeoutMinutes] SetRequest timeoutMinutes
             * @property {number|null} [cookie] SetRequest cookie
             * @property {boolean} [uninitialized] SetRequest uninitialized
             * @property {boolean} [onlyIfAbsent] SetRequest onlyIfAbsent
             * @property {Uint8Array|null} [onlyIfVersion] SetRequest onlyIfVersion
             * @property {Uint8Array|null} [requestId] SetRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetRequest.
             * @memberof holdfast.v1
             * @interface ISetRequest
             * @augments holdfast.v1.SetRequest.$Properties
             * @deprecated Use holdfast.v1.SetRequest.$Properties instead.
             */

            /**
             * Shape of a SetRequest.
             * @typedef {holdfast.v1.SetRequest.$Properties} holdfast.v1.SetRequest.$Shape
             */

            /**
             * Constructs a new SetRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a SetRequest.
             * @constructor
             * @param {holdfast.v1.SetRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetRequest application.
             * @member {string} application
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.application = "";

            /**
             * SetRequest id.
             * @member {string} id
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.id = "";

            /**
             * SetRequest content.
             * @member {Uint8Array} content
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.content = $util.newBuffer([]);

            /**
             * SetRequest timeoutMinutes.
             * @member {number|null} timeoutMinutes
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.timeoutMinutes = null;

            /**
             * SetRequest cookie.
             * @member {number|null} cookie
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.cookie = null;

            /**
             * SetRequest uninitialized.
             * @member {boolean} uninitialized
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.uninitialized = false;

            /**
             * SetRequest onlyIfAbsent.
             * @member {boolean} onlyIfAbsent
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.onlyIfAbsent = false;

            /**
             * SetRequest onlyIfVersion.
             * @member {Uint8Array|null} onlyIfVersion
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.onlyIfVersion = null;

            /**
             * SetRequest requestId.
             * @member {Uint8Array|null} requestId
             * @memberof holdfast.v1.SetRequest
             * @instance
             */
            SetRequest.prototype.requestId = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetRequest.prototype, "_timeoutMinutes", {
                get: $util.oneOfGetter($oneOfFields = ["timeoutMinutes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetRequest.prototype, "_cookie", {
                get: $util.oneOfGetter($oneOfFields = ["cookie"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetRequest.prototype, "_onlyIfVersion", {
                get: $util.oneOfGetter($oneOfFields = ["onlyIfVersion"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetRequest.prototype, "_requestId", {
                get: $util.oneOfGetter($oneOfFields = ["requestId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified SetRequest message. Does not implicitly {@link holdfast.v1.SetRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.SetRequest
             * @static
             * @param {holdfast.v1.SetRequest.$Properties} message SetRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.application != null && $Object.hasOwnProperty.call(message, "application") && message.application !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.application);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.content != null && $Object.hasOwnProperty.call(message, "content") && message.content.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.content);
                if (message.timeoutMinutes != null && $Object.hasOwnProperty.call(message, "timeoutMinutes"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.timeoutMinutes);
                if (message.cookie != null && $Object.hasOwnProperty.call(message, "cookie"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.cookie);
                if (message.uninitialized != null && $Object.hasOwnProperty.call(message, "uninitialized") && message.uninitialized !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.uninitialized);
                if (message.onlyIfAbsent != null && $Object.hasOwnProperty.call(message, "onlyIfAbsent") && message.onlyIfAbsent !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.onlyIfAbsent);
                if (message.onlyIfVersion != null && $Object.hasOwnProperty.call(message, "onlyIfVersion"))
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.onlyIfVersion);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.SetRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.SetRequest & holdfast.v1.SetRequest.$Shape} SetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.SetRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.application = value;
                            else
                                delete message.application;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.content = value;
                            else
                                delete message.content;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.timeoutMinutes = reader.uint32();
                            message._timeoutMinutes = "timeoutMinutes";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.cookie = reader.uint32();
                            message._cookie = "cookie";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.uninitialized = value;
                            else
                                delete message.uninitialized;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.onlyIfAbsent = value;
                            else
                                delete message.onlyIfAbsent;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.onlyIfVersion = reader.bytes();
                            message._onlyIfVersion = "onlyIfVersion";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.requestId = reader.bytes();
                            message._requestId = "requestId";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetRequest;
        })();

        v1.SetResponse = (function() {

            /**
             * Properties of a SetResponse.
             * @typedef {Object} holdfast.v1.SetResponse.$Properties
             * @property {holdfast.v1.Stored.$Properties|null} [stored] SetResponse stored
             * @property {holdfast.v1.Locked.$Properties|null} [locked] SetResponse locked
             * @property {holdfast.v1.Stale.$Properties|null} [stale] SetResponse stale
             * @property {holdfast.v1.Conflict.$Properties|null} [conflict] SetResponse conflict
             * @property {holdfast.v1.Full.$Properties|null} [full] SetResponse full
             * @property {"stored"|"locked"|"stale"|"conflict"|"full"} [outcome] SetResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetResponse.
             * @memberof holdfast.v1
             * @interface ISetResponse
             * @augments holdfast.v1.SetResponse.$Properties
             * @deprecated Use holdfast.v1.SetResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a SetResponse.
             * @typedef {{
             *   stored?: holdfast.v1.Stored.$Shape|null;
             *   locked?: holdfast.v1.Locked.$Shape|null;
             *   stale?: holdfast.v1.Stale.$Shape|null;
             *   conflict?: holdfast.v1.Conflict.$Shape|null;
             *   full?: holdfast.v1.Full.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; stored?: null; locked?: null; stale?: null; conflict?: null; full?: null }|{ outcome?: "stored"; stored: holdfast.v1.Stored.$Shape; locked?: null; stale?: null; conflict?: null; full?: null }|{ outcome?: "locked"; stored?: null; locked: holdfast.v1.Locked.$Shape; stale?: null; conflict?: null; full?: null }|{ outcome?: "stale"; stored?: null; locked?: null; stale: holdfast.v1.Stale.$Shape; conflict?: null; full?: null }|{ outcome?: "conflict"; stored?: null; locked?: null; stale?: null; conflict: holdfast.v1.Conflict.$Shape; full?: null }|{ outcome?: "full"; stored?: null; locked?: null; stale?: null; conflict?: null; full: holdfast.v1.Full.$Shape })
             * )} holdfast.v1.SetResponse.$Shape
             */

            /**
             * Constructs a new SetResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a SetResponse.
             * @constructor
             * @param {holdfast.v1.SetResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetResponse stored.
             * @member {holdfast.v1.Stored|null} stored
             * @memberof holdfast.v1.SetResponse
             * @instance
             */
            SetResponse.prototype.stored = null;

            /**
             * SetResponse locked.
             * @member {holdfast.v1.Locked|null} locked
             * @memberof holdfast.v1.SetResponse
             * @instance
             */
            SetResponse.prototype.locked = null;

            /**
             * SetResponse stale.
             * @member {holdfast.v1.Stale|null} stale
             * @memberof holdfast.v1.SetResponse
             * @instance
             */
            SetResponse.prototype.stale = null;

            /**
             * SetResponse conflict.
             * @member {holdfast.v1.Conflict|null} conflict
             * @memberof holdfast.v1.SetResponse
             * @instance
             */
            SetResponse.prototype.conflict = null;

            /**
             * SetResponse full.
             * @member {holdfast.v1.Full|null} full
             * @memberof holdfast.v1.SetResponse
             * @instance
             */
            SetResponse.prototype.full = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * SetResponse outcome.
             * @member {"stored"|"locked"|"stale"|"conflict"|"full"|undefined} outcome
             * @memberof holdfast.v1.SetResponse
             * @instance
             */
            $Object.defineProperty(SetResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["stored", "locked", "stale", "conflict", "full"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified SetResponse message. Does not implicitly {@link holdfast.v1.SetResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.SetResponse
             * @static
             * @param {holdfast.v1.SetResponse.$Properties} message SetResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stored != null && $Object.hasOwnProperty.call(message, "stored"))
                    $root.holdfast.v1.Stored.encode(message.stored, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.locked != null && $Object.hasOwnProperty.call(message, "locked"))
                    $root.holdfast.v1.Locked.encode(message.locked, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.stale != null && $Object.hasOwnProperty.call(message, "stale"))
                    $root.holdfast.v1.Stale.encode(message.stale, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.conflict != null && $Object.hasOwnProperty.call(message, "conflict"))
                    $root.holdfast.v1.Conflict.encode(message.conflict, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.full != null && $Object.hasOwnProperty.call(message, "full"))
                    $root.holdfast.v1.Full.encode(message.full, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.SetResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.SetResponse & holdfast.v1.SetResponse.$Shape} SetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.SetResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.stored = $root.holdfast.v1.Stored.decode(reader, reader.size(), $undefined, _depth + 1, message.stored);
                            message.outcome = "stored";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.locked = $root.holdfast.v1.Locked.decode(reader, reader.size(), $undefined, _depth + 1, message.locked);
                            message.outcome = "locked";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.stale = $root.holdfast.v1.Stale.decode(reader, reader.size(), $undefined, _depth + 1, message.stale);
                            message.outcome = "stale";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.conflict = $root.holdfast.v1.Conflict.decode(reader, reader.size(), $undefined, _depth + 1, message.conflict);
                            message.outcome = "conflict";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.full = $root.holdfast.v1.Full.decode(reader, reader.size(), $undefined, _depth + 1, message.full);
                            message.outcome = "full";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetResponse;
        })();

        v1.ReleaseExclusiveRequest = (function() {

            /**
             * Properties of a ReleaseExclusiveRequest.
             * @typedef {Object} holdfast.v1.ReleaseExclusiveRequest.$Properties
             * @property {string} [application] ReleaseExclusiveRequest application
             * @property {string} [id] ReleaseExclusiveRequest id
             * @property {number} [cookie] ReleaseExclusiveRequest cookie
             * @property {Uint8Array|null} [requestId] ReleaseExclusiveRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReleaseExclusiveRequest.
             * @memberof holdfast.v1
             * @interface IReleaseExclusiveRequest
             * @augments holdfast.v1.ReleaseExclusiveRequest.$Properties
             * @deprecated Use holdfast.v1.ReleaseExclusiveRequest.$Properties instead.
             */

            /**
             * Shape of a ReleaseExclusiveRequest.
             * @typedef {holdfast.v1.ReleaseExclusiveRequest.$Properties} holdfast.v1.ReleaseExclusiveRequest.$Shape
             */

            /**
             * Constructs a new ReleaseExclusiveRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a ReleaseExclusiveRequest.
             * @constructor
             * @param {holdfast.v1.ReleaseExclusiveRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReleaseExclusiveRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReleaseExclusiveRequest application.
             * @member {string} application
             * @memberof holdfast.v1.ReleaseExclusiveRequest
             * @instance
             */
            ReleaseExclusiveRequest.prototype.application = "";

            /**
             * ReleaseExclusiveRequest id.
             * @member {string} id
             * @memberof holdfast.v1.ReleaseExclusiveRequest
             * @instance
             */
            ReleaseExclusiveRequest.prototype.id = "";

            /**
             * ReleaseExclusiveRequest cookie.
             * @member {number} cookie
             * @memberof holdfast.v1.ReleaseExclusiveRequest
             * @instance
             */
            ReleaseExclusiveRequest.prototype.cookie = 0;

            /**
             * ReleaseExclusiveRequest requestId.
             * @member {Uint8Array|null} requestId
             * @memberof holdfast.v1.ReleaseExclusiveRequest
             * @instance
             */
            ReleaseExclusiveRequest.prototype.requestId = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ReleaseExclusiveRequest.prototype, "_requestId", {
                get: $util.oneOfGetter($oneOfFields = ["requestId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ReleaseExclusiveRequest message. Does not implicitly {@link holdfast.v1.ReleaseExclusiveRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.ReleaseExclusiveRequest
             * @static
             * @param {holdfast.v1.ReleaseExclusiveRequest.$Properties} message ReleaseExclusiveRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReleaseExclusiveRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.application != null && $Object.hasOwnProperty.call(message, "application") && message.application !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.application);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.cookie != null && $Object.hasOwnProperty.call(message, "cookie") && message.cookie !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.cookie);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReleaseExclusiveRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.ReleaseExclusiveRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.ReleaseExclusiveRequest & holdfast.v1.ReleaseExclusiveRequest.$Shape} ReleaseExclusiveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReleaseExclusiveRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.ReleaseExclusiveRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.application = value;
                            else
                                delete message.application;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cookie = value;
                            else
                                delete message.cookie;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.requestId = reader.bytes();
                            message._requestId = "requestId";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReleaseExclusiveRequest;
        })();

        v1.ReleaseExclusiveResponse = (function() {

            /**
             * Properties of a ReleaseExclusiveResponse.
             * @typedef {Object} holdfast.v1.ReleaseExclusiveResponse.$Properties
             * @property {holdfast.v1.Released.$Properties|null} [released] ReleaseExclusiveResponse released
             * @property {holdfast.v1.Locked.$Properties|null} [locked] ReleaseExclusiveResponse locked
             * @property {holdfast.v1.Missing.$Properties|null} [missing] ReleaseExclusiveResponse missing
             * @property {"released"|"locked"|"missing"} [outcome] ReleaseExclusiveResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReleaseExclusiveResponse.
             * @memberof holdfast.v1
             * @interface IReleaseExclusiveResponse
             * @augments holdfast.v1.ReleaseExclusiveResponse.$Properties
             * @deprecated Use holdfast.v1.ReleaseExclusiveResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a ReleaseExclusiveResponse.
             * @typedef {{
             *   released?: holdfast.v1.Released.$Shape|null;
             *   locked?: holdfast.v1.Locked.$Shape|null;
             *   missing?: holdfast.v1.Missing.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; released?: null; locked?: null; missing?: null }|{ outcome?: "released"; released: holdfast.v1.Released.$Shape; locked?: null; missing?: null }|{ outcome?: "locked"; released?: null; locked: holdfast.v1.Locked.$Shape; missing?: null }|{ outcome?: "missing"; released?: null; locked?: null; missing: holdfast.v1.Missing.$Shape })
             * )} holdfast.v1.ReleaseExclusiveResponse.$Shape
             */

            /**
             * Constructs a new ReleaseExclusiveResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a ReleaseExclusiveResponse.
             * @constructor
             * @param {holdfast.v1.ReleaseExclusiveResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReleaseExclusiveResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReleaseExclusiveResponse released.
             * @member {holdfast.v1.Released|null} released
             * @memberof holdfast.v1.ReleaseExclusiveResponse
             * @instance
             */
            ReleaseExclusiveResponse.prototype.released = null;

            /**
             * ReleaseExclusiveResponse locked.
             * @member {holdfast.v1.Locked|null} locked
             * @memberof holdfast.v1.ReleaseExclusiveResponse
             * @instance
             */
            ReleaseExclusiveResponse.prototype.locked = null;

            /**
             * ReleaseExclusiveResponse missing.
             * @member {holdfast.v1.Missing|null} missing
             * @memberof holdfast.v1.ReleaseExclusiveResponse
             * @instance
             */
            ReleaseExclusiveResponse.prototype.missing = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ReleaseExclusiveResponse outcome.
             * @member {"released"|"locked"|"missing"|undefined} outcome
             * @memberof holdfast.v1.ReleaseExclusiveResponse
             * @instance
             */
            $Object.defineProperty(ReleaseExclusiveResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["released", "locked", "missing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ReleaseExclusiveResponse message. Does not implicitly {@link holdfast.v1.ReleaseExclusiveResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.ReleaseExclusiveResponse
             * @static
             * @param {holdfast.v1.ReleaseExclusiveResponse.$Properties} message ReleaseExclusiveResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReleaseExclusiveResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.released != null && $Object.hasOwnProperty.call(message, "released"))
                    $root.holdfast.v1.Released.encode(message.released, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.locked != null && $Object.hasOwnProperty.call(message, "locked"))
                    $root.holdfast.v1.Locked.encode(message.locked, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.missing != null && $Object.hasOwnProperty.call(message, "missing"))
                    $root.holdfast.v1.Missing.encode(message.missing, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReleaseExclusiveResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.ReleaseExclusiveResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.ReleaseExclusiveResponse & holdfast.v1.ReleaseExclusiveResponse.$Shape} ReleaseExclusiveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReleaseExclusiveResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.ReleaseExclusiveResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.released = $root.holdfast.v1.Released.decode(reader, reader.size(), $undefined, _depth + 1, message.released);
                            message.outcome = "released";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.locked = $root.holdfast.v1.Locked.decode(reader, reader.size(), $undefined, _depth + 1, message.locked);
                            message.outcome = "locked";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.missing = $root.holdfast.v1.Missing.decode(reader, reader.size(), $undefined, _depth + 1, message.missing);
                            message.outcome = "missing";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReleaseExclusiveResponse;
        })();

        v1.RenewExclusiveRequest = (function() {

            /**
             * Properties of a RenewExclusiveRequest.
             * @typedef {Object} holdfast.v1.RenewExclusiveRequest.$Properties
             * @property {string} [application] RenewExclusiveRequest application
             * @property {string} [id] RenewExclusiveRequest id
             * @property {number} [cookie] RenewExclusiveRequest cookie
             * @property {number|null} [lockLeaseMs] RenewExclusiveRequest lockLeaseMs
             * @property {Uint8Array|null} [requestId] RenewExclusiveRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RenewExclusiveRequest.
             * @memberof holdfast.v1
             * @interface IRenewExclusiveRequest
             * @augments holdfast.v1.RenewExclusiveRequest.$Properties
             * @deprecated Use holdfast.v1.RenewExclusiveRequest.$Properties instead.
             */

            /**
             * Shape of a RenewExclusiveRequest.
             * @typedef {holdfast.v1.RenewExclusiveRequest.$Properties} holdfast.v1.RenewExclusiveRequest.$Shape
             */

            /**
             * Constructs a new RenewExclusiveRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a RenewExclusiveRequest.
             * @constructor
             * @param {holdfast.v1.RenewExclusiveRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RenewExclusiveRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RenewExclusiveRequest application.
             * @member {string} application
             * @memberof holdfast.v1.RenewExclusiveRequest
             * @instance
             */
            RenewExclusiveRequest.prototype.application = "";

            /**
             * RenewExclusiveRequest id.
             * @member {string} id
             * @memberof holdfast.v1.RenewExclusiveRequest
             * @instance
             */
            RenewExclusiveRequest.prototype.id = "";

            /**
             * RenewExclusiveRequest cookie.
             * @member {number} cookie
             * @memberof holdfast.v1.RenewExclusiveRequest
             * @instance
             */
            RenewExclusiveRequest.prototype.cookie = 0;

            /**
             * RenewExclusiveRequest lockLeaseMs.
             * @member {number|null} lockLeaseMs
             * @memberof holdfast.v1.RenewExclusiveRequest
             * @instance
             */
            RenewExclusiveRequest.prototype.lockLeaseMs = null;

            /**
             * RenewExclusiveRequest requestId.
             * @member {Uint8Array|null} requestId
             * @memberof holdfast.v1.RenewExclusiveRequest
             * @instance
             */
            RenewExclusiveRequest.prototype.requestId = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RenewExclusiveRequest.prototype, "_lockLeaseMs", {
                get: $util.oneOfGetter($oneOfFields = ["lockLeaseMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RenewExclusiveRequest.prototype, "_requestId", {
                get: $util.oneOfGetter($oneOfFields = ["requestId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified RenewExclusiveRequest message. Does not implicitly {@link holdfast.v1.RenewExclusiveRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.RenewExclusiveRequest
             * @static
             * @param {holdfast.v1.RenewExclusiveRequest.$Properties} message RenewExclusiveRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RenewExclusiveRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.application != null && $Object.hasOwnProperty.call(message, "application") && message.application !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.application);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.cookie != null && $Object.hasOwnProperty.call(message, "cookie") && message.cookie !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.cookie);
                if (message.lockLeaseMs != null && $Object.hasOwnProperty.call(message, "lockLeaseMs"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.lockLeaseMs);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RenewExclusiveRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.RenewExclusiveRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.RenewExclusiveRequest & holdfast.v1.RenewExclusiveRequest.$Shape} RenewExclusiveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RenewExclusiveRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.RenewExclusiveRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.application = value;
                            else
                                delete message.application;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cookie = value;
                            else
                                delete message.cookie;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.lockLeaseMs = reader.uint32();
                            message._lockLeaseMs = "lockLeaseMs";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.requestId = reader.bytes();
                            message._requestId = "requestId";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RenewExclusiveRequest;
        })();

        v1.RenewExclusiveResponse = (function() {

            /**
             * Properties of a RenewExclusiveResponse.
             * @typedef {Object} holdfast.v1.RenewExclusiveResponse.$Properties
             * @property {holdfast.v1.Renewed.$Properties|null} [renewed] RenewExclusiveResponse renewed
             * @property {holdfast.v1.Stale.$Properties|null} [stale] RenewExclusiveResponse stale
             * @property {holdfast.v1.Missing.$Properties|null} [missing] RenewExclusiveResponse missing
             * @property {"renewed"|"stale"|"missing"} [outcome] RenewExclusiveResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RenewExclusiveResponse.
             * @memberof holdfast.v1
             * @interface IRenewExclusiveResponse
             * @augments holdfast.v1.RenewExclusiveResponse.$Properties
             * @deprecated Use holdfast.v1.RenewExclusiveResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a RenewExclusiveResponse.
             * @typedef {{
             *   renewed?: holdfast.v1.Renewed.$Shape|null;
             *   stale?: holdfast.v1.Stale.$Shape|null;
             *   missing?: holdfast.v1.Missing.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; renewed?: null; stale?: null; missing?: null }|{ outcome?: "renewed"; renewed: holdfast.v1.Renewed.$Shape; stale?: null; missing?: null }|{ outcome?: "stale"; renewed?: null; stale: holdfast.v1.Stale.$Shape; missing?: null }|{ outcome?: "missing"; renewed?: null; stale?: null; missing: holdfast.v1.Missing.$Shape })
             * )} holdfast.v1.RenewExclusiveResponse.$Shape
             */

            /**
             * Constructs a new RenewExclusiveResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a RenewExclusiveResponse.
             * @constructor
             * @param {holdfast.v1.RenewExclusiveResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RenewExclusiveResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RenewExclusiveResponse renewed.
             * @member {holdfast.v1.Renewed|null} renewed
             * @memberof holdfast.v1.RenewExclusiveResponse
             * @instance
             */
            RenewExclusiveResponse.prototype.renewed = null;

            /**
             * RenewExclusiveResponse stale.
             * @member {holdfast.v1.Stale|null} stale
             * @memberof holdfast.v1.RenewExclusiveResponse
             * @instance
             */
            RenewExclusiveResponse.prototype.stale = null;

            /**
             * RenewExclusiveResponse missing.
             * @member {holdfast.v1.Missing|null} missing
             * @memberof holdfast.v1.RenewExclusiveResponse
             * @instance
             */
            RenewExclusiveResponse.prototype.missing = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * RenewExclusiveResponse outcome.
             * @member {"renewed"|"stale"|"missing"|undefined} outcome
             * @memberof holdfast.v1.RenewExclusiveResponse
             * @instance
             */
            $Object.defineProperty(RenewExclusiveResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["renewed", "stale", "missing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified RenewExclusiveResponse message. Does not implicitly {@link holdfast.v1.RenewExclusiveResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.RenewExclusiveResponse
             * @static
             * @param {holdfast.v1.RenewExclusiveResponse.$Properties} message RenewExclusiveResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RenewExclusiveResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.renewed != null && $Object.hasOwnProperty.call(message, "renewed"))
                    $root.holdfast.v1.Renewed.encode(message.renewed, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.stale != null && $Object.hasOwnProperty.call(message, "stale"))
                    $root.holdfast.v1.Stale.encode(message.stale, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.missing != null && $Object.hasOwnProperty.call(message, "missing"))
                    $root.holdfast.v1.Missing.encode(message.missing, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RenewExclusiveResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.RenewExclusiveResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.RenewExclusiveResponse & holdfast.v1.RenewExclusiveResponse.$Shape} RenewExclusiveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RenewExclusiveResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.RenewExclusiveResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.renewed = $root.holdfast.v1.Renewed.decode(reader, reader.size(), $undefined, _depth + 1, message.renewed);
                            message.outcome = "renewed";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.stale = $root.holdfast.v1.Stale.decode(reader, reader.size(), $undefined, _depth + 1, message.stale);
                            message.outcome = "stale";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.missing = $root.holdfast.v1.Missing.decode(reader, reader.size(), $undefined, _depth + 1, message.missing);
                            message.outcome = "missing";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RenewExclusiveResponse;
        })();

        v1.RemoveRequest = (function() {

            /**
             * Properties of a RemoveRequest.
             * @typedef {Object} holdfast.v1.RemoveRequest.$Properties
             * @property {string} [application] RemoveRequest application
             * @property {string} [id] RemoveRequest id
             * @property {number|null} [cookie] RemoveRequest cookie
             * @property {Uint8Array|null} [requestId] RemoveRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RemoveRequest.
             * @memberof holdfast.v1
             * @interface IRemoveRequest
             * @augments holdfast.v1.RemoveRequest.$Properties
             * @deprecated Use holdfast.v1.RemoveRequest.$Properties instead.
             */

            /**
             * Shape of a RemoveRequest.
             * @typedef {holdfast.v1.RemoveRequest.$Properties} holdfast.v1.RemoveRequest.$Shape
             */

            /**
             * Constructs a new RemoveRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a RemoveRequest.
             * @constructor
             * @param {holdfast.v1.RemoveRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RemoveRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RemoveRequest application.
             * @member {string} application
             * @memberof holdfast.v1.RemoveRequest
             * @instance
             */
            RemoveRequest.prototype.application = "";

            /**
             * RemoveRequest id.
             * @member {string} id
             * @memberof holdfast.v1.RemoveRequest
             * @instance
             */
            RemoveRequest.prototype.id = "";

            /**
             * RemoveRequest cookie.
             * @member {number|null} cookie
             * @memberof holdfast.v1.RemoveRequest
             * @instance
             */
            RemoveRequest.prototype.cookie = null;

            /**
             * RemoveRequest requestId.
             * @member {Uint8Array|null} requestId
             * @memberof holdfast.v1.RemoveRequest
             * @instance
             */
            RemoveRequest.prototype.requestId = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RemoveRequest.prototype, "_cookie", {
                get: $util.oneOfGetter($oneOfFields = ["cookie"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RemoveRequest.prototype, "_requestId", {
                get: $util.oneOfGetter($oneOfFields = ["requestId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified RemoveRequest message. Does not implicitly {@link holdfast.v1.RemoveRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.RemoveRequest
             * @static
             * @param {holdfast.v1.RemoveRequest.$Properties} message RemoveRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RemoveRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.application != null && $Object.hasOwnProperty.call(message, "application") && message.application !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.application);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.cookie != null && $Object.hasOwnProperty.call(message, "cookie"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.cookie);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RemoveRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.RemoveRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.RemoveRequest & holdfast.v1.RemoveRequest.$Shape} RemoveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RemoveRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.RemoveRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.application = value;
                            else
                                delete message.application;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.cookie = reader.uint32();
                            message._cookie = "cookie";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.requestId = reader.bytes();
                            message._requestId = "requestId";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RemoveRequest;
        })();

        v1.RemoveResponse = (function() {

            /**
             * Properties of a RemoveResponse.
             * @typedef {Object} holdfast.v1.RemoveResponse.$Properties
             * @property {holdfast.v1.Removed.$Properties|null} [removed] RemoveResponse removed
             * @property {holdfast.v1.Locked.$Properties|null} [locked] RemoveResponse locked
             * @property {holdfast.v1.Stale.$Properties|null} [stale] RemoveResponse stale
             * @property {holdfast.v1.Missing.$Properties|null} [missing] RemoveResponse missing
             * @property {"removed"|"locked"|"stale"|"missing"} [outcome] RemoveResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RemoveResponse.
             * @memberof holdfast.v1
             * @interface IRemoveResponse
             * @augments holdfast.v1.RemoveResponse.$Properties
             * @deprecated Use holdfast.v1.RemoveResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a RemoveResponse.
             * @typedef {{
             *   removed?: holdfast.v1.Removed.$Shape|null;
             *   locked?: holdfast.v1.Locked.$Shape|null;
             *   stale?: holdfast.v1.Stale.$Shape|null;
             *   missing?: holdfast.v1.Missing.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; removed?: null; locked?: null; stale?: null; missing?: null }|{ outcome?: "removed"; removed: holdfast.v1.Removed.$Shape; locked?: null; stale?: null; missing?: null }|{ outcome?: "locked"; removed?: null; locked: holdfast.v1.Locked.$Shape; stale?: null; missing?: null }|{ outcome?: "stale"; removed?: null; locked?: null; stale: holdfast.v1.Stale.$Shape; missing?: null }|{ outcome?: "missing"; removed?: null; locked?: null; stale?: null; missing: holdfast.v1.Missing.$Shape })
             * )} holdfast.v1.RemoveResponse.$Shape
             */

            /**
             * Constructs a new RemoveResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a RemoveResponse.
             * @constructor
             * @param {holdfast.v1.RemoveResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RemoveResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RemoveResponse removed.
             * @member {holdfast.v1.Removed|null} removed
             * @memberof holdfast.v1.RemoveResponse
             * @instance
             */
            RemoveResponse.prototype.removed = null;

            /**
             * RemoveResponse locked.
             * @member {holdfast.v1.Locked|null} locked
             * @memberof holdfast.v1.RemoveResponse
             * @instance
             */
            RemoveResponse.prototype.locked = null;

            /**
             * RemoveResponse stale.
             * @member {holdfast.v1.Stale|null} stale
             * @memberof holdfast.v1.RemoveResponse
             * @instance
             */
            RemoveResponse.prototype.stale = null;

            /**
             * RemoveResponse missing.
             * @member {holdfast.v1.Missing|null} missing
             * @memberof holdfast.v1.RemoveResponse
             * @instance
             */
            RemoveResponse.prototype.missing = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * RemoveResponse outcome.
             * @member {"removed"|"locked"|"stale"|"missing"|undefined} outcome
             * @memberof holdfast.v1.RemoveResponse
             * @instance
             */
            $Object.defineProperty(RemoveResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["removed", "locked", "stale", "missing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified RemoveResponse message. Does not implicitly {@link holdfast.v1.RemoveResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.RemoveResponse
             * @static
             * @param {holdfast.v1.RemoveResponse.$Properties} message RemoveResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RemoveResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.removed != null && $Object.hasOwnProperty.call(message, "removed"))
                    $root.holdfast.v1.Removed.encode(message.removed, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.locked != null && $Object.hasOwnProperty.call(message, "locked"))
                    $root.holdfast.v1.Locked.encode(message.locked, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.stale != null && $Object.hasOwnProperty.call(message, "stale"))
                    $root.holdfast.v1.Stale.encode(message.stale, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.missing != null && $Object.hasOwnProperty.call(message, "missing"))
                    $root.holdfast.v1.Missing.encode(message.missing, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RemoveResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.RemoveResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.RemoveResponse & holdfast.v1.RemoveResponse.$Shape} RemoveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RemoveResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.RemoveResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.removed = $root.holdfast.v1.Removed.decode(reader, reader.size(), $undefined, _depth + 1, message.removed);
                            message.outcome = "removed";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.locked = $root.holdfast.v1.Locked.decode(reader, reader.size(), $undefined, _depth + 1, message.locked);
                            message.outcome = "locked";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.stale = $root.holdfast.v1.Stale.decode(reader, reader.size(), $undefined, _depth + 1, message.stale);
                            message.outcome = "stale";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.missing = $root.holdfast.v1.Missing.decode(reader, reader.size(), $undefined, _depth + 1, message.missing);
                            message.outcome = "missing";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RemoveResponse;
        })();

        v1.ResetTimeoutRequest = (function() {

            /**
             * Properties of a ResetTimeoutRequest.
             * @typedef {Object} holdfast.v1.ResetTimeoutRequest.$Properties
             * @property {string} [application] ResetTimeoutRequest application
             * @property {string} [id] ResetTimeoutRequest id
             * @property {Uint8Array|null} [requestId] ResetTimeoutRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResetTimeoutRequest.
             * @memberof holdfast.v1
             * @interface IResetTimeoutRequest
             * @augments holdfast.v1.ResetTimeoutRequest.$Properties
             * @deprecated Use holdfast.v1.ResetTimeoutRequest.$Properties instead.
             */

            /**
             * Shape of a ResetTimeoutRequest.
             * @typedef {holdfast.v1.ResetTimeoutRequest.$Properties} holdfast.v1.ResetTimeoutRequest.$Shape
             */

            /**
             * Constructs a new ResetTimeoutRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a ResetTimeoutRequest.
             * @constructor
             * @param {holdfast.v1.ResetTimeoutRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResetTimeoutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResetTimeoutRequest application.
             * @member {string} application
             * @memberof holdfast.v1.ResetTimeoutRequest
             * @instance
             */
            ResetTimeoutRequest.prototype.application = "";

            /**
             * ResetTimeoutRequest id.
             * @member {string} id
             * @memberof holdfast.v1.ResetTimeoutRequest
             * @instance
             */
            ResetTimeoutRequest.prototype.id = "";

            /**
             * ResetTimeoutRequest requestId.
             * @member {Uint8Array|null} requestId
             * @memberof holdfast.v1.ResetTimeoutRequest
             * @instance
             */
            ResetTimeoutRequest.prototype.requestId = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ResetTimeoutRequest.prototype, "_requestId", {
                get: $util.oneOfGetter($oneOfFields = ["requestId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ResetTimeoutRequest message. Does not implicitly {@link holdfast.v1.ResetTimeoutRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.ResetTimeoutRequest
             * @static
             * @param {holdfast.v1.ResetTimeoutRequest.$Properties} message ResetTimeoutRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResetTimeoutRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.application != null && $Object.hasOwnProperty.call(message, "application") && message.application !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.application);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.requestId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResetTimeoutRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.ResetTimeoutRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.ResetTimeoutRequest & holdfast.v1.ResetTimeoutRequest.$Shape} ResetTimeoutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ResetTimeoutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.ResetTimeoutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.application = value;
                            else
                                delete message.application;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.requestId = reader.bytes();
                            message._requestId = "requestId";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ResetTimeoutRequest;
        })();

        v1.ResetTimeoutResponse = (function() {

            /**
             * Properties of a ResetTimeoutResponse.
             * @typedef {Object} holdfast.v1.ResetTimeoutResponse.$Properties
             * @property {holdfast.v1.Renewed.$Properties|null} [renewed] ResetTimeoutResponse renewed
             * @property {holdfast.v1.Missing.$Properties|null} [missing] ResetTimeoutResponse missing
             * @property {"renewed"|"missing"} [outcome] ResetTimeoutResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResetTimeoutResponse.
             * @memberof holdfast.v1
             * @interface IResetTimeoutResponse
             * @augments holdfast.v1.ResetTimeoutResponse.$Properties
             * @deprecated Use holdfast.v1.ResetTimeoutResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a ResetTimeoutResponse.
             * @typedef {{
             *   renewed?: holdfast.v1.Renewed.$Shape|null;
             *   missing?: holdfast.v1.Missing.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; renewed?: null; missing?: null }|{ outcome?: "renewed"; renewed: holdfast.v1.Renewed.$Shape; missing?: null }|{ outcome?: "missing"; renewed?: null; missing: holdfast.v1.Missing.$Shape })
             * )} holdfast.v1.ResetTimeoutResponse.$Shape
             */

            /**
             * Constructs a new ResetTimeoutResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a ResetTimeoutResponse.
             * @constructor
             * @param {holdfast.v1.ResetTimeoutResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResetTimeoutResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResetTimeoutResponse renewed.
             * @member {holdfast.v1.Renewed|null} renewed
             * @memberof holdfast.v1.ResetTimeoutResponse
             * @instance
             */
            ResetTimeoutResponse.prototype.renewed = null;

            /**
             * ResetTimeoutResponse missing.
             * @member {holdfast.v1.Missing|null} missing
             * @memberof holdfast.v1.ResetTimeoutResponse
             * @instance
             */
            ResetTimeoutResponse.prototype.missing = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * ResetTimeoutResponse outcome.
             * @member {"renewed"|"missing"|undefined} outcome
             * @memberof holdfast.v1.ResetTimeoutResponse
             * @instance
             */
            $Object.defineProperty(ResetTimeoutResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["renewed", "missing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ResetTimeoutResponse message. Does not implicitly {@link holdfast.v1.ResetTimeoutResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.ResetTimeoutResponse
             * @static
             * @param {holdfast.v1.ResetTimeoutResponse.$Properties} message ResetTimeoutResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResetTimeoutResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.renewed != null && $Object.hasOwnProperty.call(message, "renewed"))
                    $root.holdfast.v1.Renewed.encode(message.renewed, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.missing != null && $Object.hasOwnProperty.call(message, "missing"))
                    $root.holdfast.v1.Missing.encode(message.missing, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResetTimeoutResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.ResetTimeoutResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.ResetTimeoutResponse & holdfast.v1.ResetTimeoutResponse.$Shape} ResetTimeoutResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ResetTimeoutResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.ResetTimeoutResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.renewed = $root.holdfast.v1.Renewed.decode(reader, reader.size(), $undefined, _depth + 1, message.renewed);
                            message.outcome = "renewed";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.missing = $root.holdfast.v1.Missing.decode(reader, reader.size(), $undefined, _depth + 1, message.missing);
                            message.outcome = "missing";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ResetTimeoutResponse;
        })();

        v1.DescribeRequest = (function() {

            /**
             * Properties of a DescribeRequest.
             * @typedef {Object} holdfast.v1.DescribeRequest.$Properties
             * @property {string} [application] DescribeRequest application
             * @property {string} [id] DescribeRequest id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DescribeRequest.
             * @memberof holdfast.v1
             * @interface IDescribeRequest
             * @augments holdfast.v1.DescribeRequest.$Properties
             * @deprecated Use holdfast.v1.DescribeRequest.$Properties instead.
             */

            /**
             * Shape of a DescribeRequest.
             * @typedef {holdfast.v1.DescribeRequest.$Properties} holdfast.v1.DescribeRequest.$Shape
             */

            /**
             * Constructs a new DescribeRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a DescribeRequest.
             * @constructor
             * @param {holdfast.v1.DescribeRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DescribeRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DescribeRequest application.
             * @member {string} application
             * @memberof holdfast.v1.DescribeRequest
             * @instance
             */
            DescribeRequest.prototype.application = "";

            /**
             * DescribeRequest id.
             * @member {string} id
             * @memberof holdfast.v1.DescribeRequest
             * @instance
             */
            DescribeRequest.prototype.id = "";

            /**
             * Encodes the specified DescribeRequest message. Does not implicitly {@link holdfast.v1.DescribeRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.DescribeRequest
             * @static
             * @param {holdfast.v1.DescribeRequest.$Properties} message DescribeRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DescribeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.application != null && $Object.hasOwnProperty.call(message, "application") && message.application !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.application);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DescribeRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.DescribeRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.DescribeRequest & holdfast.v1.DescribeRequest.$Shape} DescribeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DescribeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.DescribeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.application = value;
                            else
                                delete message.application;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DescribeRequest;
        })();

        v1.DescribeResponse = (function() {

            /**
             * Properties of a DescribeResponse.
             * @typedef {Object} holdfast.v1.DescribeResponse.$Properties
             * @property {holdfast.v1.Described.$Properties|null} [described] DescribeResponse described
             * @property {holdfast.v1.Missing.$Properties|null} [missing] DescribeResponse missing
             * @property {"described"|"missing"} [outcome] DescribeResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DescribeResponse.
             * @memberof holdfast.v1
             * @interface IDescribeResponse
             * @augments holdfast.v1.DescribeResponse.$Properties
             * @deprecated Use holdfast.v1.DescribeResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a DescribeResponse.
             * @typedef {{
             *   described?: holdfast.v1.Described.$Shape|null;
             *   missing?: holdfast.v1.Missing.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; described?: null; missing?: null }|{ outcome?: "described"; described: holdfast.v1.Described.$Shape; missing?: null }|{ outcome?: "missing"; described?: null; missing: holdfast.v1.Missing.$Shape })
             * )} holdfast.v1.DescribeResponse.$Shape
             */

            /**
             * Constructs a new DescribeResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a DescribeResponse.
             * @constructor
             * @param {holdfast.v1.DescribeResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DescribeResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DescribeResponse described.
             * @member {holdfast.v1.Described|null} described
             * @memberof holdfast.v1.DescribeResponse
             * @instance
             */
            DescribeResponse.prototype.described = null;

            /**
             * DescribeResponse missing.
             * @member {holdfast.v1.Missing|null} missing
             * @memberof holdfast.v1.DescribeResponse
             * @instance
             */
            DescribeResponse.prototype.missing = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * DescribeResponse outcome.
             * @member {"described"|"missing"|undefined} outcome
             * @memberof holdfast.v1.DescribeResponse
             * @instance
             */
            $Object.defineProperty(DescribeResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["described", "missing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified DescribeResponse message. Does not implicitly {@link holdfast.v1.DescribeResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.DescribeResponse
             * @static
             * @param {holdfast.v1.DescribeResponse.$Properties} message DescribeResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DescribeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.described != null && $Object.hasOwnProperty.call(message, "described"))
                    $root.holdfast.v1.Described.encode(message.described, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.missing != null && $Object.hasOwnProperty.call(message, "missing"))
                    $root.holdfast.v1.Missing.encode(message.missing, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DescribeResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.DescribeResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.DescribeResponse & holdfast.v1.DescribeResponse.$Shape} DescribeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DescribeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.DescribeResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.described = $root.holdfast.v1.Described.decode(reader, reader.size(), $undefined, _depth + 1, message.described);
                            message.outcome = "described";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.missing = $root.holdfast.v1.Missing.decode(reader, reader.size(), $undefined, _depth + 1, message.missing);
                            message.outcome = "missing";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DescribeResponse;
        })();

        v1.Found = (function() {

            /**
             * Properties of a Found.
             * @typedef {Object} holdfast.v1.Found.$Properties
             * @property {Uint8Array} [content] Found content
             * @property {number} [timeoutMinutes] Found timeoutMinutes
             * @property {boolean} [uninitialized] Found uninitialized
             * @property {Uint8Array} [version] Found version
             * @property {number|null} [cookie] Found cookie
             * @property {number|null} [leaseMs] Found leaseMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Found.
             * @memberof holdfast.v1
             * @interface IFound
             * @augments holdfast.v1.Found.$Properties
             * @deprecated Use holdfast.v1.Found.$Properties instead.
             */

            /**
             * Shape of a Found.
             * @typedef {holdfast.v1.Found.$Properties} holdfast.v1.Found.$Shape
             */

            /**
             * Constructs a new Found.
             * @memberof holdfast.v1
             * @classdesc Represents a Found.
             * @constructor
             * @param {holdfast.v1.Found.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Found = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Found content.
             * @member {Uint8Array} content
             * @memberof holdfast.v1.Found
             * @instance
             */
            Found.prototype.content = $util.newBuffer([]);

            /**
             * Found timeoutMinutes.
             * @member {number} timeoutMinutes
             * @memberof holdfast.v1.Found
             * @instance
             */
            Found.prototype.timeoutMinutes = 0;

            /**
             * Found uninitialized.
             * @member {boolean} uninitialized
             * @memberof holdfast.v1.Found
             * @instance
             */
            Found.prototype.uninitialized = false;

            /**
             * Found version.
             * @member {Uint8Array} version
             * @memberof holdfast.v1.Found
             * @instance
             */
            Found.prototype.version = $util.newBuffer([]);

            /**
             * Found cookie.
             * @member {number|null} cookie
             * @memberof holdfast.v1.Found
             * @instance
             */
            Found.prototype.cookie = null;

            /**
             * Found leaseMs.
             * @member {number|null} leaseMs
             * @memberof holdfast.v1.Found
             * @instance
             */
            Found.prototype.leaseMs = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Found.prototype, "_cookie", {
                get: $util.oneOfGetter($oneOfFields = ["cookie"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Found.prototype, "_leaseMs", {
                get: $util.oneOfGetter($oneOfFields = ["leaseMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Found message. Does not implicitly {@link holdfast.v1.Found.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Found
             * @static
             * @param {holdfast.v1.Found.$Properties} message Found message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Found.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.content != null && $Object.hasOwnProperty.call(message, "content") && message.content.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.content);
                if (message.timeoutMinutes != null && $Object.hasOwnProperty.call(message, "timeoutMinutes") && message.timeoutMinutes !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMinutes);
                if (message.uninitialized != null && $Object.hasOwnProperty.call(message, "uninitialized") && message.uninitialized !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.uninitialized);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.version);
                if (message.cookie != null && $Object.hasOwnProperty.call(message, "cookie"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.cookie);
                if (message.leaseMs != null && $Object.hasOwnProperty.call(message, "leaseMs"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.leaseMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Found message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Found
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Found & holdfast.v1.Found.$Shape} Found
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Found.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Found();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.content = value;
                            else
                                delete message.content;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMinutes = value;
                            else
                                delete message.timeoutMinutes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.uninitialized = value;
                            else
                                delete message.uninitialized;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.cookie = reader.uint32();
                            message._cookie = "cookie";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.leaseMs = reader.uint64();
                            message._leaseMs = "leaseMs";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Found;
        })();

        v1.Locked = (function() {

            /**
             * Properties of a Locked.
             * @typedef {Object} holdfast.v1.Locked.$Properties
             * @property {number} [cookie] Locked cookie
             * @property {number} [ageMs] Locked ageMs
             * @property {google.protobuf.Timestamp.$Properties} [since] Locked since
             * @property {boolean} [uninitialized] Locked uninitialized
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Locked.
             * @memberof holdfast.v1
             * @interface ILocked
             * @augments holdfast.v1.Locked.$Properties
             * @deprecated Use holdfast.v1.Locked.$Properties instead.
             */

            /**
             * Shape of a Locked.
             * @typedef {holdfast.v1.Locked.$Properties} holdfast.v1.Locked.$Shape
             */

            /**
             * Constructs a new Locked.
             * @memberof holdfast.v1
             * @classdesc Represents a Locked.
             * @constructor
             * @param {holdfast.v1.Locked.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Locked = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Locked cookie.
             * @member {number} cookie
             * @memberof holdfast.v1.Locked
             * @instance
             */
            Locked.prototype.cookie = 0;

            /**
             * Locked ageMs.
             * @member {number} ageMs
             * @memberof holdfast.v1.Locked
             * @instance
             */
            Locked.prototype.ageMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Locked since.
             * @member {google.protobuf.Timestamp} since
             * @memberof holdfast.v1.Locked
             * @instance
             */
            Locked.prototype.since = null;

            /**
             * Locked uninitialized.
             * @member {boolean} uninitialized
             * @memberof holdfast.v1.Locked
             * @instance
             */
            Locked.prototype.uninitialized = false;

            /**
             * Encodes the specified Locked message. Does not implicitly {@link holdfast.v1.Locked.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Locked
             * @static
             * @param {holdfast.v1.Locked.$Properties} message Locked message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Locked.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cookie != null && $Object.hasOwnProperty.call(message, "cookie") && message.cookie !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.cookie);
                if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs") && (typeof message.ageMs === "object" ? message.ageMs.low || message.ageMs.high : message.ageMs !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.ageMs);
                if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                    $root.google.protobuf.Timestamp.encode(message.since, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.uninitialized != null && $Object.hasOwnProperty.call(message, "uninitialized") && message.uninitialized !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.uninitialized);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Locked message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Locked
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Locked & holdfast.v1.Locked.$Shape} Locked
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Locked.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Locked();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cookie = value;
                            else
                                delete message.cookie;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.ageMs = value;
                            else
                                delete message.ageMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.since = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.since);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.uninitialized = value;
                            else
                                delete message.uninitialized;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Locked;
        })();

        v1.Missing = (function() {

            /**
             * Properties of a Missing.
             * @typedef {Object} holdfast.v1.Missing.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Missing.
             * @memberof holdfast.v1
             * @interface IMissing
             * @augments holdfast.v1.Missing.$Properties
             * @deprecated Use holdfast.v1.Missing.$Properties instead.
             */

            /**
             * Shape of a Missing.
             * @typedef {holdfast.v1.Missing.$Properties} holdfast.v1.Missing.$Shape
             */

            /**
             * Constructs a new Missing.
             * @memberof holdfast.v1
             * @classdesc Represents a Missing.
             * @constructor
             * @param {holdfast.v1.Missing.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Missing = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Missing message. Does not implicitly {@link holdfast.v1.Missing.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Missing
             * @static
             * @param {holdfast.v1.Missing.$Properties} message Missing message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Missing.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Missing message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Missing
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Missing & holdfast.v1.Missing.$Shape} Missing
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Missing.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Missing();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Missing;
        })();

        v1.Stored = (function() {

            /**
             * Properties of a Stored.
             * @typedef {Object} holdfast.v1.Stored.$Properties
             * @property {boolean} [created] Stored created
             * @property {Uint8Array} [version] Stored version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Stored.
             * @memberof holdfast.v1
             * @interface IStored
             * @augments holdfast.v1.Stored.$Properties
             * @deprecated Use holdfast.v1.Stored.$Properties instead.
             */

            /**
             * Shape of a Stored.
             * @typedef {holdfast.v1.Stored.$Properties} holdfast.v1.Stored.$Shape
             */

            /**
             * Constructs a new Stored.
             * @memberof holdfast.v1
             * @classdesc Represents a Stored.
             * @constructor
             * @param {holdfast.v1.Stored.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Stored = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Stored created.
             * @member {boolean} created
             * @memberof holdfast.v1.Stored
             * @instance
             */
            Stored.prototype.created = false;

            /**
             * Stored version.
             * @member {Uint8Array} version
             * @memberof holdfast.v1.Stored
             * @instance
             */
            Stored.prototype.version = $util.newBuffer([]);

            /**
             * Encodes the specified Stored message. Does not implicitly {@link holdfast.v1.Stored.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Stored
             * @static
             * @param {holdfast.v1.Stored.$Properties} message Stored message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Stored.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.created != null && $Object.hasOwnProperty.call(message, "created") && message.created !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.created);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Stored message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Stored
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Stored & holdfast.v1.Stored.$Shape} Stored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Stored.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Stored();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.created = value;
                            else
                                delete message.created;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Stored;
        })();

        v1.Stale = (function() {

            /**
             * Properties of a Stale.
             * @typedef {Object} holdfast.v1.Stale.$Properties
             * @property {number} [newestCookie] Stale newestCookie
             * @property {boolean} [locked] Stale locked
             * @property {number|null} [ageMs] Stale ageMs
             * @property {google.protobuf.Timestamp.$Properties} [since] Stale since
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Stale.
             * @memberof holdfast.v1
             * @interface IStale
             * @augments holdfast.v1.Stale.$Properties
             * @deprecated Use holdfast.v1.Stale.$Properties instead.
             */

            /**
             * Shape of a Stale.
             * @typedef {holdfast.v1.Stale.$Properties} holdfast.v1.Stale.$Shape
             */

            /**
             * Constructs a new Stale.
             * @memberof holdfast.v1
             * @classdesc Represents a Stale.
             * @constructor
             * @param {holdfast.v1.Stale.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Stale = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Stale newestCookie.
             * @member {number} newestCookie
             * @memberof holdfast.v1.Stale
             * @instance
             */
            Stale.prototype.newestCookie = 0;

            /**
             * Stale locked.
             * @member {boolean} locked
             * @memberof holdfast.v1.Stale
             * @instance
             */
            Stale.prototype.locked = false;

            /**
             * Stale ageMs.
             * @member {number|null} ageMs
             * @memberof holdfast.v1.Stale
             * @instance
             */
            Stale.prototype.ageMs = null;

            /**
             * Stale since.
             * @member {google.protobuf.Timestamp} since
             * @memberof holdfast.v1.Stale
             * @instance
             */
            Stale.prototype.since = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Stale.prototype, "_ageMs", {
                get: $util.oneOfGetter($oneOfFields = ["ageMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Stale message. Does not implicitly {@link holdfast.v1.Stale.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Stale
             * @static
             * @param {holdfast.v1.Stale.$Properties} message Stale message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Stale.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.newestCookie != null && $Object.hasOwnProperty.call(message, "newestCookie") && message.newestCookie !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.newestCookie);
                if (message.locked != null && $Object.hasOwnProperty.call(message, "locked") && message.locked !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.locked);
                if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.ageMs);
                if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                    $root.google.protobuf.Timestamp.encode(message.since, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Stale message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Stale
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Stale & holdfast.v1.Stale.$Shape} Stale
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Stale.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Stale();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.newestCookie = value;
                            else
                                delete message.newestCookie;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.locked = value;
                            else
                                delete message.locked;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.ageMs = reader.uint64();
                            message._ageMs = "ageMs";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.since = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.since);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Stale;
        })();

        v1.Conflict = (function() {

            /**
             * Properties of a Conflict.
             * @typedef {Object} holdfast.v1.Conflict.$Properties
             * @property {Uint8Array|null} [version] Conflict version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Conflict.
             * @memberof holdfast.v1
             * @interface IConflict
             * @augments holdfast.v1.Conflict.$Properties
             * @deprecated Use holdfast.v1.Conflict.$Properties instead.
             */

            /**
             * Shape of a Conflict.
             * @typedef {holdfast.v1.Conflict.$Properties} holdfast.v1.Conflict.$Shape
             */

            /**
             * Constructs a new Conflict.
             * @memberof holdfast.v1
             * @classdesc Represents a Conflict.
             * @constructor
             * @param {holdfast.v1.Conflict.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Conflict = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Conflict version.
             * @member {Uint8Array|null} version
             * @memberof holdfast.v1.Conflict
             * @instance
             */
            Conflict.prototype.version = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Conflict.prototype, "_version", {
                get: $util.oneOfGetter($oneOfFields = ["version"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Conflict message. Does not implicitly {@link holdfast.v1.Conflict.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Conflict
             * @static
             * @param {holdfast.v1.Conflict.$Properties} message Conflict message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Conflict.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Conflict message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Conflict
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Conflict & holdfast.v1.Conflict.$Shape} Conflict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Conflict.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Conflict();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.bytes();
                            message._version = "version";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Conflict;
        })();

        v1.Full = (function() {

            /**
             * Properties of a Full.
             * @typedef {Object} holdfast.v1.Full.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Full.
             * @memberof holdfast.v1
             * @interface IFull
             * @augments holdfast.v1.Full.$Properties
             * @deprecated Use holdfast.v1.Full.$Properties instead.
             */

            /**
             * Shape of a Full.
             * @typedef {holdfast.v1.Full.$Properties} holdfast.v1.Full.$Shape
             */

            /**
             * Constructs a new Full.
             * @memberof holdfast.v1
             * @classdesc Represents a Full.
             * @constructor
             * @param {holdfast.v1.Full.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Full = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Full message. Does not implicitly {@link holdfast.v1.Full.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Full
             * @static
             * @param {holdfast.v1.Full.$Properties} message Full message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Full.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Full message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Full
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Full & holdfast.v1.Full.$Shape} Full
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Full.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Full();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Full;
        })();

        v1.Released = (function() {

            /**
             * Properties of a Released.
             * @typedef {Object} holdfast.v1.Released.$Properties
             * @property {boolean} [uninitialized] Released uninitialized
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Released.
             * @memberof holdfast.v1
             * @interface IReleased
             * @augments holdfast.v1.Released.$Properties
             * @deprecated Use holdfast.v1.Released.$Properties instead.
             */

            /**
             * Shape of a Released.
             * @typedef {holdfast.v1.Released.$Properties} holdfast.v1.Released.$Shape
             */

            /**
             * Constructs a new Released.
             * @memberof holdfast.v1
             * @classdesc Represents a Released.
             * @constructor
             * @param {holdfast.v1.Released.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Released = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Released uninitialized.
             * @member {boolean} uninitialized
             * @memberof holdfast.v1.Released
             * @instance
             */
            Released.prototype.uninitialized = false;

            /**
             * Encodes the specified Released message. Does not implicitly {@link holdfast.v1.Released.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Released
             * @static
             * @param {holdfast.v1.Released.$Properties} message Released message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Released.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.uninitialized != null && $Object.hasOwnProperty.call(message, "uninitialized") && message.uninitialized !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.uninitialized);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Released message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Released
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Released & holdfast.v1.Released.$Shape} Released
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Released.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Released();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.uninitialized = value;
                            else
                                delete message.uninitialized;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Released;
        })();

        v1.Renewed = (function() {

            /**
             * Properties of a Renewed.
             * @typedef {Object} holdfast.v1.Renewed.$Properties
             * @property {number|null} [leaseMs] Renewed leaseMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Renewed.
             * @memberof holdfast.v1
             * @interface IRenewed
             * @augments holdfast.v1.Renewed.$Properties
             * @deprecated Use holdfast.v1.Renewed.$Properties instead.
             */

            /**
             * Shape of a Renewed.
             * @typedef {holdfast.v1.Renewed.$Properties} holdfast.v1.Renewed.$Shape
             */

            /**
             * Constructs a new Renewed.
             * @memberof holdfast.v1
             * @classdesc Represents a Renewed.
             * @constructor
             * @param {holdfast.v1.Renewed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Renewed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Renewed leaseMs.
             * @member {number|null} leaseMs
             * @memberof holdfast.v1.Renewed
             * @instance
             */
            Renewed.prototype.leaseMs = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Renewed.prototype, "_leaseMs", {
                get: $util.oneOfGetter($oneOfFields = ["leaseMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Renewed message. Does not implicitly {@link holdfast.v1.Renewed.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Renewed
             * @static
             * @param {holdfast.v1.Renewed.$Properties} message Renewed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Renewed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leaseMs != null && $Object.hasOwnProperty.call(message, "leaseMs"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.leaseMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Renewed message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Renewed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Renewed & holdfast.v1.Renewed.$Shape} Renewed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Renewed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Renewed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.leaseMs = reader.uint64();
                            message._leaseMs = "leaseMs";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Renewed;
        })();

        v1.Removed = (function() {

            /**
             * Properties of a Removed.
             * @typedef {Object} holdfast.v1.Removed.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Removed.
             * @memberof holdfast.v1
             * @interface IRemoved
             * @augments holdfast.v1.Removed.$Properties
             * @deprecated Use holdfast.v1.Removed.$Properties instead.
             */

            /**
             * Shape of a Removed.
             * @typedef {holdfast.v1.Removed.$Properties} holdfast.v1.Removed.$Shape
             */

            /**
             * Constructs a new Removed.
             * @memberof holdfast.v1
             * @classdesc Represents a Removed.
             * @constructor
             * @param {holdfast.v1.Removed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Removed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Removed message. Does not implicitly {@link holdfast.v1.Removed.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Removed
             * @static
             * @param {holdfast.v1.Removed.$Properties} message Removed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Removed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Removed message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Removed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Removed & holdfast.v1.Removed.$Shape} Removed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Removed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Removed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Removed;
        })();

        v1.Described = (function() {

            /**
             * Properties of a Described.
             * @typedef {Object} holdfast.v1.Described.$Properties
             * @property {number} [contentBytes] Described contentBytes
             * @property {number} [timeoutMinutes] Described timeoutMinutes
             * @property {number|null} [timeLeftMs] Described timeLeftMs
             * @property {boolean} [uninitialized] Described uninitialized
             * @property {Uint8Array} [version] Described version
             * @property {holdfast.v1.DescribedLock.$Properties} [lock] Described lock
             * @property {number} [waiters] Described waiters
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Described.
             * @memberof holdfast.v1
             * @interface IDescribed
             * @augments holdfast.v1.Described.$Properties
             * @deprecated Use holdfast.v1.Described.$Properties instead.
             */

            /**
             * Shape of a Described.
             * @typedef {holdfast.v1.Described.$Properties} holdfast.v1.Described.$Shape
             */

            /**
             * Constructs a new Described.
             * @memberof holdfast.v1
             * @classdesc Represents a Described.
             * @constructor
             * @param {holdfast.v1.Described.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Described = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Described contentBytes.
             * @member {number} contentBytes
             * @memberof holdfast.v1.Described
             * @instance
             */
            Described.prototype.contentBytes = 0;

            /**
             * Described timeoutMinutes.
             * @member {number} timeoutMinutes
             * @memberof holdfast.v1.Described
             * @instance
             */
            Described.prototype.timeoutMinutes = 0;

            /**
             * Described timeLeftMs.
             * @member {number|null} timeLeftMs
             * @memberof holdfast.v1.Described
             * @instance
             */
            Described.prototype.timeLeftMs = null;

            /**
             * Described uninitialized.
             * @member {boolean} uninitialized
             * @memberof holdfast.v1.Described
             * @instance
             */
            Described.prototype.uninitialized = false;

            /**
             * Described version.
             * @member {Uint8Array} version
             * @memberof holdfast.v1.Described
             * @instance
             */
            Described.prototype.version = $util.newBuffer([]);

            /**
             * Described lock.
             * @member {holdfast.v1.DescribedLock} lock
             * @memberof holdfast.v1.Described
             * @instance
             */
            Described.prototype.lock = null;

            /**
             * Described waiters.
             * @member {number} waiters
             * @memberof holdfast.v1.Described
             * @instance
             */
            Described.prototype.waiters = 0;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Described.prototype, "_timeLeftMs", {
                get: $util.oneOfGetter($oneOfFields = ["timeLeftMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Described message. Does not implicitly {@link holdfast.v1.Described.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.Described
             * @static
             * @param {holdfast.v1.Described.$Properties} message Described message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Described.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.contentBytes != null && $Object.hasOwnProperty.call(message, "contentBytes") && message.contentBytes !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.contentBytes);
                if (message.timeoutMinutes != null && $Object.hasOwnProperty.call(message, "timeoutMinutes") && message.timeoutMinutes !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMinutes);
                if (message.timeLeftMs != null && $Object.hasOwnProperty.call(message, "timeLeftMs"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timeLeftMs);
                if (message.uninitialized != null && $Object.hasOwnProperty.call(message, "uninitialized") && message.uninitialized !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.uninitialized);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.version);
                if (message.lock != null && $Object.hasOwnProperty.call(message, "lock"))
                    $root.holdfast.v1.DescribedLock.encode(message.lock, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.waiters != null && $Object.hasOwnProperty.call(message, "waiters") && message.waiters !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.waiters);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Described message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.Described
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.Described & holdfast.v1.Described.$Shape} Described
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Described.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.Described();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.contentBytes = value;
                            else
                                delete message.contentBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMinutes = value;
                            else
                                delete message.timeoutMinutes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.timeLeftMs = reader.uint64();
                            message._timeLeftMs = "timeLeftMs";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.uninitialized = value;
                            else
                                delete message.uninitialized;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.lock = $root.holdfast.v1.DescribedLock.decode(reader, reader.size(), $undefined, _depth + 1, message.lock);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.waiters = value;
                            else
                                delete message.waiters;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Described;
        })();

        v1.DescribedLock = (function() {

            /**
             * Properties of a DescribedLock.
             * @typedef {Object} holdfast.v1.DescribedLock.$Properties
             * @property {number} [ageMs] DescribedLock ageMs
             * @property {google.protobuf.Timestamp.$Properties} [since] DescribedLock since
             * @property {number} [leaseLeftMs] DescribedLock leaseLeftMs
             * @property {holdfast.v1.Door} [holderDoor] DescribedLock holderDoor
             * @property {string} [holderAddress] DescribedLock holderAddress
             * @property {number} [requestNumber] DescribedLock requestNumber
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DescribedLock.
             * @memberof holdfast.v1
             * @interface IDescribedLock
             * @augments holdfast.v1.DescribedLock.$Properties
             * @deprecated Use holdfast.v1.DescribedLock.$Properties instead.
             */

            /**
             * Shape of a DescribedLock.
             * @typedef {holdfast.v1.DescribedLock.$Properties} holdfast.v1.DescribedLock.$Shape
             */

            /**
             * Constructs a new DescribedLock.
             * @memberof holdfast.v1
             * @classdesc Represents a DescribedLock.
             * @constructor
             * @param {holdfast.v1.DescribedLock.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DescribedLock = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DescribedLock ageMs.
             * @member {number} ageMs
             * @memberof holdfast.v1.DescribedLock
             * @instance
             */
            DescribedLock.prototype.ageMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * DescribedLock since.
             * @member {google.protobuf.Timestamp} since
             * @memberof holdfast.v1.DescribedLock
             * @instance
             */
            DescribedLock.prototype.since = null;

            /**
             * DescribedLock leaseLeftMs.
             * @member {number} leaseLeftMs
             * @memberof holdfast.v1.DescribedLock
             * @instance
             */
            DescribedLock.prototype.leaseLeftMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * DescribedLock holderDoor.
             * @member {holdfast.v1.Door} holderDoor
             * @memberof holdfast.v1.DescribedLock
             * @instance
             */
            DescribedLock.prototype.holderDoor = 0;

            /**
             * DescribedLock holderAddress.
             * @member {string} holderAddress
             * @memberof holdfast.v1.DescribedLock
             * @instance
             */
            DescribedLock.prototype.holderAddress = "";

            /**
             * DescribedLock requestNumber.
             * @member {number} requestNumber
             * @memberof holdfast.v1.DescribedLock
             * @instance
             */
            DescribedLock.prototype.requestNumber = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified DescribedLock message. Does not implicitly {@link holdfast.v1.DescribedLock.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.DescribedLock
             * @static
             * @param {holdfast.v1.DescribedLock.$Properties} message DescribedLock message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DescribedLock.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs") && (typeof message.ageMs === "object" ? message.ageMs.low || message.ageMs.high : message.ageMs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.ageMs);
                if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                    $root.google.protobuf.Timestamp.encode(message.since, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.leaseLeftMs != null && $Object.hasOwnProperty.call(message, "leaseLeftMs") && (typeof message.leaseLeftMs === "object" ? message.leaseLeftMs.low || message.leaseLeftMs.high : message.leaseLeftMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.leaseLeftMs);
                if (message.holderDoor != null && $Object.hasOwnProperty.call(message, "holderDoor") && message.holderDoor !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.holderDoor);
                if (message.holderAddress != null && $Object.hasOwnProperty.call(message, "holderAddress") && message.holderAddress !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.holderAddress);
                if (message.requestNumber != null && $Object.hasOwnProperty.call(message, "requestNumber") && (typeof message.requestNumber === "object" ? message.requestNumber.low || message.requestNumber.high : message.requestNumber !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.requestNumber);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DescribedLock message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.DescribedLock
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.DescribedLock & holdfast.v1.DescribedLock.$Shape} DescribedLock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DescribedLock.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.DescribedLock();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.ageMs = value;
                            else
                                delete message.ageMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.since = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.since);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseLeftMs = value;
                            else
                                delete message.leaseLeftMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.holderDoor = value;
                            else
                                delete message.holderDoor;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.holderAddress = value;
                            else
                                delete message.holderAddress;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.requestNumber = value;
                            else
                                delete message.requestNumber;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DescribedLock;
        })();

        /**
         * Door enum.
         * @name holdfast.v1.Door
         * @enum {number}
         * @property {number} DOOR_UNSPECIFIED=0 DOOR_UNSPECIFIED value
         * @property {number} DOOR_GATEWAY=1 DOOR_GATEWAY value
         * @property {number} DOOR_GRPC=2 DOOR_GRPC value
         */
        v1.Door = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DOOR_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DOOR_GATEWAY"] = 1;
            values[valuesById[2] = "DOOR_GRPC"] = 2;
            return values;
        })();

        v1.PipeRequest = (function() {

            /**
             * Properties of a PipeRequest.
             * @typedef {Object} holdfast.v1.PipeRequest.$Properties
             * @property {Array.<holdfast.v1.PipeCommand.$Properties>} [commands] PipeRequest commands
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PipeRequest.
             * @memberof holdfast.v1
             * @interface IPipeRequest
             * @augments holdfast.v1.PipeRequest.$Properties
             * @deprecated Use holdfast.v1.PipeRequest.$Properties instead.
             */

            /**
             * Shape of a PipeRequest.
             * @typedef {{
             *   commands?: Array.<holdfast.v1.PipeCommand.$Shape>;
             *   $unknowns?: Array.<Uint8Array>;
             * }} holdfast.v1.PipeRequest.$Shape
             */

            /**
             * Constructs a new PipeRequest.
             * @memberof holdfast.v1
             * @classdesc Represents a PipeRequest.
             * @constructor
             * @param {holdfast.v1.PipeRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PipeRequest = function (properties) {
                this.commands = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PipeRequest commands.
             * @member {Array.<holdfast.v1.PipeCommand>} commands
             * @memberof holdfast.v1.PipeRequest
             * @instance
             */
            PipeRequest.prototype.commands = $util.emptyArray;

            /**
             * Encodes the specified PipeRequest message. Does not implicitly {@link holdfast.v1.PipeRequest.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.PipeRequest
             * @static
             * @param {holdfast.v1.PipeRequest.$Properties} message PipeRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PipeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.commands != null && message.commands.length)
                    for (let i = 0; i < message.commands.length; ++i)
                        $root.holdfast.v1.PipeCommand.encode(message.commands[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PipeRequest message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.PipeRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.PipeRequest & holdfast.v1.PipeRequest.$Shape} PipeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PipeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.PipeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.commands && message.commands.length))
                                message.commands = [];
                            message.commands.push($root.holdfast.v1.PipeCommand.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PipeRequest;
        })();

        v1.PipeCommand = (function() {

            /**
             * Properties of a PipeCommand.
             * @typedef {Object} holdfast.v1.PipeCommand.$Properties
             * @property {number} [id] PipeCommand id
             * @property {holdfast.v1.GetRequest.$Properties|null} [get] PipeCommand get
             * @property {holdfast.v1.GetExclusiveRequest.$Properties|null} [getExclusive] PipeCommand getExclusive
             * @property {holdfast.v1.SetRequest.$Properties|null} [set] PipeCommand set
             * @property {holdfast.v1.ReleaseExclusiveRequest.$Properties|null} [releaseExclusive] PipeCommand releaseExclusive
             * @property {holdfast.v1.RenewExclusiveRequest.$Properties|null} [renewExclusive] PipeCommand renewExclusive
             * @property {holdfast.v1.RemoveRequest.$Properties|null} [remove] PipeCommand remove
             * @property {holdfast.v1.ResetTimeoutRequest.$Properties|null} [resetTimeout] PipeCommand resetTimeout
             * @property {holdfast.v1.DescribeRequest.$Properties|null} [describe] PipeCommand describe
             * @property {"get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe"} [command] PipeCommand command
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PipeCommand.
             * @memberof holdfast.v1
             * @interface IPipeCommand
             * @augments holdfast.v1.PipeCommand.$Properties
             * @deprecated Use holdfast.v1.PipeCommand.$Properties instead.
             */

            /**
             * Narrowed shape of a PipeCommand.
             * @typedef {{
             *   id?: number;
             *   get?: holdfast.v1.GetRequest.$Shape|null;
             *   getExclusive?: holdfast.v1.GetExclusiveRequest.$Shape|null;
             *   set?: holdfast.v1.SetRequest.$Shape|null;
             *   releaseExclusive?: holdfast.v1.ReleaseExclusiveRequest.$Shape|null;
             *   renewExclusive?: holdfast.v1.RenewExclusiveRequest.$Shape|null;
             *   remove?: holdfast.v1.RemoveRequest.$Shape|null;
             *   resetTimeout?: holdfast.v1.ResetTimeoutRequest.$Shape|null;
             *   describe?: holdfast.v1.DescribeRequest.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ command?: undefined; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "get"; get: holdfast.v1.GetRequest.$Shape; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "getExclusive"; get?: null; getExclusive: holdfast.v1.GetExclusiveRequest.$Shape; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "set"; get?: null; getExclusive?: null; set: holdfast.v1.SetRequest.$Shape; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "releaseExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive: holdfast.v1.ReleaseExclusiveRequest.$Shape; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "renewExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive: holdfast.v1.RenewExclusiveRequest.$Shape; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "remove"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove: holdfast.v1.RemoveRequest.$Shape; resetTimeout?: null; describe?: null }|{ command?: "resetTimeout"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout: holdfast.v1.ResetTimeoutRequest.$Shape; describe?: null }|{ command?: "describe"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe: holdfast.v1.DescribeRequest.$Shape })
             * )} holdfast.v1.PipeCommand.$Shape
             */

            /**
             * Constructs a new PipeCommand.
             * @memberof holdfast.v1
             * @classdesc Represents a PipeCommand.
             * @constructor
             * @param {holdfast.v1.PipeCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PipeCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PipeCommand id.
             * @member {number} id
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.id = 0;

            /**
             * PipeCommand get.
             * @member {holdfast.v1.GetRequest|null} get
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.get = null;

            /**
             * PipeCommand getExclusive.
             * @member {holdfast.v1.GetExclusiveRequest|null} getExclusive
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.getExclusive = null;

            /**
             * PipeCommand set.
             * @member {holdfast.v1.SetRequest|null} set
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.set = null;

            /**
             * PipeCommand releaseExclusive.
             * @member {holdfast.v1.ReleaseExclusiveRequest|null} releaseExclusive
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.releaseExclusive = null;

            /**
             * PipeCommand renewExclusive.
             * @member {holdfast.v1.RenewExclusiveRequest|null} renewExclusive
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.renewExclusive = null;

            /**
             * PipeCommand remove.
             * @member {holdfast.v1.RemoveRequest|null} remove
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.remove = null;

            /**
             * PipeCommand resetTimeout.
             * @member {holdfast.v1.ResetTimeoutRequest|null} resetTimeout
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.resetTimeout = null;

            /**
             * PipeCommand describe.
             * @member {holdfast.v1.DescribeRequest|null} describe
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            PipeCommand.prototype.describe = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * PipeCommand command.
             * @member {"get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe"|undefined} command
             * @memberof holdfast.v1.PipeCommand
             * @instance
             */
            $Object.defineProperty(PipeCommand.prototype, "command", {
                get: $util.oneOfGetter($oneOfFields = ["get", "getExclusive", "set", "releaseExclusive", "renewExclusive", "remove", "resetTimeout", "describe"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified PipeCommand message. Does not implicitly {@link holdfast.v1.PipeCommand.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.PipeCommand
             * @static
             * @param {holdfast.v1.PipeCommand.$Properties} message PipeCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PipeCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                    $root.holdfast.v1.GetRequest.encode(message.get, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.getExclusive != null && $Object.hasOwnProperty.call(message, "getExclusive"))
                    $root.holdfast.v1.GetExclusiveRequest.encode(message.getExclusive, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    $root.holdfast.v1.SetRequest.encode(message.set, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.releaseExclusive != null && $Object.hasOwnProperty.call(message, "releaseExclusive"))
                    $root.holdfast.v1.ReleaseExclusiveRequest.encode(message.releaseExclusive, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.renewExclusive != null && $Object.hasOwnProperty.call(message, "renewExclusive"))
                    $root.holdfast.v1.RenewExclusiveRequest.encode(message.renewExclusive, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.remove != null && $Object.hasOwnProperty.call(message, "remove"))
                    $root.holdfast.v1.RemoveRequest.encode(message.remove, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.resetTimeout != null && $Object.hasOwnProperty.call(message, "resetTimeout"))
                    $root.holdfast.v1.ResetTimeoutRequest.encode(message.resetTimeout, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.describe != null && $Object.hasOwnProperty.call(message, "describe"))
                    $root.holdfast.v1.DescribeRequest.encode(message.describe, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PipeCommand message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.PipeCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.PipeCommand & holdfast.v1.PipeCommand.$Shape} PipeCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PipeCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.PipeCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.holdfast.v1.GetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            message.command = "get";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.getExclusive = $root.holdfast.v1.GetExclusiveRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.getExclusive);
                            message.command = "getExclusive";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.set = $root.holdfast.v1.SetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.set);
                            message.command = "set";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.releaseExclusive = $root.holdfast.v1.ReleaseExclusiveRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.releaseExclusive);
                            message.command = "releaseExclusive";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.renewExclusive = $root.holdfast.v1.RenewExclusiveRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.renewExclusive);
                            message.command = "renewExclusive";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.remove = $root.holdfast.v1.RemoveRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.remove);
                            message.command = "remove";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.resetTimeout = $root.holdfast.v1.ResetTimeoutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.resetTimeout);
                            message.command = "resetTimeout";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.describe = $root.holdfast.v1.DescribeRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.describe);
                            message.command = "describe";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PipeCommand;
        })();

        v1.PipeResponse = (function() {

            /**
             * Properties of a PipeResponse.
             * @typedef {Object} holdfast.v1.PipeResponse.$Properties
             * @property {Array.<holdfast.v1.PipeAnswer.$Properties>} [answers] PipeResponse answers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PipeResponse.
             * @memberof holdfast.v1
             * @interface IPipeResponse
             * @augments holdfast.v1.PipeResponse.$Properties
             * @deprecated Use holdfast.v1.PipeResponse.$Properties instead.
             */

            /**
             * Shape of a PipeResponse.
             * @typedef {{
             *   answers?: Array.<holdfast.v1.PipeAnswer.$Shape>;
             *   $unknowns?: Array.<Uint8Array>;
             * }} holdfast.v1.PipeResponse.$Shape
             */

            /**
             * Constructs a new PipeResponse.
             * @memberof holdfast.v1
             * @classdesc Represents a PipeResponse.
             * @constructor
             * @param {holdfast.v1.PipeResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PipeResponse = function (properties) {
                this.answers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PipeResponse answers.
             * @member {Array.<holdfast.v1.PipeAnswer>} answers
             * @memberof holdfast.v1.PipeResponse
             * @instance
             */
            PipeResponse.prototype.answers = $util.emptyArray;

            /**
             * Encodes the specified PipeResponse message. Does not implicitly {@link holdfast.v1.PipeResponse.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.PipeResponse
             * @static
             * @param {holdfast.v1.PipeResponse.$Properties} message PipeResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PipeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.answers != null && message.answers.length)
                    for (let i = 0; i < message.answers.length; ++i)
                        $root.holdfast.v1.PipeAnswer.encode(message.answers[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PipeResponse message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.PipeResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.PipeResponse & holdfast.v1.PipeResponse.$Shape} PipeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PipeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.PipeResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.answers && message.answers.length))
                                message.answers = [];
                            message.answers.push($root.holdfast.v1.PipeAnswer.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PipeResponse;
        })();

        v1.PipeAnswer = (function() {

            /**
             * Properties of a PipeAnswer.
             * @typedef {Object} holdfast.v1.PipeAnswer.$Properties
             * @property {number} [id] PipeAnswer id
             * @property {holdfast.v1.GetResponse.$Properties|null} [get] PipeAnswer get
             * @property {holdfast.v1.GetExclusiveResponse.$Properties|null} [getExclusive] PipeAnswer getExclusive
             * @property {holdfast.v1.SetResponse.$Properties|null} [set] PipeAnswer set
             * @property {holdfast.v1.ReleaseExclusiveResponse.$Properties|null} [releaseExclusive] PipeAnswer releaseExclusive
             * @property {holdfast.v1.RenewExclusiveResponse.$Properties|null} [renewExclusive] PipeAnswer renewExclusive
             * @property {holdfast.v1.RemoveResponse.$Properties|null} [remove] PipeAnswer remove
             * @property {holdfast.v1.ResetTimeoutResponse.$Properties|null} [resetTimeout] PipeAnswer resetTimeout
             * @property {holdfast.v1.DescribeResponse.$Properties|null} [describe] PipeAnswer describe
             * @property {google.rpc.Status.$Properties|null} [error] PipeAnswer error
             * @property {"get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe"|"error"} [answer] PipeAnswer answer
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PipeAnswer.
             * @memberof holdfast.v1
             * @interface IPipeAnswer
             * @augments holdfast.v1.PipeAnswer.$Properties
             * @deprecated Use holdfast.v1.PipeAnswer.$Properties instead.
             */

            /**
             * Narrowed shape of a PipeAnswer.
             * @typedef {{
             *   id?: number;
             *   get?: holdfast.v1.GetResponse.$Shape|null;
             *   getExclusive?: holdfast.v1.GetExclusiveResponse.$Shape|null;
             *   set?: holdfast.v1.SetResponse.$Shape|null;
             *   releaseExclusive?: holdfast.v1.ReleaseExclusiveResponse.$Shape|null;
             *   renewExclusive?: holdfast.v1.RenewExclusiveResponse.$Shape|null;
             *   remove?: holdfast.v1.RemoveResponse.$Shape|null;
             *   resetTimeout?: holdfast.v1.ResetTimeoutResponse.$Shape|null;
             *   describe?: holdfast.v1.DescribeResponse.$Shape|null;
             *   error?: google.rpc.Status.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ answer?: undefined; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "get"; get: holdfast.v1.GetResponse.$Shape; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "getExclusive"; get?: null; getExclusive: holdfast.v1.GetExclusiveResponse.$Shape; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "set"; get?: null; getExclusive?: null; set: holdfast.v1.SetResponse.$Shape; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "releaseExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive: holdfast.v1.ReleaseExclusiveResponse.$Shape; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "renewExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive: holdfast.v1.RenewExclusiveResponse.$Shape; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "remove"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove: holdfast.v1.RemoveResponse.$Shape; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "resetTimeout"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout: holdfast.v1.ResetTimeoutResponse.$Shape; describe?: null; error?: null }|{ answer?: "describe"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe: holdfast.v1.DescribeResponse.$Shape; error?: null }|{ answer?: "error"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error: google.rpc.Status.$Shape })
             * )} holdfast.v1.PipeAnswer.$Shape
             */

            /**
             * Constructs a new PipeAnswer.
             * @memberof holdfast.v1
             * @classdesc Represents a PipeAnswer.
             * @constructor
             * @param {holdfast.v1.PipeAnswer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PipeAnswer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PipeAnswer id.
             * @member {number} id
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.id = 0;

            /**
             * PipeAnswer get.
             * @member {holdfast.v1.GetResponse|null} get
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.get = null;

            /**
             * PipeAnswer getExclusive.
             * @member {holdfast.v1.GetExclusiveResponse|null} getExclusive
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.getExclusive = null;

            /**
             * PipeAnswer set.
             * @member {holdfast.v1.SetResponse|null} set
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.set = null;

            /**
             * PipeAnswer releaseExclusive.
             * @member {holdfast.v1.ReleaseExclusiveResponse|null} releaseExclusive
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.releaseExclusive = null;

            /**
             * PipeAnswer renewExclusive.
             * @member {holdfast.v1.RenewExclusiveResponse|null} renewExclusive
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.renewExclusive = null;

            /**
             * PipeAnswer remove.
             * @member {holdfast.v1.RemoveResponse|null} remove
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.remove = null;

            /**
             * PipeAnswer resetTimeout.
             * @member {holdfast.v1.ResetTimeoutResponse|null} resetTimeout
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.resetTimeout = null;

            /**
             * PipeAnswer describe.
             * @member {holdfast.v1.DescribeResponse|null} describe
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.describe = null;

            /**
             * PipeAnswer error.
             * @member {google.rpc.Status|null} error
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            PipeAnswer.prototype.error = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * PipeAnswer answer.
             * @member {"get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe"|"error"|undefined} answer
             * @memberof holdfast.v1.PipeAnswer
             * @instance
             */
            $Object.defineProperty(PipeAnswer.prototype, "answer", {
                get: $util.oneOfGetter($oneOfFields = ["get", "getExclusive", "set", "releaseExclusive", "renewExclusive", "remove", "resetTimeout", "describe", "error"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified PipeAnswer message. Does not implicitly {@link holdfast.v1.PipeAnswer.verify|verify} messages.
             * @function encode
             * @memberof holdfast.v1.PipeAnswer
             * @static
             * @param {holdfast.v1.PipeAnswer.$Properties} message PipeAnswer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PipeAnswer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                    $root.holdfast.v1.GetResponse.encode(message.get, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.getExclusive != null && $Object.hasOwnProperty.call(message, "getExclusive"))
                    $root.holdfast.v1.GetExclusiveResponse.encode(message.getExclusive, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.set != null && $Object.hasOwnProperty.call(message, "set"))
                    $root.holdfast.v1.SetResponse.encode(message.set, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.releaseExclusive != null && $Object.hasOwnProperty.call(message, "releaseExclusive"))
                    $root.holdfast.v1.ReleaseExclusiveResponse.encode(message.releaseExclusive, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.renewExclusive != null && $Object.hasOwnProperty.call(message, "renewExclusive"))
                    $root.holdfast.v1.RenewExclusiveResponse.encode(message.renewExclusive, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.remove != null && $Object.hasOwnProperty.call(message, "remove"))
                    $root.holdfast.v1.RemoveResponse.encode(message.remove, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.resetTimeout != null && $Object.hasOwnProperty.call(message, "resetTimeout"))
                    $root.holdfast.v1.ResetTimeoutResponse.encode(message.resetTimeout, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.describe != null && $Object.hasOwnProperty.call(message, "describe"))
                    $root.holdfast.v1.DescribeResponse.encode(message.describe, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.google.rpc.Status.encode(message.error, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PipeAnswer message from the specified reader or buffer.
             * @function decode
             * @memberof holdfast.v1.PipeAnswer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {holdfast.v1.PipeAnswer & holdfast.v1.PipeAnswer.$Shape} PipeAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PipeAnswer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.holdfast.v1.PipeAnswer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.holdfast.v1.GetResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            message.answer = "get";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.getExclusive = $root.holdfast.v1.GetExclusiveResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.getExclusive);
                            message.answer = "getExclusive";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.set = $root.holdfast.v1.SetResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.set);
                            message.answer = "set";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.releaseExclusive = $root.holdfast.v1.ReleaseExclusiveResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.releaseExclusive);
                            message.answer = "releaseExclusive";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.renewExclusive = $root.holdfast.v1.RenewExclusiveResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.renewExclusive);
                            message.answer = "renewExclusive";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.remove = $root.holdfast.v1.RemoveResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.remove);
                            message.answer = "remove";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.resetTimeout = $root.holdfast.v1.ResetTimeoutResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.resetTimeout);
                            message.answer = "resetTimeout";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.describe = $root.holdfast.v1.DescribeResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.describe);
                            message.answer = "describe";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.google.rpc.Status.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.answer = "error";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PipeAnswer;
        })();

        return v1;
    })();

    return holdfast;
})();

export const google = $root.google = (() => {

    /**
     * Namespace google.
     * @exports google
     * @namespace
     */
    const google = {};

    google.protobuf = (function() {

        /**
         * Namespace protobuf.
         * @memberof google
         * @namespace
         */
        const protobuf = {};

        protobuf.Any = (function() {

            /**
             * Properties of an Any.
             * @typedef {Object} google.protobuf.Any.$Properties
             * @property {string} [type_url] Any type_url
             * @property {Uint8Array} [value] Any value
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Any.
             * @memberof google.protobuf
             * @interface IAny
             * @augments google.protobuf.Any.$Properties
             * @deprecated Use google.protobuf.Any.$Properties instead.
             */

            /**
             * Shape of an Any.
             * @typedef {google.protobuf.Any.$Properties} google.protobuf.Any.$Shape
             */

            /**
             * Constructs a new Any.
             * @memberof google.protobuf
             * @classdesc Represents an Any.
             * @constructor
             * @param {google.protobuf.Any.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Any = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Any type_url.
             * @member {string} type_url
             * @memberof google.protobuf.Any
             * @instance
             */
            Any.prototype.type_url = "";

            /**
             * Any value.
             * @member {Uint8Array} value
             * @memberof google.protobuf.Any
             * @instance
             */
            Any.prototype.value = $util.newBuffer([]);

            /**
             * Encodes the specified Any message. Does not implicitly {@link google.protobuf.Any.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Any
             * @static
             * @param {google.protobuf.Any.$Properties} message Any message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Any.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type_url != null && $Object.hasOwnProperty.call(message, "type_url") && message.type_url !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.type_url);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Any message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Any
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Any & google.protobuf.Any.$Shape} Any
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Any.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Any();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type_url = value;
                            else
                                delete message.type_url;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Any;
        })();

        protobuf.Timestamp = (function() {

            /**
             * Properties of a Timestamp.
             * @typedef {Object} google.protobuf.Timestamp.$Properties
             * @property {number} [seconds] Timestamp seconds
             * @property {number} [nanos] Timestamp nanos
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Timestamp.
             * @memberof google.protobuf
             * @interface ITimestamp
             * @augments google.protobuf.Timestamp.$Properties
             * @deprecated Use google.protobuf.Timestamp.$Properties instead.
             */

            /**
             * Shape of a Timestamp.
             * @typedef {google.protobuf.Timestamp.$Properties} google.protobuf.Timestamp.$Shape
             */

            /**
             * Constructs a new Timestamp.
             * @memberof google.protobuf
             * @classdesc Represents a Timestamp.
             * @constructor
             * @param {google.protobuf.Timestamp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Timestamp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Timestamp seconds.
             * @member {number} seconds
             * @memberof google.protobuf.Timestamp
             * @instance
             */
            Timestamp.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Timestamp nanos.
             * @member {number} nanos
             * @memberof google.protobuf.Timestamp
             * @instance
             */
            Timestamp.prototype.nanos = 0;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {google.protobuf.Timestamp.$Properties} message Timestamp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Timestamp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).int64(message.seconds);
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.nanos);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Timestamp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Timestamp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nanos = value;
                            else
                                delete message.nanos;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Timestamp;
        })();

        return protobuf;
    })();

    google.rpc = (function() {

        /**
         * Namespace rpc.
         * @memberof google
         * @namespace
         */
        const rpc = {};

        rpc.ErrorInfo = (function() {

            /**
             * Properties of an ErrorInfo.
             * @typedef {Object} google.rpc.ErrorInfo.$Properties
             * @property {string} [reason] ErrorInfo reason
             * @property {string} [domain] ErrorInfo domain
             * @property {Object.<string,string>} [metadata] ErrorInfo metadata
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ErrorInfo.
             * @memberof google.rpc
             * @interface IErrorInfo
             * @augments google.rpc.ErrorInfo.$Properties
             * @deprecated Use google.rpc.ErrorInfo.$Properties instead.
             */

            /**
             * Shape of an ErrorInfo.
             * @typedef {google.rpc.ErrorInfo.$Properties} google.rpc.ErrorInfo.$Shape
             */

            /**
             * Constructs a new ErrorInfo.
             * @memberof google.rpc
             * @classdesc Represents an ErrorInfo.
             * @constructor
             * @param {google.rpc.ErrorInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ErrorInfo = function (properties) {
                this.metadata = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ErrorInfo reason.
             * @member {string} reason
             * @memberof google.rpc.ErrorInfo
             * @instance
             */
            ErrorInfo.prototype.reason = "";

            /**
             * ErrorInfo domain.
             * @member {string} domain
             * @memberof google.rpc.ErrorInfo
             * @instance
             */
            ErrorInfo.prototype.domain = "";

            /**
             * ErrorInfo metadata.
             * @member {Object.<string,string>} metadata
             * @memberof google.rpc.ErrorInfo
             * @instance
             */
            ErrorInfo.prototype.metadata = $util.emptyObject;

            /**
             * Encodes the specified ErrorInfo message. Does not implicitly {@link google.rpc.ErrorInfo.verify|verify} messages.
             * @function encode
             * @memberof google.rpc.ErrorInfo
             * @static
             * @param {google.rpc.ErrorInfo.$Properties} message ErrorInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ErrorInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                if (message.domain != null && $Object.hasOwnProperty.call(message, "domain") && message.domain !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.domain);
                if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                    for (let keys = $Object.keys(message.metadata), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.metadata[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ErrorInfo message from the specified reader or buffer.
             * @function decode
             * @memberof google.rpc.ErrorInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.rpc.ErrorInfo & google.rpc.ErrorInfo.$Shape} ErrorInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ErrorInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.rpc.ErrorInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.domain = value;
                            else
                                delete message.domain;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (message.metadata === $util.emptyObject)
                                message.metadata = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.metadata, key);
                            message.metadata[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ErrorInfo;
        })();

        rpc.Status = (function() {

            /**
             * Properties of a Status.
             * @typedef {Object} google.rpc.Status.$Properties
             * @property {number} [code] Status code
             * @property {string} [message] Status message
             * @property {Array.<google.protobuf.Any.$Properties>} [details] Status details
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Status.
             * @memberof google.rpc
             * @interface IStatus
             * @augments google.rpc.Status.$Properties
             * @deprecated Use google.rpc.Status.$Properties instead.
             */

            /**
             * Shape of a Status.
             * @typedef {google.rpc.Status.$Properties} google.rpc.Status.$Shape
             */

            /**
             * Constructs a new Status.
             * @memberof google.rpc
             * @classdesc Represents a Status.
             * @constructor
             * @param {google.rpc.Status.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Status = function (properties) {
                this.details = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Status code.
             * @member {number} code
             * @memberof google.rpc.Status
             * @instance
             */
            Status.prototype.code = 0;

            /**
             * Status message.
             * @member {string} message
             * @memberof google.rpc.Status
             * @instance
             */
            Status.prototype.message = "";

            /**
             * Status details.
             * @member {Array.<google.protobuf.Any>} details
             * @memberof google.rpc.Status
             * @instance
             */
            Status.prototype.details = $util.emptyArray;

            /**
             * Encodes the specified Status message. Does not implicitly {@link google.rpc.Status.verify|verify} messages.
             * @function encode
             * @memberof google.rpc.Status
             * @static
             * @param {google.rpc.Status.$Properties} message Status message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Status.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.details != null && message.details.length)
                    for (let i = 0; i < message.details.length; ++i)
                        $root.google.protobuf.Any.encode(message.details[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @function decode
             * @memberof google.rpc.Status
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.rpc.Status & google.rpc.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Status.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.rpc.Status();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.details && message.details.length))
                                message.details = [];
                            message.details.push($root.google.protobuf.Any.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Status;
        })();

        return rpc;
    })();

    return google;
})();

export {
  $root as default
};
