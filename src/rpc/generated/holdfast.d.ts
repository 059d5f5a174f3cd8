// Made by `npm run generate` from proto/. Not to be edited.
import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace holdfast. */
export namespace holdfast {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a GetRequest.
         * @deprecated Use holdfast.v1.GetRequest.$Properties instead.
         */
        interface IGetRequest extends holdfast.v1.GetRequest.$Properties {
        }

        /** Represents a GetRequest. */
        class GetRequest {

            /**
             * Constructs a new GetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.GetRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetRequest application. */
            application: string;

            /** GetRequest id. */
            id: string;

            /** GetRequest waitMs. */
            waitMs: (number|null);

            /** GetRequest requestId. */
            requestId: (Uint8Array|null);

            /**
             * Encodes the specified GetRequest message. Does not implicitly {@link holdfast.v1.GetRequest.verify|verify} messages.
             * @param message GetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.GetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.GetRequest & holdfast.v1.GetRequest.$Shape} GetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.GetRequest & holdfast.v1.GetRequest.$Shape;
        }

        namespace GetRequest {

            /** Properties of a GetRequest. */
            interface $Properties {

                /** GetRequest application */
                application?: string;

                /** GetRequest id */
                id?: string;

                /** GetRequest waitMs */
                waitMs?: (number|null);

                /** GetRequest requestId */
                requestId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetRequest. */
            type $Shape = holdfast.v1.GetRequest.$Properties;
        }

        /**
         * Properties of a GetResponse.
         * @deprecated Use holdfast.v1.GetResponse.$Properties instead.
         */
        interface IGetResponse extends holdfast.v1.GetResponse.$Properties {
        }

        /** Represents a GetResponse. */
        class GetResponse {

            /**
             * Constructs a new GetResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.GetResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetResponse found. */
            found: (holdfast.v1.Found|null);

            /** GetResponse locked. */
            locked: (holdfast.v1.Locked|null);

            /** GetResponse missing. */
            missing: (holdfast.v1.Missing|null);

            /** GetResponse outcome. */
            outcome?: ("found"|"locked"|"missing");

            /**
             * Encodes the specified GetResponse message. Does not implicitly {@link holdfast.v1.GetResponse.verify|verify} messages.
             * @param message GetResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.GetResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.GetResponse & holdfast.v1.GetResponse.$Shape} GetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.GetResponse & holdfast.v1.GetResponse.$Shape;
        }

        namespace GetResponse {

            /** Properties of a GetResponse. */
            interface $Properties {

                /** GetResponse found */
                found?: (holdfast.v1.Found.$Properties|null);

                /** GetResponse locked */
                locked?: (holdfast.v1.Locked.$Properties|null);

                /** GetResponse missing */
                missing?: (holdfast.v1.Missing.$Properties|null);

                /** GetResponse outcome */
                outcome?: ("found"|"locked"|"missing");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a GetResponse. */
            type $Shape = {
              found?: holdfast.v1.Found.$Shape|null;
              locked?: holdfast.v1.Locked.$Shape|null;
              missing?: holdfast.v1.Missing.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; found?: null; locked?: null; missing?: null }|{ outcome?: "found"; found: holdfast.v1.Found.$Shape; locked?: null; missing?: null }|{ outcome?: "locked"; found?: null; locked: holdfast.v1.Locked.$Shape; missing?: null }|{ outcome?: "missing"; found?: null; locked?: null; missing: holdfast.v1.Missing.$Shape })
            );
        }

        /**
         * Properties of a GetExclusiveRequest.
         * @deprecated Use holdfast.v1.GetExclusiveRequest.$Properties instead.
         */
        interface IGetExclusiveRequest extends holdfast.v1.GetExclusiveRequest.$Properties {
        }

        /** Represents a GetExclusiveRequest. */
        class GetExclusiveRequest {

            /**
             * Constructs a new GetExclusiveRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.GetExclusiveRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetExclusiveRequest application. */
            application: string;

            /** GetExclusiveRequest id. */
            id: string;

            /** GetExclusiveRequest waitMs. */
            waitMs: (number|null);

            /** GetExclusiveRequest lockLeaseMs. */
            lockLeaseMs: (number|null);

            /** GetExclusiveRequest requestId. */
            requestId: (Uint8Array|null);

            /**
             * Encodes the specified GetExclusiveRequest message. Does not implicitly {@link holdfast.v1.GetExclusiveRequest.verify|verify} messages.
             * @param message GetExclusiveRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.GetExclusiveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetExclusiveRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.GetExclusiveRequest & holdfast.v1.GetExclusiveRequest.$Shape} GetExclusiveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.GetExclusiveRequest & holdfast.v1.GetExclusiveRequest.$Shape;
        }

        namespace GetExclusiveRequest {

            /** Properties of a GetExclusiveRequest. */
            interface $Properties {

                /** GetExclusiveRequest application */
                application?: string;

                /** GetExclusiveRequest id */
                id?: string;

                /** GetExclusiveRequest waitMs */
                waitMs?: (number|null);

                /** GetExclusiveRequest lockLeaseMs */
                lockLeaseMs?: (number|null);

                /** GetExclusiveRequest requestId */
                requestId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetExclusiveRequest. */
            type $Shape = holdfast.v1.GetExclusiveRequest.$Properties;
        }

        /**
         * Properties of a GetExclusiveResponse.
         * @deprecated Use holdfast.v1.GetExclusiveResponse.$Properties instead.
         */
        interface IGetExclusiveResponse extends holdfast.v1.GetExclusiveResponse.$Properties {
        }

        /** Represents a GetExclusiveResponse. */
        class GetExclusiveResponse {

            /**
             * Constructs a new GetExclusiveResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.GetExclusiveResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetExclusiveResponse found. */
            found: (holdfast.v1.Found|null);

            /** GetExclusiveResponse locked. */
            locked: (holdfast.v1.Locked|null);

            /** GetExclusiveResponse missing. */
            missing: (holdfast.v1.Missing|null);

            /** GetExclusiveResponse outcome. */
            outcome?: ("found"|"locked"|"missing");

            /**
             * Encodes the specified GetExclusiveResponse message. Does not implicitly {@link holdfast.v1.GetExclusiveResponse.verify|verify} messages.
             * @param message GetExclusiveResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.GetExclusiveResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetExclusiveResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.GetExclusiveResponse & holdfast.v1.GetExclusiveResponse.$Shape} GetExclusiveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.GetExclusiveResponse & holdfast.v1.GetExclusiveResponse.$Shape;
        }

        namespace GetExclusiveResponse {

            /** Properties of a GetExclusiveResponse. */
            interface $Properties {

                /** GetExclusiveResponse found */
                found?: (holdfast.v1.Found.$Properties|null);

                /** GetExclusiveResponse locked */
                locked?: (holdfast.v1.Locked.$Properties|null);

                /** GetExclusiveResponse missing */
                missing?: (holdfast.v1.Missing.$Properties|null);

                /** GetExclusiveResponse outcome */
                outcome?: ("found"|"locked"|"missing");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a GetExclusiveResponse. */
            type $Shape = {
              found?: holdfast.v1.Found.$Shape|null;
              locked?: holdfast.v1.Locked.$Shape|null;
              missing?: holdfast.v1.Missing.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; found?: null; locked?: null; missing?: null }|{ outcome?: "found"; found: holdfast.v1.Found.$Shape; locked?: null; missing?: null }|{ outcome?: "locked"; found?: null; locked: holdfast.v1.Locked.$Shape; missing?: null }|{ outcome?: "missing"; found?: null; locked?: null; missing: holdfast.v1.Missing.$Shape })
            );
        }

