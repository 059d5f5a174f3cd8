import { setFlagsFromString } from 'node:v8';

/** How much the heap may grow before it is marked again, in percent. V8 by itself takes 20 to 30 for one as small as ours. */
const GROWTH = 200;

/**
 * Sessions lie outside the heap, but V8 counts their memory as it grows, and so marked a heap of 20 MB seven times a
 * second while sessions came. And it marks on threads of their own: where members share their cores, with each other or
 * by a container's limit, those take the loop's time in pieces of 10 ms and more. In the loop it comes in small steps.
 *
 * To be called before anything else: V8 looks at these flags each time that it begins to mark.
 */
export function tuneCollector(): void {
  setFlagsFromString('--no-concurrent-marking');
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
