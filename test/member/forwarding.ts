import assert from 'node:assert/strict';
import type { Command, Outcome } from '../../src/member/door.ts';
import type { MemberOptions } from '../../src/member/member-options.ts';
import type { Answer, Forward } from '../../src/member/messages.ts';
import { makeKey } from '../../src/placement/locate.ts';
import { holderOf, tableWritten } from '../placement/written.ts';
import { Among, keysIn } from './among.ts';
import { acknowledge } from './planning.ts';
import { acquire } from './room.ts';

export const [KEY = ''] = keysIn(0, 2, 1);
/** The other partition. */
export const ELSEWHERE = '1.1.0 c b';

/** Member b, primary of partition 0 with a copy at c; a and d are entries. */
export function primary(given: Partial<MemberOptions> = {}): Among {
  const among = new Among({ self: holderOf('b'), ...given });
  among.see(tableWritten(1, ['1.1.0 b c', ELSEWHERE]));
  among.join('a', 'c', 'd');
  acknowledge(among);
  among.forget();
  return among;
}

export function forward(number: number, command: Command, rest: Partial<Forward> = {}): Forward {
  return {
    type: 'forward',
    partition: 0,
    reign: 1,
    number,
    upTo: number,
    open: [number],
    attempt: 1,
    key: makeKey(new TextEncoder().encode(KEY)),
    command,
    source: { door: 'gateway', address: '10.0.0.1' },
    repeatId: null,
    waited: 0,
    patience: 3_000,
    givenUp: false,
    undelivered: false,
    ...rest,
  };
}

/** What this entry was answered since last looked at, by number. */
export function answered(among: Among, whose = 'a'): string[] {
  const answers: string[] = [];
  const others: typeof among.sent = [];
  for (const each of among.sent) {
    if (each.to === `${whose}#1` && each.message.type === 'answer') answers.push(textOf(each.message));
    else others.push(each);
  }
  among.sent = others;
  return answers;
}

function textOf({ number, attempt, outcome }: Answer): string {
  const reason = outcome.type === 'unavailable' ? ` ${outcome.reason}` : '';
  return `${number}.${attempt} ${outcome.type}${reason}`;
}

/** Brought to its end, with every copy's leave. */
export function done(among: Among, message: Forward, from = 'a'): string[] {
  among.deliver(from, message);
  const sent = among.sent.filter(({ message }) => message.type === 'answer');
  acknowledge(among);
  among.sent.push(...sent);
  return answered(among, from);
}

/** The cookie that entry a's request under this number is granted. */
export function granted(among: Among, number: number): number {
  among.deliver('a', forward(number, acquire()));
  acknowledge(among);
  const answer = among.sent.find(({ message }) => message.type === 'answer')?.message;
  assert.ok(answer?.type === 'answer');
  const { outcome } = answer;
  assert.ok(outcome.type === 'found');
  among.forget();
  return outcome.cookie;
}

export function described(among: Among): Extract<Outcome, { type: 'described' }> {
  const asker = among.ask(KEY, { type: 'describe' });
  acknowledge(among);
  const outcome = among.told(asker);
  assert.ok(outcome?.type === 'described');
  among.forget();
  return outcome;
}