        /**
         * Properties of a SetRequest.
         * @deprecated Use holdfast.v1.SetRequest.$Properties instead.
         */
        interface ISetRequest extends holdfast.v1.SetRequest.$Properties {
        }

        /** Represents a SetRequest. */
        class SetRequest {

            /**
             * Constructs a new SetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.SetRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetRequest application. */
            application: string;

            /** SetRequest id. */
            id: string;

            /** SetRequest content. */
            content: Uint8Array;

            /** SetRequest timeoutMinutes. */
            timeoutMinutes: (number|null);

            /** SetRequest cookie. */
            cookie: (number|null);

            /** SetRequest uninitialized. */
            uninitialized: boolean;

            /** SetRequest onlyIfAbsent. */
            onlyIfAbsent: boolean;

            /** SetRequest onlyIfVersion. */
            onlyIfVersion: (Uint8Array|null);

            /** SetRequest requestId. */
            requestId: (Uint8Array|null);

            /**
             * Encodes the specified SetRequest message. Does not implicitly {@link holdfast.v1.SetRequest.verify|verify} messages.
             * @param message SetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.SetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.SetRequest & holdfast.v1.SetRequest.$Shape} SetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.SetRequest & holdfast.v1.SetRequest.$Shape;
        }

        namespace SetRequest {

            /** Properties of a SetRequest. */
            interface $Properties {

                /** SetRequest application */
                application?: string;

                /** SetRequest id */
                id?: string;

                /** SetRequest content */
                content?: Uint8Array;

                /** SetRequest timeoutMinutes */
                timeoutMinutes?: (number|null);

                /** SetRequest cookie */
                cookie?: (number|null);

                /** SetRequest uninitialized */
                uninitialized?: boolean;

                /** SetRequest onlyIfAbsent */
                onlyIfAbsent?: boolean;

                /** SetRequest onlyIfVersion */
                onlyIfVersion?: (Uint8Array|null);

                /** SetRequest requestId */
                requestId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetRequest. */
            type $Shape = holdfast.v1.SetRequest.$Properties;
        }

        /**
         * Properties of a SetResponse.
         * @deprecated Use holdfast.v1.SetResponse.$Properties instead.
         */
        interface ISetResponse extends holdfast.v1.SetResponse.$Properties {
        }

        /** Represents a SetResponse. */
        class SetResponse {

            /**
             * Constructs a new SetResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.SetResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetResponse stored. */
            stored: (holdfast.v1.Stored|null);

            /** SetResponse locked. */
            locked: (holdfast.v1.Locked|null);

            /** SetResponse stale. */
            stale: (holdfast.v1.Stale|null);

            /** SetResponse conflict. */
            conflict: (holdfast.v1.Conflict|null);

            /** SetResponse full. */
            full: (holdfast.v1.Full|null);

            /** SetResponse outcome. */
            outcome?: ("stored"|"locked"|"stale"|"conflict"|"full");

            /**
             * Encodes the specified SetResponse message. Does not implicitly {@link holdfast.v1.SetResponse.verify|verify} messages.
             * @param message SetResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.SetResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.SetResponse & holdfast.v1.SetResponse.$Shape} SetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.SetResponse & holdfast.v1.SetResponse.$Shape;
        }

        namespace SetResponse {

            /** Properties of a SetResponse. */
            interface $Properties {

                /** SetResponse stored */
                stored?: (holdfast.v1.Stored.$Properties|null);

                /** SetResponse locked */
                locked?: (holdfast.v1.Locked.$Properties|null);

                /** SetResponse stale */
                stale?: (holdfast.v1.Stale.$Properties|null);

                /** SetResponse conflict */
                conflict?: (holdfast.v1.Conflict.$Properties|null);

                /** SetResponse full */
                full?: (holdfast.v1.Full.$Properties|null);

                /** SetResponse outcome */
                outcome?: ("stored"|"locked"|"stale"|"conflict"|"full");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SetResponse. */
            type $Shape = {
              stored?: holdfast.v1.Stored.$Shape|null;
              locked?: holdfast.v1.Locked.$Shape|null;
              stale?: holdfast.v1.Stale.$Shape|null;
              conflict?: holdfast.v1.Conflict.$Shape|null;
              full?: holdfast.v1.Full.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; stored?: null; locked?: null; stale?: null; conflict?: null; full?: null }|{ outcome?: "stored"; stored: holdfast.v1.Stored.$Shape; locked?: null; stale?: null; conflict?: null; full?: null }|{ outcome?: "locked"; stored?: null; locked: holdfast.v1.Locked.$Shape; stale?: null; conflict?: null; full?: null }|{ outcome?: "stale"; stored?: null; locked?: null; stale: holdfast.v1.Stale.$Shape; conflict?: null; full?: null }|{ outcome?: "conflict"; stored?: null; locked?: null; stale?: null; conflict: holdfast.v1.Conflict.$Shape; full?: null }|{ outcome?: "full"; stored?: null; locked?: null; stale?: null; conflict?: null; full: holdfast.v1.Full.$Shape })
            );
        }

        /**
         * Properties of a ReleaseExclusiveRequest.
         * @deprecated Use holdfast.v1.ReleaseExclusiveRequest.$Properties instead.
         */
        interface IReleaseExclusiveRequest extends holdfast.v1.ReleaseExclusiveRequest.$Properties {
        }

        /** Represents a ReleaseExclusiveRequest. */
        class ReleaseExclusiveRequest {

            /**
             * Constructs a new ReleaseExclusiveRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ReleaseExclusiveRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReleaseExclusiveRequest application. */
            application: string;

            /** ReleaseExclusiveRequest id. */
            id: string;

            /** ReleaseExclusiveRequest cookie. */
            cookie: number;

            /** ReleaseExclusiveRequest requestId. */
            requestId: (Uint8Array|null);

            /**
             * Encodes the specified ReleaseExclusiveRequest message. Does not implicitly {@link holdfast.v1.ReleaseExclusiveRequest.verify|verify} messages.
             * @param message ReleaseExclusiveRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ReleaseExclusiveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReleaseExclusiveRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ReleaseExclusiveRequest & holdfast.v1.ReleaseExclusiveRequest.$Shape} ReleaseExclusiveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ReleaseExclusiveRequest & holdfast.v1.ReleaseExclusiveRequest.$Shape;
        }

        namespace ReleaseExclusiveRequest {

            /** Properties of a ReleaseExclusiveRequest. */
            interface $Properties {

                /** ReleaseExclusiveRequest application */
                application?: string;

                /** ReleaseExclusiveRequest id */
                id?: string;

                /** ReleaseExclusiveRequest cookie */
                cookie?: number;

                /** ReleaseExclusiveRequest requestId */
                requestId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReleaseExclusiveRequest. */
            type $Shape = holdfast.v1.ReleaseExclusiveRequest.$Properties;
        }

        /**
         * Properties of a ReleaseExclusiveResponse.
         * @deprecated Use holdfast.v1.ReleaseExclusiveResponse.$Properties instead.
         */
        interface IReleaseExclusiveResponse extends holdfast.v1.ReleaseExclusiveResponse.$Properties {
        }

        /** Represents a ReleaseExclusiveResponse. */
        class ReleaseExclusiveResponse {

            /**
             * Constructs a new ReleaseExclusiveResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ReleaseExclusiveResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReleaseExclusiveResponse released. */
            released: (holdfast.v1.Released|null);

