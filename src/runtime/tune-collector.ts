import { setFlagsFromString } from 'node:v8';

/**
 * Sessions lie outside the heap, but V8 counts their memory as it grows, and so marks a heap of 20 MB several times a
 * second while sessions come. And it marks on threads of its own: where members share their cores, with each other or by a
 * container's limit, those take the loop's time in pieces of 10 ms and more. In the loop it comes in small steps.
 *
 * To be called before there is work: V8 looks at this flag each time that it begins to mark.
 */
export function tuneCollector(): void {
  setFlagsFromString('--no-concurrent-marking');
}
