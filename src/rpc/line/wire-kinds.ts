import type $protobuf from 'protobufjs/minimal.js';
import { assert } from '../../base/assert.ts';
import { copied } from '../../base/copied.ts';
import type { Key } from '../../base/key.ts';
import { sameBytes } from '../../base/same-bytes.ts';
import { makeKey } from '../../member/door.ts';
import { KnownTexts } from './known-texts.ts';

export type Reader = $protobuf.Reader;
export type Writer = $protobuf.Writer;

/** What came is no message of ours. Stays within this folder: whoever reads a whole message turns it into a value. */
export class Malformed extends Error {}

/** The wire types of protobuf that are in use. */
export const VARINT = 0;
export const FIXED64 = 1;
export const DELIMITED = 2;
export const FIXED32 = 5;

/** How values of one kind are written behind their tag, and read back from there. */
export interface Kind<T> {
  readonly wire: 0 | 1 | 2 | 5;
  readonly write: (value: T, writer: Writer) => void;
  /** Throws what it likes where there is no such value. */
  readonly read: (reader: Reader) => T;
}

export const NO_BYTES = new Uint8Array(0);

/** A whole number from 0 on: uint64. */
export const WHOLE: Kind<number> = { wire: VARINT, write: writeWhole, read: readWhole };

/** A whole number that may be negative, of 52 bits: sint32 and sint64, which look the same on the wire. */
export const SIGNED: Kind<number> = {
  wire: VARINT,
  write: (value, writer) => writeWhole(value < 0 ? -2 * value - 1 : 2 * value, writer),
  read: (reader) => {
    const zigzag = readWhole(reader);
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  },
};

/** 32 bits at random: sfixed32. */
export const BITS: Kind<number> = {
  wire: FIXED32,
  write: (value, writer) => writer.sfixed32(value),
  read: (reader) => reader.sfixed32(),
};

/** Lengths of time and instants, infinite ones too: double. */
export const REAL: Kind<number> = {
  wire: FIXED64,
  write: (value, writer) => writer.double(value),
  read: (reader) => reader.double(),
};

export const YES_NO: Kind<boolean> = {
  wire: VARINT,
  write: (value, writer) => writer.bool(value),
  read: (reader) => reader.bool(),
};

export const TEXT: Kind<string> = {
  wire: DELIMITED,
  write: (value, writer) => writer.string(value),
  read: (reader) => texts.read(reader),
};

/** Read as a view of the message it came in, for what is used up in the step that it is delivered in. */
export const BYTES: Kind<Uint8Array> = {
  wire: DELIMITED,
  write: (value, writer) => writer.bytes(value),
  read: (reader) => {
    const bytes = reader.bytes();
    return bytes.length === 0 ? NO_BYTES : bytes;
  },
};

/** For what may be kept: something small does not keep the large message alive that it came in. */
export const KEPT_BYTES: Kind<Uint8Array> = {
  wire: DELIMITED,
  write: BYTES.write,
  read: (reader) => {
    const bytes = BYTES.read(reader);
    return bytes.length * 2 > reader.buf.buffer.byteLength ? bytes : bytes.slice();
  },
};

/**
 * The hash is computed anew: a wrong one would put a session where nobody finds it. A change and the state it led to name
 * the same key, one after the other: it is made once.
 */
export const KEY: Kind<Key> = {
  wire: DELIMITED,
  write: (key, writer) => writer.bytes(key.bytes),
  read: (reader) => {
    const bytes = reader.bytes();
    if (!sameBytes(bytes, newestKey.bytes)) newestKey = makeKey(copied(bytes));
    return newestKey;
  },
};

let newestKey: Key = makeKey(NO_BYTES);
const texts = new KnownTexts();

/** One of a few words, each with its number in an enumeration. */
export function word<W extends string>(numbers: Readonly<Record<W, number>>): Kind<W> {
  const words = new Map(Object.entries<number>(numbers).map(([name, number]) => [number, name as W]));
  return {
    wire: VARINT,
    write: (value, writer) => writer.uint32(numbers[value]),
    read: (reader) => {
      const number = readWhole(reader);
      const found = words.get(number);
      if (found === undefined) throw new Malformed(`${number} is none of ${[...words.values()].join(', ')}`);
      return found;
    },
  };
}

function writeWhole(value: number, writer: Writer): void {
  assert(Number.isSafeInteger(value) && value >= 0, 'a whole number travels exactly');
  if (value < 2 ** 32) writer.uint32(value);
  else writer.uint64(value);
}

/** The library's own reading makes an object of each number. */
function readWhole(reader: Reader): number {
  const { buf, len } = reader;
  let value = 0;
  for (let scale = 1; reader.pos < len && scale <= Number.MAX_SAFE_INTEGER; scale *= 128) {
    const byte = buf[reader.pos++] as number;
    value += (byte & 127) * scale;
    if (byte >= 128) continue;
    if (value > Number.MAX_SAFE_INTEGER) break;
    return value;
  }
  throw new Malformed('a number that is too large, or has no end');
}
