// Made by `npm run generate` from proto/. Not to be edited.
import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace mvccpb. */
export namespace mvccpb {

    /**
     * Properties of a KeyValue.
     * @deprecated Use mvccpb.KeyValue.$Properties instead.
     */
    interface IKeyValue extends mvccpb.KeyValue.$Properties {
    }

    /** Represents a KeyValue. */
    class KeyValue {

        /**
         * Constructs a new KeyValue.
         * @param [properties] Properties to set
         */
        constructor(properties?: mvccpb.KeyValue.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KeyValue key. */
        key: Uint8Array;

        /** KeyValue createRevision. */
        createRevision: number;

        /** KeyValue modRevision. */
        modRevision: number;

        /** KeyValue value. */
        value: Uint8Array;

        /**
         * Encodes the specified KeyValue message. Does not implicitly {@link mvccpb.KeyValue.verify|verify} messages.
         * @param message KeyValue message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mvccpb.KeyValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KeyValue message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mvccpb.KeyValue & mvccpb.KeyValue.$Shape} KeyValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mvccpb.KeyValue & mvccpb.KeyValue.$Shape;
    }

    namespace KeyValue {

        /** Properties of a KeyValue. */
        interface $Properties {

            /** KeyValue key */
            key?: Uint8Array;

            /** KeyValue createRevision */
            createRevision?: number;

            /** KeyValue modRevision */
            modRevision?: number;

            /** KeyValue value */
            value?: Uint8Array;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KeyValue. */
        type $Shape = mvccpb.KeyValue.$Properties;
    }

    /**
     * Properties of an Event.
     * @deprecated Use mvccpb.Event.$Properties instead.
     */
    interface IEvent extends mvccpb.Event.$Properties {
    }

    /** Represents an Event. */
    class Event {

        /**
         * Constructs a new Event.
         * @param [properties] Properties to set
         */
        constructor(properties?: mvccpb.Event.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Event type. */
        type: mvccpb.Event.EventType;

        /** Event kv. */
        kv: mvccpb.KeyValue;

        /**
         * Encodes the specified Event message. Does not implicitly {@link mvccpb.Event.verify|verify} messages.
         * @param message Event message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: mvccpb.Event.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Event message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {mvccpb.Event & mvccpb.Event.$Shape} Event
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mvccpb.Event & mvccpb.Event.$Shape;
    }

    namespace Event {

        /** Properties of an Event. */
        interface $Properties {

            /** Event type */
            type?: mvccpb.Event.EventType;

            /** Event kv */
            kv?: mvccpb.KeyValue.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Event. */
        type $Shape = mvccpb.Event.$Properties;

        /** EventType enum. */
        enum EventType {

            /** PUT value */
            PUT = 0,

            /** DELETE value */
            DELETE = 1
        }
    }
}

/** Namespace etcdserverpb. */
export namespace etcdserverpb {

    /**
     * Properties of a ResponseHeader.
     * @deprecated Use etcdserverpb.ResponseHeader.$Properties instead.
     */
    interface IResponseHeader extends etcdserverpb.ResponseHeader.$Properties {
    }

    /** Represents a ResponseHeader. */
    class ResponseHeader {

        /**
         * Constructs a new ResponseHeader.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.ResponseHeader.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ResponseHeader revision. */
        revision: number;

        /**
         * Encodes the specified ResponseHeader message. Does not implicitly {@link etcdserverpb.ResponseHeader.verify|verify} messages.
         * @param message ResponseHeader message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.ResponseHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ResponseHeader message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.ResponseHeader & etcdserverpb.ResponseHeader.$Shape} ResponseHeader
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.ResponseHeader & etcdserverpb.ResponseHeader.$Shape;
    }

    namespace ResponseHeader {

        /** Properties of a ResponseHeader. */
        interface $Properties {

            /** ResponseHeader revision */
            revision?: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ResponseHeader. */
        type $Shape = etcdserverpb.ResponseHeader.$Properties;
    }

    /**
     * Properties of a RangeRequest.
     * @deprecated Use etcdserverpb.RangeRequest.$Properties instead.
     */
    interface IRangeRequest extends etcdserverpb.RangeRequest.$Properties {
    }

    /** Represents a RangeRequest. */
    class RangeRequest {

        /**
         * Constructs a new RangeRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.RangeRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RangeRequest key. */
        key: Uint8Array;

        /** RangeRequest rangeEnd. */
        rangeEnd: Uint8Array;

        /**
         * Encodes the specified RangeRequest message. Does not implicitly {@link etcdserverpb.RangeRequest.verify|verify} messages.
         * @param message RangeRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.RangeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RangeRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.RangeRequest & etcdserverpb.RangeRequest.$Shape} RangeRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.RangeRequest & etcdserverpb.RangeRequest.$Shape;
    }

    namespace RangeRequest {

        /** Properties of a RangeRequest. */
        interface $Properties {

            /** RangeRequest key */
            key?: Uint8Array;

            /** RangeRequest rangeEnd */
            rangeEnd?: Uint8Array;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RangeRequest. */
        type $Shape = etcdserverpb.RangeRequest.$Properties;
    }

    /**
     * Properties of a RangeResponse.
     * @deprecated Use etcdserverpb.RangeResponse.$Properties instead.
     */
    interface IRangeResponse extends etcdserverpb.RangeResponse.$Properties {
    }

    /** Represents a RangeResponse. */
    class RangeResponse {

        /**
         * Constructs a new RangeResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.RangeResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RangeResponse header. */
        header: etcdserverpb.ResponseHeader;

        /** RangeResponse kvs. */
        kvs: mvccpb.KeyValue[];

        /**
         * Encodes the specified RangeResponse message. Does not implicitly {@link etcdserverpb.RangeResponse.verify|verify} messages.
         * @param message RangeResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.RangeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RangeResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.RangeResponse & etcdserverpb.RangeResponse.$Shape} RangeResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.RangeResponse & etcdserverpb.RangeResponse.$Shape;
    }

    namespace RangeResponse {

        /** Properties of a RangeResponse. */
        interface $Properties {

            /** RangeResponse header */
            header?: etcdserverpb.ResponseHeader.$Properties;

            /** RangeResponse kvs */
            kvs?: mvccpb.KeyValue.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RangeResponse. */
        type $Shape = etcdserverpb.RangeResponse.$Properties;
    }

    /**
     * Properties of a PutRequest.
     * @deprecated Use etcdserverpb.PutRequest.$Properties instead.
     */
    interface IPutRequest extends etcdserverpb.PutRequest.$Properties {
    }

    /** Represents a PutRequest. */
    class PutRequest {

        /**
         * Constructs a new PutRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.PutRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PutRequest key. */
        key: Uint8Array;

        /** PutRequest value. */
        value: Uint8Array;

        /** PutRequest lease. */
        lease: number;

        /**
         * Encodes the specified PutRequest message. Does not implicitly {@link etcdserverpb.PutRequest.verify|verify} messages.
         * @param message PutRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.PutRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PutRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.PutRequest & etcdserverpb.PutRequest.$Shape} PutRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.PutRequest & etcdserverpb.PutRequest.$Shape;
    }

    namespace PutRequest {

        /** Properties of a PutRequest. */
        interface $Properties {

            /** PutRequest key */
            key?: Uint8Array;

            /** PutRequest value */
            value?: Uint8Array;

            /** PutRequest lease */
            lease?: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PutRequest. */
        type $Shape = etcdserverpb.PutRequest.$Properties;
    }

    /**
     * Properties of a PutResponse.
     * @deprecated Use etcdserverpb.PutResponse.$Properties instead.
     */
    interface IPutResponse extends etcdserverpb.PutResponse.$Properties {
    }

    /** Represents a PutResponse. */
    class PutResponse {

        /**
         * Constructs a new PutResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.PutResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PutResponse header. */
        header: etcdserverpb.ResponseHeader;

        /**
         * Encodes the specified PutResponse message. Does not implicitly {@link etcdserverpb.PutResponse.verify|verify} messages.
         * @param message PutResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.PutResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PutResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.PutResponse & etcdserverpb.PutResponse.$Shape} PutResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.PutResponse & etcdserverpb.PutResponse.$Shape;
    }

    namespace PutResponse {

        /** Properties of a PutResponse. */
        interface $Properties {

            /** PutResponse header */
            header?: etcdserverpb.ResponseHeader.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PutResponse. */
        type $Shape = etcdserverpb.PutResponse.$Properties;
    }

    /**
     * Properties of a RequestOp.
     * @deprecated Use etcdserverpb.RequestOp.$Properties instead.
     */
    interface IRequestOp extends etcdserverpb.RequestOp.$Properties {
    }

    /** Represents a RequestOp. */
    class RequestOp {

        /**
         * Constructs a new RequestOp.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.RequestOp.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RequestOp requestRange. */
        requestRange: (etcdserverpb.RangeRequest|null);

        /** RequestOp requestPut. */
        requestPut: (etcdserverpb.PutRequest|null);

        /** RequestOp request. */
        request?: ("requestRange"|"requestPut");

        /**
         * Encodes the specified RequestOp message. Does not implicitly {@link etcdserverpb.RequestOp.verify|verify} messages.
         * @param message RequestOp message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.RequestOp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RequestOp message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.RequestOp & etcdserverpb.RequestOp.$Shape} RequestOp
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.RequestOp & etcdserverpb.RequestOp.$Shape;
    }

    namespace RequestOp {

        /** Properties of a RequestOp. */
        interface $Properties {

            /** RequestOp requestRange */
            requestRange?: (etcdserverpb.RangeRequest.$Properties|null);

            /** RequestOp requestPut */
            requestPut?: (etcdserverpb.PutRequest.$Properties|null);

            /** RequestOp request */
            request?: ("requestRange"|"requestPut");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a RequestOp. */
        type $Shape = {
          requestRange?: etcdserverpb.RangeRequest.$Shape|null;
          requestPut?: etcdserverpb.PutRequest.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ request?: undefined; requestRange?: null; requestPut?: null }|{ request?: "requestRange"; requestRange: etcdserverpb.RangeRequest.$Shape; requestPut?: null }|{ request?: "requestPut"; requestRange?: null; requestPut: etcdserverpb.PutRequest.$Shape })
        );
    }

    /**
     * Properties of a ResponseOp.
     * @deprecated Use etcdserverpb.ResponseOp.$Properties instead.
     */
    interface IResponseOp extends etcdserverpb.ResponseOp.$Properties {
    }

    /** Represents a ResponseOp. */
    class ResponseOp {

        /**
         * Constructs a new ResponseOp.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.ResponseOp.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ResponseOp responseRange. */
        responseRange: (etcdserverpb.RangeResponse|null);

        /** ResponseOp responsePut. */
        responsePut: (etcdserverpb.PutResponse|null);

        /** ResponseOp response. */
        response?: ("responseRange"|"responsePut");

        /**
         * Encodes the specified ResponseOp message. Does not implicitly {@link etcdserverpb.ResponseOp.verify|verify} messages.
         * @param message ResponseOp message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.ResponseOp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ResponseOp message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.ResponseOp & etcdserverpb.ResponseOp.$Shape} ResponseOp
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.ResponseOp & etcdserverpb.ResponseOp.$Shape;
    }

    namespace ResponseOp {

        /** Properties of a ResponseOp. */
        interface $Properties {

            /** ResponseOp responseRange */
            responseRange?: (etcdserverpb.RangeResponse.$Properties|null);

            /** ResponseOp responsePut */
            responsePut?: (etcdserverpb.PutResponse.$Properties|null);

            /** ResponseOp response */
            response?: ("responseRange"|"responsePut");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a ResponseOp. */
        type $Shape = {
          responseRange?: etcdserverpb.RangeResponse.$Shape|null;
          responsePut?: etcdserverpb.PutResponse.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ response?: undefined; responseRange?: null; responsePut?: null }|{ response?: "responseRange"; responseRange: etcdserverpb.RangeResponse.$Shape; responsePut?: null }|{ response?: "responsePut"; responseRange?: null; responsePut: etcdserverpb.PutResponse.$Shape })
        );
    }

    /**
     * Properties of a Compare.
     * @deprecated Use etcdserverpb.Compare.$Properties instead.
     */
    interface ICompare extends etcdserverpb.Compare.$Properties {
    }

    /** Represents a Compare. */
    class Compare {

        /**
         * Constructs a new Compare.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.Compare.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Compare result. */
        result: etcdserverpb.Compare.CompareResult;

        /** Compare target. */
        target: etcdserverpb.Compare.CompareTarget;

        /** Compare key. */
        key: Uint8Array;

        /** Compare createRevision. */
        createRevision: (number|null);

        /** Compare modRevision. */
        modRevision: (number|null);

        /** Compare value. */
        value: (Uint8Array|null);

        /** Compare targetUnion. */
        targetUnion?: ("createRevision"|"modRevision"|"value");

        /**
         * Encodes the specified Compare message. Does not implicitly {@link etcdserverpb.Compare.verify|verify} messages.
         * @param message Compare message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.Compare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Compare message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.Compare & etcdserverpb.Compare.$Shape} Compare
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.Compare & etcdserverpb.Compare.$Shape;
    }

    namespace Compare {

        /** Properties of a Compare. */
        interface $Properties {

            /** Compare result */
            result?: etcdserverpb.Compare.CompareResult;

            /** Compare target */
            target?: etcdserverpb.Compare.CompareTarget;

            /** Compare key */
            key?: Uint8Array;

            /** Compare createRevision */
            createRevision?: (number|null);

            /** Compare modRevision */
            modRevision?: (number|null);

            /** Compare value */
            value?: (Uint8Array|null);

            /** Compare targetUnion */
            targetUnion?: ("createRevision"|"modRevision"|"value");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Compare. */
        type $Shape = {
          result?: etcdserverpb.Compare.CompareResult;
          target?: etcdserverpb.Compare.CompareTarget;
          key?: Uint8Array;
          createRevision?: number|null;
          modRevision?: number|null;
          value?: Uint8Array|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ targetUnion?: undefined; createRevision?: null; modRevision?: null; value?: null }|{ targetUnion?: "createRevision"; createRevision: number; modRevision?: null; value?: null }|{ targetUnion?: "modRevision"; createRevision?: null; modRevision: number; value?: null }|{ targetUnion?: "value"; createRevision?: null; modRevision?: null; value: Uint8Array })
        );

        /** CompareResult enum. */
        enum CompareResult {

            /** EQUAL value */
            EQUAL = 0
        }

        /** CompareTarget enum. */
        enum CompareTarget {

            /** VERSION value */
            VERSION = 0,

            /** CREATE value */
            CREATE = 1,

            /** MOD value */
            MOD = 2,

            /** VALUE value */
            VALUE = 3
        }
    }

    /**
     * Properties of a TxnRequest.
     * @deprecated Use etcdserverpb.TxnRequest.$Properties instead.
     */
    interface ITxnRequest extends etcdserverpb.TxnRequest.$Properties {
    }

    /** Represents a TxnRequest. */
    class TxnRequest {

        /**
         * Constructs a new TxnRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.TxnRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TxnRequest compare. */
        compare: etcdserverpb.Compare[];

        /** TxnRequest success. */
        success: etcdserverpb.RequestOp[];

        /** TxnRequest failure. */
        failure: etcdserverpb.RequestOp[];

        /**
         * Encodes the specified TxnRequest message. Does not implicitly {@link etcdserverpb.TxnRequest.verify|verify} messages.
         * @param message TxnRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.TxnRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TxnRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.TxnRequest & etcdserverpb.TxnRequest.$Shape} TxnRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.TxnRequest & etcdserverpb.TxnRequest.$Shape;
    }

    namespace TxnRequest {

        /** Properties of a TxnRequest. */
        interface $Properties {

            /** TxnRequest compare */
            compare?: etcdserverpb.Compare.$Properties[];

            /** TxnRequest success */
            success?: etcdserverpb.RequestOp.$Properties[];

            /** TxnRequest failure */
            failure?: etcdserverpb.RequestOp.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TxnRequest. */
        type $Shape = {
          compare?: etcdserverpb.Compare.$Shape[];
          success?: etcdserverpb.RequestOp.$Shape[];
          failure?: etcdserverpb.RequestOp.$Shape[];
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a TxnResponse.
     * @deprecated Use etcdserverpb.TxnResponse.$Properties instead.
     */
    interface ITxnResponse extends etcdserverpb.TxnResponse.$Properties {
    }

    /** Represents a TxnResponse. */
    class TxnResponse {

        /**
         * Constructs a new TxnResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.TxnResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TxnResponse header. */
        header: etcdserverpb.ResponseHeader;

        /** TxnResponse succeeded. */
        succeeded: boolean;

        /** TxnResponse responses. */
        responses: etcdserverpb.ResponseOp[];

        /**
         * Encodes the specified TxnResponse message. Does not implicitly {@link etcdserverpb.TxnResponse.verify|verify} messages.
         * @param message TxnResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.TxnResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TxnResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.TxnResponse & etcdserverpb.TxnResponse.$Shape} TxnResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.TxnResponse & etcdserverpb.TxnResponse.$Shape;
    }

    namespace TxnResponse {

        /** Properties of a TxnResponse. */
        interface $Properties {

            /** TxnResponse header */
            header?: etcdserverpb.ResponseHeader.$Properties;

            /** TxnResponse succeeded */
            succeeded?: boolean;

            /** TxnResponse responses */
            responses?: etcdserverpb.ResponseOp.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TxnResponse. */
        type $Shape = {
          header?: etcdserverpb.ResponseHeader.$Shape;
          succeeded?: boolean;
          responses?: etcdserverpb.ResponseOp.$Shape[];
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a WatchRequest.
     * @deprecated Use etcdserverpb.WatchRequest.$Properties instead.
     */
    interface IWatchRequest extends etcdserverpb.WatchRequest.$Properties {
    }

    /** Represents a WatchRequest. */
    class WatchRequest {

        /**
         * Constructs a new WatchRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.WatchRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WatchRequest createRequest. */
        createRequest: (etcdserverpb.WatchCreateRequest|null);

        /** WatchRequest requestUnion. */
        requestUnion?: "createRequest";

        /**
         * Encodes the specified WatchRequest message. Does not implicitly {@link etcdserverpb.WatchRequest.verify|verify} messages.
         * @param message WatchRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.WatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WatchRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.WatchRequest & etcdserverpb.WatchRequest.$Shape} WatchRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.WatchRequest & etcdserverpb.WatchRequest.$Shape;
    }

    namespace WatchRequest {

        /** Properties of a WatchRequest. */
        interface $Properties {

            /** WatchRequest createRequest */
            createRequest?: (etcdserverpb.WatchCreateRequest.$Properties|null);

            /** WatchRequest requestUnion */
            requestUnion?: "createRequest";

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a WatchRequest. */
        type $Shape = {
          createRequest?: etcdserverpb.WatchCreateRequest.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ requestUnion?: undefined; createRequest?: null }|{ requestUnion?: "createRequest"; createRequest: etcdserverpb.WatchCreateRequest.$Shape })
        );
    }

    /**
     * Properties of a WatchCreateRequest.
     * @deprecated Use etcdserverpb.WatchCreateRequest.$Properties instead.
     */
    interface IWatchCreateRequest extends etcdserverpb.WatchCreateRequest.$Properties {
    }

    /** Represents a WatchCreateRequest. */
    class WatchCreateRequest {

        /**
         * Constructs a new WatchCreateRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.WatchCreateRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WatchCreateRequest key. */
        key: Uint8Array;

        /** WatchCreateRequest rangeEnd. */
        rangeEnd: Uint8Array;

        /** WatchCreateRequest startRevision. */
        startRevision: number;

        /**
         * Encodes the specified WatchCreateRequest message. Does not implicitly {@link etcdserverpb.WatchCreateRequest.verify|verify} messages.
         * @param message WatchCreateRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.WatchCreateRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WatchCreateRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.WatchCreateRequest & etcdserverpb.WatchCreateRequest.$Shape} WatchCreateRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.WatchCreateRequest & etcdserverpb.WatchCreateRequest.$Shape;
    }

    namespace WatchCreateRequest {

        /** Properties of a WatchCreateRequest. */
        interface $Properties {

            /** WatchCreateRequest key */
            key?: Uint8Array;

            /** WatchCreateRequest rangeEnd */
            rangeEnd?: Uint8Array;

            /** WatchCreateRequest startRevision */
            startRevision?: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WatchCreateRequest. */
        type $Shape = etcdserverpb.WatchCreateRequest.$Properties;
    }

    /**
     * Properties of a WatchResponse.
     * @deprecated Use etcdserverpb.WatchResponse.$Properties instead.
     */
    interface IWatchResponse extends etcdserverpb.WatchResponse.$Properties {
    }

    /** Represents a WatchResponse. */
    class WatchResponse {

        /**
         * Constructs a new WatchResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.WatchResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** WatchResponse header. */
        header: etcdserverpb.ResponseHeader;

        /** WatchResponse created. */
        created: boolean;

        /** WatchResponse canceled. */
        canceled: boolean;

        /** WatchResponse compactRevision. */
        compactRevision: number;

        /** WatchResponse cancelReason. */
        cancelReason: string;

        /** WatchResponse events. */
        events: mvccpb.Event[];

        /**
         * Encodes the specified WatchResponse message. Does not implicitly {@link etcdserverpb.WatchResponse.verify|verify} messages.
         * @param message WatchResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.WatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a WatchResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.WatchResponse & etcdserverpb.WatchResponse.$Shape} WatchResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.WatchResponse & etcdserverpb.WatchResponse.$Shape;
    }

    namespace WatchResponse {

        /** Properties of a WatchResponse. */
        interface $Properties {

            /** WatchResponse header */
            header?: etcdserverpb.ResponseHeader.$Properties;

            /** WatchResponse created */
            created?: boolean;

            /** WatchResponse canceled */
            canceled?: boolean;

            /** WatchResponse compactRevision */
            compactRevision?: number;

            /** WatchResponse cancelReason */
            cancelReason?: string;

            /** WatchResponse events */
            events?: mvccpb.Event.$Properties[];

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a WatchResponse. */
        type $Shape = etcdserverpb.WatchResponse.$Properties;
    }

    /**
     * Properties of a LeaseGrantRequest.
     * @deprecated Use etcdserverpb.LeaseGrantRequest.$Properties instead.
     */
    interface ILeaseGrantRequest extends etcdserverpb.LeaseGrantRequest.$Properties {
    }

    /** Represents a LeaseGrantRequest. */
    class LeaseGrantRequest {

        /**
         * Constructs a new LeaseGrantRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.LeaseGrantRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LeaseGrantRequest TTL. */
        TTL: number;

        /** LeaseGrantRequest ID. */
        ID: number;

        /**
         * Encodes the specified LeaseGrantRequest message. Does not implicitly {@link etcdserverpb.LeaseGrantRequest.verify|verify} messages.
         * @param message LeaseGrantRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.LeaseGrantRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaseGrantRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.LeaseGrantRequest & etcdserverpb.LeaseGrantRequest.$Shape} LeaseGrantRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.LeaseGrantRequest & etcdserverpb.LeaseGrantRequest.$Shape;
    }

    namespace LeaseGrantRequest {

        /** Properties of a LeaseGrantRequest. */
        interface $Properties {

            /** LeaseGrantRequest TTL */
            TTL?: number;

            /** LeaseGrantRequest ID */
            ID?: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaseGrantRequest. */
        type $Shape = etcdserverpb.LeaseGrantRequest.$Properties;
    }

    /**
     * Properties of a LeaseGrantResponse.
     * @deprecated Use etcdserverpb.LeaseGrantResponse.$Properties instead.
     */
    interface ILeaseGrantResponse extends etcdserverpb.LeaseGrantResponse.$Properties {
    }

    /** Represents a LeaseGrantResponse. */
    class LeaseGrantResponse {

        /**
         * Constructs a new LeaseGrantResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.LeaseGrantResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LeaseGrantResponse header. */
        header: etcdserverpb.ResponseHeader;

        /** LeaseGrantResponse TTL. */
        TTL: number;

        /**
         * Encodes the specified LeaseGrantResponse message. Does not implicitly {@link etcdserverpb.LeaseGrantResponse.verify|verify} messages.
         * @param message LeaseGrantResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.LeaseGrantResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaseGrantResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.LeaseGrantResponse & etcdserverpb.LeaseGrantResponse.$Shape} LeaseGrantResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.LeaseGrantResponse & etcdserverpb.LeaseGrantResponse.$Shape;
    }

    namespace LeaseGrantResponse {

        /** Properties of a LeaseGrantResponse. */
        interface $Properties {

            /** LeaseGrantResponse header */
            header?: etcdserverpb.ResponseHeader.$Properties;

            /** LeaseGrantResponse TTL */
            TTL?: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaseGrantResponse. */
        type $Shape = etcdserverpb.LeaseGrantResponse.$Properties;
    }

    /**
     * Properties of a LeaseRevokeRequest.
     * @deprecated Use etcdserverpb.LeaseRevokeRequest.$Properties instead.
     */
    interface ILeaseRevokeRequest extends etcdserverpb.LeaseRevokeRequest.$Properties {
    }

    /** Represents a LeaseRevokeRequest. */
    class LeaseRevokeRequest {

        /**
         * Constructs a new LeaseRevokeRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.LeaseRevokeRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LeaseRevokeRequest ID. */
        ID: number;

        /**
         * Encodes the specified LeaseRevokeRequest message. Does not implicitly {@link etcdserverpb.LeaseRevokeRequest.verify|verify} messages.
         * @param message LeaseRevokeRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.LeaseRevokeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaseRevokeRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.LeaseRevokeRequest & etcdserverpb.LeaseRevokeRequest.$Shape} LeaseRevokeRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.LeaseRevokeRequest & etcdserverpb.LeaseRevokeRequest.$Shape;
    }

    namespace LeaseRevokeRequest {

        /** Properties of a LeaseRevokeRequest. */
        interface $Properties {

            /** LeaseRevokeRequest ID */
            ID?: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaseRevokeRequest. */
        type $Shape = etcdserverpb.LeaseRevokeRequest.$Properties;
    }

    /**
     * Properties of a LeaseRevokeResponse.
     * @deprecated Use etcdserverpb.LeaseRevokeResponse.$Properties instead.
     */
    interface ILeaseRevokeResponse extends etcdserverpb.LeaseRevokeResponse.$Properties {
    }

    /** Represents a LeaseRevokeResponse. */
    class LeaseRevokeResponse {

        /**
         * Constructs a new LeaseRevokeResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.LeaseRevokeResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LeaseRevokeResponse header. */
        header: etcdserverpb.ResponseHeader;

        /**
         * Encodes the specified LeaseRevokeResponse message. Does not implicitly {@link etcdserverpb.LeaseRevokeResponse.verify|verify} messages.
         * @param message LeaseRevokeResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.LeaseRevokeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaseRevokeResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.LeaseRevokeResponse & etcdserverpb.LeaseRevokeResponse.$Shape} LeaseRevokeResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.LeaseRevokeResponse & etcdserverpb.LeaseRevokeResponse.$Shape;
    }

    namespace LeaseRevokeResponse {

        /** Properties of a LeaseRevokeResponse. */
        interface $Properties {

            /** LeaseRevokeResponse header */
            header?: etcdserverpb.ResponseHeader.$Properties;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaseRevokeResponse. */
        type $Shape = etcdserverpb.LeaseRevokeResponse.$Properties;
    }

    /**
     * Properties of a LeaseKeepAliveRequest.
     * @deprecated Use etcdserverpb.LeaseKeepAliveRequest.$Properties instead.
     */
    interface ILeaseKeepAliveRequest extends etcdserverpb.LeaseKeepAliveRequest.$Properties {
    }

    /** Represents a LeaseKeepAliveRequest. */
    class LeaseKeepAliveRequest {

        /**
         * Constructs a new LeaseKeepAliveRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.LeaseKeepAliveRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LeaseKeepAliveRequest ID. */
        ID: number;

        /**
         * Encodes the specified LeaseKeepAliveRequest message. Does not implicitly {@link etcdserverpb.LeaseKeepAliveRequest.verify|verify} messages.
         * @param message LeaseKeepAliveRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.LeaseKeepAliveRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaseKeepAliveRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.LeaseKeepAliveRequest & etcdserverpb.LeaseKeepAliveRequest.$Shape} LeaseKeepAliveRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.LeaseKeepAliveRequest & etcdserverpb.LeaseKeepAliveRequest.$Shape;
    }

    namespace LeaseKeepAliveRequest {

        /** Properties of a LeaseKeepAliveRequest. */
        interface $Properties {

            /** LeaseKeepAliveRequest ID */
            ID?: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaseKeepAliveRequest. */
        type $Shape = etcdserverpb.LeaseKeepAliveRequest.$Properties;
    }

    /**
     * Properties of a LeaseKeepAliveResponse.
     * @deprecated Use etcdserverpb.LeaseKeepAliveResponse.$Properties instead.
     */
    interface ILeaseKeepAliveResponse extends etcdserverpb.LeaseKeepAliveResponse.$Properties {
    }

    /** Represents a LeaseKeepAliveResponse. */
    class LeaseKeepAliveResponse {

        /**
         * Constructs a new LeaseKeepAliveResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.LeaseKeepAliveResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LeaseKeepAliveResponse header. */
        header: etcdserverpb.ResponseHeader;

        /** LeaseKeepAliveResponse TTL. */
        TTL: number;

        /**
         * Encodes the specified LeaseKeepAliveResponse message. Does not implicitly {@link etcdserverpb.LeaseKeepAliveResponse.verify|verify} messages.
         * @param message LeaseKeepAliveResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.LeaseKeepAliveResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaseKeepAliveResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.LeaseKeepAliveResponse & etcdserverpb.LeaseKeepAliveResponse.$Shape} LeaseKeepAliveResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.LeaseKeepAliveResponse & etcdserverpb.LeaseKeepAliveResponse.$Shape;
    }

    namespace LeaseKeepAliveResponse {

        /** Properties of a LeaseKeepAliveResponse. */
        interface $Properties {

            /** LeaseKeepAliveResponse header */
            header?: etcdserverpb.ResponseHeader.$Properties;

            /** LeaseKeepAliveResponse TTL */
            TTL?: number;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaseKeepAliveResponse. */
        type $Shape = etcdserverpb.LeaseKeepAliveResponse.$Properties;
    }

    /**
     * Properties of an AuthenticateRequest.
     * @deprecated Use etcdserverpb.AuthenticateRequest.$Properties instead.
     */
    interface IAuthenticateRequest extends etcdserverpb.AuthenticateRequest.$Properties {
    }

    /** Represents an AuthenticateRequest. */
    class AuthenticateRequest {

        /**
         * Constructs a new AuthenticateRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.AuthenticateRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AuthenticateRequest name. */
        name: string;

        /** AuthenticateRequest password. */
        password: string;

        /**
         * Encodes the specified AuthenticateRequest message. Does not implicitly {@link etcdserverpb.AuthenticateRequest.verify|verify} messages.
         * @param message AuthenticateRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.AuthenticateRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AuthenticateRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.AuthenticateRequest & etcdserverpb.AuthenticateRequest.$Shape} AuthenticateRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.AuthenticateRequest & etcdserverpb.AuthenticateRequest.$Shape;
    }

    namespace AuthenticateRequest {

        /** Properties of an AuthenticateRequest. */
        interface $Properties {

            /** AuthenticateRequest name */
            name?: string;

            /** AuthenticateRequest password */
            password?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AuthenticateRequest. */
        type $Shape = etcdserverpb.AuthenticateRequest.$Properties;
    }

    /**
     * Properties of an AuthenticateResponse.
     * @deprecated Use etcdserverpb.AuthenticateResponse.$Properties instead.
     */
    interface IAuthenticateResponse extends etcdserverpb.AuthenticateResponse.$Properties {
    }

    /** Represents an AuthenticateResponse. */
    class AuthenticateResponse {

        /**
         * Constructs a new AuthenticateResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: etcdserverpb.AuthenticateResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AuthenticateResponse header. */
        header: etcdserverpb.ResponseHeader;

        /** AuthenticateResponse token. */
        token: string;

        /**
         * Encodes the specified AuthenticateResponse message. Does not implicitly {@link etcdserverpb.AuthenticateResponse.verify|verify} messages.
         * @param message AuthenticateResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: etcdserverpb.AuthenticateResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AuthenticateResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {etcdserverpb.AuthenticateResponse & etcdserverpb.AuthenticateResponse.$Shape} AuthenticateResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): etcdserverpb.AuthenticateResponse & etcdserverpb.AuthenticateResponse.$Shape;
    }

    namespace AuthenticateResponse {

        /** Properties of an AuthenticateResponse. */
        interface $Properties {

            /** AuthenticateResponse header */
            header?: etcdserverpb.ResponseHeader.$Properties;

            /** AuthenticateResponse token */
            token?: string;

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AuthenticateResponse. */
        type $Shape = etcdserverpb.AuthenticateResponse.$Properties;
    }
}
