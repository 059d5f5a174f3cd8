import { fileURLToPath } from 'node:url';
import type { HoldfastProcess } from '../test/process/holdfast-process.ts';
import { until } from '../test/process/within.ts';

const ANSWER_BOUND = 60_000;

/** Node's flags for a server that collects all garbage on SIGUSR2 and tells `process.memoryUsage()`. */
export const COLLECTS = ['--expose-gc', '--import', pathOf('collect-on-signal.js')];
/** Node's flags for a server that tells its loop's longest pause since it was last asked. */
export const WATCHES_LOOP = ['--import', pathOf('watch-loop.js')];

/** What a server started with such flags answers. */
export async function askedBySignal<T>(holdfast: HoldfastProcess): Promise<T> {
  const before = holdfast.stderr.length;
  holdfast.signal('SIGUSR2');
  await until(() => holdfast.stderr.indexOf('\n', before) > 0, 'an answer to the signal', ANSWER_BOUND, 20);
  return JSON.parse(holdfast.stderr.slice(before)) as T;
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
