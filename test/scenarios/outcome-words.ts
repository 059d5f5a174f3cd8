import { NEVER } from '../../src/base/instant.ts';
import type { Described, Outcome } from '../../src/member/door.ts';
import { tellDuration } from './durations.ts';
import type { Nicknames } from './nicknames.ts';

/** What a client is told, as a story tells it. */
export function tellOutcome(outcome: Outcome, names: Nicknames): string {
  switch (outcome.type) {
    case 'found': {
      const content = `found "${Buffer.from(outcome.content).toString()}" (${names.version(outcome)})`;
      return outcome.cookie === 0 ? content : `${content}, and holds the lock ${names.cookie(outcome.cookie)}`;
    }
    case 'locked':
      return `locked under ${names.cookie(outcome.cookie)} for ${tellDuration(outcome.age)}`;
    case 'stored':
      return outcome.created
        ? `stored as ${names.version(outcome)}, a new session`
        : `stored as ${names.version(outcome)}`;
    case 'stale':
      return `stale: the newest lock is ${names.cookie(outcome.newest)}, ${outcome.locked ? 'and stands' : 'which is over'}`;
    case 'described':
      return tellDescribed(outcome);
    case 'unavailable':
      return `unavailable, nothing happened (${outcome.reason})`;
    case 'unknown':
      return 'unknown, it may have happened';
    default:
      return outcome.type;
  }
}

function tellDescribed({ timeLeft, lock, waiters }: Described): string {
  const life = timeLeft === NEVER ? 'never expires' : `expires in ${tellDuration(timeLeft)}`;
  const held = lock === null ? 'unlocked' : `locked for ${tellDuration(lock.age)}, ${waiters} in line`;
  return `${life}, ${held}`;
}
