import assert from 'node:assert/strict';
import type { MemberOptions } from '../../src/member/member-options.ts';
import { tableWritten } from '../placement/written.ts';
import { Among, keysIn } from './among.ts';
import { wishes } from './wishes.ts';

export const [KEY = ''] = keysIn(0, 2, 1);

/** Member a, primary of what these entries say, a second after b and c joined it. */
export function primary(
  entries: readonly string[],
  members = 'a b c',
  given: Partial<MemberOptions> = {},
  draining?: string,
): Among {
  const among = new Among({ partitions: entries.length, ...given });
  among.register(...members.split(' '));
  const rest = { others: members, copies: among.options.copies, ...(draining === undefined ? {} : { draining }) };
  among.see(tableWritten(1, entries, rest));
  among.join(...members.split(' ').filter((name) => name !== 'a'));
  acknowledge(among);
  return among;
}

export function settled(among: Among): Among {
  among.move(1_000);
  assert.deepEqual(wishes(among), []);
  among.forget();
  return among;
}

/** As it should be with a, b and c: whoever plans on it wants nothing. */
export const BALANCED = ['1.1.0 a b', '1.1.0 c b'];

/** Every copy, or that of one member, says that it has all it was sent last. */
export function acknowledge(among: Among, whose?: string): void {
  const last = new Map(
    among.take('replicate').map(({ to, message }) => [`${to} ${message.partition}`, { to, message }]),
  );
  for (const { to, message } of last.values()) {
    if (whose !== undefined && to !== `${whose}#1`) continue;
    const { partition, reign, link, after, changes } = message;
    among.deliver(to, { type: 'replicated', partition, reign, link, last: changes.at(-1) ?? after, agrees: true });
  }
}

/** Answers every portion of fills of these copies, but for the last answer to the last one. */
export function takeIn(among: Among, from: string): { link: number; sequence: number } {
  for (;;) {
    const { partition, reign, link, portion, done, last } = among.only('catch-up');
    among.deliver(from, { type: 'caught-up', partition, reign, link, portion });
    if (done) return { link, sequence: last.sequence };
  }
}
