import type { CliIo } from './cli-io.ts';

const LOOK_EVERY = 250;
const MOST_LOOKS = 20;

/** Whether what was asked for is seen to be done, within some seconds: it takes a swap in the coordination store. */
export async function comesTrue(look: () => Promise<boolean>, io: CliIo): Promise<boolean> {
  for (let looks = 1; !(await look()); looks++) {
    if (looks === MOST_LOOKS) return false;
    await io.pause(LOOK_EVERY);
  }
  return true;
}
