import {
  BITS,
  BYTES,
  DELIMITED,
  type Kind,
  NO_BYTES,
  REAL,
  type Reader,
  SIGNED,
  TEXT,
  WHOLE,
  type Writer,
  YES_NO,
} from './wire-kinds.ts';

/** One field of a message. As in proto3, what says no more than its absence is left out. */
export interface Field<T> {
  /** The field's number and wire type, as they stand before its value. */
  readonly tag: number;
  /** What it is in a message that does not hold it; undefined if every message must. */
  readonly absent: T | undefined;
  readonly write: (value: T, writer: Writer) => void;
  /** `before`: what the message held of it up to here. */
  readonly read: (reader: Reader, before: T | undefined) => T;
}

export const whole = (number: number): Field<number> => plain(number, WHOLE, 0);
export const signed = (number: number): Field<number> => plain(number, SIGNED, 0);
export const bits = (number: number): Field<number> => plain(number, BITS, 0);
export const real = (number: number): Field<number> => plain(number, REAL, 0);
export const yesNo = (number: number): Field<boolean> => plain(number, YES_NO, false);
export const text = (number: number): Field<string> => plain(number, TEXT, '');

export function bytes(number: number, kind: Kind<Uint8Array> = BYTES): Field<Uint8Array> {
  const tag = tagOf(number, kind);
  return {
    tag,
    absent: NO_BYTES,
    write: (value, writer) => {
      if (value.length > 0) kind.write(value, writer.uint32(tag));
    },
    read: (reader) => kind.read(reader),
  };
}

/** A field that every message holds. */
export function must<T>(number: number, kind: Kind<T>): Field<T> {
  const tag = tagOf(number, kind);
  return {
    tag,
    absent: undefined,
    write: (value, writer) => kind.write(value, writer.uint32(tag)),
    read: (reader) => kind.read(reader),
  };
}

/** Null where it is absent. */
export function maybe<T>(number: number, kind: Kind<T>): Field<T | null> {
  const tag = tagOf(number, kind);
  return {
    tag,
    absent: null,
    write: (value, writer) => {
      if (value !== null) kind.write(value, writer.uint32(tag));
    },
    read: (reader) => kind.read(reader),
  };
}

/** Any number of values, each behind a tag of its own. */
export function list<T>(number: number, kind: Kind<T>): Field<readonly T[]> {
  const tag = tagOf(number, kind);
  return {
    tag,
    absent: NONE,
    write: (values, writer) => {
      for (let i = 0; i < values.length; i++) kind.write(values[i] as T, writer.uint32(tag));
    },
    read: (reader, before) => {
      const value = kind.read(reader);
      if (before === undefined || before === NONE) return [value];
      (before as T[]).push(value);
      return before;
    },
  };
}

/** Any number of whole numbers behind one tag. */
export function wholes(number: number): Field<readonly number[]> {
  const tag = number * 8 + DELIMITED;
  return {
    tag,
    absent: NONE,
    write: (values, writer) => {
      if (values.length === 0) return;
      writer.uint32(tag).fork();
      for (let i = 0; i < values.length; i++) WHOLE.write(values[i] as number, writer);
      writer.ldelim();
    },
    read: (reader, before) =>
      within(reader, () => {
        const values = before === undefined ? [] : [...before];
        while (reader.pos < reader.len) values.push(WHOLE.read(reader));
        return values;
      }),
  };
}

/** Reads a value that says its length first, and lets it see no further. */
export function within<T>(reader: Reader, read: (reader: Reader) => T): T {
  const length = reader.uint32();
  const outer = reader.len;
  const end = reader.pos + length;
  if (end > outer) throw new RangeError('longer than what it is a part of');
  reader.len = end;
  const value = read(reader);
  reader.len = outer;
  return value;
}

/** Told apart by identity from lists that were read. */
const NONE: readonly never[] = Object.freeze([]);

function plain<T>(number: number, kind: Kind<T>, absent: T): Field<T> {
  const tag = tagOf(number, kind);
  return {
    tag,
    absent,
    write: (value, writer) => {
      if (value !== absent) kind.write(value, writer.uint32(tag));
    },
    read: (reader) => kind.read(reader),
  };
}

function tagOf(number: number, { wire }: Pick<Kind<unknown>, 'wire'>): number {
  return number * 8 + wire;
}