            /** ReleaseExclusiveResponse locked. */
            locked: (holdfast.v1.Locked|null);

            /** ReleaseExclusiveResponse missing. */
            missing: (holdfast.v1.Missing|null);

            /** ReleaseExclusiveResponse outcome. */
            outcome?: ("released"|"locked"|"missing");

            /**
             * Encodes the specified ReleaseExclusiveResponse message. Does not implicitly {@link holdfast.v1.ReleaseExclusiveResponse.verify|verify} messages.
             * @param message ReleaseExclusiveResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ReleaseExclusiveResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReleaseExclusiveResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ReleaseExclusiveResponse & holdfast.v1.ReleaseExclusiveResponse.$Shape} ReleaseExclusiveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ReleaseExclusiveResponse & holdfast.v1.ReleaseExclusiveResponse.$Shape;
        }

        namespace ReleaseExclusiveResponse {

            /** Properties of a ReleaseExclusiveResponse. */
            interface $Properties {

                /** ReleaseExclusiveResponse released */
                released?: (holdfast.v1.Released.$Properties|null);

                /** ReleaseExclusiveResponse locked */
                locked?: (holdfast.v1.Locked.$Properties|null);

                /** ReleaseExclusiveResponse missing */
                missing?: (holdfast.v1.Missing.$Properties|null);

                /** ReleaseExclusiveResponse outcome */
                outcome?: ("released"|"locked"|"missing");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ReleaseExclusiveResponse. */
            type $Shape = {
              released?: holdfast.v1.Released.$Shape|null;
              locked?: holdfast.v1.Locked.$Shape|null;
              missing?: holdfast.v1.Missing.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; released?: null; locked?: null; missing?: null }|{ outcome?: "released"; released: holdfast.v1.Released.$Shape; locked?: null; missing?: null }|{ outcome?: "locked"; released?: null; locked: holdfast.v1.Locked.$Shape; missing?: null }|{ outcome?: "missing"; released?: null; locked?: null; missing: holdfast.v1.Missing.$Shape })
            );
        }

        /**
         * Properties of a RenewExclusiveRequest.
         * @deprecated Use holdfast.v1.RenewExclusiveRequest.$Properties instead.
         */
        interface IRenewExclusiveRequest extends holdfast.v1.RenewExclusiveRequest.$Properties {
        }

        /** Represents a RenewExclusiveRequest. */
        class RenewExclusiveRequest {

            /**
             * Constructs a new RenewExclusiveRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.RenewExclusiveRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RenewExclusiveRequest application. */
            application: string;

            /** RenewExclusiveRequest id. */
            id: string;

            /** RenewExclusiveRequest cookie. */
            cookie: number;

            /** RenewExclusiveRequest lockLeaseMs. */
            lockLeaseMs: (number|null);

            /** RenewExclusiveRequest requestId. */
            requestId: (Uint8Array|null);

            /**
             * Encodes the specified RenewExclusiveRequest message. Does not implicitly {@link holdfast.v1.RenewExclusiveRequest.verify|verify} messages.
             * @param message RenewExclusiveRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.RenewExclusiveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RenewExclusiveRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.RenewExclusiveRequest & holdfast.v1.RenewExclusiveRequest.$Shape} RenewExclusiveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.RenewExclusiveRequest & holdfast.v1.RenewExclusiveRequest.$Shape;
        }

        namespace RenewExclusiveRequest {

            /** Properties of a RenewExclusiveRequest. */
            interface $Properties {

                /** RenewExclusiveRequest application */
                application?: string;

                /** RenewExclusiveRequest id */
                id?: string;

                /** RenewExclusiveRequest cookie */
                cookie?: number;

                /** RenewExclusiveRequest lockLeaseMs */
                lockLeaseMs?: (number|null);

                /** RenewExclusiveRequest requestId */
                requestId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RenewExclusiveRequest. */
            type $Shape = holdfast.v1.RenewExclusiveRequest.$Properties;
        }

        /**
         * Properties of a RenewExclusiveResponse.
         * @deprecated Use holdfast.v1.RenewExclusiveResponse.$Properties instead.
         */
        interface IRenewExclusiveResponse extends holdfast.v1.RenewExclusiveResponse.$Properties {
        }

        /** Represents a RenewExclusiveResponse. */
        class RenewExclusiveResponse {

            /**
             * Constructs a new RenewExclusiveResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.RenewExclusiveResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RenewExclusiveResponse renewed. */
            renewed: (holdfast.v1.Renewed|null);

            /** RenewExclusiveResponse stale. */
            stale: (holdfast.v1.Stale|null);

            /** RenewExclusiveResponse missing. */
            missing: (holdfast.v1.Missing|null);

            /** RenewExclusiveResponse outcome. */
            outcome?: ("renewed"|"stale"|"missing");

            /**
             * Encodes the specified RenewExclusiveResponse message. Does not implicitly {@link holdfast.v1.RenewExclusiveResponse.verify|verify} messages.
             * @param message RenewExclusiveResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.RenewExclusiveResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RenewExclusiveResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.RenewExclusiveResponse & holdfast.v1.RenewExclusiveResponse.$Shape} RenewExclusiveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.RenewExclusiveResponse & holdfast.v1.RenewExclusiveResponse.$Shape;
        }

        namespace RenewExclusiveResponse {

            /** Properties of a RenewExclusiveResponse. */
            interface $Properties {

                /** RenewExclusiveResponse renewed */
                renewed?: (holdfast.v1.Renewed.$Properties|null);

                /** RenewExclusiveResponse stale */
                stale?: (holdfast.v1.Stale.$Properties|null);

                /** RenewExclusiveResponse missing */
                missing?: (holdfast.v1.Missing.$Properties|null);

                /** RenewExclusiveResponse outcome */
                outcome?: ("renewed"|"stale"|"missing");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a RenewExclusiveResponse. */
            type $Shape = {
              renewed?: holdfast.v1.Renewed.$Shape|null;
              stale?: holdfast.v1.Stale.$Shape|null;
              missing?: holdfast.v1.Missing.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; renewed?: null; stale?: null; missing?: null }|{ outcome?: "renewed"; renewed: holdfast.v1.Renewed.$Shape; stale?: null; missing?: null }|{ outcome?: "stale"; renewed?: null; stale: holdfast.v1.Stale.$Shape; missing?: null }|{ outcome?: "missing"; renewed?: null; stale?: null; missing: holdfast.v1.Missing.$Shape })
            );
        }

        /**
         * Properties of a RemoveRequest.
         * @deprecated Use holdfast.v1.RemoveRequest.$Properties instead.
         */
        interface IRemoveRequest extends holdfast.v1.RemoveRequest.$Properties {
        }

        /** Represents a RemoveRequest. */
        class RemoveRequest {

            /**
             * Constructs a new RemoveRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.RemoveRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemoveRequest application. */
            application: string;

            /** RemoveRequest id. */
            id: string;

            /** RemoveRequest cookie. */
            cookie: (number|null);

            /** RemoveRequest requestId. */
            requestId: (Uint8Array|null);

            /**
             * Encodes the specified RemoveRequest message. Does not implicitly {@link holdfast.v1.RemoveRequest.verify|verify} messages.
             * @param message RemoveRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.RemoveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemoveRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.RemoveRequest & holdfast.v1.RemoveRequest.$Shape} RemoveRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.RemoveRequest & holdfast.v1.RemoveRequest.$Shape;
        }

        namespace RemoveRequest {

            /** Properties of a RemoveRequest. */
            interface $Properties {

                /** RemoveRequest application */
                application?: string;

