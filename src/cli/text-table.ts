/** Text for people, in columns. */

/** A column whose header begins with `>` is aligned to the right. */
export function textTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = headers.map((header) => header.replace('>', ''));
  const lines = [names, ...rows].map((row) => row.map(printable));
  const widths = names.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, at) => pad(cell, widths[at] ?? 0, headers[at]))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** Names on the left, what they stand for on the right. */
export function textPairs(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([name]) => name.length)) + 2;
  return pairs
    .map(([name, value]) => `${name.padEnd(width)}${printable(value)}`.trimEnd())
    .join('\n')
    .concat('\n');
}

function pad(cell: string, width: number, header = ''): string {
  return header.startsWith('>') ? cell.padStart(width) : cell.padEnd(width);
}

/** What came over the network must not steer a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/\p{C}/gu, '?');
}

/** `3, 7-9, 12`: numbers in ascending order. */
export function ranges(numbers: readonly number[]): string {
  const found: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const range = found.at(-1);
    if (range !== undefined && number === range.last + 1) range.last = number;
    else found.push({ first: number, last: number });
  }
  return found.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

/** `1 session`, `2 sessions`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `340 ms`, `3.2 s`, `1 min 46 s`, `2 h 5 min`, `3 d 1 h`. */
export function lengthOf(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.floor(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(Math.floor(milliseconds / 100) / 10).toFixed(1)} s`;
  const seconds = Math.floor(milliseconds / 1_000);
  if (seconds < 3_600) return twoUnits(seconds, 60, 'min', 's');
  if (seconds < 86_400) return twoUnits(Math.floor(seconds / 60), 60, 'h', 'min');
  return twoUnits(Math.floor(seconds / 3_600), 24, 'd', 'h');
}

function twoUnits(small: number, each: number, largeUnit: string, smallUnit: string): string {
  const rest = small % each;
  const large = `${Math.floor(small / each)} ${largeUnit}`;
  return rest === 0 ? large : `${large} ${rest} ${smallUnit}`;
}

/** `812 B`, `3.2 MiB`. */
export function sizeOf(bytes: number): string {
  let amount = bytes;
  for (const unit of ['B', 'KiB', 'MiB', 'GiB']) {
    if (amount < 1_024) return unit === 'B' ? `${amount} B` : `${amount.toFixed(1)} ${unit}`;
    amount /= 1_024;
  }
  return `${amount.toFixed(1)} TiB`;
}
