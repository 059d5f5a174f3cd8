import { importsOf, resolveImport, type SourceFile } from './source-text.ts';

const MOST_LINES = 400;
const GENERATED = /^src\/(rpc|coordination)\/generated\//;

/** Code that the program does not reach from src/main.ts. */
export function unusedSources(files: readonly SourceFile[]): string[] {
  const sources = files.filter(({ path }) => path.startsWith('src/'));
  const reached = reach(sources, (path) => path === 'src/main.ts', importedPaths);
  return sources
    .filter(({ path }) => !reached.has(path) && !reached.has(path.replace(/\.d\.ts$/, '.js')))
    .map(({ path }) => `${path}: nothing that src/main.ts imports leads here`);
}

/**
 * Files beside src/ that no test, script or benchmark leads to. To name a file counts as well: some are read, or run as
 * processes of their own.
 */
export function unusedHelpers(files: readonly SourceFile[]): string[] {
  const helpers = files.filter(({ path }) => !path.startsWith('src/'));
  const isRoot = (path: string) => path.endsWith('.test.ts') || path === 'package.json' || path.startsWith('.ci/');
  const leadsTo = (file: SourceFile) => {
    const named = helpers.filter(({ path }) => file.text.includes(path.split('/').at(-1) as string));
    return [...importedPaths(file), ...named.map(({ path }) => path)];
  };
  const reached = reach(helpers, isRoot, leadsTo);
  return helpers.filter(({ path }) => !reached.has(path)).map(({ path }) => `${path}: no test or script leads here`);
}

export function tooLong(file: SourceFile): string[] {
  if (!isCode(file.path) || GENERATED.test(file.path)) return [];
  const lines = file.text.trimEnd().split('\n').length;
  return lines > MOST_LINES ? [`${file.path}: ${lines} lines; split it by idea, ${MOST_LINES} are the most`] : [];
}

export function misnamed(file: SourceFile): string[] {
  const name = file.path.split('/').at(-1) as string;
  if (!isCode(file.path) || /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d))?\.(ts|js)$/.test(name)) return [];
  return [`${file.path}: names of files are kebab-case`];
}

/** Assembled, so that this file does not accuse itself. */
const LEFTOVER = new RegExp(`\\b(${['TO', 'FIX'].map((start, i) => start + ['DO', 'ME'][i]).join('|')})\\b`);

export function leftovers(file: SourceFile): string[] {
  return file.text
    .split('\n')
    .flatMap((line, index) => (LEFTOVER.test(line) ? [`${file.path}:${index + 1}: unfinished: ${line.trim()}`] : []));
}

/** Where packages came from is each installer's own affair. */
export function recordedAddresses(lock: SourceFile): string[] {
  const count = lock.text.split('"resolved"').length - 1;
  return count === 0 ? [] : [`${lock.path}: records ${count} download addresses; .npmrc should leave them out`];
}

function isCode(path: string): boolean {
  return /\.[jt]s$/.test(path);
}

function importedPaths(file: SourceFile): string[] {
  return importsOf(file.text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => resolveImport(file.path, specifier));
}

function reach(
  files: readonly SourceFile[],
  isRoot: (path: string) => boolean,
  leadsTo: (file: SourceFile) => readonly string[],
): Set<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const open = files.filter(({ path }) => isRoot(path)).map(({ path }) => path);
  const reached = new Set<string>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const file = byPath.get(path);
    if (file === undefined || reached.has(path)) continue;
    reached.add(path);
    open.push(...leadsTo(file));
  }
  return reached;
}
