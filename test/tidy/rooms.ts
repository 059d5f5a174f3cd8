import { blank, importsOf, resolveImport, type SourceFile } from './source-text.ts';

interface Room {
  readonly imports: readonly string[];
  readonly packages: 'any' | readonly string[];
}

const PURE: Readonly<Record<string, Room>> = {
  base: { imports: [], packages: [] },
  session: { imports: ['base'], packages: [] },
  placement: { imports: ['base'], packages: ['hashring'] },
  replica: { imports: ['session', 'base'], packages: [] },
  member: { imports: ['replica', 'placement', 'session', 'base'], packages: [] },
};

/** Edges know the pure rooms by one door. */
const DOOR = 'src/member/door.ts';
const EDGE: Room = { imports: ['base', DOOR], packages: 'any' };

const ROOMS: Readonly<Record<string, Room>> = {
  ...PURE,
  gateway: EDGE,
  rpc: EDGE,
  coordination: EDGE,
  runtime: { imports: ['base', 'config', DOOR], packages: 'any' },
  config: { imports: ['base'], packages: 'any' },
  cli: { imports: ['base', 'config', 'rpc/generated', DOOR], packages: 'any' },
  // Runs in a process of its own, and wires that one.
  supervisor: { imports: ['base', 'config', 'coordination', 'runtime', 'src/cli/command.ts', DOOR], packages: 'any' },
};

/** What puts the rooms together may import them all, and is imported by none. */
const WIRING = /^src\/(main\.ts$|wiring\/)/;

/** Imports that go where they may not. */
export function wrongImports(file: SourceFile): string[] {
  if (!file.path.startsWith('src/') || WIRING.test(file.path)) return [];
  const name = file.path.split('/')[1] as string;
  const room = ROOMS[name];
  if (room === undefined) return [`${file.path}: src/ has no room ${name}`];
  return importsOf(file.text)
    .filter((specifier) => !mayImport(name, room, file.path, specifier))
    .map((specifier) => `${file.path}: ${name} may not import ${specifier}`);
}

function mayImport(name: string, room: Room, path: string, specifier: string): boolean {
  if (!specifier.startsWith('.')) return room.packages === 'any' || room.packages.includes(specifier);
  const target = resolveImport(path, specifier);
  if (target.startsWith(`src/${name}/`)) return true;
  return room.imports.some((allowed) => target === allowed || target.startsWith(`src/${allowed}/`));
}

/** What makes a step depend on more than its input. A method may be called so: `setTimeout(slot: Slot` declares one. */
const IMPURE =
  /(?<![.\w$])(Date|Math\.random|setTimeout|setInterval|setImmediate|clearTimeout|clearInterval|clearImmediate|queueMicrotask|performance|process|Buffer|Promise|async|await|crypto|console|fetch|globalThis|require|Atomics|WeakRef|FinalizationRegistry|Intl)(?![\w$])(?!\(\s*\w+\??:)/g;

/** Clocks, chance, timers, waiting and the machine, where the room is pure. */
export function impurities(file: SourceFile): string[] {
  const [source, room] = file.path.split('/') as [string, string];
  if (source !== 'src' || PURE[room] === undefined) return [];
  const { codeAlone } = blank(file.text);
  return Array.from(codeAlone.matchAll(IMPURE), (match) => {
    const line = codeAlone.slice(0, match.index).split('\n').length;
    return `${file.path}:${line}: ${match[1]} in a pure room`;
  });
}
