import type { CatchUp } from '../../src/replica/messages.ts';

/** The only portion of an empty partition 0, or the first of several, under a table of this epoch. */
export function portion(done: boolean, epoch = 1): CatchUp {
  return {
    type: 'catch-up',
    partition: 0,
    reign: 1,
    link: 4,
    epoch,
    portion: 1,
    changes: [],
    states: [],
    records: [],
    last: { reign: 1, sequence: 7 },
    newestCookie: 5,
    versionMemory: 6,
    committed: 7,
    openNumbers: [],
    done,
    digest: 0,
  };
}
