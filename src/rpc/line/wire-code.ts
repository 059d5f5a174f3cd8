import type { Field } from './wire-fields.ts';
import { Malformed, type Reader, type Writer } from './wire-kinds.ts';

/** A message's fields as bytes, and back; without their length before them. */
export interface MessageCode<T> {
  readonly writeBody: (value: T, writer: Writer) => void;
  readonly readBody: (reader: Reader) => T;
}

/**
 * Functions of a message's own, spelled out field by field. A loop over the fields would do the same; but each place in
 * it would see all properties of all messages, which the compiler gives up on.
 *
 * Fields that are not known are a newer neighbour's, and are passed over.
 */
export function messageCode<T extends object>(
  head: object,
  fields: Readonly<Record<string, Field<unknown>>>,
): MessageCode<T> {
  const named = Object.entries(fields).map(([name, field], i) => ({ name, field, i }));
  const writes = named.map(({ name, field, i }) => writing(`value.${name}`, field, i));
  const cases = named.map(({ name, field, i }) => `case ${field.tag}: ${reading(name, field, i)} break;`);
  const required = named.filter(({ field }) => field.absent === undefined);
  const properties = [
    ...Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ...named.map(({ name }) => name),
  ];
  const code = `
    ${named.map(({ i }) => `const { write: write${i}, read: read${i} } = fields[${i}].kind ?? fields[${i}], absent${i} = fields[${i}].absent;`).join('\n')}
    return {
      writeBody: (value, writer) => { ${writes.join('\n')} },
      readBody: (reader) => {
        ${named.map(({ name, i }) => `let ${name} = absent${i};`).join(' ')}
        while (reader.pos < reader.len) {
          const tag = reader.uint32();
          switch (tag) {
            ${cases.join('\n')}
            default: skip(reader, tag);
          }
        }
        ${required.map(({ name }) => `if (${name} === undefined) missing('${name}');`).join(' ')}
        return { ${properties.join(', ')} };
      },
    };`;
  const make = new Function('fields', 'skip', 'missing', code);
  return make(Object.values(fields), skip, missing) as MessageCode<T>;
}

function writing(value: string, { form, tag }: Field<unknown>, i: number): string {
  const write = `write${i}(${value}, writer.uint32(${tag}));`;
  switch (form) {
    case 'plain':
    case 'maybe':
      return `if (${value} !== absent${i}) ${write}`;
    case 'bytes':
      return `if (${value}.length > 0) ${write}`;
    case 'must':
      return write;
    case 'list':
      return `for (let i = 0; i < ${value}.length; i++) write${i}(${value}[i], writer.uint32(${tag}));`;
    default:
      return `write${i}(${value}, writer);`;
  }
}

function reading(name: string, { form }: Field<unknown>, i: number): string {
  switch (form) {
    case 'list':
      return `if (${name} === absent${i}) ${name} = [read${i}(reader)]; else ${name}.push(read${i}(reader));`;
    case 'own':
      return `${name} = read${i}(reader, ${name});`;
    default:
      return `${name} = read${i}(reader);`;
  }
}

function missing(name: string): never {
  throw new Malformed(`no ${name}`);
}

export function skip(reader: Reader, tag: number): void {
  reader.skipType(tag & 7, 0, tag >>> 3);
}
