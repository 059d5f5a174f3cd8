/** A file of this repository: its path from the root with forward slashes, and what it holds. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A source with its comments blanked, or its comments and the insides of its strings. Lines stay where they are. */
export interface BlankedText {
  readonly withoutComments: string;
  readonly codeAlone: string;
}

type Kind = 'code' | 'comment' | 'string';

/** Tells code, comments and strings apart well enough for looking for words; it is no parser. */
export function blank(text: string): BlankedText {
  const kinds = kindOfEachCharacter(text);
  const keep = (kept: readonly Kind[]) =>
    Array.from(text, (_, at) => at)
      .map((at) => (text[at] === '\n' || kept.includes(kinds[at] as Kind) ? text[at] : ' '))
      .join('');
  return { withoutComments: keep(['code', 'string']), codeAlone: keep(['code']) };
}

function kindOfEachCharacter(text: string): Kind[] {
  const kinds: Kind[] = [];
  // Where a template's ${…} ends: the depth of braces at which it began.
  const holes: number[] = [];
  let depth = 0;
  const take = (end: number, kind: Kind): void => {
    while (kinds.length < Math.min(end, text.length)) kinds.push(kind);
  };
  const takeTemplate = (from: number): void => {
    let at = from;
    while (at < text.length && text[at] !== '`' && !text.startsWith('${', at)) at += text[at] === '\\' ? 2 : 1;
    take(at, 'string');
    if (text[at] === '`') take(at + 1, 'code');
    else {
      holes.push(depth);
      depth++;
      take(at + 2, 'code');
    }
  };

  while (kinds.length < text.length) {
    const at = kinds.length;
    const char = text[at] as string;
    if (text.startsWith('//', at)) take(endAfter(text, '\n', at, 0), 'comment');
    else if (text.startsWith('/*', at)) take(endAfter(text, '*/', at + 2, 2), 'comment');
    else if (char === "'" || char === '"') {
      take(at + 1, 'code');
      take(closing(text, at + 1, char), 'string');
      take(kinds.length + 1, 'code');
    } else if (char === '/' && startsPattern(text.slice(0, at))) take(closing(text, at + 1, '/') + 1, 'string');
    else if (char === '`') {
      take(at + 1, 'code');
      takeTemplate(at + 1);
    } else {
      take(at + 1, 'code');
      if (char === '{') depth++;
      if (char === '}') {
        depth--;
        if (holes.at(-1) === depth) {
          holes.pop();
          takeTemplate(at + 1);
        }
      }
    }
  }
  return kinds;
}

function endAfter(text: string, end: string, from: number, length: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + length;
}

/** Where the quote or slash is that closes what began before `from`. In a pattern, a slash between brackets does not. */
function closing(text: string, from: number, quote: string): number {
  let bracketed = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '\n' || (char === quote && !bracketed)) return at;
    else if (quote === '/' && char === '[') bracketed = true;
    else if (quote === '/' && char === ']') bracketed = false;
  }
  return text.length;
}

/** After an operator, an opening bracket or `return` a slash begins a pattern; after a value it divides. */
function startsPattern(before: string): boolean {
  return /(^|[(,=:[!&|?{};+>])\s*$|\breturn\s*$/.test(before.slice(-80));
}

/** What a file imports or exports again: the texts between the quotes. */
export function importsOf(text: string): string[] {
  const { withoutComments } = blank(text);
  const patterns = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(.+?)\1/g,
    /\bimport\s*(['"])(.+?)\1/g,
    /\bimport\s*\(\s*(['"])(.+?)\1/g,
  ];
  return patterns.flatMap((pattern) => Array.from(withoutComments.matchAll(pattern), (match) => match[2] as string));
}

/** The path from the root that a relative import in `path` means. */
export function resolveImport(path: string, specifier: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
