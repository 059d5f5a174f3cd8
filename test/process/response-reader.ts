/** An answer of the gateway, as it came over the wire. */
export interface Response {
  readonly statusLine: string;
  readonly status: number;
  /** By lower-case name, values trimmed. A name that came twice has its values joined by a comma. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** Head and body. */
  readonly bytes: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n', 'latin1');

/**
 * Cuts a stream of bytes into answers. Written apart from the server's code, so that the two do not share a mistake.
 */
export class ResponseReader {
  private held: Buffer = Buffer.alloc(0);

  /** Takes `chunk` and gives back the answers it completes. */
  push(chunk: Buffer): Response[] {
    this.held = this.held.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.held, chunk]);
    const responses: Response[] = [];
    for (let next = this.next(); next !== null; next = this.next()) responses.push(next);
    return responses;
  }

  /** Bytes of an answer that has not come whole. */
  get left(): Buffer {
    return this.held;
  }

  private next(): Response | null {
    const headEnd = this.held.indexOf(END_OF_HEAD);
    if (headEnd < 0) return null;
    const [statusLine = '', ...lines] = this.held.toString('latin1', 0, headEnd).split('\r\n');
    const status = /^HTTP\/1\.1 ([1-5]\d\d) /.exec(statusLine)?.[1];
    if (status === undefined) throw new Error(`not a status line: ${JSON.stringify(statusLine)}`);
    const headers = readHeaders(lines);
    const length = headers.get('content-length') ?? '';
    if (!/^\d+$/.test(length)) throw new Error(`no Content-Length in ${JSON.stringify(lines)}`);
    const bodyStart = headEnd + END_OF_HEAD.length;
    const end = bodyStart + Number(length);
    if (this.held.length < end) return null;
    const bytes = this.held.subarray(0, end);
    this.held = this.held.subarray(end);
    return { statusLine, status: Number(status), headers, body: bytes.subarray(bodyStart), bytes };
  }
}

function readHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) throw new Error(`not a header: ${JSON.stringify(line)}`);
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return headers;
}
