import { holderOf, tableWritten } from '../placement/written.ts';
import { Among } from './among.ts';

const ELSEWHERE = '1.1.0 x y';

/** Member b, whom a and c may talk to. Its plans are nobody's business here: it never hears of who is registered. */
export function memberB(): Among {
  const among = new Among({ self: holderOf('b') });
  among.lineUp('a', 'c');
  return among;
}

let version = 0;

/** The next table says this of partition 0. */
export function tell(among: Among, entry: string): void {
  among.see(tableWritten(++version, [entry, ELSEWHERE], { copies: 3, others: 'a b c' }));
}

/** What b holds of partition 0, as `role whole?`. */
export function holding(among: Among): string {
  const held = among.member.holds().find(({ partition }) => partition === 0);
  if (held === undefined) return 'nothing';
  return held.role === 'primary' || held.inStep ? held.role : `${held.role}, not whole`;
}

export function promise(among: Among, to: string): void {
  among.deliver(to, { type: 'heartbeat', cluster: 'cluster', tableVersion: 1, sentAt: 0 });
}
