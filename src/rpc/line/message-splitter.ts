import { MAX_TALK_BYTES } from './talk-codec.ts';

/** Whether it is compressed, and its length. */
const HEAD_BYTES = 5;

/** A message of a call as it travels. */
export function framed(bytes: Buffer): Buffer {
  const whole = Buffer.allocUnsafe(HEAD_BYTES + bytes.length);
  whole.writeUInt8(0, 0);
  whole.writeUInt32BE(bytes.length, 1);
  bytes.copy(whole, HEAD_BYTES);
  return whole;
}

/** Finds the messages of a call in the chunks of its stream. */
export class MessageSplitter {
  private chunks: Buffer[] = [];
  private bytes = 0;

  /** What is complete with this chunk. Throws on what is no message, or one that is too large. */
  split(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.bytes += chunk.length;
    const messages: Buffer[] = [];
    for (let message = this.next(); message !== null; message = this.next()) messages.push(message);
    return messages;
  }

  private next(): Buffer | null {
    if (this.bytes < HEAD_BYTES) return null;
    const [first] = this.chunks;
    const head = first !== undefined && first.length >= HEAD_BYTES ? first : this.join();
    if (head.readUInt8(0) !== 0) throw new Error('a message is compressed');
    const length = head.readUInt32BE(1);
    if (length > MAX_TALK_BYTES) throw new Error(`a message of ${length} bytes`);
    const end = HEAD_BYTES + length;
    if (this.bytes < end) return null;
    const all = this.join();
    this.chunks = all.length === end ? [] : [all.subarray(end)];
    this.bytes -= end;
    return all.subarray(HEAD_BYTES, end);
  }

  private join(): Buffer {
    const [first] = this.chunks;
    if (first !== undefined && this.chunks.length === 1) return first;
    const all = Buffer.concat(this.chunks, this.bytes);
    this.chunks = [all];
    return all;
  }
}
