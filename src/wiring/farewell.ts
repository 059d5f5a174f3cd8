import type { Duration } from '../base/instant.ts';

/** What a process has to bring to its end, in the order in which it is used. */
export interface Leaving {
  /** Whoever sends clients here is told to send no more. */
  unready(): void;
  /** What this member holds is to pass to others. */
  drain(): void;
  /** Whether that is done, as far as there are any. */
  drained(): boolean;
  /** Each door takes nobody more, and resolves once its last client is gone. */
  closeDoors(): Promise<unknown>;
  /** Who holds copies is told that we decide no more, and that word is on its way when this resolves. */
  goodbye(): Promise<void>;
  /** What nobody waits for any more. */
  release(): Promise<unknown>;
}

export interface FarewellLimits {
  /** From the signal on; then the process ends, whatever is left. */
  readonly whole: Duration;
  /** What of that is kept for the doors. */
  readonly doors: Duration;
}

/** How often it is asked whether all has passed to others. */
const LOOK_EVERY: Duration = 20;

/**
 * The planned end of a process: first nothing of what it holds may be lost, then no client that it talks to may notice,
 * and both within a limit. Until the doors close it serves as ever: what it holds no more it forwards.
 *
 * @returns what to log at the very end
 */
export async function farewell(leaving: Leaving, { whole, doors }: FarewellLimits): Promise<string> {
  leaving.unready();
  leaving.drain();
  const timeIsUp = expiry(whole);
  const drainIsUp = expiry(whole - doors);
  const isDrained = await Promise.race([isTrue(() => leaving.drained()), drainIsUp.over]);
  drainIsUp.cancel();
  const closed = await Promise.race([leaving.closeDoors().then(() => true), timeIsUp.over]);
  timeIsUp.cancel();
  await leaving.goodbye();
  await leaving.release();
  if (!isDrained) return 'stopped with copies that had not passed to others';
  return closed ? 'stopped' : 'stopped with connections open';
}

function isTrue(condition: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (condition()) resolve(true);
      else setTimeout(look, LOOK_EVERY).unref();
    };
    look();
  });
}

function expiry(after: Duration): { readonly over: Promise<boolean>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), after);
  });
  return { over, cancel: () => clearTimeout(timer) };
}