                /** RemoveRequest id */
                id?: string;

                /** RemoveRequest cookie */
                cookie?: (number|null);

                /** RemoveRequest requestId */
                requestId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemoveRequest. */
            type $Shape = holdfast.v1.RemoveRequest.$Properties;
        }

        /**
         * Properties of a RemoveResponse.
         * @deprecated Use holdfast.v1.RemoveResponse.$Properties instead.
         */
        interface IRemoveResponse extends holdfast.v1.RemoveResponse.$Properties {
        }

        /** Represents a RemoveResponse. */
        class RemoveResponse {

            /**
             * Constructs a new RemoveResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.RemoveResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemoveResponse removed. */
            removed: (holdfast.v1.Removed|null);

            /** RemoveResponse locked. */
            locked: (holdfast.v1.Locked|null);

            /** RemoveResponse stale. */
            stale: (holdfast.v1.Stale|null);

            /** RemoveResponse missing. */
            missing: (holdfast.v1.Missing|null);

            /** RemoveResponse outcome. */
            outcome?: ("removed"|"locked"|"stale"|"missing");

            /**
             * Encodes the specified RemoveResponse message. Does not implicitly {@link holdfast.v1.RemoveResponse.verify|verify} messages.
             * @param message RemoveResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.RemoveResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemoveResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.RemoveResponse & holdfast.v1.RemoveResponse.$Shape} RemoveResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.RemoveResponse & holdfast.v1.RemoveResponse.$Shape;
        }

        namespace RemoveResponse {

            /** Properties of a RemoveResponse. */
            interface $Properties {

                /** RemoveResponse removed */
                removed?: (holdfast.v1.Removed.$Properties|null);

                /** RemoveResponse locked */
                locked?: (holdfast.v1.Locked.$Properties|null);

                /** RemoveResponse stale */
                stale?: (holdfast.v1.Stale.$Properties|null);

                /** RemoveResponse missing */
                missing?: (holdfast.v1.Missing.$Properties|null);

                /** RemoveResponse outcome */
                outcome?: ("removed"|"locked"|"stale"|"missing");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a RemoveResponse. */
            type $Shape = {
              removed?: holdfast.v1.Removed.$Shape|null;
              locked?: holdfast.v1.Locked.$Shape|null;
              stale?: holdfast.v1.Stale.$Shape|null;
              missing?: holdfast.v1.Missing.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; removed?: null; locked?: null; stale?: null; missing?: null }|{ outcome?: "removed"; removed: holdfast.v1.Removed.$Shape; locked?: null; stale?: null; missing?: null }|{ outcome?: "locked"; removed?: null; locked: holdfast.v1.Locked.$Shape; stale?: null; missing?: null }|{ outcome?: "stale"; removed?: null; locked?: null; stale: holdfast.v1.Stale.$Shape; missing?: null }|{ outcome?: "missing"; removed?: null; locked?: null; stale?: null; missing: holdfast.v1.Missing.$Shape })
            );
        }

        /**
         * Properties of a ResetTimeoutRequest.
         * @deprecated Use holdfast.v1.ResetTimeoutRequest.$Properties instead.
         */
        interface IResetTimeoutRequest extends holdfast.v1.ResetTimeoutRequest.$Properties {
        }

        /** Represents a ResetTimeoutRequest. */
        class ResetTimeoutRequest {

            /**
             * Constructs a new ResetTimeoutRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ResetTimeoutRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResetTimeoutRequest application. */
            application: string;

            /** ResetTimeoutRequest id. */
            id: string;

            /** ResetTimeoutRequest requestId. */
            requestId: (Uint8Array|null);

            /**
             * Encodes the specified ResetTimeoutRequest message. Does not implicitly {@link holdfast.v1.ResetTimeoutRequest.verify|verify} messages.
             * @param message ResetTimeoutRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ResetTimeoutRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResetTimeoutRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ResetTimeoutRequest & holdfast.v1.ResetTimeoutRequest.$Shape} ResetTimeoutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ResetTimeoutRequest & holdfast.v1.ResetTimeoutRequest.$Shape;
        }

        namespace ResetTimeoutRequest {

            /** Properties of a ResetTimeoutRequest. */
            interface $Properties {

                /** ResetTimeoutRequest application */
                application?: string;

                /** ResetTimeoutRequest id */
                id?: string;

                /** ResetTimeoutRequest requestId */
                requestId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResetTimeoutRequest. */
            type $Shape = holdfast.v1.ResetTimeoutRequest.$Properties;
        }

        /**
         * Properties of a ResetTimeoutResponse.
         * @deprecated Use holdfast.v1.ResetTimeoutResponse.$Properties instead.
         */
        interface IResetTimeoutResponse extends holdfast.v1.ResetTimeoutResponse.$Properties {
        }

        /** Represents a ResetTimeoutResponse. */
        class ResetTimeoutResponse {

            /**
             * Constructs a new ResetTimeoutResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ResetTimeoutResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResetTimeoutResponse renewed. */
            renewed: (holdfast.v1.Renewed|null);

            /** ResetTimeoutResponse missing. */
            missing: (holdfast.v1.Missing|null);

            /** ResetTimeoutResponse outcome. */
            outcome?: ("renewed"|"missing");

            /**
             * Encodes the specified ResetTimeoutResponse message. Does not implicitly {@link holdfast.v1.ResetTimeoutResponse.verify|verify} messages.
             * @param message ResetTimeoutResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ResetTimeoutResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResetTimeoutResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ResetTimeoutResponse & holdfast.v1.ResetTimeoutResponse.$Shape} ResetTimeoutResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ResetTimeoutResponse & holdfast.v1.ResetTimeoutResponse.$Shape;
        }

        namespace ResetTimeoutResponse {

            /** Properties of a ResetTimeoutResponse. */
            interface $Properties {

                /** ResetTimeoutResponse renewed */
                renewed?: (holdfast.v1.Renewed.$Properties|null);

                /** ResetTimeoutResponse missing */
                missing?: (holdfast.v1.Missing.$Properties|null);

                /** ResetTimeoutResponse outcome */
                outcome?: ("renewed"|"missing");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ResetTimeoutResponse. */
            type $Shape = {
              renewed?: holdfast.v1.Renewed.$Shape|null;
              missing?: holdfast.v1.Missing.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; renewed?: null; missing?: null }|{ outcome?: "renewed"; renewed: holdfast.v1.Renewed.$Shape; missing?: null }|{ outcome?: "missing"; renewed?: null; missing: holdfast.v1.Missing.$Shape })
            );
        }

        /**
         * Properties of a DescribeRequest.
         * @deprecated Use holdfast.v1.DescribeRequest.$Properties instead.
         */
        interface IDescribeRequest extends holdfast.v1.DescribeRequest.$Properties {
        }

        /** Represents a DescribeRequest. */
        class DescribeRequest {

            /**
             * Constructs a new DescribeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.DescribeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribeRequest application. */
            application: string;

            /** DescribeRequest id. */
            id: string;

            /**
             * Encodes the specified DescribeRequest message. Does not implicitly {@link holdfast.v1.DescribeRequest.verify|verify} messages.
             * @param message DescribeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.DescribeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.DescribeRequest & holdfast.v1.DescribeRequest.$Shape} DescribeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.DescribeRequest & holdfast.v1.DescribeRequest.$Shape;
        }

        namespace DescribeRequest {

            /** Properties of a DescribeRequest. */
            interface $Properties {

                /** DescribeRequest application */
                application?: string;

