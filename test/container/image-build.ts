import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Stage, Step } from './dockerfile.ts';

/** What a Dockerfile comes to: files below `root`, and how they are to be run. */
export interface Image {
  readonly root: string;
  workdir: string;
  user: string;
  readonly variables: Record<string, string>;
  ports: readonly number[];
  healthcheck: readonly string[];
  entrypoint: readonly string[];
  cmd: readonly string[];
}

/** Whether a path of the context is part of it. */
export type Included = (path: string) => boolean;

/**
 * Carries out a Dockerfile with folders in place of images: each stage is a folder that stands for the root of its file
 * system, and begins empty, because what its base brings (node, npm, a shell) this machine has too. Commands run in the
 * stage's working folder and see this machine around it, so only relative paths in them mean the image.
 */
export function buildImage(stages: readonly Stage[], context: string, folder: string): Image {
  const included = readDockerignore(join(context, '.dockerignore'));
  const roots = new Map<string, string>();
  let image: Image | null = null;
  for (const [index, { name, steps }] of stages.entries()) {
    const root = join(folder, String(index));
    mkdirSync(root);
    image = { root, workdir: '/', user: 'root', variables: {}, ports: [], healthcheck: [], entrypoint: [], cmd: [] };
    for (const step of steps) carryOut(step, image, { context, included, roots });
    if (name !== null) roots.set(name, root);
  }
  if (image === null) throw new Error('the Dockerfile has no stage');
  return image;
}

interface Surroundings {
  readonly context: string;
  readonly included: Included;
  readonly roots: ReadonlyMap<string, string>;
}

function carryOut(step: Step, image: Image, surroundings: Surroundings): void {
  switch (step.type) {
    case 'workdir':
      image.workdir = resolve(image.workdir, step.path);
      mkdirSync(inside(image, '.'), { recursive: true });
      return;
    case 'copy':
      copy(step, image, surroundings);
      return;
    case 'run':
      run(step.command, image);
      return;
    case 'env':
      Object.assign(image.variables, step.variables);
      return;
    case 'user':
      image.user = step.user;
      return;
    case 'expose':
      image.ports = [...image.ports, ...step.ports];
      return;
    default:
      image[step.type] = step.command;
  }
}

/** Where a path of the image lies on this machine. */
export function inside({ root, workdir }: Image, path: string): string {
  return join(root, resolve(workdir, path));
}

/** A file goes into a target that ends in a slash; of a folder what it holds goes there. */
function copy(step: Step & { type: 'copy' }, image: Image, { context, included, roots }: Surroundings): void {
  const { from, sources, target } = step;
  const origin = from === null ? context : roots.get(from);
  if (origin === undefined) throw new Error(`COPY --from=${from}: there is no such stage`);
  if (!target.endsWith('/')) throw new Error(`COPY to ${target}: only targets that end in a slash are known`);
  const isIncluded: Included = from === null ? included : () => true;
  for (const source of sources) {
    const path = join(origin, source);
    const isThere = existsSync(path) && (statSync(path).isDirectory() || isIncluded(source));
    if (!isThere) throw new Error(`COPY ${source}: there is no such thing in ${from ?? 'the context'}`);
    const place = inside(image, target);
    mkdirSync(place, { recursive: true });
    const filter = (each: string): boolean => statOf(each) === 'folder' || isIncluded(relative(origin, each));
    cpSync(path, statSync(path).isDirectory() ? place : join(place, basename(source)), {
      ...{ recursive: true, verbatimSymlinks: true, preserveTimestamps: true },
      filter,
    });
  }
}

function statOf(path: string): 'folder' | 'file' {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? 'folder' : 'file';
}

function run(command: string, image: Image): void {
  // Of npm's own variables those that name the project it was started for would lead it back there.
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(HOLDFAST_|NODE_|INIT_CWD|npm_(?!config_))/.test(name),
  );
  const { npm_config_local_prefix: _prefix, ...surroundings } = Object.fromEntries(kept);
  const { status, error } = spawnSync('/bin/sh', ['-c', command], {
    cwd: inside(image, '.'),
    env: { ...surroundings, ...image.variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`RUN ${command}: ended with ${status}`);
}

/** Of the forms such a file may have, one: all is left out but what is named. */
export function readDockerignore(path: string): Included {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [first, ...rest] = lines;
  if (first !== '*' || !rest.every((line) => /^![\w./-]+$/.test(line))) {
    throw new Error(`${path}: is to begin with *, and then to name what is let in, each after a !`);
  }
  const named = rest.map((line) => line.slice(1));
  return (file) => named.some((name) => file === name || file.startsWith(`${name}/`));
}
