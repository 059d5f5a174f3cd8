/** Octets of the sessions that changes touched which not every copy is known to have: a message would carry so much. */
export class Backlog {
  bytes = 0;
  /** In order of sequence. */
  private changes: { readonly sequence: number; readonly bytes: number }[] = [];

  add(sequence: number, bytes: number): void {
    if (bytes === 0) return;
    this.changes.push({ sequence, bytes });
    this.bytes += bytes;
  }

  /** Every copy has what came up to this one. */
  commit(sequence: number): void {
    let first = this.changes[0];
    while (first !== undefined && first.sequence <= sequence) {
      this.bytes -= first.bytes;
      this.changes.shift();
      first = this.changes[0];
    }
  }

  /** What came after this one has never been. */
  truncate(sequence: number): void {
    let last = this.changes.at(-1);
    while (last !== undefined && last.sequence > sequence) {
      this.bytes -= last.bytes;
      this.changes.pop();
      last = this.changes.at(-1);
    }
  }

  clear(): void {
    this.bytes = 0;
    this.changes = [];
  }
}