                /** DescribeRequest id */
                id?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribeRequest. */
            type $Shape = holdfast.v1.DescribeRequest.$Properties;
        }

        /**
         * Properties of a DescribeResponse.
         * @deprecated Use holdfast.v1.DescribeResponse.$Properties instead.
         */
        interface IDescribeResponse extends holdfast.v1.DescribeResponse.$Properties {
        }

        /** Represents a DescribeResponse. */
        class DescribeResponse {

            /**
             * Constructs a new DescribeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.DescribeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribeResponse described. */
            described: (holdfast.v1.Described|null);

            /** DescribeResponse missing. */
            missing: (holdfast.v1.Missing|null);

            /** DescribeResponse outcome. */
            outcome?: ("described"|"missing");

            /**
             * Encodes the specified DescribeResponse message. Does not implicitly {@link holdfast.v1.DescribeResponse.verify|verify} messages.
             * @param message DescribeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.DescribeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.DescribeResponse & holdfast.v1.DescribeResponse.$Shape} DescribeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.DescribeResponse & holdfast.v1.DescribeResponse.$Shape;
        }

        namespace DescribeResponse {

            /** Properties of a DescribeResponse. */
            interface $Properties {

                /** DescribeResponse described */
                described?: (holdfast.v1.Described.$Properties|null);

                /** DescribeResponse missing */
                missing?: (holdfast.v1.Missing.$Properties|null);

                /** DescribeResponse outcome */
                outcome?: ("described"|"missing");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a DescribeResponse. */
            type $Shape = {
              described?: holdfast.v1.Described.$Shape|null;
              missing?: holdfast.v1.Missing.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; described?: null; missing?: null }|{ outcome?: "described"; described: holdfast.v1.Described.$Shape; missing?: null }|{ outcome?: "missing"; described?: null; missing: holdfast.v1.Missing.$Shape })
            );
        }

        /**
         * Properties of a Found.
         * @deprecated Use holdfast.v1.Found.$Properties instead.
         */
        interface IFound extends holdfast.v1.Found.$Properties {
        }

        /** Represents a Found. */
        class Found {

            /**
             * Constructs a new Found.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Found.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Found content. */
            content: Uint8Array;

            /** Found timeoutMinutes. */
            timeoutMinutes: number;

            /** Found uninitialized. */
            uninitialized: boolean;

            /** Found version. */
            version: Uint8Array;

            /** Found cookie. */
            cookie: (number|null);

            /** Found leaseMs. */
            leaseMs: (number|null);

            /**
             * Encodes the specified Found message. Does not implicitly {@link holdfast.v1.Found.verify|verify} messages.
             * @param message Found message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Found.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Found message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Found & holdfast.v1.Found.$Shape} Found
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Found & holdfast.v1.Found.$Shape;
        }

        namespace Found {

            /** Properties of a Found. */
            interface $Properties {

                /** Found content */
                content?: Uint8Array;

                /** Found timeoutMinutes */
                timeoutMinutes?: number;

                /** Found uninitialized */
                uninitialized?: boolean;

                /** Found version */
                version?: Uint8Array;

                /** Found cookie */
                cookie?: (number|null);

                /** Found leaseMs */
                leaseMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Found. */
            type $Shape = holdfast.v1.Found.$Properties;
        }

        /**
         * Properties of a Locked.
         * @deprecated Use holdfast.v1.Locked.$Properties instead.
         */
        interface ILocked extends holdfast.v1.Locked.$Properties {
        }

        /** Represents a Locked. */
        class Locked {

            /**
             * Constructs a new Locked.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Locked.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Locked cookie. */
            cookie: number;

            /** Locked ageMs. */
            ageMs: number;

            /** Locked since. */
            since: google.protobuf.Timestamp;

            /** Locked uninitialized. */
            uninitialized: boolean;

            /**
             * Encodes the specified Locked message. Does not implicitly {@link holdfast.v1.Locked.verify|verify} messages.
             * @param message Locked message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Locked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Locked message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Locked & holdfast.v1.Locked.$Shape} Locked
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Locked & holdfast.v1.Locked.$Shape;
        }

        namespace Locked {

            /** Properties of a Locked. */
            interface $Properties {

                /** Locked cookie */
                cookie?: number;

                /** Locked ageMs */
                ageMs?: number;

                /** Locked since */
                since?: google.protobuf.Timestamp.$Properties;

                /** Locked uninitialized */
                uninitialized?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Locked. */
            type $Shape = holdfast.v1.Locked.$Properties;
        }

        /**
         * Properties of a Missing.
         * @deprecated Use holdfast.v1.Missing.$Properties instead.
         */
        interface IMissing extends holdfast.v1.Missing.$Properties {
        }

        /** Represents a Missing. */
        class Missing {

            /**
             * Constructs a new Missing.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Missing.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Missing message. Does not implicitly {@link holdfast.v1.Missing.verify|verify} messages.
             * @param message Missing message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Missing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Missing message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Missing & holdfast.v1.Missing.$Shape} Missing
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Missing & holdfast.v1.Missing.$Shape;
        }

        namespace Missing {

            /** Properties of a Missing. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Missing. */
            type $Shape = holdfast.v1.Missing.$Properties;
        }

        /**
         * Properties of a Stored.
         * @deprecated Use holdfast.v1.Stored.$Properties instead.
         */
        interface IStored extends holdfast.v1.Stored.$Properties {
        }

        /** Represents a Stored. */
        class Stored {

            /**
             * Constructs a new Stored.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Stored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Stored created. */
            created: boolean;

            /** Stored version. */
            version: Uint8Array;

            /**
             * Encodes the specified Stored message. Does not implicitly {@link holdfast.v1.Stored.verify|verify} messages.
             * @param message Stored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Stored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Stored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Stored & holdfast.v1.Stored.$Shape} Stored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Stored & holdfast.v1.Stored.$Shape;
        }

        namespace Stored {

            /** Properties of a Stored. */
            interface $Properties {

                /** Stored created */
                created?: boolean;

                /** Stored version */
                version?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Stored. */
            type $Shape = holdfast.v1.Stored.$Properties;
        }

        /**
         * Properties of a Stale.
         * @deprecated Use holdfast.v1.Stale.$Properties instead.
         */
        interface IStale extends holdfast.v1.Stale.$Properties {
        }

        /** Represents a Stale. */
        class Stale {

            /**
             * Constructs a new Stale.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Stale.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Stale newestCookie. */
            newestCookie: number;

            /** Stale locked. */
            locked: boolean;

            /** Stale ageMs. */
            ageMs: (number|null);

            /** Stale since. */
            since: google.protobuf.Timestamp;

            /**
             * Encodes the specified Stale message. Does not implicitly {@link holdfast.v1.Stale.verify|verify} messages.
             * @param message Stale message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Stale.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Stale message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Stale & holdfast.v1.Stale.$Shape} Stale
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Stale & holdfast.v1.Stale.$Shape;
        }

        namespace Stale {

            /** Properties of a Stale. */
            interface $Properties {

                /** Stale newestCookie */
                newestCookie?: number;

                /** Stale locked */
                locked?: boolean;

                /** Stale ageMs */
                ageMs?: (number|null);

                /** Stale since */
                since?: google.protobuf.Timestamp.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Stale. */
            type $Shape = holdfast.v1.Stale.$Properties;
        }

        /**
         * Properties of a Conflict.
         * @deprecated Use holdfast.v1.Conflict.$Properties instead.
         */
        interface IConflict extends holdfast.v1.Conflict.$Properties {
        }

        /** Represents a Conflict. */
        class Conflict {

