// Made by `npm run generate` from proto/. Not to be edited.
import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace holdfast. */
export namespace holdfast {

    /** Namespace peer. */
    namespace peer {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Command.
             * @deprecated Use holdfast.peer.v1.Command.$Properties instead.
             */
            interface ICommand extends holdfast.peer.v1.Command.$Properties {
            }

            /** Represents a Command. */
            class Command {

                /**
                 * Constructs a new Command.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Command.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Command get. */
                get: (holdfast.peer.v1.Get|null);

                /** Command getExclusive. */
                getExclusive: (holdfast.peer.v1.GetExclusive|null);

                /** Command set. */
                set: (holdfast.peer.v1.Set|null);

                /** Command releaseExclusive. */
                releaseExclusive: (holdfast.peer.v1.ReleaseExclusive|null);

                /** Command renewExclusive. */
                renewExclusive: (holdfast.peer.v1.RenewExclusive|null);

                /** Command remove. */
                remove: (holdfast.peer.v1.Remove|null);

                /** Command resetTimeout. */
                resetTimeout: (holdfast.peer.v1.ResetTimeout|null);

                /** Command describe. */
                describe: (holdfast.peer.v1.Describe|null);

                /** Command command. */
                command?: ("get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe");

                /**
                 * Encodes the specified Command message. Does not implicitly {@link holdfast.peer.v1.Command.verify|verify} messages.
                 * @param message Command message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Command message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Command & holdfast.peer.v1.Command.$Shape} Command
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Command & holdfast.peer.v1.Command.$Shape;
            }

            namespace Command {

                /** Properties of a Command. */
                interface $Properties {

                    /** Command get */
                    get?: (holdfast.peer.v1.Get.$Properties|null);

                    /** Command getExclusive */
                    getExclusive?: (holdfast.peer.v1.GetExclusive.$Properties|null);

                    /** Command set */
                    set?: (holdfast.peer.v1.Set.$Properties|null);

                    /** Command releaseExclusive */
                    releaseExclusive?: (holdfast.peer.v1.ReleaseExclusive.$Properties|null);

                    /** Command renewExclusive */
                    renewExclusive?: (holdfast.peer.v1.RenewExclusive.$Properties|null);

                    /** Command remove */
                    remove?: (holdfast.peer.v1.Remove.$Properties|null);

                    /** Command resetTimeout */
                    resetTimeout?: (holdfast.peer.v1.ResetTimeout.$Properties|null);

                    /** Command describe */
                    describe?: (holdfast.peer.v1.Describe.$Properties|null);

                    /** Command command */
                    command?: ("get"|"getExclusive"|"set"|"releaseExclusive"|"renewExclusive"|"remove"|"resetTimeout"|"describe");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Command. */
                type $Shape = {
                  get?: holdfast.peer.v1.Get.$Shape|null;
                  getExclusive?: holdfast.peer.v1.GetExclusive.$Shape|null;
                  set?: holdfast.peer.v1.Set.$Shape|null;
                  releaseExclusive?: holdfast.peer.v1.ReleaseExclusive.$Shape|null;
                  renewExclusive?: holdfast.peer.v1.RenewExclusive.$Shape|null;
                  remove?: holdfast.peer.v1.Remove.$Shape|null;
                  resetTimeout?: holdfast.peer.v1.ResetTimeout.$Shape|null;
                  describe?: holdfast.peer.v1.Describe.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ command?: undefined; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "get"; get: holdfast.peer.v1.Get.$Shape; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "getExclusive"; get?: null; getExclusive: holdfast.peer.v1.GetExclusive.$Shape; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "set"; get?: null; getExclusive?: null; set: holdfast.peer.v1.Set.$Shape; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "releaseExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive: holdfast.peer.v1.ReleaseExclusive.$Shape; renewExclusive?: null; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "renewExclusive"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive: holdfast.peer.v1.RenewExclusive.$Shape; remove?: null; resetTimeout?: null; describe?: null }|{ command?: "remove"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove: holdfast.peer.v1.Remove.$Shape; resetTimeout?: null; describe?: null }|{ command?: "resetTimeout"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout: holdfast.peer.v1.ResetTimeout.$Shape; describe?: null }|{ command?: "describe"; get?: null; getExclusive?: null; set?: null; releaseExclusive?: null; renewExclusive?: null; remove?: null; resetTimeout?: null; describe: holdfast.peer.v1.Describe.$Shape })
                );
            }

            /**
             * Properties of a Get.
             * @deprecated Use holdfast.peer.v1.Get.$Properties instead.
             */
            interface IGet extends holdfast.peer.v1.Get.$Properties {
            }

            /** Represents a Get. */
            class Get {

                /**
                 * Constructs a new Get.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Get.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Get wait. */
                wait: number;

                /**
                 * Encodes the specified Get message. Does not implicitly {@link holdfast.peer.v1.Get.verify|verify} messages.
                 * @param message Get message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Get.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Get message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Get & holdfast.peer.v1.Get.$Shape} Get
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Get & holdfast.peer.v1.Get.$Shape;
            }

            namespace Get {

                /** Properties of a Get. */
                interface $Properties {

                    /** Get wait */
                    wait?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Get. */
                type $Shape = holdfast.peer.v1.Get.$Properties;
            }

            /**
             * Properties of a GetExclusive.
             * @deprecated Use holdfast.peer.v1.GetExclusive.$Properties instead.
             */
            interface IGetExclusive extends holdfast.peer.v1.GetExclusive.$Properties {
            }

            /** Represents a GetExclusive. */
            class GetExclusive {

                /**
                 * Constructs a new GetExclusive.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.GetExclusive.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetExclusive wait. */
                wait: number;

                /** GetExclusive lockLease. */
                lockLease: number;

                /**
                 * Encodes the specified GetExclusive message. Does not implicitly {@link holdfast.peer.v1.GetExclusive.verify|verify} messages.
                 * @param message GetExclusive message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.GetExclusive.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetExclusive message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.GetExclusive & holdfast.peer.v1.GetExclusive.$Shape} GetExclusive
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.GetExclusive & holdfast.peer.v1.GetExclusive.$Shape;
            }

            namespace GetExclusive {

                /** Properties of a GetExclusive. */
                interface $Properties {

                    /** GetExclusive wait */
                    wait?: number;

                    /** GetExclusive lockLease */
                    lockLease?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetExclusive. */
                type $Shape = holdfast.peer.v1.GetExclusive.$Properties;
            }

            /**
             * Properties of a Set.
             * @deprecated Use holdfast.peer.v1.Set.$Properties instead.
             */
            interface ISet extends holdfast.peer.v1.Set.$Properties {
            }

            /** Represents a Set. */
            class Set {

                /**
                 * Constructs a new Set.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Set.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Set cookie. */
                cookie: number;

                /** Set content. */
                content: Uint8Array;

                /** Set timeoutMinutes. */
                timeoutMinutes: number;

                /** Set flags. */
                flags: number;

                /** Set onlyIfAbsent. */
                onlyIfAbsent: boolean;

                /** Set onlyIfVersion. */
                onlyIfVersion: holdfast.peer.v1.Version;

                /**
                 * Encodes the specified Set message. Does not implicitly {@link holdfast.peer.v1.Set.verify|verify} messages.
                 * @param message Set message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Set.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Set message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Set & holdfast.peer.v1.Set.$Shape} Set
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Set & holdfast.peer.v1.Set.$Shape;
            }

            namespace Set {

                /** Properties of a Set. */
                interface $Properties {

                    /** Set cookie */
                    cookie?: number;

                    /** Set content */
                    content?: Uint8Array;

                    /** Set timeoutMinutes */
                    timeoutMinutes?: number;

                    /** Set flags */
                    flags?: number;

                    /** Set onlyIfAbsent */
                    onlyIfAbsent?: boolean;

                    /** Set onlyIfVersion */
                    onlyIfVersion?: holdfast.peer.v1.Version.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Set. */
                type $Shape = holdfast.peer.v1.Set.$Properties;
            }

            /**
             * Properties of a ReleaseExclusive.
             * @deprecated Use holdfast.peer.v1.ReleaseExclusive.$Properties instead.
             */
            interface IReleaseExclusive extends holdfast.peer.v1.ReleaseExclusive.$Properties {
            }

            /** Represents a ReleaseExclusive. */
            class ReleaseExclusive {

                /**
                 * Constructs a new ReleaseExclusive.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.ReleaseExclusive.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReleaseExclusive cookie. */
                cookie: number;

                /**
                 * Encodes the specified ReleaseExclusive message. Does not implicitly {@link holdfast.peer.v1.ReleaseExclusive.verify|verify} messages.
                 * @param message ReleaseExclusive message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.ReleaseExclusive.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReleaseExclusive message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.ReleaseExclusive & holdfast.peer.v1.ReleaseExclusive.$Shape} ReleaseExclusive
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.ReleaseExclusive & holdfast.peer.v1.ReleaseExclusive.$Shape;
            }

            namespace ReleaseExclusive {

                /** Properties of a ReleaseExclusive. */
                interface $Properties {

                    /** ReleaseExclusive cookie */
                    cookie?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReleaseExclusive. */
                type $Shape = holdfast.peer.v1.ReleaseExclusive.$Properties;
            }

            /**
             * Properties of a RenewExclusive.
             * @deprecated Use holdfast.peer.v1.RenewExclusive.$Properties instead.
             */
            interface IRenewExclusive extends holdfast.peer.v1.RenewExclusive.$Properties {
            }

            /** Represents a RenewExclusive. */
            class RenewExclusive {

                /**
                 * Constructs a new RenewExclusive.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.RenewExclusive.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RenewExclusive cookie. */
                cookie: number;

                /** RenewExclusive lockLease. */
                lockLease: number;

                /**
                 * Encodes the specified RenewExclusive message. Does not implicitly {@link holdfast.peer.v1.RenewExclusive.verify|verify} messages.
                 * @param message RenewExclusive message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.RenewExclusive.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RenewExclusive message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.RenewExclusive & holdfast.peer.v1.RenewExclusive.$Shape} RenewExclusive
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.RenewExclusive & holdfast.peer.v1.RenewExclusive.$Shape;
            }

            namespace RenewExclusive {

                /** Properties of a RenewExclusive. */
                interface $Properties {

                    /** RenewExclusive cookie */
                    cookie?: number;

                    /** RenewExclusive lockLease */
                    lockLease?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RenewExclusive. */
                type $Shape = holdfast.peer.v1.RenewExclusive.$Properties;
            }

            /**
             * Properties of a Remove.
             * @deprecated Use holdfast.peer.v1.Remove.$Properties instead.
             */
            interface IRemove extends holdfast.peer.v1.Remove.$Properties {
            }

            /** Represents a Remove. */
            class Remove {

                /**
                 * Constructs a new Remove.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Remove.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Remove cookie. */
                cookie: number;

                /**
                 * Encodes the specified Remove message. Does not implicitly {@link holdfast.peer.v1.Remove.verify|verify} messages.
                 * @param message Remove message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Remove.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Remove message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Remove & holdfast.peer.v1.Remove.$Shape} Remove
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Remove & holdfast.peer.v1.Remove.$Shape;
            }

            namespace Remove {

                /** Properties of a Remove. */
                interface $Properties {

                    /** Remove cookie */
                    cookie?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Remove. */
                type $Shape = holdfast.peer.v1.Remove.$Properties;
            }

            /**
             * Properties of a ResetTimeout.
             * @deprecated Use holdfast.peer.v1.ResetTimeout.$Properties instead.
             */
            interface IResetTimeout extends holdfast.peer.v1.ResetTimeout.$Properties {
            }

            /** Represents a ResetTimeout. */
            class ResetTimeout {

                /**
                 * Constructs a new ResetTimeout.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.ResetTimeout.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified ResetTimeout message. Does not implicitly {@link holdfast.peer.v1.ResetTimeout.verify|verify} messages.
                 * @param message ResetTimeout message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.ResetTimeout.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResetTimeout message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.ResetTimeout & holdfast.peer.v1.ResetTimeout.$Shape} ResetTimeout
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.ResetTimeout & holdfast.peer.v1.ResetTimeout.$Shape;
            }

            namespace ResetTimeout {

                /** Properties of a ResetTimeout. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResetTimeout. */
                type $Shape = holdfast.peer.v1.ResetTimeout.$Properties;
            }

            /**
             * Properties of a Describe.
             * @deprecated Use holdfast.peer.v1.Describe.$Properties instead.
             */
            interface IDescribe extends holdfast.peer.v1.Describe.$Properties {
            }

            /** Represents a Describe. */
            class Describe {

                /**
                 * Constructs a new Describe.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Describe.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified Describe message. Does not implicitly {@link holdfast.peer.v1.Describe.verify|verify} messages.
                 * @param message Describe message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Describe.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Describe message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Describe & holdfast.peer.v1.Describe.$Shape} Describe
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Describe & holdfast.peer.v1.Describe.$Shape;
            }

            namespace Describe {

                /** Properties of a Describe. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Describe. */
                type $Shape = holdfast.peer.v1.Describe.$Properties;
            }

            /**
             * Properties of a Version.
             * @deprecated Use holdfast.peer.v1.Version.$Properties instead.
             */
            interface IVersion extends holdfast.peer.v1.Version.$Properties {
            }

            /** Represents a Version. */
            class Version {

                /**
                 * Constructs a new Version.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Version.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Version memory. */
                memory: number;

                /** Version sequence. */
                sequence: number;

                /**
                 * Encodes the specified Version message. Does not implicitly {@link holdfast.peer.v1.Version.verify|verify} messages.
                 * @param message Version message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Version.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Version message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Version & holdfast.peer.v1.Version.$Shape} Version
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Version & holdfast.peer.v1.Version.$Shape;
            }

            namespace Version {

                /** Properties of a Version. */
                interface $Properties {

                    /** Version memory */
                    memory?: number;

                    /** Version sequence */
                    sequence?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Version. */
                type $Shape = holdfast.peer.v1.Version.$Properties;
            }

            /**
             * Properties of a Source.
             * @deprecated Use holdfast.peer.v1.Source.$Properties instead.
             */
            interface ISource extends holdfast.peer.v1.Source.$Properties {
            }

            /** Represents a Source. */
            class Source {

                /**
                 * Constructs a new Source.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Source.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Source door. */
                door: holdfast.peer.v1.Door;

                /** Source address. */
                address: string;

                /**
                 * Encodes the specified Source message. Does not implicitly {@link holdfast.peer.v1.Source.verify|verify} messages.
                 * @param message Source message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Source.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Source message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Source & holdfast.peer.v1.Source.$Shape} Source
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Source & holdfast.peer.v1.Source.$Shape;
            }

            namespace Source {

                /** Properties of a Source. */
                interface $Properties {

                    /** Source door */
                    door?: holdfast.peer.v1.Door;

                    /** Source address */
                    address?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Source. */
                type $Shape = holdfast.peer.v1.Source.$Properties;
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
             * Properties of a TalkRequest.
             * @deprecated Use holdfast.peer.v1.TalkRequest.$Properties instead.
             */
            interface ITalkRequest extends holdfast.peer.v1.TalkRequest.$Properties {
            }

            /** Represents a TalkRequest. */
            class TalkRequest {

                /**
                 * Constructs a new TalkRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.TalkRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TalkRequest hello. */
                hello: (holdfast.peer.v1.Hello|null);

                /** TalkRequest frame. */
                frame: (holdfast.peer.v1.Frame|null);

                /** TalkRequest part. */
                part: (holdfast.peer.v1.Part|null);

                /** TalkRequest kind. */
                kind?: ("hello"|"frame"|"part");

                /**
                 * Encodes the specified TalkRequest message. Does not implicitly {@link holdfast.peer.v1.TalkRequest.verify|verify} messages.
                 * @param message TalkRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.TalkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TalkRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.TalkRequest & holdfast.peer.v1.TalkRequest.$Shape} TalkRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.TalkRequest & holdfast.peer.v1.TalkRequest.$Shape;
            }

            namespace TalkRequest {

                /** Properties of a TalkRequest. */
                interface $Properties {

                    /** TalkRequest hello */
                    hello?: (holdfast.peer.v1.Hello.$Properties|null);

                    /** TalkRequest frame */
                    frame?: (holdfast.peer.v1.Frame.$Properties|null);

                    /** TalkRequest part */
                    part?: (holdfast.peer.v1.Part.$Properties|null);

