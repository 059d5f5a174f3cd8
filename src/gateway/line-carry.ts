const FIRST_BYTES = 512;

/**
 * The beginning of a line whose end has not come yet, copied out of its chunks (a kept view would pin each whole
 * chunk). It grows by doubling, so that a head delivered octet by octet is copied a constant number of times.
 */
export class LineCarry {
  bytes = new Uint8Array(0);
  length = 0;

  append(chunk: Uint8Array, from: number, to: number): void {
    const length = this.length + to - from;
    if (length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(length, this.bytes.length * 2, FIRST_BYTES));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(chunk.subarray(from, to), this.length);
    this.length = length;
  }
}