            /**
             * Constructs a new Conflict.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Conflict.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Conflict version. */
            version: (Uint8Array|null);

            /**
             * Encodes the specified Conflict message. Does not implicitly {@link holdfast.v1.Conflict.verify|verify} messages.
             * @param message Conflict message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Conflict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Conflict message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Conflict & holdfast.v1.Conflict.$Shape} Conflict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Conflict & holdfast.v1.Conflict.$Shape;
        }

        namespace Conflict {

            /** Properties of a Conflict. */
            interface $Properties {

                /** Conflict version */
                version?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Conflict. */
            type $Shape = holdfast.v1.Conflict.$Properties;
        }

        /**
         * Properties of a Full.
         * @deprecated Use holdfast.v1.Full.$Properties instead.
         */
        interface IFull extends holdfast.v1.Full.$Properties {
        }

        /** Represents a Full. */
        class Full {

            /**
             * Constructs a new Full.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Full.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Full message. Does not implicitly {@link holdfast.v1.Full.verify|verify} messages.
             * @param message Full message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Full.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Full message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Full & holdfast.v1.Full.$Shape} Full
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Full & holdfast.v1.Full.$Shape;
        }

        namespace Full {

            /** Properties of a Full. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Full. */
            type $Shape = holdfast.v1.Full.$Properties;
        }

        /**
         * Properties of a Released.
         * @deprecated Use holdfast.v1.Released.$Properties instead.
         */
        interface IReleased extends holdfast.v1.Released.$Properties {
        }

        /** Represents a Released. */
        class Released {

            /**
             * Constructs a new Released.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Released.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Released uninitialized. */
            uninitialized: boolean;

            /**
             * Encodes the specified Released message. Does not implicitly {@link holdfast.v1.Released.verify|verify} messages.
             * @param message Released message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Released.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Released message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Released & holdfast.v1.Released.$Shape} Released
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Released & holdfast.v1.Released.$Shape;
        }

        namespace Released {

            /** Properties of a Released. */
            interface $Properties {

                /** Released uninitialized */
                uninitialized?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Released. */
            type $Shape = holdfast.v1.Released.$Properties;
        }

        /**
         * Properties of a Renewed.
         * @deprecated Use holdfast.v1.Renewed.$Properties instead.
         */
        interface IRenewed extends holdfast.v1.Renewed.$Properties {
        }

        /** Represents a Renewed. */
        class Renewed {

            /**
             * Constructs a new Renewed.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Renewed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Renewed leaseMs. */
            leaseMs: (number|null);

            /**
             * Encodes the specified Renewed message. Does not implicitly {@link holdfast.v1.Renewed.verify|verify} messages.
             * @param message Renewed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Renewed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Renewed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Renewed & holdfast.v1.Renewed.$Shape} Renewed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Renewed & holdfast.v1.Renewed.$Shape;
        }

        namespace Renewed {

            /** Properties of a Renewed. */
            interface $Properties {

                /** Renewed leaseMs */
                leaseMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Renewed. */
            type $Shape = holdfast.v1.Renewed.$Properties;
        }

        /**
         * Properties of a Removed.
         * @deprecated Use holdfast.v1.Removed.$Properties instead.
         */
        interface IRemoved extends holdfast.v1.Removed.$Properties {
        }

        /** Represents a Removed. */
        class Removed {

            /**
             * Constructs a new Removed.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Removed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Removed message. Does not implicitly {@link holdfast.v1.Removed.verify|verify} messages.
             * @param message Removed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Removed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Removed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Removed & holdfast.v1.Removed.$Shape} Removed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Removed & holdfast.v1.Removed.$Shape;
        }

        namespace Removed {

            /** Properties of a Removed. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Removed. */
            type $Shape = holdfast.v1.Removed.$Properties;
        }

        /**
         * Properties of a Described.
         * @deprecated Use holdfast.v1.Described.$Properties instead.
         */
        interface IDescribed extends holdfast.v1.Described.$Properties {
        }

        /** Represents a Described. */
        class Described {

            /**
             * Constructs a new Described.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Described.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Described contentBytes. */
            contentBytes: number;

            /** Described timeoutMinutes. */
            timeoutMinutes: number;

            /** Described timeLeftMs. */
            timeLeftMs: (number|null);

            /** Described uninitialized. */
            uninitialized: boolean;

            /** Described version. */
            version: Uint8Array;

            /** Described lock. */
            lock: holdfast.v1.DescribedLock;

            /** Described waiters. */
            waiters: number;

            /**
             * Encodes the specified Described message. Does not implicitly {@link holdfast.v1.Described.verify|verify} messages.
             * @param message Described message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Described.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Described message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Described & holdfast.v1.Described.$Shape} Described
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Described & holdfast.v1.Described.$Shape;
        }

        namespace Described {

            /** Properties of a Described. */
            interface $Properties {

                /** Described contentBytes */
                contentBytes?: number;

                /** Described timeoutMinutes */
                timeoutMinutes?: number;

                /** Described timeLeftMs */
                timeLeftMs?: (number|null);

                /** Described uninitialized */
                uninitialized?: boolean;

                /** Described version */
                version?: Uint8Array;

                /** Described lock */
                lock?: holdfast.v1.DescribedLock.$Properties;

                /** Described waiters */
                waiters?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Described. */
            type $Shape = holdfast.v1.Described.$Properties;
        }

        /**
         * Properties of a DescribedLock.
         * @deprecated Use holdfast.v1.DescribedLock.$Properties instead.
         */
        interface IDescribedLock extends holdfast.v1.DescribedLock.$Properties {
        }

        /** Represents a DescribedLock. */
        class DescribedLock {

            /**
             * Constructs a new DescribedLock.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.DescribedLock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribedLock ageMs. */
            ageMs: number;

            /** DescribedLock since. */
            since: google.protobuf.Timestamp;

            /** DescribedLock leaseLeftMs. */
            leaseLeftMs: number;

            /** DescribedLock holderDoor. */
            holderDoor: holdfast.v1.Door;

            /** DescribedLock holderAddress. */
            holderAddress: string;

            /** DescribedLock requestNumber. */
            requestNumber: number;

            /**
             * Encodes the specified DescribedLock message. Does not implicitly {@link holdfast.v1.DescribedLock.verify|verify} messages.
             * @param message DescribedLock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.DescribedLock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribedLock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.DescribedLock & holdfast.v1.DescribedLock.$Shape} DescribedLock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.DescribedLock & holdfast.v1.DescribedLock.$Shape;
        }

        namespace DescribedLock {

            /** Properties of a DescribedLock. */
            interface $Properties {

                /** DescribedLock ageMs */
                ageMs?: number;

                /** DescribedLock since */
                since?: google.protobuf.Timestamp.$Properties;

                /** DescribedLock leaseLeftMs */
                leaseLeftMs?: number;

                /** DescribedLock holderDoor */
                holderDoor?: holdfast.v1.Door;

                /** DescribedLock holderAddress */
                holderAddress?: string;

                /** DescribedLock requestNumber */
                requestNumber?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribedLock. */
            type $Shape = holdfast.v1.DescribedLock.$Properties;
        }

        /** Door enum. */
        enum Door {

            /** DOOR_UNSPECIFIED value */
            DOOR_UNSPECIFIED = 0,

            /** DOOR_GATEWAY value */
            DOOR_GATEWAY = 1,

            /** DOOR_GRPC value */
            DOOR_GRPC = 2
        }