                    /** TalkRequest kind */
                    kind?: ("hello"|"frame"|"part");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a TalkRequest. */
                type $Shape = {
                  hello?: holdfast.peer.v1.Hello.$Shape|null;
                  frame?: holdfast.peer.v1.Frame.$Shape|null;
                  part?: holdfast.peer.v1.Part.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; hello?: null; frame?: null; part?: null }|{ kind?: "hello"; hello: holdfast.peer.v1.Hello.$Shape; frame?: null; part?: null }|{ kind?: "frame"; hello?: null; frame: holdfast.peer.v1.Frame.$Shape; part?: null }|{ kind?: "part"; hello?: null; frame?: null; part: holdfast.peer.v1.Part.$Shape })
                );
            }

            /**
             * Properties of a TalkResponse.
             * @deprecated Use holdfast.peer.v1.TalkResponse.$Properties instead.
             */
            interface ITalkResponse extends holdfast.peer.v1.TalkResponse.$Properties {
            }

            /** Represents a TalkResponse. */
            class TalkResponse {

                /**
                 * Constructs a new TalkResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.TalkResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TalkResponse hello. */
                hello: (holdfast.peer.v1.Hello|null);

                /** TalkResponse frame. */
                frame: (holdfast.peer.v1.Frame|null);

                /** TalkResponse part. */
                part: (holdfast.peer.v1.Part|null);

                /** TalkResponse kind. */
                kind?: ("hello"|"frame"|"part");

                /**
                 * Encodes the specified TalkResponse message. Does not implicitly {@link holdfast.peer.v1.TalkResponse.verify|verify} messages.
                 * @param message TalkResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.TalkResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TalkResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.TalkResponse & holdfast.peer.v1.TalkResponse.$Shape} TalkResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.TalkResponse & holdfast.peer.v1.TalkResponse.$Shape;
            }

            namespace TalkResponse {

                /** Properties of a TalkResponse. */
                interface $Properties {

                    /** TalkResponse hello */
                    hello?: (holdfast.peer.v1.Hello.$Properties|null);

                    /** TalkResponse frame */
                    frame?: (holdfast.peer.v1.Frame.$Properties|null);

                    /** TalkResponse part */
                    part?: (holdfast.peer.v1.Part.$Properties|null);

                    /** TalkResponse kind */
                    kind?: ("hello"|"frame"|"part");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a TalkResponse. */
                type $Shape = {
                  hello?: holdfast.peer.v1.Hello.$Shape|null;
                  frame?: holdfast.peer.v1.Frame.$Shape|null;
                  part?: holdfast.peer.v1.Part.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; hello?: null; frame?: null; part?: null }|{ kind?: "hello"; hello: holdfast.peer.v1.Hello.$Shape; frame?: null; part?: null }|{ kind?: "frame"; hello?: null; frame: holdfast.peer.v1.Frame.$Shape; part?: null }|{ kind?: "part"; hello?: null; frame?: null; part: holdfast.peer.v1.Part.$Shape })
                );
            }

            /**
             * Properties of a Hello.
             * @deprecated Use holdfast.peer.v1.Hello.$Properties instead.
             */
            interface IHello extends holdfast.peer.v1.Hello.$Properties {
            }

            /** Represents a Hello. */
            class Hello {

                /**
                 * Constructs a new Hello.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Hello.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Hello minWire. */
                minWire: number;

                /** Hello maxWire. */
                maxWire: number;

                /** Hello cluster. */
                cluster: string;

                /** Hello member. */
                member: string;

                /** Hello incarnation. */
                incarnation: number;

                /** Hello gatewayOnly. */
                gatewayOnly: boolean;

                /** Hello version. */
                version: string;

                /** Hello toMember. */
                toMember: string;

                /** Hello toIncarnation. */
                toIncarnation: number;

                /**
                 * Encodes the specified Hello message. Does not implicitly {@link holdfast.peer.v1.Hello.verify|verify} messages.
                 * @param message Hello message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Hello message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Hello & holdfast.peer.v1.Hello.$Shape} Hello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Hello & holdfast.peer.v1.Hello.$Shape;
            }

            namespace Hello {

                /** Properties of a Hello. */
                interface $Properties {

                    /** Hello minWire */
                    minWire?: number;

                    /** Hello maxWire */
                    maxWire?: number;

                    /** Hello cluster */
                    cluster?: string;

                    /** Hello member */
                    member?: string;

                    /** Hello incarnation */
                    incarnation?: number;

                    /** Hello gatewayOnly */
                    gatewayOnly?: boolean;

                    /** Hello version */
                    version?: string;

                    /** Hello toMember */
                    toMember?: string;

                    /** Hello toIncarnation */
                    toIncarnation?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Hello. */
                type $Shape = holdfast.peer.v1.Hello.$Properties;
            }

            /**
             * Properties of a Frame.
             * @deprecated Use holdfast.peer.v1.Frame.$Properties instead.
             */
            interface IFrame extends holdfast.peer.v1.Frame.$Properties {
            }

            /** Represents a Frame. */
            class Frame {

                /**
                 * Constructs a new Frame.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Frame.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Frame messages. */
                messages: holdfast.peer.v1.Message[];

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link holdfast.peer.v1.Frame.verify|verify} messages.
                 * @param message Frame message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Frame & holdfast.peer.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Frame & holdfast.peer.v1.Frame.$Shape;
            }

            namespace Frame {

                /** Properties of a Frame. */
                interface $Properties {

