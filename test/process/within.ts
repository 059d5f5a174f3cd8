import { setTimeout as pause } from 'node:timers/promises';

/** Rejects when `promise` has not settled after `bound` milliseconds; `what` says which wait it was. */
export async function within<T>(promise: Promise<T>, bound: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing after ${bound} ms`)), bound);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks `condition` again and again until it holds, and rejects when it does not within `bound` milliseconds. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  bound = 5_000,
  every = 2,
): Promise<void> {
  const end = performance.now() + bound;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`${what}: not so after ${bound} ms`);
    await pause(every);
  }
}