        /**
         * Properties of a PipeRequest.
         * @deprecated Use holdfast.v1.PipeRequest.$Properties instead.
         */
        interface IPipeRequest extends holdfast.v1.PipeRequest.$Properties {
        }

        /** Represents a PipeRequest. */
        class PipeRequest {

            /**
             * Constructs a new PipeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.PipeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PipeRequest commands. */
            commands: holdfast.v1.PipeCommand[];

            /**
             * Encodes the specified PipeRequest message. Does not implicitly {@link holdfast.v1.PipeRequest.verify|verify} messages.
             * @param message PipeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.PipeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PipeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.PipeRequest & holdfast.v1.PipeRequest.$Shape} PipeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.PipeRequest & holdfast.v1.PipeRequest.$Shape;
        }

        namespace PipeRequest {

            /** Properties of a PipeRequest. */
            interface $Properties {

                /** PipeRequest commands */
                commands?: holdfast.v1.PipeCommand.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PipeRequest. */
            type $Shape = {
              commands?: holdfast.v1.PipeCommand.$Shape[];
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a PipeCommand.
         * @deprecated Use holdfast.v1.PipeCommand.$Properties instead.
         */
        interface IPipeCommand extends holdfast.v1.PipeCommand.$Properties {
        }

        /** Represents a PipeCommand. */
        class PipeCommand {

            /**
             * Constructs a new PipeCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.PipeCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PipeCommand id. */
            id: number;

            /** PipeCommand get. */
            get: (holdfast.v1.GetRequest|null);

            /** PipeCommand getExclusive. */
            getExclusive: (holdfast.v1.GetExclusiveRequest|null);

            /** PipeCommand set. */
            set: (holdfast.v1.SetRequest|null);

            /** PipeCommand releaseExclusive. */
            releaseExclusive: (holdfast.v1.ReleaseExclusiveRequest|null);

            /** PipeCommand renewExclusive. */
            renewExclusive: (holdfast.v1.RenewExclusiveRequest|null);

            /** PipeCommand remove. */
            remove: (holdfast.v1.RemoveRequest|null);

            /** PipeCommand resetTimeout. */
            resetTimeout: (holdfast.v1.ResetTimeoutRequest|null);

            /** PipeCommand describe. */
            describe: (holdfast.v1.DescribeRequest|null);

            /** PipeCommand command. */
            command?: ("get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe");

            /**
             * Encodes the specified PipeCommand message. Does not implicitly {@link holdfast.v1.PipeCommand.verify|verify} messages.
             * @param message PipeCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.PipeCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PipeCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.PipeCommand & holdfast.v1.PipeCommand.$Shape} PipeCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.PipeCommand & holdfast.v1.PipeCommand.$Shape;
        }

        namespace PipeCommand {

            /** Properties of a PipeCommand. */
            interface $Properties {

                /** PipeCommand id */
                id?: number;

                /** PipeCommand get */
                get?: (holdfast.v1.GetRequest.$Properties|null);

                /** PipeCommand getExclusive */
                getExclusive?: (holdfast.v1.GetExclusiveRequest.$Properties|null);

                /** PipeCommand set */
                set?: (holdfast.v1.SetRequest.$Properties|null);

                /** PipeCommand releaseExclusive */
                releaseExclusive?: (holdfast.v1.ReleaseExclusiveRequest.$Properties|null);

                /** PipeCommand renewExclusive */
                renewExclusive?: (holdfast.v1.RenewExclusiveRequest.$Properties|null);

                /** PipeCommand remove */
                remove?: (holdfast.v1.RemoveRequest.$Properties|null);

                /** PipeCommand resetTimeout */
                resetTimeout?: (holdfast.v1.ResetTimeoutRequest.$Properties|null);

                /** PipeCommand describe */
                describe?: (holdfast.v1.DescribeRequest.$Properties|null);

                /** PipeCommand command */
                command?: ("get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PipeCommand. */
            type $Shape = {
              id?: number;
              get?: holdfast.v1.GetRequest.$Shape|null;
              getExclusive?: holdfast.v1.GetExclusiveRequest.$Shape|null;
              set?: holdfast.v1.SetRequest.$Shape|null;
              releaseExclusive?: holdfast.v1.ReleaseExclusiveRequest.$Shape|null;
              renewExclusive?: holdfast.v1.RenewExclusiveRequest.$Shape|null;
              remove?: holdfast.v1.RemoveRequest.$Shape|null;
              resetTimeout?: holdfast.v1.ResetTimeoutRequest.$Shape|null;
              describe?: holdfast.v1.DescribeRequest.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ command?: undefined; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "get"; get: holdfast.v1.GetRequest.$Shape; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "getExclusive"; get?: null; getExclusive: holdfast.v1.GetExclusiveRequest.$Shape; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "set"; get?: null; getExclusive?: null; set: holdfast.v1.SetRequest.$Shape; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "releaseExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive: holdfast.v1.ReleaseExclusiveRequest.$Shape; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "renewExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive: holdfast.v1.RenewExclusiveRequest.$Shape; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "remove"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove: holdfast.v1.RemoveRequest.$Shape; resetTimeout?: null; describe?: null }|{ command?: "resetTimeout"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout: holdfast.v1.ResetTimeoutRequest.$Shape; describe?: null }|{ command?: "describe"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe: holdfast.v1.DescribeRequest.$Shape })
            );
        }

        /**
         * Properties of a PipeResponse.
         * @deprecated Use holdfast.v1.PipeResponse.$Properties instead.
         */
        interface IPipeResponse extends holdfast.v1.PipeResponse.$Properties {
        }

        /** Represents a PipeResponse. */
        class PipeResponse {

            /**
             * Constructs a new PipeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.PipeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PipeResponse answers. */
            answers: holdfast.v1.PipeAnswer[];

            /**
             * Encodes the specified PipeResponse message. Does not implicitly {@link holdfast.v1.PipeResponse.verify|verify} messages.
             * @param message PipeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.PipeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PipeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.PipeResponse & holdfast.v1.PipeResponse.$Shape} PipeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.PipeResponse & holdfast.v1.PipeResponse.$Shape;
        }

        namespace PipeResponse {

            /** Properties of a PipeResponse. */
            interface $Properties {

                /** PipeResponse answers */
                answers?: holdfast.v1.PipeAnswer.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PipeResponse. */
            type $Shape = {
              answers?: holdfast.v1.PipeAnswer.$Shape[];
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a PipeAnswer.
         * @deprecated Use holdfast.v1.PipeAnswer.$Properties instead.
         */
        interface IPipeAnswer extends holdfast.v1.PipeAnswer.$Properties {
        }

        /** Represents a PipeAnswer. */
        class PipeAnswer {

            /**
             * Constructs a new PipeAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.PipeAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PipeAnswer id. */
            id: number;

            /** PipeAnswer get. */
            get: (holdfast.v1.GetResponse|null);

            /** PipeAnswer getExclusive. */
            getExclusive: (holdfast.v1.GetExclusiveResponse|null);

            /** PipeAnswer set. */
            set: (holdfast.v1.SetResponse|null);

            /** PipeAnswer releaseExclusive. */
            releaseExclusive: (holdfast.v1.ReleaseExclusiveResponse|null);

            /** PipeAnswer renewExclusive. */
            renewExclusive: (holdfast.v1.RenewExclusiveResponse|null);

            /** PipeAnswer remove. */
            remove: (holdfast.v1.RemoveResponse|null);

            /** PipeAnswer resetTimeout. */
            resetTimeout: (holdfast.v1.ResetTimeoutResponse|null);

            /** PipeAnswer describe. */
            describe: (holdfast.v1.DescribeResponse|null);

            /** PipeAnswer error. */
            error: (google.rpc.Status|null);

            /** PipeAnswer answer. */
            answer?: ("get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe"|"error");

            /**
             * Encodes the specified PipeAnswer message. Does not implicitly {@link holdfast.v1.PipeAnswer.verify|verify} messages.
             * @param message PipeAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.PipeAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PipeAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.PipeAnswer & holdfast.v1.PipeAnswer.$Shape} PipeAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.PipeAnswer & holdfast.v1.PipeAnswer.$Shape;
        }

        namespace PipeAnswer {

            /** Properties of a PipeAnswer. */
            interface $Properties {

                /** PipeAnswer id */
                id?: number;

                /** PipeAnswer get */
                get?: (holdfast.v1.GetResponse.$Properties|null);

                /** PipeAnswer getExclusive */
                getExclusive?: (holdfast.v1.GetExclusiveResponse.$Properties|null);

                /** PipeAnswer set */
                set?: (holdfast.v1.SetResponse.$Properties|null);

                /** PipeAnswer releaseExclusive */
                releaseExclusive?: (holdfast.v1.ReleaseExclusiveResponse.$Properties|null);

                /** PipeAnswer renewExclusive */
                renewExclusive?: (holdfast.v1.RenewExclusiveResponse.$Properties|null);

                /** PipeAnswer remove */
                remove?: (holdfast.v1.RemoveResponse.$Properties|null);

                /** PipeAnswer resetTimeout */
                resetTimeout?: (holdfast.v1.ResetTimeoutResponse.$Properties|null);

                /** PipeAnswer describe */
                describe?: (holdfast.v1.DescribeResponse.$Properties|null);

                /** PipeAnswer error */
                error?: (google.rpc.Status.$Properties|null);

                /** PipeAnswer answer */
                answer?: ("get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe"|"error");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PipeAnswer. */
            type $Shape = {
              id?: number;
              get?: holdfast.v1.GetResponse.$Shape|null;
              getExclusive?: holdfast.v1.GetExclusiveResponse.$Shape|null;
              set?: holdfast.v1.SetResponse.$Shape|null;
              releaseExclusive?: holdfast.v1.ReleaseExclusiveResponse.$Shape|null;
              renewExclusive?: holdfast.v1.RenewExclusiveResponse.$Shape|null;
              remove?: holdfast.v1.RemoveResponse.$Shape|null;
              resetTimeout?: holdfast.v1.ResetTimeoutResponse.$Shape|null;
              describe?: holdfast.v1.DescribeResponse.$Shape|null;
              error?: google.rpc.Status.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ answer?: undefined; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "get"; get: holdfast.v1.GetResponse.$Shape; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "getExclusive"; get?: null; getExclusive: holdfast.v1.GetExclusiveResponse.$Shape; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "set"; get?: null; getExclusive?: null; set: holdfast.v1.SetResponse.$Shape; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "releaseExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive: holdfast.v1.ReleaseExclusiveResponse.$Shape; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "renewExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive: holdfast.v1.RenewExclusiveResponse.$Shape; remove?: null; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "remove"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove: holdfast.v1.RemoveResponse.$Shape; resetTimeout?: null; describe?: null; error?: null }|{ answer?: "resetTimeout"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout: holdfast.v1.ResetTimeoutResponse.$Shape; describe?: null; error?: null }|{ answer?: "describe"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe: holdfast.v1.DescribeResponse.$Shape; error?: null }|{ answer?: "error"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null; error: google.rpc.Status.$Shape })
            );
        }
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of an Any.
         * @deprecated Use google.protobuf.Any.$Properties instead.
         */
        interface IAny extends google.protobuf.Any.$Properties {
        }

        /** Represents an Any. */
        class Any {

            /**
             * Constructs a new Any.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Any.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Any type_url. */
            type_url: string;

            /** Any value. */
            value: Uint8Array;

            /**
             * Encodes the specified Any message. Does not implicitly {@link google.protobuf.Any.verify|verify} messages.
             * @param message Any message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Any.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Any message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Any & google.protobuf.Any.$Shape} Any
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Any & google.protobuf.Any.$Shape;
        }

        namespace Any {

            /** Properties of an Any. */
            interface $Properties {

                /** Any type_url */
                type_url?: string;

                /** Any value */
                value?: Uint8Array;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Any. */
            type $Shape = google.protobuf.Any.$Properties;
        }

        /**
         * Properties of a Timestamp.
         * @deprecated Use google.protobuf.Timestamp.$Properties instead.
         */
        interface ITimestamp extends google.protobuf.Timestamp.$Properties {
        }

        /** Represents a Timestamp. */
        class Timestamp {

            /**
             * Constructs a new Timestamp.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Timestamp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timestamp seconds. */
            seconds: number;

            /** Timestamp nanos. */
            nanos: number;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
        }

        namespace Timestamp {

            /** Properties of a Timestamp. */
            interface $Properties {

                /** Timestamp seconds */
                seconds?: number;

                /** Timestamp nanos */
                nanos?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timestamp. */
            type $Shape = google.protobuf.Timestamp.$Properties;
        }
    }

    /** Namespace rpc. */
    namespace rpc {

        /**
         * Properties of an ErrorInfo.
         * @deprecated Use google.rpc.ErrorInfo.$Properties instead.
         */
        interface IErrorInfo extends google.rpc.ErrorInfo.$Properties {
        }

        /** Represents an ErrorInfo. */
        class ErrorInfo {

            /**
             * Constructs a new ErrorInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.rpc.ErrorInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ErrorInfo reason. */
            reason: string;

            /** ErrorInfo domain. */
            domain: string;

            /** ErrorInfo metadata. */
            metadata: { [k: string]: string };

            /**
             * Encodes the specified ErrorInfo message. Does not implicitly {@link google.rpc.ErrorInfo.verify|verify} messages.
             * @param message ErrorInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.rpc.ErrorInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ErrorInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.rpc.ErrorInfo & google.rpc.ErrorInfo.$Shape} ErrorInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.rpc.ErrorInfo & google.rpc.ErrorInfo.$Shape;
        }

        namespace ErrorInfo {

            /** Properties of an ErrorInfo. */
            interface $Properties {

                /** ErrorInfo reason */
                reason?: string;

                /** ErrorInfo domain */
                domain?: string;

                /** ErrorInfo metadata */
                metadata?: { [k: string]: string };

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ErrorInfo. */
            type $Shape = google.rpc.ErrorInfo.$Properties;
        }

        /**
         * Properties of a Status.
         * @deprecated Use google.rpc.Status.$Properties instead.
         */
        interface IStatus extends google.rpc.Status.$Properties {
        }

        /** Represents a Status. */
        class Status {

            /**
             * Constructs a new Status.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.rpc.Status.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Status code. */
            code: number;

            /** Status message. */
            message: string;

            /** Status details. */
            details: google.protobuf.Any[];

            /**
             * Encodes the specified Status message. Does not implicitly {@link google.rpc.Status.verify|verify} messages.
             * @param message Status message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.rpc.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.rpc.Status & google.rpc.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.rpc.Status & google.rpc.Status.$Shape;
        }

        namespace Status {

            /** Properties of a Status. */
            interface $Properties {

                /** Status code */
                code?: number;

                /** Status message */
                message?: string;

                /** Status details */
                details?: google.protobuf.Any.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Status. */
            type $Shape = google.rpc.Status.$Properties;
        }
    }
}
