/** Finds the ends of answers in what a connection reads, of one protocol; without allocating while answers come whole. */
export interface AnswerReader {
  /**
   * Goes on with the answer under way, or begins the next.
   *
   * @returns where it ends; -1 when it goes on beyond `length`
   */
  read(chunk: Buffer, at: number, length: number): number;
  /** Whether the answer that ended last gave what was asked for. */
  readonly ok: boolean;
  /** Digits that it brought along for the request that follows on it. */
  readonly token: Buffer;
  readonly tokenLength: number;
}

/** Room for any unsigned 64-bit number. */
export const TOKEN_BYTES = 20;

const ZERO = 0x30;
const NINE = 0x39;

/** The value of a decimal digit; -1 where it is none. */
export function digitOf(octet: number | undefined): number {
  return octet !== undefined && octet >= ZERO && octet <= NINE ? octet - ZERO : -1;
}
