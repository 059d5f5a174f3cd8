import type { Outcome } from '../../src/member/door.ts';
import type { MemberOptions } from '../../src/member/member-options.ts';
import type { Forward } from '../../src/member/messages.ts';
import { tableWritten } from '../placement/written.ts';
import { Among, keysIn } from './among.ts';

/** Partition 0 is b's. */
export const [KEY = '', OTHER = ''] = keysIn(0, 2, 2);
const ENTRIES = ['1.1.0 b c', '1.1.0 a c'];
export const STORED: Outcome = { type: 'stored', created: true, versionMemory: 1, versionSequence: 1 };

/** Member a, an entry to what b is primary of. */
export function entry(given: Partial<MemberOptions> = {}): Among {
  const among = new Among(given);
  among.see(tableWritten(1, ENTRIES, { copies: 3 }));
  among.join('b', 'c');
  among.forget();
  return among;
}

export function answer(among: Among, { number, attempt }: Forward, outcome: Outcome, from = 'b'): void {
  among.deliver(from, { type: 'answer', number, attempt, outcome });
}

export function forwards(among: Among): { to: string; attempt: number; reign: number; givenUp: boolean }[] {
  return among.take('forward').map(({ to, message: { attempt, reign, givenUp } }) => ({ to, attempt, reign, givenUp }));
}
