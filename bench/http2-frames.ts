/** The frames of HTTP/2 (RFC 9113, section 6) that a load needs. */
export const FRAME = { data: 0, headers: 1, resetStream: 3, settings: 4, ping: 6, goAway: 7, windowUpdate: 8 } as const;
export const FLAG = { endStream: 1, ack: 1, endHeaders: 4 } as const;
export const HEAD_BYTES = 9;

/** Wide enough that the server never waits for us; the setting is that of a stream's first window. */
export const WIDE_WINDOW = { setting: 4, bytes: 2 ** 30 } as const;

export function frameHead(length: number, type: number, flags: number, stream: number): Buffer {
  const head = Buffer.allocUnsafe(HEAD_BYTES);
  head.writeUIntBE(length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return head;
}

/** What a client says first: who it is, its settings, and a wide window for the connection. */
export const PREFACE = ((): Buffer => {
  const settings = Buffer.alloc(12);
  settings.writeUInt16BE(2, 0); // No pushing.
  settings.writeUInt16BE(WIDE_WINDOW.setting, 6);
  settings.writeUInt32BE(WIDE_WINDOW.bytes, 8);
  const more = Buffer.alloc(4);
  more.writeUInt32BE(WIDE_WINDOW.bytes, 0);
  return Buffer.concat([
    Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1'),
    frameHead(settings.length, FRAME.settings, 0, 0),
    settings,
    frameHead(more.length, FRAME.windowUpdate, 0, 0),
    more,
  ]);
})();

/** `:method: POST` and `:scheme: http`, which every peer knows by number. */
const POST_HTTP = [0x83, 0x86];
/** The number of the newest entry that the peers agree on as they go. */
const NEWEST = 62;

/**
 * The headers of a call as libraries send them: in full the first time on a connection, from then on as numbers (RFC
 * 7541). No deadline, which would cost every server a timer.
 */
export class HeaderTable {
  private readonly known = new Map<string, number>();
  private readonly authority: string;

  constructor(authority: string) {
    this.authority = authority;
  }

  blockFor(path: string): Buffer {
    const bytes = [...POST_HTTP];
    this.add(bytes, ':path', path);
    this.add(bytes, ':authority', this.authority);
    this.add(bytes, 'content-type', 'application/grpc');
    this.add(bytes, 'te', 'trailers');
    this.add(bytes, 'grpc-accept-encoding', 'identity,deflate,gzip');
    this.add(bytes, 'user-agent', 'grpc-node-js/1.14.7');
    return Buffer.from(bytes);
  }

  private add(bytes: number[], name: string, value: string): void {
    const place = this.known.get(`${name} ${value}`);
    if (place !== undefined) {
      bytes.push(0x80 | (NEWEST + this.known.size - 1 - place));
      return;
    }
    this.known.set(`${name} ${value}`, this.known.size);
    // To be remembered, with a new name.
    bytes.push(0x40, name.length, ...Buffer.from(name), value.length, ...Buffer.from(value));
  }
}
