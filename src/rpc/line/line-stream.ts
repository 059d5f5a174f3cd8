/** One end of the call between two members, whichever of them dialled. */
export interface LineStream {
  /** The other end's address and port, for the log. */
  readonly address: string;
  /** What the connection brought so far, in octets of whatever kind: its signs of life. */
  readonly bytesRead: number;
  /** To be called once, in the step that makes the stream: nothing is told before. */
  open(listener: StreamListener): void;
  /** `taken` is called once the bytes have left our hands; never, if the call ends before. */
  write(bytes: Buffer, taken: () => void): void;
  /** Ends the call for both once all that was written is delivered. */
  finish(): void;
  /** Ends the call for both, and tells the other side why it was not wanted. Nothing is told here any more. */
  refuse(reason: string): void;
  /** Ends the call for both at once, with its connection. Nothing is told here any more. */
  kill(): void;
}

export interface StreamListener {
  /** One message of the call. */
  received(bytes: Buffer): void;
  /** Told once. `refused`: the other side wants none of it, and said why. */
  over(reason: string, refused: boolean): void;
}

/** What authenticates members to each other, in PEM. Both sides show a certificate signed by `ca`. */
export interface MemberTls {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly ca: Buffer;
}

export const TALK_PATH = '/holdfast.peer.v1.LineService/Talk';

/** What may be under way to us: more than a fast network brings in the time that our word takes to the other end. */
export const WINDOW_BYTES = 8 * 1024 * 1024;
