import type { Socket } from 'node:net';

const PAGE_BYTES = 65_536;

/** Reads are begun there before anything has come, each into memory that must be its own. */
const READS_AHEAD = process.platform === 'win32';

/** A socket's connection to the kernel, as far as it is needed. */
interface Handle {
  useUserBuffer(page: Uint8Array): void;
}

interface Places {
  readonly buffer: symbol;
  readonly callback: symbol;
}

/**
 * The one page that all connections read into, one after the other: a read is over before the next one begins. Without
 * it Node takes 64 KiB for each read and gives most of them back, which is a sixth of a GET, and most of what its
 * collector sees of a gateway.
 *
 * Node has that for sockets that dial (`onread`) and makes those that were dialled itself, without asking. So the same
 * fields are set afterwards; where they are not what they were, a socket's chunks come as ever.
 */
export class ReadPage {
  private readonly page = Buffer.allocUnsafeSlow(PAGE_BYTES);
  private chunk = this.page;

  /**
   * Each chunk is gone when `received` returns. Returns whether they come by way of the page.
   *
   * @param socket whose `data` nobody listens to
   */
  attach(socket: Socket, received: (chunk: Buffer) => void): boolean {
    const handle = READS_AHEAD ? null : handleOf(socket);
    const places = placesIn(socket);
    if (handle === null || places === null) {
      socket.on('data', received);
      return false;
    }
    handle.useUserBuffer(this.page);
    Reflect.set(socket, places.buffer, this.page);
    Reflect.set(socket, places.callback, (length: number): boolean => {
      if (this.chunk.length !== length) this.chunk = this.page.subarray(0, length);
      received(this.chunk);
      return true;
    });
    socket.resume();
    return true;
  }
}

function handleOf(socket: Socket): Handle | null {
  const handle: unknown = Reflect.get(socket, '_handle');
  if (typeof handle !== 'object' || handle === null) return null;
  return typeof Reflect.get(handle, 'useUserBuffer') === 'function' ? (handle as Handle) : null;
}

function placesIn(socket: Socket): Places | null {
  const named = (name: string) => Object.getOwnPropertySymbols(socket).find(({ description }) => description === name);
  const buffer = named('kBuffer');
  const callback = named('kBufferCb');
  if (buffer === undefined || callback === undefined) return null;
  // Null: it was made to read into no buffer of its own.
  const isFree = Reflect.get(socket, buffer) === null && Reflect.get(socket, callback) === null;
  return isFree ? { buffer, callback } : null;
}
