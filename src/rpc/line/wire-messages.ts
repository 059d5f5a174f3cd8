import { messageCode, skip } from './wire-code.ts';
import { type Field, within } from './wire-fields.ts';
import { DELIMITED, type Kind, Malformed, type Reader, type Writer } from './wire-kinds.ts';

/** A message as a value, and as bytes alone, without their length before them. */
export interface Message<T> extends Kind<T> {
  readonly writeBody: (value: T, writer: Writer) => void;
  /** To the end of what the reader sees. */
  readonly readBody: (reader: Reader) => T;
}

/** A field for each property: one that is missing here does not compile. */
export type FieldsOf<T> = { readonly [P in keyof T]-?: Field<T[P]> };

/** A message that holds the properties of an object. */
export function record<T extends object>(fields: FieldsOf<T>): Message<T> {
  return kindOf<T>({}, fields);
}

/** A message that holds the properties of one of a closed union. */
export function variant<T extends { readonly type: string }>(
  type: T['type'],
  fields: FieldsOf<Omit<T, 'type'>>,
): Message<T> {
  return kindOf<T>({ type }, fields);
}

/** For each of the closed union its number and its message: one that is missing here does not compile. */
export type CasesOf<U extends { readonly type: string }> = {
  readonly [K in U['type']]: readonly [number, Kind<Extract<U, { readonly type: K }>>];
};

/** A message that holds one of several others: a oneof. */
export function oneOf<U extends { readonly type: string }>(cases: CasesOf<U>): Message<U> {
  const byType = new Map<string, { readonly tag: number; readonly kind: Kind<U> }>();
  const byNumber: (Kind<U> | undefined)[] = [undefined];
  for (const [type, [number, kind]] of Object.entries<readonly [number, unknown]>(cases)) {
    const tag = number * 8 + DELIMITED;
    byType.set(type, { tag, kind: kind as Kind<U> });
    while (byNumber.length <= number) byNumber.push(undefined);
    byNumber[number] = kind as Kind<U>;
  }
  const writeBody = (value: U, writer: Writer): void => {
    const { tag, kind } = byType.get(value.type) as { readonly tag: number; readonly kind: Kind<U> };
    kind.write(value, writer.uint32(tag));
  };
  const readBody = (reader: Reader): U => {
    let value: U | undefined;
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      const kind = (tag & 7) === DELIMITED ? byNumber[tag >>> 3] : undefined;
      if (kind === undefined) skip(reader, tag);
      else value = kind.read(reader);
    }
    if (value === undefined) throw new Malformed(`none of ${[...byType.keys()].join(', ')}`);
    return value;
  };
  return delimited(writeBody, readBody);
}

function kindOf<T extends object>(head: object, given: Readonly<Record<string, unknown>>): Message<T> {
  const { writeBody, readBody } = messageCode<T>(head, given as Readonly<Record<string, Field<unknown>>>);
  return delimited(writeBody, readBody);
}

function delimited<T>(writeBody: Message<T>['writeBody'], readBody: Message<T>['readBody']): Message<T> {
  return {
    wire: DELIMITED,
    write: (value, writer) => {
      writeBody(value, writer.fork());
      writer.ldelim();
    },
    read: (reader) => within(reader, readBody),
    writeBody,
    readBody,
  };
}