                    /** Frame messages */
                    messages?: holdfast.peer.v1.Message.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Frame. */
                type $Shape = {
                  messages?: holdfast.peer.v1.Message.$Shape[];
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Part.
             * @deprecated Use holdfast.peer.v1.Part.$Properties instead.
             */
            interface IPart extends holdfast.peer.v1.Part.$Properties {
            }

            /** Represents a Part. */
            class Part {

                /**
                 * Constructs a new Part.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Part.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Part piece. */
                piece: Uint8Array;

                /** Part last. */
                last: boolean;

                /**
                 * Encodes the specified Part message. Does not implicitly {@link holdfast.peer.v1.Part.verify|verify} messages.
                 * @param message Part message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Part.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Part message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Part & holdfast.peer.v1.Part.$Shape} Part
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Part & holdfast.peer.v1.Part.$Shape;
            }

            namespace Part {

                /** Properties of a Part. */
                interface $Properties {

                    /** Part piece */
                    piece?: Uint8Array;

                    /** Part last */
                    last?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Part. */
                type $Shape = holdfast.peer.v1.Part.$Properties;
            }

            /**
             * Properties of a Message.
             * @deprecated Use holdfast.peer.v1.Message.$Properties instead.
             */
            interface IMessage extends holdfast.peer.v1.Message.$Properties {
            }

            /** Represents a Message. */
            class Message {

                /**
                 * Constructs a new Message.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Message.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Message heartbeat. */
                heartbeat: (holdfast.peer.v1.Heartbeat|null);

                /** Message heartbeatSeen. */
                heartbeatSeen: (holdfast.peer.v1.HeartbeatSeen|null);

                /** Message table. */
                table: (holdfast.peer.v1.TablePassed|null);

                /** Message forward. */
                forward: (holdfast.peer.v1.Forward|null);

                /** Message cancel. */
                cancel: (holdfast.peer.v1.Cancelled|null);

                /** Message answer. */
                answer: (holdfast.peer.v1.Answer|null);

                /** Message replicate. */
                replicate: (holdfast.peer.v1.Replicate|null);

                /** Message replicated. */
                replicated: (holdfast.peer.v1.Replicated|null);

                /** Message astray. */
                astray: (holdfast.peer.v1.Astray|null);

                /** Message catchUp. */
                catchUp: (holdfast.peer.v1.CatchUp|null);

                /** Message caughtUp. */
                caughtUp: (holdfast.peer.v1.CaughtUp|null);

                /** Message abandon. */
                abandon: (holdfast.peer.v1.Abandon|null);

                /** Message handOver. */
                handOver: (holdfast.peer.v1.HandOver|null);

                /** Message goodbye. */
                goodbye: (holdfast.peer.v1.Goodbye|null);

                /** Message message. */
                message?: ("heartbeat"|"heartbeatSeen"|"table"|"forward"|"cancel"|"answer"|"replicate"|"replicated"|"astray"|"catchUp"|"caughtUp"|"abandon"|"handOver"|"goodbye");

                /**
                 * Encodes the specified Message message. Does not implicitly {@link holdfast.peer.v1.Message.verify|verify} messages.
                 * @param message Message message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Message.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Message message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Message & holdfast.peer.v1.Message.$Shape} Message
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Message & holdfast.peer.v1.Message.$Shape;
            }

            namespace Message {

                /** Properties of a Message. */
                interface $Properties {

                    /** Message heartbeat */
                    heartbeat?: (holdfast.peer.v1.Heartbeat.$Properties|null);

                    /** Message heartbeatSeen */
                    heartbeatSeen?: (holdfast.peer.v1.HeartbeatSeen.$Properties|null);

                    /** Message table */
                    table?: (holdfast.peer.v1.TablePassed.$Properties|null);

                    /** Message forward */
                    forward?: (holdfast.peer.v1.Forward.$Properties|null);

                    /** Message cancel */
                    cancel?: (holdfast.peer.v1.Cancelled.$Properties|null);

                    /** Message answer */
                    answer?: (holdfast.peer.v1.Answer.$Properties|null);

                    /** Message replicate */
                    replicate?: (holdfast.peer.v1.Replicate.$Properties|null);

                    /** Message replicated */
                    replicated?: (holdfast.peer.v1.Replicated.$Properties|null);

                    /** Message astray */
                    astray?: (holdfast.peer.v1.Astray.$Properties|null);

                    /** Message catchUp */
                    catchUp?: (holdfast.peer.v1.CatchUp.$Properties|null);

                    /** Message caughtUp */
                    caughtUp?: (holdfast.peer.v1.CaughtUp.$Properties|null);

                    /** Message abandon */
                    abandon?: (holdfast.peer.v1.Abandon.$Properties|null);

                    /** Message handOver */
                    handOver?: (holdfast.peer.v1.HandOver.$Properties|null);

                    /** Message goodbye */
                    goodbye?: (holdfast.peer.v1.Goodbye.$Properties|null);

                    /** Message message */
                    message?: ("heartbeat"|"heartbeatSeen"|"table"|"forward"|"cancel"|"answer"|"replicate"|"replicated"|"astray"|"catchUp"|"caughtUp"|"abandon"|"handOver"|"goodbye");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Message. */
                type $Shape = {
                  heartbeat?: holdfast.peer.v1.Heartbeat.$Shape|null;
                  heartbeatSeen?: holdfast.peer.v1.HeartbeatSeen.$Shape|null;
                  table?: holdfast.peer.v1.TablePassed.$Shape|null;
                  forward?: holdfast.peer.v1.Forward.$Shape|null;
                  cancel?: holdfast.peer.v1.Cancelled.$Shape|null;
                  answer?: holdfast.peer.v1.Answer.$Shape|null;
                  replicate?: holdfast.peer.v1.Replicate.$Shape|null;
                  replicated?: holdfast.peer.v1.Replicated.$Shape|null;
                  astray?: holdfast.peer.v1.Astray.$Shape|null;
                  catchUp?: holdfast.peer.v1.CatchUp.$Shape|null;
                  caughtUp?: holdfast.peer.v1.CaughtUp.$Shape|null;
                  abandon?: holdfast.peer.v1.Abandon.$Shape|null;
                  handOver?: holdfast.peer.v1.HandOver.$Shape|null;
                  goodbye?: holdfast.peer.v1.Goodbye.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ message?: undefined; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "heartbeat"; heartbeat: holdfast.peer.v1.Heartbeat.$Shape; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "heartbeatSeen"; heartbeat?: null; heartbeatSeen: holdfast.peer.v1.HeartbeatSeen.$Shape; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "table"; heartbeat?: null; heartbeatSeen?: null; table: holdfast.peer.v1.TablePassed.$Shape; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "forward"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward: holdfast.peer.v1.Forward.$Shape; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "cancel"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel: holdfast.peer.v1.Cancelled.$Shape; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "answer"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer: holdfast.peer.v1.Answer.$Shape; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "replicate"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate: holdfast.peer.v1.Replicate.$Shape; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "replicated"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated: holdfast.peer.v1.Replicated.$Shape; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "astray"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray: holdfast.peer.v1.Astray.$Shape; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "catchUp"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp: holdfast.peer.v1.CatchUp.$Shape; caughtUp?: null; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "caughtUp"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp: holdfast.peer.v1.CaughtUp.$Shape; abandon?: null; handOver?: null; goodbye?: null }|{ message?: "abandon"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon: holdfast.peer.v1.Abandon.$Shape; handOver?: null; goodbye?: null }|{ message?: "handOver"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver: holdfast.peer.v1.HandOver.$Shape; goodbye?: null }|{ message?: "goodbye"; heartbeat?: null; heartbeatSeen?: null; table?: null; forward?: null; cancel?: null; answer?: null; replicate?: null; replicated?: null; astray?: null; catchUp?: null; caughtUp?: null; abandon?: null; handOver?: null; goodbye: holdfast.peer.v1.Goodbye.$Shape })
                );
            }

            /**
             * Properties of a Heartbeat.
             * @deprecated Use holdfast.peer.v1.Heartbeat.$Properties instead.
             */
            interface IHeartbeat extends holdfast.peer.v1.Heartbeat.$Properties {
            }

            /** Represents a Heartbeat. */
            class Heartbeat {

                /**
                 * Constructs a new Heartbeat.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Heartbeat.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Heartbeat cluster. */
                cluster: string;

                /** Heartbeat tableVersion. */
                tableVersion: number;

                /** Heartbeat sentAt. */
                sentAt: number;

                /**
                 * Encodes the specified Heartbeat message. Does not implicitly {@link holdfast.peer.v1.Heartbeat.verify|verify} messages.
                 * @param message Heartbeat message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Heartbeat message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Heartbeat & holdfast.peer.v1.Heartbeat.$Shape} Heartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Heartbeat & holdfast.peer.v1.Heartbeat.$Shape;
            }

            namespace Heartbeat {

                /** Properties of a Heartbeat. */
                interface $Properties {

                    /** Heartbeat cluster */
                    cluster?: string;

                    /** Heartbeat tableVersion */
                    tableVersion?: number;

                    /** Heartbeat sentAt */
                    sentAt?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Heartbeat. */
                type $Shape = holdfast.peer.v1.Heartbeat.$Properties;
            }

            /**
             * Properties of a HeartbeatSeen.
             * @deprecated Use holdfast.peer.v1.HeartbeatSeen.$Properties instead.
             */
            interface IHeartbeatSeen extends holdfast.peer.v1.HeartbeatSeen.$Properties {
            }

            /** Represents a HeartbeatSeen. */
            class HeartbeatSeen {

                /**
                 * Constructs a new HeartbeatSeen.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.HeartbeatSeen.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HeartbeatSeen cluster. */
                cluster: string;

                /** HeartbeatSeen tableVersion. */
                tableVersion: number;

                /** HeartbeatSeen sentAt. */
                sentAt: number;

                /**
                 * Encodes the specified HeartbeatSeen message. Does not implicitly {@link holdfast.peer.v1.HeartbeatSeen.verify|verify} messages.
                 * @param message HeartbeatSeen message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.HeartbeatSeen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HeartbeatSeen message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.HeartbeatSeen & holdfast.peer.v1.HeartbeatSeen.$Shape} HeartbeatSeen
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.HeartbeatSeen & holdfast.peer.v1.HeartbeatSeen.$Shape;
            }

            namespace HeartbeatSeen {

                /** Properties of a HeartbeatSeen. */
                interface $Properties {

                    /** HeartbeatSeen cluster */
                    cluster?: string;

                    /** HeartbeatSeen tableVersion */
                    tableVersion?: number;

                    /** HeartbeatSeen sentAt */
                    sentAt?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HeartbeatSeen. */
                type $Shape = holdfast.peer.v1.HeartbeatSeen.$Properties;
            }

            /**
             * Properties of a TablePassed.
             * @deprecated Use holdfast.peer.v1.TablePassed.$Properties instead.
             */
            interface ITablePassed extends holdfast.peer.v1.TablePassed.$Properties {
            }

            /** Represents a TablePassed. */
            class TablePassed {

                /**
                 * Constructs a new TablePassed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.TablePassed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TablePassed document. */
                document: string;

                /**
                 * Encodes the specified TablePassed message. Does not implicitly {@link holdfast.peer.v1.TablePassed.verify|verify} messages.
                 * @param message TablePassed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.TablePassed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TablePassed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.TablePassed & holdfast.peer.v1.TablePassed.$Shape} TablePassed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.TablePassed & holdfast.peer.v1.TablePassed.$Shape;
            }

            namespace TablePassed {

                /** Properties of a TablePassed. */
                interface $Properties {

                    /** TablePassed document */
                    document?: string;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TablePassed. */
                type $Shape = holdfast.peer.v1.TablePassed.$Properties;
            }

            /**
             * Properties of a Forward.
             * @deprecated Use holdfast.peer.v1.Forward.$Properties instead.
             */
            interface IForward extends holdfast.peer.v1.Forward.$Properties {
            }

            /** Represents a Forward. */
            class Forward {

                /**
                 * Constructs a new Forward.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Forward.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Forward partition. */
                partition: number;

                /** Forward reign. */
                reign: number;

                /** Forward number. */
                number: number;

                /** Forward upTo. */
                upTo: number;

                /** Forward open. */
                open: number[];

                /** Forward attempt. */
                attempt: number;

                /** Forward key. */
                key: Uint8Array;

                /** Forward command. */
                command: holdfast.peer.v1.Command;

                /** Forward source. */
                source: holdfast.peer.v1.Source;

                /** Forward repeatId. */
                repeatId: (string|null);

                /** Forward waited. */
                waited: number;

                /** Forward patience. */
                patience: number;

                /** Forward givenUp. */
                givenUp: boolean;

                /** Forward undelivered. */
                undelivered: boolean;

                /**
                 * Encodes the specified Forward message. Does not implicitly {@link holdfast.peer.v1.Forward.verify|verify} messages.
                 * @param message Forward message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Forward.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Forward message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Forward & holdfast.peer.v1.Forward.$Shape} Forward
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Forward & holdfast.peer.v1.Forward.$Shape;
            }

            namespace Forward {

                /** Properties of a Forward. */
                interface $Properties {

                    /** Forward partition */
                    partition?: number;

                    /** Forward reign */
                    reign?: number;

                    /** Forward number */
                    number?: number;

                    /** Forward upTo */
                    upTo?: number;

                    /** Forward open */
                    open?: number[];

                    /** Forward attempt */
                    attempt?: number;

                    /** Forward key */
                    key?: Uint8Array;

                    /** Forward command */
                    command?: holdfast.peer.v1.Command.$Properties;

                    /** Forward source */
                    source?: holdfast.peer.v1.Source.$Properties;

                    /** Forward repeatId */
                    repeatId?: (string|null);

                    /** Forward waited */
                    waited?: number;

                    /** Forward patience */
                    patience?: number;

                    /** Forward givenUp */
                    givenUp?: boolean;

                    /** Forward undelivered */
                    undelivered?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Forward. */
                type $Shape = {
                  partition?: number;
                  reign?: number;
                  number?: number;
                  upTo?: number;
                  open?: number[];
                  attempt?: number;
                  key?: Uint8Array;
                  command?: holdfast.peer.v1.Command.$Shape;
                  source?: holdfast.peer.v1.Source.$Shape;
                  repeatId?: string|null;
                  waited?: number;
                  patience?: number;
                  givenUp?: boolean;
                  undelivered?: boolean;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Cancelled.
             * @deprecated Use holdfast.peer.v1.Cancelled.$Properties instead.
             */
            interface ICancelled extends holdfast.peer.v1.Cancelled.$Properties {
            }

            /** Represents a Cancelled. */
            class Cancelled {

                /**
                 * Constructs a new Cancelled.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Cancelled.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Cancelled partition. */
                partition: number;

                /** Cancelled number. */
                number: number;

                /**
                 * Encodes the specified Cancelled message. Does not implicitly {@link holdfast.peer.v1.Cancelled.verify|verify} messages.
                 * @param message Cancelled message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Cancelled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Cancelled message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Cancelled & holdfast.peer.v1.Cancelled.$Shape} Cancelled
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Cancelled & holdfast.peer.v1.Cancelled.$Shape;
            }

            namespace Cancelled {

                /** Properties of a Cancelled. */
                interface $Properties {

                    /** Cancelled partition */
                    partition?: number;

                    /** Cancelled number */
                    number?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Cancelled. */
                type $Shape = holdfast.peer.v1.Cancelled.$Properties;
            }

            /**
             * Properties of an Answer.
             * @deprecated Use holdfast.peer.v1.Answer.$Properties instead.
             */
            interface IAnswer extends holdfast.peer.v1.Answer.$Properties {
            }

            /** Represents an Answer. */
            class Answer {

                /**
                 * Constructs a new Answer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Answer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Answer number. */
                number: number;

                /** Answer attempt. */
                attempt: number;

                /** Answer outcome. */
                outcome: holdfast.peer.v1.Outcome;

                /**
                 * Encodes the specified Answer message. Does not implicitly {@link holdfast.peer.v1.Answer.verify|verify} messages.
                 * @param message Answer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Answer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Answer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Answer & holdfast.peer.v1.Answer.$Shape} Answer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Answer & holdfast.peer.v1.Answer.$Shape;
            }

            namespace Answer {

                /** Properties of an Answer. */
                interface $Properties {

                    /** Answer number */
                    number?: number;

                    /** Answer attempt */
                    attempt?: number;

                    /** Answer outcome */
                    outcome?: holdfast.peer.v1.Outcome.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Answer. */
                type $Shape = {
                  number?: number;
                  attempt?: number;
                  outcome?: holdfast.peer.v1.Outcome.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of an Outcome.
             * @deprecated Use holdfast.peer.v1.Outcome.$Properties instead.
             */
            interface IOutcome extends holdfast.peer.v1.Outcome.$Properties {
            }

            /** Represents an Outcome. */
            class Outcome {

                /**
                 * Constructs a new Outcome.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Outcome.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Outcome found. */
                found: (holdfast.peer.v1.Found|null);

                /** Outcome locked. */
                locked: (holdfast.peer.v1.Locked|null);

                /** Outcome missing. */
                missing: (holdfast.peer.v1.Missing|null);

                /** Outcome stored. */
                stored: (holdfast.peer.v1.Stored|null);

                /** Outcome stale. */
                stale: (holdfast.peer.v1.Stale|null);

                /** Outcome conflict. */
                conflict: (holdfast.peer.v1.Conflict|null);

                /** Outcome full. */
                full: (holdfast.peer.v1.Full|null);

                /** Outcome released. */
                released: (holdfast.peer.v1.Released|null);

                /** Outcome renewed. */
                renewed: (holdfast.peer.v1.Renewed|null);

                /** Outcome removed. */
                removed: (holdfast.peer.v1.Removed|null);

                /** Outcome described. */
                described: (holdfast.peer.v1.Described|null);

                /** Outcome invalid. */
                invalid: (holdfast.peer.v1.Invalid|null);

                /** Outcome moved. */
                moved: (holdfast.peer.v1.Moved|null);

                /** Outcome unavailable. */
                unavailable: (holdfast.peer.v1.Unavailable|null);

                /** Outcome unknown. */
                unknown: (holdfast.peer.v1.Unknown|null);

                /** Outcome outcome. */
                outcome?: ("found"|"locked"|"missing"|"stored"|"stale"|"conflict"|"full"|"released"|"renewed"|"removed"|"described"|"invalid"|"moved"|"unavailable"|"unknown");

                /**
                 * Encodes the specified Outcome message. Does not implicitly {@link holdfast.peer.v1.Outcome.verify|verify} messages.
                 * @param message Outcome message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Outcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Outcome message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Outcome & holdfast.peer.v1.Outcome.$Shape} Outcome
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Outcome & holdfast.peer.v1.Outcome.$Shape;
            }

            namespace Outcome {

                /** Properties of an Outcome. */
                interface $Properties {

                    /** Outcome found */
                    found?: (holdfast.peer.v1.Found.$Properties|null);

                    /** Outcome locked */
                    locked?: (holdfast.peer.v1.Locked.$Properties|null);

                    /** Outcome missing */
                    missing?: (holdfast.peer.v1.Missing.$Properties|null);

                    /** Outcome stored */
                    stored?: (holdfast.peer.v1.Stored.$Properties|null);

                    /** Outcome stale */
                    stale?: (holdfast.peer.v1.Stale.$Properties|null);

                    /** Outcome conflict */
                    conflict?: (holdfast.peer.v1.Conflict.$Properties|null);

                    /** Outcome full */
                    full?: (holdfast.peer.v1.Full.$Properties|null);

                    /** Outcome released */
                    released?: (holdfast.peer.v1.Released.$Properties|null);

                    /** Outcome renewed */
                    renewed?: (holdfast.peer.v1.Renewed.$Properties|null);

                    /** Outcome removed */
                    removed?: (holdfast.peer.v1.Removed.$Properties|null);

                    /** Outcome described */
                    described?: (holdfast.peer.v1.Described.$Properties|null);

                    /** Outcome invalid */
                    invalid?: (holdfast.peer.v1.Invalid.$Properties|null);

                    /** Outcome moved */
                    moved?: (holdfast.peer.v1.Moved.$Properties|null);

                    /** Outcome unavailable */
                    unavailable?: (holdfast.peer.v1.Unavailable.$Properties|null);

                    /** Outcome unknown */
                    unknown?: (holdfast.peer.v1.Unknown.$Properties|null);

                    /** Outcome outcome */
                    outcome?: ("found"|"locked"|"missing"|"stored"|"stale"|"conflict"|"full"|"released"|"renewed"|"removed"|"described"|"invalid"|"moved"|"unavailable"|"unknown");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an Outcome. */
                type $Shape = {
                  found?: holdfast.peer.v1.Found.$Shape|null;
                  locked?: holdfast.peer.v1.Locked.$Shape|null;
                  missing?: holdfast.peer.v1.Missing.$Shape|null;
                  stored?: holdfast.peer.v1.Stored.$Shape|null;
                  stale?: holdfast.peer.v1.Stale.$Shape|null;
                  conflict?: holdfast.peer.v1.Conflict.$Shape|null;
                  full?: holdfast.peer.v1.Full.$Shape|null;
                  released?: holdfast.peer.v1.Released.$Shape|null;
                  renewed?: holdfast.peer.v1.Renewed.$Shape|null;
                  removed?: holdfast.peer.v1.Removed.$Shape|null;
                  described?: holdfast.peer.v1.Described.$Shape|null;
                  invalid?: holdfast.peer.v1.Invalid.$Shape|null;
                  moved?: holdfast.peer.v1.Moved.$Shape|null;
                  unavailable?: holdfast.peer.v1.Unavailable.$Shape|null;
                  unknown?: holdfast.peer.v1.Unknown.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ outcome?: undefined; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "found"; found: holdfast.peer.v1.Found.$Shape; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "locked"; found?: null; locked: holdfast.peer.v1.Locked.$Shape; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "missing"; found?: null; locked?: null; missing: holdfast.peer.v1.Missing.$Shape; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "stored"; found?: null; locked?: null; missing?: null; stored: holdfast.peer.v1.Stored.$Shape; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "stale"; found?: null; locked?: null; missing?: null; stored?: null; stale: holdfast.peer.v1.Stale.$Shape; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "conflict"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict: holdfast.peer.v1.Conflict.$Shape; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "full"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full: holdfast.peer.v1.Full.$Shape; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "released"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released: holdfast.peer.v1.Released.$Shape; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "renewed"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed: holdfast.peer.v1.Renewed.$Shape; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "removed"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed: holdfast.peer.v1.Removed.$Shape; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "described"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described: holdfast.peer.v1.Described.$Shape; invalid?: null; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "invalid"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid: holdfast.peer.v1.Invalid.$Shape; moved?: null; unavailable?: null; unknown?: null }|{ outcome?: "moved"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved: holdfast.peer.v1.Moved.$Shape; unavailable?: null; unknown?: null }|{ outcome?: "unavailable"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable: holdfast.peer.v1.Unavailable.$Shape; unknown?: null }|{ outcome?: "unknown"; found?: null; locked?: null; missing?: null; stored?: null; stale?: null; conflict?: null; full?: null; released?: null; renewed?: null; removed?: null; described?: null; invalid?: null; moved?: null; unavailable?: null; unknown: holdfast.peer.v1.Unknown.$Shape })
                );
            }

            /**
             * Properties of a Found.
             * @deprecated Use holdfast.peer.v1.Found.$Properties instead.
             */
            interface IFound extends holdfast.peer.v1.Found.$Properties {
            }

            /** Represents a Found. */
            class Found {

                /**
                 * Constructs a new Found.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Found.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Found content. */
                content: Uint8Array;

                /** Found timeoutMinutes. */
                timeoutMinutes: number;

                /** Found flagTaken. */
                flagTaken: boolean;

                /** Found cookie. */
                cookie: number;

                /** Found lockLease. */
                lockLease: number;

                /** Found again. */
                again: boolean;

                /** Found versionMemory. */
                versionMemory: number;

                /** Found versionSequence. */
                versionSequence: number;

                /**
                 * Encodes the specified Found message. Does not implicitly {@link holdfast.peer.v1.Found.verify|verify} messages.
                 * @param message Found message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Found.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Found message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Found & holdfast.peer.v1.Found.$Shape} Found
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Found & holdfast.peer.v1.Found.$Shape;
            }

            namespace Found {

                /** Properties of a Found. */
                interface $Properties {

                    /** Found content */
                    content?: Uint8Array;

                    /** Found timeoutMinutes */
                    timeoutMinutes?: number;

                    /** Found flagTaken */
                    flagTaken?: boolean;

                    /** Found cookie */
                    cookie?: number;

                    /** Found lockLease */
                    lockLease?: number;

                    /** Found again */
                    again?: boolean;

                    /** Found versionMemory */
                    versionMemory?: number;

                    /** Found versionSequence */
                    versionSequence?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Found. */
                type $Shape = holdfast.peer.v1.Found.$Properties;
            }

            /**
             * Properties of a Locked.
             * @deprecated Use holdfast.peer.v1.Locked.$Properties instead.
             */
            interface ILocked extends holdfast.peer.v1.Locked.$Properties {
            }

            /** Represents a Locked. */
            class Locked {

                /**
                 * Constructs a new Locked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Locked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Locked cookie. */
                cookie: number;

                /** Locked age. */
                age: number;

                /** Locked flagTaken. */
                flagTaken: boolean;

                /**
                 * Encodes the specified Locked message. Does not implicitly {@link holdfast.peer.v1.Locked.verify|verify} messages.
                 * @param message Locked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Locked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Locked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Locked & holdfast.peer.v1.Locked.$Shape} Locked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Locked & holdfast.peer.v1.Locked.$Shape;
            }

            namespace Locked {

                /** Properties of a Locked. */
                interface $Properties {

                    /** Locked cookie */
                    cookie?: number;

                    /** Locked age */
                    age?: number;

                    /** Locked flagTaken */
                    flagTaken?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Locked. */
                type $Shape = holdfast.peer.v1.Locked.$Properties;
            }

            /**
             * Properties of a Missing.
             * @deprecated Use holdfast.peer.v1.Missing.$Properties instead.
             */
            interface IMissing extends holdfast.peer.v1.Missing.$Properties {
            }

            /** Represents a Missing. */
            class Missing {

                /**
                 * Constructs a new Missing.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Missing.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified Missing message. Does not implicitly {@link holdfast.peer.v1.Missing.verify|verify} messages.
                 * @param message Missing message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Missing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Missing message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Missing & holdfast.peer.v1.Missing.$Shape} Missing
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Missing & holdfast.peer.v1.Missing.$Shape;
            }

            namespace Missing {

                /** Properties of a Missing. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Missing. */
                type $Shape = holdfast.peer.v1.Missing.$Properties;
            }

            /**
             * Properties of a Stored.
             * @deprecated Use holdfast.peer.v1.Stored.$Properties instead.
             */
            interface IStored extends holdfast.peer.v1.Stored.$Properties {
            }

            /** Represents a Stored. */
            class Stored {

                /**
                 * Constructs a new Stored.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Stored.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Stored created. */
                created: boolean;

                /** Stored versionMemory. */
                versionMemory: number;

                /** Stored versionSequence. */
                versionSequence: number;

                /**
                 * Encodes the specified Stored message. Does not implicitly {@link holdfast.peer.v1.Stored.verify|verify} messages.
                 * @param message Stored message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Stored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Stored message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Stored & holdfast.peer.v1.Stored.$Shape} Stored
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Stored & holdfast.peer.v1.Stored.$Shape;
            }

            namespace Stored {

                /** Properties of a Stored. */
                interface $Properties {

                    /** Stored created */
                    created?: boolean;

                    /** Stored versionMemory */
                    versionMemory?: number;

                    /** Stored versionSequence */
                    versionSequence?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Stored. */
                type $Shape = holdfast.peer.v1.Stored.$Properties;
            }

            /**
             * Properties of a Stale.
             * @deprecated Use holdfast.peer.v1.Stale.$Properties instead.
             */
            interface IStale extends holdfast.peer.v1.Stale.$Properties {
            }

            /** Represents a Stale. */
            class Stale {

                /**
                 * Constructs a new Stale.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Stale.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Stale newest. */
                newest: number;

                /** Stale locked. */
                locked: boolean;

                /** Stale age. */
                age: number;

                /**
                 * Encodes the specified Stale message. Does not implicitly {@link holdfast.peer.v1.Stale.verify|verify} messages.
                 * @param message Stale message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Stale.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Stale message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Stale & holdfast.peer.v1.Stale.$Shape} Stale
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Stale & holdfast.peer.v1.Stale.$Shape;
            }

            namespace Stale {

                /** Properties of a Stale. */
                interface $Properties {

                    /** Stale newest */
                    newest?: number;

                    /** Stale locked */
                    locked?: boolean;

                    /** Stale age */
                    age?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Stale. */
                type $Shape = holdfast.peer.v1.Stale.$Properties;
            }

            /**
             * Properties of a Conflict.
             * @deprecated Use holdfast.peer.v1.Conflict.$Properties instead.
             */
            interface IConflict extends holdfast.peer.v1.Conflict.$Properties {
            }

            /** Represents a Conflict. */
            class Conflict {

                /**
                 * Constructs a new Conflict.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Conflict.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Conflict version. */
                version: holdfast.peer.v1.Version;

                /**
                 * Encodes the specified Conflict message. Does not implicitly {@link holdfast.peer.v1.Conflict.verify|verify} messages.
                 * @param message Conflict message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Conflict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Conflict message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Conflict & holdfast.peer.v1.Conflict.$Shape} Conflict
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Conflict & holdfast.peer.v1.Conflict.$Shape;
            }

            namespace Conflict {

                /** Properties of a Conflict. */
                interface $Properties {

                    /** Conflict version */
                    version?: holdfast.peer.v1.Version.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Conflict. */
                type $Shape = holdfast.peer.v1.Conflict.$Properties;
            }

            /**
             * Properties of a Full.
             * @deprecated Use holdfast.peer.v1.Full.$Properties instead.
             */
            interface IFull extends holdfast.peer.v1.Full.$Properties {
            }

            /** Represents a Full. */
            class Full {

                /**
                 * Constructs a new Full.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Full.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified Full message. Does not implicitly {@link holdfast.peer.v1.Full.verify|verify} messages.
                 * @param message Full message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Full.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Full message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Full & holdfast.peer.v1.Full.$Shape} Full
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Full & holdfast.peer.v1.Full.$Shape;
            }

            namespace Full {

                /** Properties of a Full. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Full. */
                type $Shape = holdfast.peer.v1.Full.$Properties;
            }

            /**
             * Properties of a Released.
             * @deprecated Use holdfast.peer.v1.Released.$Properties instead.
             */
            interface IReleased extends holdfast.peer.v1.Released.$Properties {
            }

            /** Represents a Released. */
            class Released {

                /**
                 * Constructs a new Released.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Released.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Released flagTaken. */
                flagTaken: boolean;

                /**
                 * Encodes the specified Released message. Does not implicitly {@link holdfast.peer.v1.Released.verify|verify} messages.
                 * @param message Released message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Released.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Released message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Released & holdfast.peer.v1.Released.$Shape} Released
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Released & holdfast.peer.v1.Released.$Shape;
            }

            namespace Released {

                /** Properties of a Released. */
                interface $Properties {

                    /** Released flagTaken */
                    flagTaken?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Released. */
                type $Shape = holdfast.peer.v1.Released.$Properties;
            }

            /**
             * Properties of a Renewed.
             * @deprecated Use holdfast.peer.v1.Renewed.$Properties instead.
             */
            interface IRenewed extends holdfast.peer.v1.Renewed.$Properties {
            }

            /** Represents a Renewed. */
            class Renewed {

                /**
                 * Constructs a new Renewed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Renewed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Renewed lockLease. */
                lockLease: number;

                /**
                 * Encodes the specified Renewed message. Does not implicitly {@link holdfast.peer.v1.Renewed.verify|verify} messages.
                 * @param message Renewed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Renewed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Renewed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Renewed & holdfast.peer.v1.Renewed.$Shape} Renewed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Renewed & holdfast.peer.v1.Renewed.$Shape;
            }

            namespace Renewed {

                /** Properties of a Renewed. */
                interface $Properties {

                    /** Renewed lockLease */
                    lockLease?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Renewed. */
                type $Shape = holdfast.peer.v1.Renewed.$Properties;
            }

            /**
             * Properties of a Removed.
             * @deprecated Use holdfast.peer.v1.Removed.$Properties instead.
             */
            interface IRemoved extends holdfast.peer.v1.Removed.$Properties {
            }

            /** Represents a Removed. */
            class Removed {

                /**
                 * Constructs a new Removed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Removed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified Removed message. Does not implicitly {@link holdfast.peer.v1.Removed.verify|verify} messages.
                 * @param message Removed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Removed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Removed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Removed & holdfast.peer.v1.Removed.$Shape} Removed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Removed & holdfast.peer.v1.Removed.$Shape;
            }

            namespace Removed {

                /** Properties of a Removed. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Removed. */
                type $Shape = holdfast.peer.v1.Removed.$Properties;
            }

            /**
             * Properties of a Described.
             * @deprecated Use holdfast.peer.v1.Described.$Properties instead.
             */
            interface IDescribed extends holdfast.peer.v1.Described.$Properties {
            }

            /** Represents a Described. */
            class Described {

                /**
                 * Constructs a new Described.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Described.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Described contentBytes. */
                contentBytes: number;

                /** Described timeoutMinutes. */
                timeoutMinutes: number;

                /** Described timeLeft. */
                timeLeft: number;

                /** Described uninitialized. */
                uninitialized: boolean;

                /** Described versionMemory. */
                versionMemory: number;

                /** Described versionSequence. */
                versionSequence: number;

                /** Described lock. */
                lock: holdfast.peer.v1.DescribedLock;

                /** Described waiters. */
                waiters: number;

                /**
                 * Encodes the specified Described message. Does not implicitly {@link holdfast.peer.v1.Described.verify|verify} messages.
                 * @param message Described message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Described.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Described message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Described & holdfast.peer.v1.Described.$Shape} Described
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Described & holdfast.peer.v1.Described.$Shape;
            }

            namespace Described {

                /** Properties of a Described. */
                interface $Properties {

                    /** Described contentBytes */
                    contentBytes?: number;

                    /** Described timeoutMinutes */
                    timeoutMinutes?: number;

                    /** Described timeLeft */
                    timeLeft?: number;

                    /** Described uninitialized */
                    uninitialized?: boolean;

                    /** Described versionMemory */
                    versionMemory?: number;

                    /** Described versionSequence */
                    versionSequence?: number;

                    /** Described lock */
                    lock?: holdfast.peer.v1.DescribedLock.$Properties;

                    /** Described waiters */
                    waiters?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Described. */
                type $Shape = holdfast.peer.v1.Described.$Properties;
            }

            /**
             * Properties of a DescribedLock.
             * @deprecated Use holdfast.peer.v1.DescribedLock.$Properties instead.
             */
            interface IDescribedLock extends holdfast.peer.v1.DescribedLock.$Properties {
            }

            /** Represents a DescribedLock. */
            class DescribedLock {

                /**
                 * Constructs a new DescribedLock.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.DescribedLock.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DescribedLock age. */
                age: number;

                /** DescribedLock leaseLeft. */
                leaseLeft: number;

                /** DescribedLock holder. */
                holder: holdfast.peer.v1.Source;

                /** DescribedLock request. */
                request: number;

                /**
                 * Encodes the specified DescribedLock message. Does not implicitly {@link holdfast.peer.v1.DescribedLock.verify|verify} messages.
                 * @param message DescribedLock message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.DescribedLock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DescribedLock message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.DescribedLock & holdfast.peer.v1.DescribedLock.$Shape} DescribedLock
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.DescribedLock & holdfast.peer.v1.DescribedLock.$Shape;
            }

            namespace DescribedLock {

                /** Properties of a DescribedLock. */
                interface $Properties {

                    /** DescribedLock age */
                    age?: number;

                    /** DescribedLock leaseLeft */
                    leaseLeft?: number;

                    /** DescribedLock holder */
                    holder?: holdfast.peer.v1.Source.$Properties;

                    /** DescribedLock request */
                    request?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DescribedLock. */
                type $Shape = holdfast.peer.v1.DescribedLock.$Properties;
            }

            /**
             * Properties of an Invalid.
             * @deprecated Use holdfast.peer.v1.Invalid.$Properties instead.
             */
            interface IInvalid extends holdfast.peer.v1.Invalid.$Properties {
            }

            /** Represents an Invalid. */
            class Invalid {

                /**
                 * Constructs a new Invalid.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Invalid.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Invalid flagTaken. */
                flagTaken: boolean;

                /**
                 * Encodes the specified Invalid message. Does not implicitly {@link holdfast.peer.v1.Invalid.verify|verify} messages.
                 * @param message Invalid message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Invalid.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Invalid message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Invalid & holdfast.peer.v1.Invalid.$Shape} Invalid
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Invalid & holdfast.peer.v1.Invalid.$Shape;
            }

            namespace Invalid {

                /** Properties of an Invalid. */
                interface $Properties {

                    /** Invalid flagTaken */
                    flagTaken?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Invalid. */
                type $Shape = holdfast.peer.v1.Invalid.$Properties;
            }

            /**
             * Properties of a Moved.
             * @deprecated Use holdfast.peer.v1.Moved.$Properties instead.
             */
            interface IMoved extends holdfast.peer.v1.Moved.$Properties {
            }

            /** Represents a Moved. */
            class Moved {

                /**
                 * Constructs a new Moved.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Moved.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified Moved message. Does not implicitly {@link holdfast.peer.v1.Moved.verify|verify} messages.
                 * @param message Moved message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Moved.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Moved message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Moved & holdfast.peer.v1.Moved.$Shape} Moved
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Moved & holdfast.peer.v1.Moved.$Shape;
            }

            namespace Moved {

                /** Properties of a Moved. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Moved. */
                type $Shape = holdfast.peer.v1.Moved.$Properties;
            }

            /**
             * Properties of an Unavailable.
             * @deprecated Use holdfast.peer.v1.Unavailable.$Properties instead.
             */
            interface IUnavailable extends holdfast.peer.v1.Unavailable.$Properties {
            }

            /** Represents an Unavailable. */
            class Unavailable {

                /**
                 * Constructs a new Unavailable.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Unavailable.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Unavailable reason. */
                reason: holdfast.peer.v1.UnavailableReason;

                /**
                 * Encodes the specified Unavailable message. Does not implicitly {@link holdfast.peer.v1.Unavailable.verify|verify} messages.
                 * @param message Unavailable message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Unavailable.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Unavailable message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Unavailable & holdfast.peer.v1.Unavailable.$Shape} Unavailable
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Unavailable & holdfast.peer.v1.Unavailable.$Shape;
            }

            namespace Unavailable {

                /** Properties of an Unavailable. */
                interface $Properties {

                    /** Unavailable reason */
                    reason?: holdfast.peer.v1.UnavailableReason;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Unavailable. */
                type $Shape = holdfast.peer.v1.Unavailable.$Properties;
            }

            /**
             * Properties of an Unknown.
             * @deprecated Use holdfast.peer.v1.Unknown.$Properties instead.
             */
            interface IUnknown extends holdfast.peer.v1.Unknown.$Properties {
            }

            /** Represents an Unknown. */
            class Unknown {

                /**
                 * Constructs a new Unknown.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Unknown.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified Unknown message. Does not implicitly {@link holdfast.peer.v1.Unknown.verify|verify} messages.
                 * @param message Unknown message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Unknown.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Unknown message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Unknown & holdfast.peer.v1.Unknown.$Shape} Unknown
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Unknown & holdfast.peer.v1.Unknown.$Shape;
            }

            namespace Unknown {

                /** Properties of an Unknown. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Unknown. */
                type $Shape = holdfast.peer.v1.Unknown.$Properties;
            }

            /** UnavailableReason enum. */
            enum UnavailableReason {

                /** UNAVAILABLE_REASON_UNSPECIFIED value */
                UNAVAILABLE_REASON_UNSPECIFIED = 0,

                /** UNAVAILABLE_REASON_STOPPING value */
                UNAVAILABLE_REASON_STOPPING = 1,

                /** UNAVAILABLE_REASON_REPLACED_BY_SECOND_TRY value */
                UNAVAILABLE_REASON_REPLACED_BY_SECOND_TRY = 2,

                /** UNAVAILABLE_REASON_TOO_MANY_REMEMBERED value */
                UNAVAILABLE_REASON_TOO_MANY_REMEMBERED = 3,

                /** UNAVAILABLE_REASON_NO_PRIMARY value */
                UNAVAILABLE_REASON_NO_PRIMARY = 4,

                /** UNAVAILABLE_REASON_TOO_MANY_HELD value */
                UNAVAILABLE_REASON_TOO_MANY_HELD = 5,

                /** UNAVAILABLE_REASON_GIVEN_UP value */
                UNAVAILABLE_REASON_GIVEN_UP = 6
            }

            /**
             * Properties of a ChangeName.
             * @deprecated Use holdfast.peer.v1.ChangeName.$Properties instead.
             */
            interface IChangeName extends holdfast.peer.v1.ChangeName.$Properties {
            }

            /** Represents a ChangeName. */
            class ChangeName {

                /**
                 * Constructs a new ChangeName.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.ChangeName.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChangeName reign. */
                reign: number;

                /** ChangeName sequence. */
                sequence: number;

                /**
                 * Encodes the specified ChangeName message. Does not implicitly {@link holdfast.peer.v1.ChangeName.verify|verify} messages.
                 * @param message ChangeName message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.ChangeName.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChangeName message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.ChangeName & holdfast.peer.v1.ChangeName.$Shape} ChangeName
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.ChangeName & holdfast.peer.v1.ChangeName.$Shape;
            }

            namespace ChangeName {

                /** Properties of a ChangeName. */
                interface $Properties {

                    /** ChangeName reign */
                    reign?: number;

                    /** ChangeName sequence */
                    sequence?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ChangeName. */
                type $Shape = holdfast.peer.v1.ChangeName.$Properties;
            }

            /**
             * Properties of a RequestName.
             * @deprecated Use holdfast.peer.v1.RequestName.$Properties instead.
             */
            interface IRequestName extends holdfast.peer.v1.RequestName.$Properties {
            }

            /** Represents a RequestName. */
            class RequestName {

                /**
                 * Constructs a new RequestName.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.RequestName.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RequestName entry. */
                entry: string;

                /** RequestName number. */
                number: number;

                /**
                 * Encodes the specified RequestName message. Does not implicitly {@link holdfast.peer.v1.RequestName.verify|verify} messages.
                 * @param message RequestName message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.RequestName.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RequestName message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.RequestName & holdfast.peer.v1.RequestName.$Shape} RequestName
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.RequestName & holdfast.peer.v1.RequestName.$Shape;
            }

            namespace RequestName {

                /** Properties of a RequestName. */
                interface $Properties {

                    /** RequestName entry */
                    entry?: string;

                    /** RequestName number */
                    number?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RequestName. */
                type $Shape = holdfast.peer.v1.RequestName.$Properties;
            }

            /**
             * Properties of a RequestRecord.
             * @deprecated Use holdfast.peer.v1.RequestRecord.$Properties instead.
             */
            interface IRequestRecord extends holdfast.peer.v1.RequestRecord.$Properties {
            }

            /** Represents a RequestRecord. */
            class RequestRecord {

                /**
                 * Constructs a new RequestRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.RequestRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RequestRecord name. */
                name: holdfast.peer.v1.RequestName;

                /** RequestRecord repeatName. */
                repeatName: (string|null);

                /** RequestRecord outcome. */
                outcome: holdfast.peer.v1.Outcome;

                /** RequestRecord keepFor. */
                keepFor: number;

                /**
                 * Encodes the specified RequestRecord message. Does not implicitly {@link holdfast.peer.v1.RequestRecord.verify|verify} messages.
                 * @param message RequestRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.RequestRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RequestRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.RequestRecord & holdfast.peer.v1.RequestRecord.$Shape} RequestRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.RequestRecord & holdfast.peer.v1.RequestRecord.$Shape;
            }

            namespace RequestRecord {

                /** Properties of a RequestRecord. */
                interface $Properties {

                    /** RequestRecord name */
                    name?: holdfast.peer.v1.RequestName.$Properties;

                    /** RequestRecord repeatName */
                    repeatName?: (string|null);

                    /** RequestRecord outcome */
                    outcome?: holdfast.peer.v1.Outcome.$Properties;

                    /** RequestRecord keepFor */
                    keepFor?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RequestRecord. */
                type $Shape = {
                  name?: holdfast.peer.v1.RequestName.$Shape;
                  repeatName?: string|null;
                  outcome?: holdfast.peer.v1.Outcome.$Shape;
                  keepFor?: number;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a LoggedChange.
             * @deprecated Use holdfast.peer.v1.LoggedChange.$Properties instead.
             */
            interface ILoggedChange extends holdfast.peer.v1.LoggedChange.$Properties {
            }

            /** Represents a LoggedChange. */
            class LoggedChange {

                /**
                 * Constructs a new LoggedChange.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.LoggedChange.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LoggedChange reign. */
                reign: number;

                /** LoggedChange sequence. */
                sequence: number;

                /** LoggedChange key. */
                key: (Uint8Array|null);

                /** LoggedChange record. */
                record: holdfast.peer.v1.RequestRecord;

                /**
                 * Encodes the specified LoggedChange message. Does not implicitly {@link holdfast.peer.v1.LoggedChange.verify|verify} messages.
                 * @param message LoggedChange message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.LoggedChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LoggedChange message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.LoggedChange & holdfast.peer.v1.LoggedChange.$Shape} LoggedChange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.LoggedChange & holdfast.peer.v1.LoggedChange.$Shape;
            }

            namespace LoggedChange {

                /** Properties of a LoggedChange. */
                interface $Properties {

                    /** LoggedChange reign */
                    reign?: number;

                    /** LoggedChange sequence */
                    sequence?: number;

                    /** LoggedChange key */
                    key?: (Uint8Array|null);

                    /** LoggedChange record */
                    record?: holdfast.peer.v1.RequestRecord.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LoggedChange. */
                type $Shape = {
                  reign?: number;
                  sequence?: number;
                  key?: Uint8Array|null;
                  record?: holdfast.peer.v1.RequestRecord.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a SessionState.
             * @deprecated Use holdfast.peer.v1.SessionState.$Properties instead.
             */
            interface ISessionState extends holdfast.peer.v1.SessionState.$Properties {
            }

            /** Represents a SessionState. */
            class SessionState {

                /**
                 * Constructs a new SessionState.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.SessionState.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SessionState key. */
                key: Uint8Array;

                /** SessionState fields. */
                fields: holdfast.peer.v1.SessionFields;

                /**
                 * Encodes the specified SessionState message. Does not implicitly {@link holdfast.peer.v1.SessionState.verify|verify} messages.
                 * @param message SessionState message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.SessionState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SessionState message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.SessionState & holdfast.peer.v1.SessionState.$Shape} SessionState
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.SessionState & holdfast.peer.v1.SessionState.$Shape;
            }

            namespace SessionState {

                /** Properties of a SessionState. */
                interface $Properties {

                    /** SessionState key */
                    key?: Uint8Array;

                    /** SessionState fields */
                    fields?: holdfast.peer.v1.SessionFields.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SessionState. */
                type $Shape = holdfast.peer.v1.SessionState.$Properties;
            }

            /**
             * Properties of a SessionFields.
             * @deprecated Use holdfast.peer.v1.SessionFields.$Properties instead.
             */
            interface ISessionFields extends holdfast.peer.v1.SessionFields.$Properties {
            }

            /** Represents a SessionFields. */
            class SessionFields {

                /**
                 * Constructs a new SessionFields.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.SessionFields.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SessionFields content. */
                content: Uint8Array;

                /** SessionFields timeoutMinutes. */
                timeoutMinutes: number;

                /** SessionFields timeLeft. */
                timeLeft: number;

                /** SessionFields extended. */
                extended: boolean;

                /** SessionFields flags. */
                flags: number;

                /** SessionFields cookie. */
                cookie: number;

                /** SessionFields locked. */
                locked: boolean;

                /** SessionFields toldAgain. */
                toldAgain: boolean;

                /** SessionFields lockAge. */
                lockAge: number;

                /** SessionFields lockLease. */
                lockLease: number;

                /** SessionFields lockLeft. */
                lockLeft: number;

                /** SessionFields holder. */
                holder: holdfast.peer.v1.Source;

                /** SessionFields holderRequest. */
                holderRequest: number;

                /** SessionFields version. */
                version: number;

                /** SessionFields sequence. */
                sequence: number;

                /**
                 * Encodes the specified SessionFields message. Does not implicitly {@link holdfast.peer.v1.SessionFields.verify|verify} messages.
                 * @param message SessionFields message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.SessionFields.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SessionFields message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.SessionFields & holdfast.peer.v1.SessionFields.$Shape} SessionFields
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.SessionFields & holdfast.peer.v1.SessionFields.$Shape;
            }

            namespace SessionFields {

                /** Properties of a SessionFields. */
                interface $Properties {

                    /** SessionFields content */
                    content?: Uint8Array;

                    /** SessionFields timeoutMinutes */
                    timeoutMinutes?: number;

                    /** SessionFields timeLeft */
                    timeLeft?: number;

                    /** SessionFields extended */
                    extended?: boolean;

                    /** SessionFields flags */
                    flags?: number;

                    /** SessionFields cookie */
                    cookie?: number;

                    /** SessionFields locked */
                    locked?: boolean;

                    /** SessionFields toldAgain */
                    toldAgain?: boolean;

                    /** SessionFields lockAge */
                    lockAge?: number;

                    /** SessionFields lockLease */
                    lockLease?: number;

                    /** SessionFields lockLeft */
                    lockLeft?: number;

                    /** SessionFields holder */
                    holder?: holdfast.peer.v1.Source.$Properties;

                    /** SessionFields holderRequest */
                    holderRequest?: number;

                    /** SessionFields version */
                    version?: number;

                    /** SessionFields sequence */
                    sequence?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SessionFields. */
                type $Shape = holdfast.peer.v1.SessionFields.$Properties;
            }

            /**
             * Properties of a Renewal.
             * @deprecated Use holdfast.peer.v1.Renewal.$Properties instead.
             */
            interface IRenewal extends holdfast.peer.v1.Renewal.$Properties {
            }

            /** Represents a Renewal. */
            class Renewal {

                /**
                 * Constructs a new Renewal.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Renewal.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Renewal key. */
                key: Uint8Array;

                /** Renewal sequence. */
                sequence: number;

                /** Renewal timeLeft. */
                timeLeft: number;

                /** Renewal lag. */
                lag: number;

                /** Renewal extended. */
                extended: boolean;

                /**
                 * Encodes the specified Renewal message. Does not implicitly {@link holdfast.peer.v1.Renewal.verify|verify} messages.
                 * @param message Renewal message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Renewal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Renewal message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Renewal & holdfast.peer.v1.Renewal.$Shape} Renewal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Renewal & holdfast.peer.v1.Renewal.$Shape;
            }

            namespace Renewal {

                /** Properties of a Renewal. */
                interface $Properties {

                    /** Renewal key */
                    key?: Uint8Array;

                    /** Renewal sequence */
                    sequence?: number;

                    /** Renewal timeLeft */
                    timeLeft?: number;

                    /** Renewal lag */
                    lag?: number;

                    /** Renewal extended */
                    extended?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Renewal. */
                type $Shape = holdfast.peer.v1.Renewal.$Properties;
            }

            /**
             * Properties of an OpenNumbers.
             * @deprecated Use holdfast.peer.v1.OpenNumbers.$Properties instead.
             */
            interface IOpenNumbers extends holdfast.peer.v1.OpenNumbers.$Properties {
            }

            /** Represents an OpenNumbers. */
            class OpenNumbers {

                /**
                 * Constructs a new OpenNumbers.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.OpenNumbers.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OpenNumbers entry. */
                entry: string;

                /** OpenNumbers upTo. */
                upTo: number;

                /** OpenNumbers open. */
                open: number[];

                /**
                 * Encodes the specified OpenNumbers message. Does not implicitly {@link holdfast.peer.v1.OpenNumbers.verify|verify} messages.
                 * @param message OpenNumbers message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.OpenNumbers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OpenNumbers message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.OpenNumbers & holdfast.peer.v1.OpenNumbers.$Shape} OpenNumbers
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.OpenNumbers & holdfast.peer.v1.OpenNumbers.$Shape;
            }

            namespace OpenNumbers {

                /** Properties of an OpenNumbers. */
                interface $Properties {

                    /** OpenNumbers entry */
                    entry?: string;

                    /** OpenNumbers upTo */
                    upTo?: number;

                    /** OpenNumbers open */
                    open?: number[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OpenNumbers. */
                type $Shape = holdfast.peer.v1.OpenNumbers.$Properties;
            }

            /**
             * Properties of a Replicate.
             * @deprecated Use holdfast.peer.v1.Replicate.$Properties instead.
             */
            interface IReplicate extends holdfast.peer.v1.Replicate.$Properties {
            }

            /** Represents a Replicate. */
            class Replicate {

                /**
                 * Constructs a new Replicate.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Replicate.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Replicate partition. */
                partition: number;

                /** Replicate reign. */
                reign: number;

                /** Replicate link. */
                link: number;

                /** Replicate after. */
                after: holdfast.peer.v1.ChangeName;

                /** Replicate common. */
                common: holdfast.peer.v1.ChangeName;

                /** Replicate changes. */
                changes: holdfast.peer.v1.LoggedChange[];

                /** Replicate states. */
                states: holdfast.peer.v1.SessionState[];

                /** Replicate newestCookie. */
                newestCookie: number;

                /** Replicate versionMemory. */
                versionMemory: number;

                /** Replicate committed. */
                committed: number;

                /** Replicate openNumbers. */
                openNumbers: holdfast.peer.v1.OpenNumbers[];

                /** Replicate digest. */
                digest: number;

                /**
                 * Encodes the specified Replicate message. Does not implicitly {@link holdfast.peer.v1.Replicate.verify|verify} messages.
                 * @param message Replicate message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Replicate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Replicate message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Replicate & holdfast.peer.v1.Replicate.$Shape} Replicate
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Replicate & holdfast.peer.v1.Replicate.$Shape;
            }

            namespace Replicate {

                /** Properties of a Replicate. */
                interface $Properties {

                    /** Replicate partition */
                    partition?: number;

                    /** Replicate reign */
                    reign?: number;

                    /** Replicate link */
                    link?: number;

                    /** Replicate after */
                    after?: holdfast.peer.v1.ChangeName.$Properties;

                    /** Replicate common */
                    common?: holdfast.peer.v1.ChangeName.$Properties;

                    /** Replicate changes */
                    changes?: holdfast.peer.v1.LoggedChange.$Properties[];

                    /** Replicate states */
                    states?: holdfast.peer.v1.SessionState.$Properties[];

                    /** Replicate newestCookie */
                    newestCookie?: number;

                    /** Replicate versionMemory */
                    versionMemory?: number;

                    /** Replicate committed */
                    committed?: number;

                    /** Replicate openNumbers */
                    openNumbers?: holdfast.peer.v1.OpenNumbers.$Properties[];

                    /** Replicate digest */
                    digest?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Replicate. */
                type $Shape = {
                  partition?: number;
                  reign?: number;
                  link?: number;
                  after?: holdfast.peer.v1.ChangeName.$Shape;
                  common?: holdfast.peer.v1.ChangeName.$Shape;
                  changes?: holdfast.peer.v1.LoggedChange.$Shape[];
                  states?: holdfast.peer.v1.SessionState.$Shape[];
                  newestCookie?: number;
                  versionMemory?: number;
                  committed?: number;
                  openNumbers?: holdfast.peer.v1.OpenNumbers.$Shape[];
                  digest?: number;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Replicated.
             * @deprecated Use holdfast.peer.v1.Replicated.$Properties instead.
             */
            interface IReplicated extends holdfast.peer.v1.Replicated.$Properties {
            }

            /** Represents a Replicated. */
            class Replicated {

                /**
                 * Constructs a new Replicated.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Replicated.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Replicated partition. */
                partition: number;

                /** Replicated reign. */
                reign: number;

                /** Replicated link. */
                link: number;

                /** Replicated last. */
                last: holdfast.peer.v1.ChangeName;

                /** Replicated agrees. */
                agrees: boolean;

                /**
                 * Encodes the specified Replicated message. Does not implicitly {@link holdfast.peer.v1.Replicated.verify|verify} messages.
                 * @param message Replicated message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Replicated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Replicated message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Replicated & holdfast.peer.v1.Replicated.$Shape} Replicated
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Replicated & holdfast.peer.v1.Replicated.$Shape;
            }

            namespace Replicated {

                /** Properties of a Replicated. */
                interface $Properties {

                    /** Replicated partition */
                    partition?: number;

                    /** Replicated reign */
                    reign?: number;

                    /** Replicated link */
                    link?: number;

                    /** Replicated last */
                    last?: holdfast.peer.v1.ChangeName.$Properties;

                    /** Replicated agrees */
                    agrees?: boolean;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Replicated. */
                type $Shape = holdfast.peer.v1.Replicated.$Properties;
            }

            /**
             * Properties of an Astray.
             * @deprecated Use holdfast.peer.v1.Astray.$Properties instead.
             */
            interface IAstray extends holdfast.peer.v1.Astray.$Properties {
            }

            /** Represents an Astray. */
            class Astray {

                /**
                 * Constructs a new Astray.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Astray.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Astray partition. */
                partition: number;

                /** Astray reign. */
                reign: number;

                /** Astray link. */
                link: number;

                /** Astray last. */
                last: holdfast.peer.v1.ChangeName;

                /** Astray whole. */
                whole: boolean;

                /** Astray tail. */
                tail: holdfast.peer.v1.TailName[];

                /**
                 * Encodes the specified Astray message. Does not implicitly {@link holdfast.peer.v1.Astray.verify|verify} messages.
                 * @param message Astray message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Astray.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Astray message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Astray & holdfast.peer.v1.Astray.$Shape} Astray
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Astray & holdfast.peer.v1.Astray.$Shape;
            }

            namespace Astray {

                /** Properties of an Astray. */
                interface $Properties {

                    /** Astray partition */
                    partition?: number;

                    /** Astray reign */
                    reign?: number;

                    /** Astray link */
                    link?: number;

                    /** Astray last */
                    last?: holdfast.peer.v1.ChangeName.$Properties;

                    /** Astray whole */
                    whole?: boolean;

                    /** Astray tail */
                    tail?: holdfast.peer.v1.TailName.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Astray. */
                type $Shape = holdfast.peer.v1.Astray.$Properties;
            }

            /**
             * Properties of a TailName.
             * @deprecated Use holdfast.peer.v1.TailName.$Properties instead.
             */
            interface ITailName extends holdfast.peer.v1.TailName.$Properties {
            }

            /** Represents a TailName. */
            class TailName {

                /**
                 * Constructs a new TailName.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.TailName.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TailName reign. */
                reign: number;

                /** TailName sequence. */
                sequence: number;

                /** TailName key. */
                key: (Uint8Array|null);

                /**
                 * Encodes the specified TailName message. Does not implicitly {@link holdfast.peer.v1.TailName.verify|verify} messages.
                 * @param message TailName message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.TailName.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TailName message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.TailName & holdfast.peer.v1.TailName.$Shape} TailName
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.TailName & holdfast.peer.v1.TailName.$Shape;
            }

            namespace TailName {

                /** Properties of a TailName. */
                interface $Properties {

                    /** TailName reign */
                    reign?: number;

                    /** TailName sequence */
                    sequence?: number;

                    /** TailName key */
                    key?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TailName. */
                type $Shape = holdfast.peer.v1.TailName.$Properties;
            }

            /**
             * Properties of a CatchUp.
             * @deprecated Use holdfast.peer.v1.CatchUp.$Properties instead.
             */
            interface ICatchUp extends holdfast.peer.v1.CatchUp.$Properties {
            }

            /** Represents a CatchUp. */
            class CatchUp {

                /**
                 * Constructs a new CatchUp.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.CatchUp.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CatchUp partition. */
                partition: number;

                /** CatchUp reign. */
                reign: number;

                /** CatchUp link. */
                link: number;

                /** CatchUp epoch. */
                epoch: number;

                /** CatchUp portion. */
                portion: number;

                /** CatchUp changes. */
                changes: holdfast.peer.v1.LoggedChange[];

                /** CatchUp states. */
                states: holdfast.peer.v1.SessionState[];

                /** CatchUp records. */
                records: holdfast.peer.v1.RequestRecord[];

                /** CatchUp last. */
                last: holdfast.peer.v1.ChangeName;

                /** CatchUp newestCookie. */
                newestCookie: number;

                /** CatchUp versionMemory. */
                versionMemory: number;

                /** CatchUp committed. */
                committed: number;

                /** CatchUp openNumbers. */
                openNumbers: holdfast.peer.v1.OpenNumbers[];

                /** CatchUp done. */
                done: boolean;

                /** CatchUp digest. */
                digest: number;

                /**
                 * Encodes the specified CatchUp message. Does not implicitly {@link holdfast.peer.v1.CatchUp.verify|verify} messages.
                 * @param message CatchUp message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.CatchUp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CatchUp message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.CatchUp & holdfast.peer.v1.CatchUp.$Shape} CatchUp
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.CatchUp & holdfast.peer.v1.CatchUp.$Shape;
            }

            namespace CatchUp {

                /** Properties of a CatchUp. */
                interface $Properties {

                    /** CatchUp partition */
                    partition?: number;

                    /** CatchUp reign */
                    reign?: number;

                    /** CatchUp link */
                    link?: number;

                    /** CatchUp epoch */
                    epoch?: number;

                    /** CatchUp portion */
                    portion?: number;

                    /** CatchUp changes */
                    changes?: holdfast.peer.v1.LoggedChange.$Properties[];

                    /** CatchUp states */
                    states?: holdfast.peer.v1.SessionState.$Properties[];

                    /** CatchUp records */
                    records?: holdfast.peer.v1.RequestRecord.$Properties[];

                    /** CatchUp last */
                    last?: holdfast.peer.v1.ChangeName.$Properties;

                    /** CatchUp newestCookie */
                    newestCookie?: number;

                    /** CatchUp versionMemory */
                    versionMemory?: number;

                    /** CatchUp committed */
                    committed?: number;

                    /** CatchUp openNumbers */
                    openNumbers?: holdfast.peer.v1.OpenNumbers.$Properties[];

                    /** CatchUp done */
                    done?: boolean;

                    /** CatchUp digest */
                    digest?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CatchUp. */
                type $Shape = {
                  partition?: number;
                  reign?: number;
                  link?: number;
                  epoch?: number;
                  portion?: number;
                  changes?: holdfast.peer.v1.LoggedChange.$Shape[];
                  states?: holdfast.peer.v1.SessionState.$Shape[];
                  records?: holdfast.peer.v1.RequestRecord.$Shape[];
                  last?: holdfast.peer.v1.ChangeName.$Shape;
                  newestCookie?: number;
                  versionMemory?: number;
                  committed?: number;
                  openNumbers?: holdfast.peer.v1.OpenNumbers.$Shape[];
                  done?: boolean;
                  digest?: number;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a CaughtUp.
             * @deprecated Use holdfast.peer.v1.CaughtUp.$Properties instead.
             */
            interface ICaughtUp extends holdfast.peer.v1.CaughtUp.$Properties {
            }

            /** Represents a CaughtUp. */
            class CaughtUp {

                /**
                 * Constructs a new CaughtUp.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.CaughtUp.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CaughtUp partition. */
                partition: number;

                /** CaughtUp reign. */
                reign: number;

                /** CaughtUp link. */
                link: number;

                /** CaughtUp portion. */
                portion: number;

                /**
                 * Encodes the specified CaughtUp message. Does not implicitly {@link holdfast.peer.v1.CaughtUp.verify|verify} messages.
                 * @param message CaughtUp message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.CaughtUp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CaughtUp message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.CaughtUp & holdfast.peer.v1.CaughtUp.$Shape} CaughtUp
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.CaughtUp & holdfast.peer.v1.CaughtUp.$Shape;
            }

            namespace CaughtUp {

                /** Properties of a CaughtUp. */
                interface $Properties {

                    /** CaughtUp partition */
                    partition?: number;

                    /** CaughtUp reign */
                    reign?: number;

                    /** CaughtUp link */
                    link?: number;

                    /** CaughtUp portion */
                    portion?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CaughtUp. */
                type $Shape = holdfast.peer.v1.CaughtUp.$Properties;
            }

            /**
             * Properties of an Abandon.
             * @deprecated Use holdfast.peer.v1.Abandon.$Properties instead.
             */
            interface IAbandon extends holdfast.peer.v1.Abandon.$Properties {
            }

            /** Represents an Abandon. */
            class Abandon {

                /**
                 * Constructs a new Abandon.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Abandon.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Abandon partition. */
                partition: number;

                /** Abandon reign. */
                reign: number;

                /** Abandon link. */
                link: number;

                /**
                 * Encodes the specified Abandon message. Does not implicitly {@link holdfast.peer.v1.Abandon.verify|verify} messages.
                 * @param message Abandon message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Abandon.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Abandon message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Abandon & holdfast.peer.v1.Abandon.$Shape} Abandon
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Abandon & holdfast.peer.v1.Abandon.$Shape;
            }

            namespace Abandon {

                /** Properties of an Abandon. */
                interface $Properties {

                    /** Abandon partition */
                    partition?: number;

                    /** Abandon reign */
                    reign?: number;

                    /** Abandon link */
                    link?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Abandon. */
                type $Shape = holdfast.peer.v1.Abandon.$Properties;
            }

            /**
             * Properties of a HandOver.
             * @deprecated Use holdfast.peer.v1.HandOver.$Properties instead.
             */
            interface IHandOver extends holdfast.peer.v1.HandOver.$Properties {
            }

            /** Represents a HandOver. */
            class HandOver {

                /**
                 * Constructs a new HandOver.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.HandOver.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HandOver partition. */
                partition: number;

                /** HandOver reign. */
                reign: number;

                /** HandOver waiters. */
                waiters: holdfast.peer.v1.HandedWaiter[];

                /** HandOver renewals. */
                renewals: holdfast.peer.v1.Renewals;

                /**
                 * Encodes the specified HandOver message. Does not implicitly {@link holdfast.peer.v1.HandOver.verify|verify} messages.
                 * @param message HandOver message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.HandOver.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HandOver message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.HandOver & holdfast.peer.v1.HandOver.$Shape} HandOver
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.HandOver & holdfast.peer.v1.HandOver.$Shape;
            }

            namespace HandOver {

                /** Properties of a HandOver. */
                interface $Properties {

                    /** HandOver partition */
                    partition?: number;

                    /** HandOver reign */
                    reign?: number;

                    /** HandOver waiters */
                    waiters?: holdfast.peer.v1.HandedWaiter.$Properties[];

                    /** HandOver renewals */
                    renewals?: holdfast.peer.v1.Renewals.$Properties;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HandOver. */
                type $Shape = {
                  partition?: number;
                  reign?: number;
                  waiters?: holdfast.peer.v1.HandedWaiter.$Shape[];
                  renewals?: holdfast.peer.v1.Renewals.$Shape;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a HandedWaiter.
             * @deprecated Use holdfast.peer.v1.HandedWaiter.$Properties instead.
             */
            interface IHandedWaiter extends holdfast.peer.v1.HandedWaiter.$Properties {
            }

            /** Represents a HandedWaiter. */
            class HandedWaiter {

                /**
                 * Constructs a new HandedWaiter.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.HandedWaiter.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HandedWaiter name. */
                name: holdfast.peer.v1.RequestName;

                /** HandedWaiter attempt. */
                attempt: number;

                /** HandedWaiter key. */
                key: Uint8Array;

                /** HandedWaiter command. */
                command: holdfast.peer.v1.Command;

                /** HandedWaiter source. */
                source: holdfast.peer.v1.Source;

                /** HandedWaiter repeatId. */
                repeatId: (string|null);

                /** HandedWaiter waited. */
                waited: number;

                /** HandedWaiter waitLeft. */
                waitLeft: number;

                /**
                 * Encodes the specified HandedWaiter message. Does not implicitly {@link holdfast.peer.v1.HandedWaiter.verify|verify} messages.
                 * @param message HandedWaiter message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.HandedWaiter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HandedWaiter message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.HandedWaiter & holdfast.peer.v1.HandedWaiter.$Shape} HandedWaiter
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.HandedWaiter & holdfast.peer.v1.HandedWaiter.$Shape;
            }

            namespace HandedWaiter {

                /** Properties of a HandedWaiter. */
                interface $Properties {

                    /** HandedWaiter name */
                    name?: holdfast.peer.v1.RequestName.$Properties;

                    /** HandedWaiter attempt */
                    attempt?: number;

                    /** HandedWaiter key */
                    key?: Uint8Array;

                    /** HandedWaiter command */
                    command?: holdfast.peer.v1.Command.$Properties;

                    /** HandedWaiter source */
                    source?: holdfast.peer.v1.Source.$Properties;

                    /** HandedWaiter repeatId */
                    repeatId?: (string|null);

                    /** HandedWaiter waited */
                    waited?: number;

                    /** HandedWaiter waitLeft */
                    waitLeft?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HandedWaiter. */
                type $Shape = {
                  name?: holdfast.peer.v1.RequestName.$Shape;
                  attempt?: number;
                  key?: Uint8Array;
                  command?: holdfast.peer.v1.Command.$Shape;
                  source?: holdfast.peer.v1.Source.$Shape;
                  repeatId?: string|null;
                  waited?: number;
                  waitLeft?: number;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Renewals.
             * @deprecated Use holdfast.peer.v1.Renewals.$Properties instead.
             */
            interface IRenewals extends holdfast.peer.v1.Renewals.$Properties {
            }

            /** Represents a Renewals. */
            class Renewals {

                /**
                 * Constructs a new Renewals.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Renewals.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Renewals renewals. */
                renewals: holdfast.peer.v1.Renewal[];

                /**
                 * Encodes the specified Renewals message. Does not implicitly {@link holdfast.peer.v1.Renewals.verify|verify} messages.
                 * @param message Renewals message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Renewals.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Renewals message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Renewals & holdfast.peer.v1.Renewals.$Shape} Renewals
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Renewals & holdfast.peer.v1.Renewals.$Shape;
            }

            namespace Renewals {

                /** Properties of a Renewals. */
                interface $Properties {

                    /** Renewals renewals */
                    renewals?: holdfast.peer.v1.Renewal.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Renewals. */
                type $Shape = holdfast.peer.v1.Renewals.$Properties;
            }

            /**
             * Properties of a Goodbye.
             * @deprecated Use holdfast.peer.v1.Goodbye.$Properties instead.
             */
            interface IGoodbye extends holdfast.peer.v1.Goodbye.$Properties {
            }

            /** Represents a Goodbye. */
            class Goodbye {

                /**
                 * Constructs a new Goodbye.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.Goodbye.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Goodbye partitions. */
                partitions: holdfast.peer.v1.PartitionReign[];

                /**
                 * Encodes the specified Goodbye message. Does not implicitly {@link holdfast.peer.v1.Goodbye.verify|verify} messages.
                 * @param message Goodbye message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.Goodbye.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Goodbye message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.Goodbye & holdfast.peer.v1.Goodbye.$Shape} Goodbye
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.Goodbye & holdfast.peer.v1.Goodbye.$Shape;
            }

            namespace Goodbye {

                /** Properties of a Goodbye. */
                interface $Properties {

                    /** Goodbye partitions */
                    partitions?: holdfast.peer.v1.PartitionReign.$Properties[];

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Goodbye. */
                type $Shape = holdfast.peer.v1.Goodbye.$Properties;
            }

            /**
             * Properties of a PartitionReign.
             * @deprecated Use holdfast.peer.v1.PartitionReign.$Properties instead.
             */
            interface IPartitionReign extends holdfast.peer.v1.PartitionReign.$Properties {
            }

            /** Represents a PartitionReign. */
            class PartitionReign {

                /**
                 * Constructs a new PartitionReign.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: holdfast.peer.v1.PartitionReign.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PartitionReign partition. */
                partition: number;

                /** PartitionReign reign. */
                reign: number;

                /**
                 * Encodes the specified PartitionReign message. Does not implicitly {@link holdfast.peer.v1.PartitionReign.verify|verify} messages.
                 * @param message PartitionReign message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: holdfast.peer.v1.PartitionReign.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PartitionReign message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {holdfast.peer.v1.PartitionReign & holdfast.peer.v1.PartitionReign.$Shape} PartitionReign
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.peer.v1.PartitionReign & holdfast.peer.v1.PartitionReign.$Shape;
            }

            namespace PartitionReign {

                /** Properties of a PartitionReign. */
                interface $Properties {

                    /** PartitionReign partition */
                    partition?: number;

                    /** PartitionReign reign */
                    reign?: number;

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PartitionReign. */
                type $Shape = holdfast.peer.v1.PartitionReign.$Properties;
            }
        }
    }

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a GetTableRequest.
         * @deprecated Use holdfast.v1.GetTableRequest.$Properties instead.
         */
        interface IGetTableRequest extends holdfast.v1.GetTableRequest.$Properties {
        }

        /** Represents a GetTableRequest. */
        class GetTableRequest {

            /**
             * Constructs a new GetTableRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.GetTableRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified GetTableRequest message. Does not implicitly {@link holdfast.v1.GetTableRequest.verify|verify} messages.
             * @param message GetTableRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.GetTableRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetTableRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.GetTableRequest & holdfast.v1.GetTableRequest.$Shape} GetTableRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.GetTableRequest & holdfast.v1.GetTableRequest.$Shape;
        }

        namespace GetTableRequest {

            /** Properties of a GetTableRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetTableRequest. */
            type $Shape = holdfast.v1.GetTableRequest.$Properties;
        }

        /**
         * Properties of a GetTableResponse.
         * @deprecated Use holdfast.v1.GetTableResponse.$Properties instead.
         */
        interface IGetTableResponse extends holdfast.v1.GetTableResponse.$Properties {
        }

        /** Represents a GetTableResponse. */
        class GetTableResponse {

            /**
             * Constructs a new GetTableResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.GetTableResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetTableResponse table. */
            table: holdfast.v1.Table;

            /**
             * Encodes the specified GetTableResponse message. Does not implicitly {@link holdfast.v1.GetTableResponse.verify|verify} messages.
             * @param message GetTableResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.GetTableResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetTableResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.GetTableResponse & holdfast.v1.GetTableResponse.$Shape} GetTableResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.GetTableResponse & holdfast.v1.GetTableResponse.$Shape;
        }

        namespace GetTableResponse {

            /** Properties of a GetTableResponse. */
            interface $Properties {

                /** GetTableResponse table */
                table?: holdfast.v1.Table.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetTableResponse. */
            type $Shape = holdfast.v1.GetTableResponse.$Properties;
        }

        /**
         * Properties of a WatchTableRequest.
         * @deprecated Use holdfast.v1.WatchTableRequest.$Properties instead.
         */
        interface IWatchTableRequest extends holdfast.v1.WatchTableRequest.$Properties {
        }

        /** Represents a WatchTableRequest. */
        class WatchTableRequest {

            /**
             * Constructs a new WatchTableRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.WatchTableRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified WatchTableRequest message. Does not implicitly {@link holdfast.v1.WatchTableRequest.verify|verify} messages.
             * @param message WatchTableRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.WatchTableRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchTableRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.WatchTableRequest & holdfast.v1.WatchTableRequest.$Shape} WatchTableRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.WatchTableRequest & holdfast.v1.WatchTableRequest.$Shape;
        }

        namespace WatchTableRequest {

            /** Properties of a WatchTableRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchTableRequest. */
            type $Shape = holdfast.v1.WatchTableRequest.$Properties;
        }

        /**
         * Properties of a WatchTableResponse.
         * @deprecated Use holdfast.v1.WatchTableResponse.$Properties instead.
         */
        interface IWatchTableResponse extends holdfast.v1.WatchTableResponse.$Properties {
        }

        /** Represents a WatchTableResponse. */
        class WatchTableResponse {

            /**
             * Constructs a new WatchTableResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.WatchTableResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchTableResponse table. */
            table: (holdfast.v1.Table|null);

            /** WatchTableResponse changes. */
            changes: (holdfast.v1.TableChanges|null);

            /** WatchTableResponse update. */
            update?: ("table"|"changes");

            /**
             * Encodes the specified WatchTableResponse message. Does not implicitly {@link holdfast.v1.WatchTableResponse.verify|verify} messages.
             * @param message WatchTableResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.WatchTableResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchTableResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.WatchTableResponse & holdfast.v1.WatchTableResponse.$Shape} WatchTableResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.WatchTableResponse & holdfast.v1.WatchTableResponse.$Shape;
        }

        namespace WatchTableResponse {

            /** Properties of a WatchTableResponse. */
            interface $Properties {

                /** WatchTableResponse table */
                table?: (holdfast.v1.Table.$Properties|null);

                /** WatchTableResponse changes */
                changes?: (holdfast.v1.TableChanges.$Properties|null);

                /** WatchTableResponse update */
                update?: ("table"|"changes");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a WatchTableResponse. */
            type $Shape = {
              table?: holdfast.v1.Table.$Shape|null;
              changes?: holdfast.v1.TableChanges.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ update?: undefined; table?: null; changes?: null }|{ update?: "table"; table: holdfast.v1.Table.$Shape; changes?: null }|{ update?: "changes"; table?: null; changes: holdfast.v1.TableChanges.$Shape })
            );
        }

        /**
         * Properties of a ListMembersRequest.
         * @deprecated Use holdfast.v1.ListMembersRequest.$Properties instead.
         */
        interface IListMembersRequest extends holdfast.v1.ListMembersRequest.$Properties {
        }

        /** Represents a ListMembersRequest. */
        class ListMembersRequest {

            /**
             * Constructs a new ListMembersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ListMembersRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified ListMembersRequest message. Does not implicitly {@link holdfast.v1.ListMembersRequest.verify|verify} messages.
             * @param message ListMembersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ListMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListMembersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ListMembersRequest & holdfast.v1.ListMembersRequest.$Shape} ListMembersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ListMembersRequest & holdfast.v1.ListMembersRequest.$Shape;
        }

        namespace ListMembersRequest {

            /** Properties of a ListMembersRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListMembersRequest. */
            type $Shape = holdfast.v1.ListMembersRequest.$Properties;
        }

        /**
         * Properties of a ListMembersResponse.
         * @deprecated Use holdfast.v1.ListMembersResponse.$Properties instead.
         */
        interface IListMembersResponse extends holdfast.v1.ListMembersResponse.$Properties {
        }

        /** Represents a ListMembersResponse. */
        class ListMembersResponse {

            /**
             * Constructs a new ListMembersResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ListMembersResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListMembersResponse answering. */
            answering: holdfast.v1.Holder;

            /** ListMembersResponse tableVersion. */
            tableVersion: number;

            /** ListMembersResponse members. */
            members: holdfast.v1.ClusterMember[];

            /**
             * Encodes the specified ListMembersResponse message. Does not implicitly {@link holdfast.v1.ListMembersResponse.verify|verify} messages.
             * @param message ListMembersResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ListMembersResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListMembersResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ListMembersResponse & holdfast.v1.ListMembersResponse.$Shape} ListMembersResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ListMembersResponse & holdfast.v1.ListMembersResponse.$Shape;
        }

        namespace ListMembersResponse {

            /** Properties of a ListMembersResponse. */
            interface $Properties {

                /** ListMembersResponse answering */
                answering?: holdfast.v1.Holder.$Properties;

                /** ListMembersResponse tableVersion */
                tableVersion?: number;

                /** ListMembersResponse members */
                members?: holdfast.v1.ClusterMember.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListMembersResponse. */
            type $Shape = holdfast.v1.ListMembersResponse.$Properties;
        }

        /**
         * Properties of a GetHealthRequest.
         * @deprecated Use holdfast.v1.GetHealthRequest.$Properties instead.
         */
        interface IGetHealthRequest extends holdfast.v1.GetHealthRequest.$Properties {
        }

        /** Represents a GetHealthRequest. */
        class GetHealthRequest {

            /**
             * Constructs a new GetHealthRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.GetHealthRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified GetHealthRequest message. Does not implicitly {@link holdfast.v1.GetHealthRequest.verify|verify} messages.
             * @param message GetHealthRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.GetHealthRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetHealthRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.GetHealthRequest & holdfast.v1.GetHealthRequest.$Shape} GetHealthRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.GetHealthRequest & holdfast.v1.GetHealthRequest.$Shape;
        }

        namespace GetHealthRequest {

            /** Properties of a GetHealthRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetHealthRequest. */
            type $Shape = holdfast.v1.GetHealthRequest.$Properties;
        }

        /**
         * Properties of a GetHealthResponse.
         * @deprecated Use holdfast.v1.GetHealthResponse.$Properties instead.
         */
        interface IGetHealthResponse extends holdfast.v1.GetHealthResponse.$Properties {
        }

        /** Represents a GetHealthResponse. */
        class GetHealthResponse {

            /**
             * Constructs a new GetHealthResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.GetHealthResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetHealthResponse healthy. */
            healthy: boolean;

            /** GetHealthResponse problems. */
            problems: string[];

            /** GetHealthResponse answering. */
            answering: holdfast.v1.Holder;

            /** GetHealthResponse clusterName. */
            clusterName: string;

            /** GetHealthResponse tableVersion. */
            tableVersion: number;

            /** GetHealthResponse draining. */
            draining: holdfast.v1.Holder;

            /** GetHealthResponse summary. */
            summary: holdfast.v1.HealthSummary;

            /** GetHealthResponse store. */
            store: holdfast.v1.StoreHealth;

            /** GetHealthResponse partitions. */
            partitions: holdfast.v1.PartitionHealth[];

            /**
             * Encodes the specified GetHealthResponse message. Does not implicitly {@link holdfast.v1.GetHealthResponse.verify|verify} messages.
             * @param message GetHealthResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.GetHealthResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetHealthResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.GetHealthResponse & holdfast.v1.GetHealthResponse.$Shape} GetHealthResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.GetHealthResponse & holdfast.v1.GetHealthResponse.$Shape;
        }

        namespace GetHealthResponse {

            /** Properties of a GetHealthResponse. */
            interface $Properties {

                /** GetHealthResponse healthy */
                healthy?: boolean;

                /** GetHealthResponse problems */
                problems?: string[];

                /** GetHealthResponse answering */
                answering?: holdfast.v1.Holder.$Properties;

                /** GetHealthResponse clusterName */
                clusterName?: string;

                /** GetHealthResponse tableVersion */
                tableVersion?: number;

                /** GetHealthResponse draining */
                draining?: holdfast.v1.Holder.$Properties;

                /** GetHealthResponse summary */
                summary?: holdfast.v1.HealthSummary.$Properties;

                /** GetHealthResponse store */
                store?: holdfast.v1.StoreHealth.$Properties;

                /** GetHealthResponse partitions */
                partitions?: holdfast.v1.PartitionHealth.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetHealthResponse. */
            type $Shape = holdfast.v1.GetHealthResponse.$Properties;
        }

        /**
         * Properties of a DrainRequest.
         * @deprecated Use holdfast.v1.DrainRequest.$Properties instead.
         */
        interface IDrainRequest extends holdfast.v1.DrainRequest.$Properties {
        }

        /** Represents a DrainRequest. */
        class DrainRequest {

            /**
             * Constructs a new DrainRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.DrainRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DrainRequest member. */
            member: string;

            /** DrainRequest incarnation. */
            incarnation: (number|null);

            /** DrainRequest relayed. */
            relayed: boolean;

            /**
             * Encodes the specified DrainRequest message. Does not implicitly {@link holdfast.v1.DrainRequest.verify|verify} messages.
             * @param message DrainRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.DrainRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.DrainRequest & holdfast.v1.DrainRequest.$Shape} DrainRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.DrainRequest & holdfast.v1.DrainRequest.$Shape;
        }

        namespace DrainRequest {

            /** Properties of a DrainRequest. */
            interface $Properties {

                /** DrainRequest member */
                member?: string;

                /** DrainRequest incarnation */
                incarnation?: (number|null);

                /** DrainRequest relayed */
                relayed?: boolean;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainRequest. */
            type $Shape = holdfast.v1.DrainRequest.$Properties;
        }

        /**
         * Properties of a DrainResponse.
         * @deprecated Use holdfast.v1.DrainResponse.$Properties instead.
         */
        interface IDrainResponse extends holdfast.v1.DrainResponse.$Properties {
        }

        /** Represents a DrainResponse. */
        class DrainResponse {

            /**
             * Constructs a new DrainResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.DrainResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DrainResponse draining. */
            draining: holdfast.v1.Holder;

            /**
             * Encodes the specified DrainResponse message. Does not implicitly {@link holdfast.v1.DrainResponse.verify|verify} messages.
             * @param message DrainResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.DrainResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.DrainResponse & holdfast.v1.DrainResponse.$Shape} DrainResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.DrainResponse & holdfast.v1.DrainResponse.$Shape;
        }

        namespace DrainResponse {

            /** Properties of a DrainResponse. */
            interface $Properties {

                /** DrainResponse draining */
                draining?: holdfast.v1.Holder.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainResponse. */
            type $Shape = holdfast.v1.DrainResponse.$Properties;
        }

        /**
         * Properties of a ForgetRequest.
         * @deprecated Use holdfast.v1.ForgetRequest.$Properties instead.
         */
        interface IForgetRequest extends holdfast.v1.ForgetRequest.$Properties {
        }

        /** Represents a ForgetRequest. */
        class ForgetRequest {

            /**
             * Constructs a new ForgetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ForgetRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ForgetRequest member. */
            member: string;

            /** ForgetRequest incarnation. */
            incarnation: number;

            /**
             * Encodes the specified ForgetRequest message. Does not implicitly {@link holdfast.v1.ForgetRequest.verify|verify} messages.
             * @param message ForgetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ForgetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForgetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ForgetRequest & holdfast.v1.ForgetRequest.$Shape} ForgetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ForgetRequest & holdfast.v1.ForgetRequest.$Shape;
        }

        namespace ForgetRequest {

            /** Properties of a ForgetRequest. */
            interface $Properties {

                /** ForgetRequest member */
                member?: string;

                /** ForgetRequest incarnation */
                incarnation?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ForgetRequest. */
            type $Shape = holdfast.v1.ForgetRequest.$Properties;
        }

        /**
         * Properties of a ForgetResponse.
         * @deprecated Use holdfast.v1.ForgetResponse.$Properties instead.
         */
        interface IForgetResponse extends holdfast.v1.ForgetResponse.$Properties {
        }

        /** Represents a ForgetResponse. */
        class ForgetResponse {

            /**
             * Constructs a new ForgetResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ForgetResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ForgetResponse forgotten. */
            forgotten: boolean;

            /** ForgetResponse partitionsLost. */
            partitionsLost: number;

            /**
             * Encodes the specified ForgetResponse message. Does not implicitly {@link holdfast.v1.ForgetResponse.verify|verify} messages.
             * @param message ForgetResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ForgetResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForgetResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ForgetResponse & holdfast.v1.ForgetResponse.$Shape} ForgetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ForgetResponse & holdfast.v1.ForgetResponse.$Shape;
        }

        namespace ForgetResponse {

            /** Properties of a ForgetResponse. */
            interface $Properties {

                /** ForgetResponse forgotten */
                forgotten?: boolean;

                /** ForgetResponse partitionsLost */
                partitionsLost?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ForgetResponse. */
            type $Shape = holdfast.v1.ForgetResponse.$Properties;
        }

        /**
         * Properties of an AdoptRequest.
         * @deprecated Use holdfast.v1.AdoptRequest.$Properties instead.
         */
        interface IAdoptRequest extends holdfast.v1.AdoptRequest.$Properties {
        }

        /** Represents an AdoptRequest. */
        class AdoptRequest {

            /**
             * Constructs a new AdoptRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.AdoptRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdoptRequest replacedCluster. */
            replacedCluster: string;

            /**
             * Encodes the specified AdoptRequest message. Does not implicitly {@link holdfast.v1.AdoptRequest.verify|verify} messages.
             * @param message AdoptRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.AdoptRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdoptRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.AdoptRequest & holdfast.v1.AdoptRequest.$Shape} AdoptRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.AdoptRequest & holdfast.v1.AdoptRequest.$Shape;
        }

        namespace AdoptRequest {

            /** Properties of an AdoptRequest. */
            interface $Properties {

                /** AdoptRequest replacedCluster */
                replacedCluster?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdoptRequest. */
            type $Shape = holdfast.v1.AdoptRequest.$Properties;
        }

        /**
         * Properties of an AdoptResponse.
         * @deprecated Use holdfast.v1.AdoptResponse.$Properties instead.
         */
        interface IAdoptResponse extends holdfast.v1.AdoptResponse.$Properties {
        }

        /** Represents an AdoptResponse. */
        class AdoptResponse {

            /**
             * Constructs a new AdoptResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.AdoptResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdoptResponse cluster. */
            cluster: string;

            /** AdoptResponse version. */
            version: number;

            /**
             * Encodes the specified AdoptResponse message. Does not implicitly {@link holdfast.v1.AdoptResponse.verify|verify} messages.
             * @param message AdoptResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.AdoptResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdoptResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.AdoptResponse & holdfast.v1.AdoptResponse.$Shape} AdoptResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.AdoptResponse & holdfast.v1.AdoptResponse.$Shape;
        }

        namespace AdoptResponse {

            /** Properties of an AdoptResponse. */
            interface $Properties {

                /** AdoptResponse cluster */
                cluster?: string;

                /** AdoptResponse version */
                version?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdoptResponse. */
            type $Shape = holdfast.v1.AdoptResponse.$Properties;
        }

        /**
         * Properties of a Holder.
         * @deprecated Use holdfast.v1.Holder.$Properties instead.
         */
        interface IHolder extends holdfast.v1.Holder.$Properties {
        }

        /** Represents a Holder. */
        class Holder {

            /**
             * Constructs a new Holder.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Holder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Holder member. */
            member: string;

            /** Holder incarnation. */
            incarnation: number;

            /**
             * Encodes the specified Holder message. Does not implicitly {@link holdfast.v1.Holder.verify|verify} messages.
             * @param message Holder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Holder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Holder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Holder & holdfast.v1.Holder.$Shape} Holder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Holder & holdfast.v1.Holder.$Shape;
        }

        namespace Holder {

            /** Properties of a Holder. */
            interface $Properties {

                /** Holder member */
                member?: string;

                /** Holder incarnation */
                incarnation?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Holder. */
            type $Shape = holdfast.v1.Holder.$Properties;
        }

        /**
         * Properties of a Table.
         * @deprecated Use holdfast.v1.Table.$Properties instead.
         */
        interface ITable extends holdfast.v1.Table.$Properties {
        }

        /** Represents a Table. */
        class Table {

            /**
             * Constructs a new Table.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.Table.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Table version. */
            version: number;

            /** Table cluster. */
            cluster: string;

            /** Table copies. */
            copies: number;

            /** Table draining. */
            draining: holdfast.v1.Holder;

            /** Table members. */
            members: holdfast.v1.TableMember[];

            /** Table partitions. */
            partitions: holdfast.v1.TablePartition[];

            /**
             * Encodes the specified Table message. Does not implicitly {@link holdfast.v1.Table.verify|verify} messages.
             * @param message Table message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.Table.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Table message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.Table & holdfast.v1.Table.$Shape} Table
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.Table & holdfast.v1.Table.$Shape;
        }

        namespace Table {

            /** Properties of a Table. */
            interface $Properties {

                /** Table version */
                version?: number;

                /** Table cluster */
                cluster?: string;

                /** Table copies */
                copies?: number;

                /** Table draining */
                draining?: holdfast.v1.Holder.$Properties;

                /** Table members */
                members?: holdfast.v1.TableMember.$Properties[];

                /** Table partitions */
                partitions?: holdfast.v1.TablePartition.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Table. */
            type $Shape = holdfast.v1.Table.$Properties;
        }

        /**
         * Properties of a TableChanges.
         * @deprecated Use holdfast.v1.TableChanges.$Properties instead.
         */
        interface ITableChanges extends holdfast.v1.TableChanges.$Properties {
        }

        /** Represents a TableChanges. */
        class TableChanges {

            /**
             * Constructs a new TableChanges.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.TableChanges.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TableChanges version. */
            version: number;

            /** TableChanges copies. */
            copies: number;

            /** TableChanges draining. */
            draining: holdfast.v1.Holder;

            /** TableChanges members. */
            members: holdfast.v1.TableMember[];

            /** TableChanges partitions. */
            partitions: holdfast.v1.TablePartition[];

            /**
             * Encodes the specified TableChanges message. Does not implicitly {@link holdfast.v1.TableChanges.verify|verify} messages.
             * @param message TableChanges message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.TableChanges.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TableChanges message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.TableChanges & holdfast.v1.TableChanges.$Shape} TableChanges
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.TableChanges & holdfast.v1.TableChanges.$Shape;
        }

        namespace TableChanges {

            /** Properties of a TableChanges. */
            interface $Properties {

                /** TableChanges version */
                version?: number;

                /** TableChanges copies */
                copies?: number;

                /** TableChanges draining */
                draining?: holdfast.v1.Holder.$Properties;

                /** TableChanges members */
                members?: holdfast.v1.TableMember.$Properties[];

                /** TableChanges partitions */
                partitions?: holdfast.v1.TablePartition.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TableChanges. */
            type $Shape = holdfast.v1.TableChanges.$Properties;
        }

        /**
         * Properties of a TableMember.
         * @deprecated Use holdfast.v1.TableMember.$Properties instead.
         */
        interface ITableMember extends holdfast.v1.TableMember.$Properties {
        }

        /** Represents a TableMember. */
        class TableMember {

            /**
             * Constructs a new TableMember.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.TableMember.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TableMember member. */
            member: string;

            /** TableMember incarnation. */
            incarnation: number;

            /** TableMember zone. */
            zone: string;

            /** TableMember forgottenIncarnation. */
            forgottenIncarnation: number;

            /**
             * Encodes the specified TableMember message. Does not implicitly {@link holdfast.v1.TableMember.verify|verify} messages.
             * @param message TableMember message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.TableMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TableMember message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.TableMember & holdfast.v1.TableMember.$Shape} TableMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.TableMember & holdfast.v1.TableMember.$Shape;
        }

        namespace TableMember {

            /** Properties of a TableMember. */
            interface $Properties {

                /** TableMember member */
                member?: string;

                /** TableMember incarnation */
                incarnation?: number;

                /** TableMember zone */
                zone?: string;

                /** TableMember forgottenIncarnation */
                forgottenIncarnation?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TableMember. */
            type $Shape = holdfast.v1.TableMember.$Properties;
        }

        /**
         * Properties of a TablePartition.
         * @deprecated Use holdfast.v1.TablePartition.$Properties instead.
         */
        interface ITablePartition extends holdfast.v1.TablePartition.$Properties {
        }

        /** Represents a TablePartition. */
        class TablePartition {

            /**
             * Constructs a new TablePartition.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.TablePartition.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TablePartition partition. */
            partition: number;

            /** TablePartition epoch. */
            epoch: number;

            /** TablePartition reign. */
            reign: number;

            /** TablePartition life. */
            life: number;

            /** TablePartition primary. */
            primary: holdfast.v1.Holder;

            /** TablePartition replicas. */
            replicas: holdfast.v1.Holder[];

            /**
             * Encodes the specified TablePartition message. Does not implicitly {@link holdfast.v1.TablePartition.verify|verify} messages.
             * @param message TablePartition message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.TablePartition.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TablePartition message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.TablePartition & holdfast.v1.TablePartition.$Shape} TablePartition
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.TablePartition & holdfast.v1.TablePartition.$Shape;
        }

        namespace TablePartition {

            /** Properties of a TablePartition. */
            interface $Properties {

                /** TablePartition partition */
                partition?: number;

                /** TablePartition epoch */
                epoch?: number;

                /** TablePartition reign */
                reign?: number;

                /** TablePartition life */
                life?: number;

                /** TablePartition primary */
                primary?: holdfast.v1.Holder.$Properties;

                /** TablePartition replicas */
                replicas?: holdfast.v1.Holder.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TablePartition. */
            type $Shape = holdfast.v1.TablePartition.$Properties;
        }

        /** MemberState enum. */
        enum MemberState {

            /** MEMBER_STATE_UNSPECIFIED value */
            MEMBER_STATE_UNSPECIFIED = 0,

            /** MEMBER_STATE_SERVING value */
            MEMBER_STATE_SERVING = 1,

            /** MEMBER_STATE_JOINING value */
            MEMBER_STATE_JOINING = 2,

            /** MEMBER_STATE_DRAINING value */
            MEMBER_STATE_DRAINING = 3,

            /** MEMBER_STATE_GONE value */
            MEMBER_STATE_GONE = 4,

            /** MEMBER_STATE_GATEWAY_ONLY value */
            MEMBER_STATE_GATEWAY_ONLY = 5
        }

        /**
         * Properties of a ClusterMember.
         * @deprecated Use holdfast.v1.ClusterMember.$Properties instead.
         */
        interface IClusterMember extends holdfast.v1.ClusterMember.$Properties {
        }

        /** Represents a ClusterMember. */
        class ClusterMember {

            /**
             * Constructs a new ClusterMember.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.ClusterMember.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClusterMember member. */
            member: string;

            /** ClusterMember incarnation. */
            incarnation: number;

            /** ClusterMember state. */
            state: holdfast.v1.MemberState;

            /** ClusterMember zone. */
            zone: string;

            /** ClusterMember version. */
            version: string;

            /** ClusterMember address. */
            address: string;

            /** ClusterMember primaries. */
            primaries: number;

            /** ClusterMember replicas. */
            replicas: number;

            /** ClusterMember registered. */
            registered: boolean;

            /** ClusterMember heard. */
            heard: boolean;

            /** ClusterMember forgotten. */
            forgotten: boolean;

            /** ClusterMember contents. */
            contents: holdfast.v1.MemberContents;

            /**
             * Encodes the specified ClusterMember message. Does not implicitly {@link holdfast.v1.ClusterMember.verify|verify} messages.
             * @param message ClusterMember message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.ClusterMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClusterMember message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.ClusterMember & holdfast.v1.ClusterMember.$Shape} ClusterMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.ClusterMember & holdfast.v1.ClusterMember.$Shape;
        }

        namespace ClusterMember {

            /** Properties of a ClusterMember. */
            interface $Properties {

                /** ClusterMember member */
                member?: string;

                /** ClusterMember incarnation */
                incarnation?: number;

                /** ClusterMember state */
                state?: holdfast.v1.MemberState;

                /** ClusterMember zone */
                zone?: string;

                /** ClusterMember version */
                version?: string;

                /** ClusterMember address */
                address?: string;

                /** ClusterMember primaries */
                primaries?: number;

                /** ClusterMember replicas */
                replicas?: number;

                /** ClusterMember registered */
                registered?: boolean;

                /** ClusterMember heard */
                heard?: boolean;

                /** ClusterMember forgotten */
                forgotten?: boolean;

                /** ClusterMember contents */
                contents?: holdfast.v1.MemberContents.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClusterMember. */
            type $Shape = holdfast.v1.ClusterMember.$Properties;
        }

        /**
         * Properties of a MemberContents.
         * @deprecated Use holdfast.v1.MemberContents.$Properties instead.
         */
        interface IMemberContents extends holdfast.v1.MemberContents.$Properties {
        }

        /** Represents a MemberContents. */
        class MemberContents {

            /**
             * Constructs a new MemberContents.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.MemberContents.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MemberContents sessions. */
            sessions: number;

            /** MemberContents bytes. */
            bytes: number;

            /**
             * Encodes the specified MemberContents message. Does not implicitly {@link holdfast.v1.MemberContents.verify|verify} messages.
             * @param message MemberContents message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.MemberContents.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MemberContents message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.MemberContents & holdfast.v1.MemberContents.$Shape} MemberContents
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.MemberContents & holdfast.v1.MemberContents.$Shape;
        }

        namespace MemberContents {

            /** Properties of a MemberContents. */
            interface $Properties {

                /** MemberContents sessions */
                sessions?: number;

                /** MemberContents bytes */
                bytes?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MemberContents. */
            type $Shape = holdfast.v1.MemberContents.$Properties;
        }

        /**
         * Properties of a HealthSummary.
         * @deprecated Use holdfast.v1.HealthSummary.$Properties instead.
         */
        interface IHealthSummary extends holdfast.v1.HealthSummary.$Properties {
        }

        /** Represents a HealthSummary. */
        class HealthSummary {

            /**
             * Constructs a new HealthSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.HealthSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HealthSummary partitions. */
            partitions: number;

            /** HealthSummary underCopied. */
            underCopied: number;

            /** HealthSummary withoutPrimary. */
            withoutPrimary: number;

            /** HealthSummary withoutCopy. */
            withoutCopy: number;

            /** HealthSummary outOfStepHere. */
            outOfStepHere: number;

            /** HealthSummary begunAnew. */
            begunAnew: number;

            /**
             * Encodes the specified HealthSummary message. Does not implicitly {@link holdfast.v1.HealthSummary.verify|verify} messages.
             * @param message HealthSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.HealthSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HealthSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.HealthSummary & holdfast.v1.HealthSummary.$Shape} HealthSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.HealthSummary & holdfast.v1.HealthSummary.$Shape;
        }

        namespace HealthSummary {

            /** Properties of a HealthSummary. */
            interface $Properties {

                /** HealthSummary partitions */
                partitions?: number;

                /** HealthSummary underCopied */
                underCopied?: number;

                /** HealthSummary withoutPrimary */
                withoutPrimary?: number;

                /** HealthSummary withoutCopy */
                withoutCopy?: number;

                /** HealthSummary outOfStepHere */
                outOfStepHere?: number;

                /** HealthSummary begunAnew */
                begunAnew?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HealthSummary. */
            type $Shape = holdfast.v1.HealthSummary.$Properties;
        }

        /**
         * Properties of a StoreHealth.
         * @deprecated Use holdfast.v1.StoreHealth.$Properties instead.
         */
        interface IStoreHealth extends holdfast.v1.StoreHealth.$Properties {
        }

        /** Represents a StoreHealth. */
        class StoreHealth {

            /**
             * Constructs a new StoreHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.StoreHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoreHealth kind. */
            kind: string;

            /** StoreHealth reachable. */
            reachable: boolean;

            /** StoreHealth answeredAgoMs. */
            answeredAgoMs: (number|null);

            /** StoreHealth trouble. */
            trouble: string;

            /** StoreHealth refused. */
            refused: string;

            /**
             * Encodes the specified StoreHealth message. Does not implicitly {@link holdfast.v1.StoreHealth.verify|verify} messages.
             * @param message StoreHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.StoreHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoreHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.StoreHealth & holdfast.v1.StoreHealth.$Shape} StoreHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.StoreHealth & holdfast.v1.StoreHealth.$Shape;
        }

        namespace StoreHealth {

            /** Properties of a StoreHealth. */
            interface $Properties {

                /** StoreHealth kind */
                kind?: string;

                /** StoreHealth reachable */
                reachable?: boolean;

                /** StoreHealth answeredAgoMs */
                answeredAgoMs?: (number|null);

                /** StoreHealth trouble */
                trouble?: string;

                /** StoreHealth refused */
                refused?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoreHealth. */
            type $Shape = holdfast.v1.StoreHealth.$Properties;
        }

        /** CopyRole enum. */
        enum CopyRole {

            /** COPY_ROLE_UNSPECIFIED value */
            COPY_ROLE_UNSPECIFIED = 0,

            /** COPY_ROLE_PRIMARY value */
            COPY_ROLE_PRIMARY = 1,

            /** COPY_ROLE_REPLICA value */
            COPY_ROLE_REPLICA = 2,

            /** COPY_ROLE_FILLING value */
            COPY_ROLE_FILLING = 3
        }

        /**
         * Properties of a PartitionHealth.
         * @deprecated Use holdfast.v1.PartitionHealth.$Properties instead.
         */
        interface IPartitionHealth extends holdfast.v1.PartitionHealth.$Properties {
        }

        /** Represents a PartitionHealth. */
        class PartitionHealth {

            /**
             * Constructs a new PartitionHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.PartitionHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PartitionHealth partition. */
            partition: number;

            /** PartitionHealth primary. */
            primary: holdfast.v1.Holder;

            /** PartitionHealth replicas. */
            replicas: holdfast.v1.Holder[];

            /** PartitionHealth wantedCopies. */
            wantedCopies: number;

            /** PartitionHealth livingCopies. */
            livingCopies: number;

            /** PartitionHealth underCopied. */
            underCopied: boolean;

            /** PartitionHealth primaryLives. */
            primaryLives: boolean;

            /** PartitionHealth life. */
            life: number;

            /** PartitionHealth own. */
            own: holdfast.v1.OwnCopy;

            /**
             * Encodes the specified PartitionHealth message. Does not implicitly {@link holdfast.v1.PartitionHealth.verify|verify} messages.
             * @param message PartitionHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.PartitionHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PartitionHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.PartitionHealth & holdfast.v1.PartitionHealth.$Shape} PartitionHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.PartitionHealth & holdfast.v1.PartitionHealth.$Shape;
        }

        namespace PartitionHealth {

            /** Properties of a PartitionHealth. */
            interface $Properties {

                /** PartitionHealth partition */
                partition?: number;

                /** PartitionHealth primary */
                primary?: holdfast.v1.Holder.$Properties;

                /** PartitionHealth replicas */
                replicas?: holdfast.v1.Holder.$Properties[];

                /** PartitionHealth wantedCopies */
                wantedCopies?: number;

                /** PartitionHealth livingCopies */
                livingCopies?: number;

                /** PartitionHealth underCopied */
                underCopied?: boolean;

                /** PartitionHealth primaryLives */
                primaryLives?: boolean;

                /** PartitionHealth life */
                life?: number;

                /** PartitionHealth own */
                own?: holdfast.v1.OwnCopy.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PartitionHealth. */
            type $Shape = holdfast.v1.PartitionHealth.$Properties;
        }

        /**
         * Properties of an OwnCopy.
         * @deprecated Use holdfast.v1.OwnCopy.$Properties instead.
         */
        interface IOwnCopy extends holdfast.v1.OwnCopy.$Properties {
        }

        /** Represents an OwnCopy. */
        class OwnCopy {

            /**
             * Constructs a new OwnCopy.
             * @param [properties] Properties to set
             */
            constructor(properties?: holdfast.v1.OwnCopy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OwnCopy role. */
            role: holdfast.v1.CopyRole;

            /** OwnCopy inStep. */
            inStep: boolean;

            /** OwnCopy sessions. */
            sessions: number;

            /**
             * Encodes the specified OwnCopy message. Does not implicitly {@link holdfast.v1.OwnCopy.verify|verify} messages.
             * @param message OwnCopy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: holdfast.v1.OwnCopy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OwnCopy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {holdfast.v1.OwnCopy & holdfast.v1.OwnCopy.$Shape} OwnCopy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): holdfast.v1.OwnCopy & holdfast.v1.OwnCopy.$Shape;
        }

        namespace OwnCopy {

            /** Properties of an OwnCopy. */
            interface $Properties {

                /** OwnCopy role */
                role?: holdfast.v1.CopyRole;

                /** OwnCopy inStep */
                inStep?: boolean;

                /** OwnCopy sessions */
                sessions?: number;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OwnCopy. */
            type $Shape = holdfast.v1.OwnCopy.$Properties;
        }

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
