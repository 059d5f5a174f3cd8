import { readFileSync } from 'node:fs';

/** What one answer must look like. */
export interface Expectation {
  readonly status: number;
  /** Exact first line; null: only the status counts. */
  readonly statusLine: string | null;
  readonly headers: readonly ExpectedHeader[];
  /** Header names that must not come. */
  readonly absent: readonly string[];
  /** Exact octets; null: not looked at. */
  readonly body: Buffer | null;
}

export interface ExpectedHeader {
  readonly name: string;
  readonly value: string | RegExp;
}

/** One request and its answer. */
export interface Step {
  /** Which of the vector's connections carries it. */
  readonly connection: string;
  /** How far the server's clock moves before the request is sent. */
  readonly advanceMinutes: number;
  readonly send: Buffer;
  readonly expect: Expectation;
  readonly after: 'server_keeps' | 'client_closes' | null;
}

/** A conformance scenario. It has sessions of its own; cookies in it are numbered as the stock service numbers them. */
export interface Vector {
  readonly name: string;
  readonly steps: readonly Step[];
}

type Parts = string | ReadonlyArray<string | Repeat>;
interface Repeat {
  readonly repeat: string;
  readonly times: number;
}
type Fields = Readonly<Record<string, unknown>>;

/** Reads vectors.json. A field this reader does not know is an error: a vector must not be played by halves. */
export function loadVectors(): Vector[] {
  const text = readFileSync(new URL('./vectors.json', import.meta.url), 'utf8');
  const file = JSON.parse(text) as { readonly count: number; readonly vectors: readonly Fields[] };
  if (file.vectors.length !== file.count)
    throw new Error(`${file.vectors.length} vectors, but count says ${file.count}`);
  return file.vectors.map(readVector);
}

function readVector(fields: Fields): Vector {
  knowsAll(fields, ['name', 'topic', 'why', 'lenient', 'steps']);
  return { name: String(fields['name']), steps: (fields['steps'] as readonly Fields[]).map(readStep) };
}

function readStep(fields: Fields): Step {
  knowsAll(fields, ['conn', 'advance_minutes', 'send', 'expect', 'after']);
  const after = fields['after'] ?? null;
  if (after !== null && after !== 'server_keeps' && after !== 'client_closes')
    throw new Error(`after: ${String(after)}`);
  return {
    connection: (fields['conn'] as string | undefined) ?? 'A',
    advanceMinutes: (fields['advance_minutes'] as number | undefined) ?? 0,
    send: bytesOf(fields['send'] as Parts),
    expect: readExpectation(fields['expect'] as Fields),
    after,
  };
}

function readExpectation(fields: Fields): Expectation {
  knowsAll(fields, ['status', 'status_line', 'headers', 'absent', 'body']);
  const headers = Object.entries(fields['headers'] as Readonly<Record<string, string | { readonly pattern: string }>>);
  const body = fields['body'] as string | Repeat | null | undefined;
  return {
    status: fields['status'] as number,
    statusLine: (fields['status_line'] as string | undefined) ?? null,
    headers: headers.map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : new RegExp(value.pattern),
    })),
    absent: fields['absent'] as readonly string[],
    body: body === undefined ? null : bytesOf(body === null ? '' : [body]),
  };
}

/** One octet per character. */
function bytesOf(parts: Parts): Buffer {
  const list = typeof parts === 'string' ? [parts] : parts;
  const text = list.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('');
  return Buffer.from(text, 'latin1');
}

function knowsAll(fields: Fields, known: readonly string[]): void {
  for (const name of Object.keys(fields)) {
    if (!known.includes(name)) throw new Error(`vectors.json: nothing here knows the field "${name}"`);
  }
}
