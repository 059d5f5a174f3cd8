/**
 * Memory in one piece that grows and shrinks where it lies: only addresses are reserved at first; what it grows by is
 * taken from the system when it is written to, and what it shrinks by is back there at once, whenever the garbage
 * collector runs next. The views follow its length.
 */
export class Expanse {
  readonly bytes: Uint8Array;
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  private readonly buffer: ArrayBuffer;

  /** `most`: bytes it may grow to. */
  constructor(most: number) {
    this.buffer = new ArrayBuffer(0, { maxByteLength: most });
    this.bytes = new Uint8Array(this.buffer);
    this.ints = new Int32Array(this.buffer);
    this.floats = new Float64Array(this.buffer);
  }

  get length(): number {
    return this.buffer.byteLength;
  }

  /** What is new reads as 0. Shrinking costs time for every byte, so that much is given up in portions. */
  resize(length: number): void {
    this.buffer.resize(length);
  }
}
