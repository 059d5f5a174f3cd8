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

/**
 * How a field stands in its message. As in proto3, what says no more than its absence is left out: `plain` the value
 * `absent`, `bytes` none of them, `maybe` null. `must`: every message holds it. `list`: any number of values, each behind
 * a tag of its own. `own`: written and read by functions of the field's own.
 */
export type Field<T> = KindField<T> | OwnField<T>;

export interface KindField<T> {
  readonly form: 'plain' | 'bytes' | 'maybe' | 'must' | 'list';
  /** The field's number and wire type, as they stand before its value. */
  readonly tag: number;
  /** What it is in a message that does not hold it; undefined if every message must. */
  readonly absent: T | undefined;
  /** Of the value, or of each in a list. */
  readonly kind: Pick<Kind<never>, 'wire' | 'write'> & Pick<Kind<unknown>, 'read'>;
}

export interface OwnField<T> {
  readonly form: 'own';
  readonly tag: number;
  readonly absent: T | undefined;
  readonly write: (value: T, writer: Writer) => void;
  /** `before`: what the message held of it up to here. */
  readonly read: (reader: Reader, before: T) => T;
}

export const whole = (number: number): Field<number> => plain(number, WHOLE, 0);
export const signed = (number: number): Field<number> => plain(number, SIGNED, 0);
export const bits = (number: number): Field<number> => plain(number, BITS, 0);
export const real = (number: number): Field<number> => plain(number, REAL, 0);
export const yesNo = (number: number): Field<boolean> => plain(number, YES_NO, false);
export const text = (number: number): Field<string> => plain(number, TEXT, '');

export const bytes = (number: number, kind: Kind<Uint8Array> = BYTES): Field<Uint8Array> =>
  field<Uint8Array>('bytes', number, kind, NO_BYTES);

/** A field that every message holds. */
export const must = <T>(number: number, kind: Kind<T>): Field<T> => field<T>('must', number, kind, undefined);

/** Null where it is absent. */
export const maybe = <T>(number: number, kind: Kind<T>): Field<T | null> =>
  field<T | null>('maybe', number, kind, null);

/** Any number of values, each behind a tag of its own. */
export const list = <T>(number: number, kind: Kind<T>): Field<readonly T[]> =>
  field<readonly T[]>('list', number, kind, NONE);

/** Any number of whole numbers behind one tag. */
export function wholes(number: number): Field<readonly number[]> {
  const tag = number * 8 + DELIMITED;
  return {
    form: 'own',
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
        const values = [...before];
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
  return field('plain', number, kind, absent);
}

function field<T>(
  form: KindField<T>['form'],
  number: number,
  kind: KindField<T>['kind'],
  absent: T | undefined,
): KindField<T> {
  return { form, tag: number * 8 + kind.wire, absent, kind };
}
