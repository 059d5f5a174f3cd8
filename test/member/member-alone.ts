import type { MemberEffects, MemberTrace } from '../../src/member/door.ts';
import { Member, type MemberOptions } from '../../src/member/member.ts';

/** A member that is all of its cluster and holds every partition, as it is when its doors open. */
export function memberAlone(options: MemberOptions): Member {
  const member = new Member(options);
  const proposed: string[] = [];
  const effects: MemberEffects = {
    answer: () => {},
    trace: (_event: MemberTrace) => {},
    propose: (_expected, next) => proposed.push(next),
  };
  member.step({ type: 'table-seen', document: null }, 0, effects);
  member.step({ type: 'members-seen', members: [{ ...options.self, zone: '', sawTable: false }] }, 0, effects);
  member.step({ type: 'table-seen', document: proposed[0] ?? null }, 0, effects);
  return member;
}
