import { isMap, type Json } from './manifest.ts';

/** One operation of RFC 6902, of those that change something. */
export interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: Json;
}

/** Carries them out in `target` itself, one after the other. */
export function applyOperations(target: Json, operations: readonly Operation[]): void {
  for (const operation of operations) apply(target, operation);
}

function apply(target: Json, { op, path, value }: Operation): void {
  const steps = stepsOf(path);
  const last = steps.pop();
  if (last === undefined) throw new Error(`${op} of the whole object`);
  let parent: Json = target;
  for (const step of steps) parent = childOf(parent, step, path);
  if (op !== 'remove' && value === undefined) throw new Error(`${op} ${path}: no value`);
  if (op === 'add' && Array.isArray(parent)) {
    const at = last === '-' ? parent.length : indexOf(last, parent.length, path);
    parent.splice(at, 0, structuredClone(value as Json));
    return;
  }
  if (op !== 'add') childOf(parent, last, path);
  if (Array.isArray(parent)) {
    const at = indexOf(last, parent.length - 1, path);
    parent.splice(at, 1, ...(op === 'remove' ? [] : [structuredClone(value as Json)]));
  } else if (isMap(parent)) {
    if (op === 'remove') delete parent[last];
    else parent[last] = structuredClone(value as Json);
  } else {
    throw new Error(`${path}: nothing can be put into ${JSON.stringify(parent)}`);
  }
}

function stepsOf(path: string): string[] {
  if (!path.startsWith('/')) throw new Error(`${JSON.stringify(path)} is no path: it begins with a slash`);
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childOf(parent: Json, step: string, path: string): Json {
  const child = Array.isArray(parent)
    ? parent[indexOf(step, parent.length - 1, path)]
    : isMap(parent)
      ? parent[step]
      : undefined;
  if (child === undefined) throw new Error(`${path}: there is no ${step}`);
  return child;
}

function indexOf(step: string, most: number, path: string): number {
  const index = /^\d{1,6}$/.test(step) ? Number(step) : Number.NaN;
  if (!(index <= most)) throw new Error(`${path}: ${step} is no index up to ${most}`);
  return index;
}
