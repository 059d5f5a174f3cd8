import assert from 'node:assert/strict';
import type { MemberEffects, MemberTrace } from '../../src/member/door.ts';
import { Member } from '../../src/member/member.ts';
import type { MemberOptions } from '../../src/member/member-options.ts';

/** What a member that is all of its cluster never wants. */
export const UNMET = {
  propose: () => assert.fail('there is nothing to propose'),
  send: () => assert.fail('there is nobody to talk to'),
  readStore: () => assert.fail('there is nothing to be seen'),
  stop: () => assert.fail('nobody takes its place'),
};

/** A member that is all of its cluster and holds every partition, as it is when its doors open. */
export function memberAlone(options: MemberOptions): Member {
  const member = new Member(options);
  const proposed: string[] = [];
  const effects: MemberEffects = {
    ...UNMET,
    answer: () => {},
    trace: (_event: MemberTrace) => {},
    propose: (_expected, next) => proposed.push(next),
  };
  member.step({ type: 'table-seen', document: null, fresh: true }, 0, effects);
  member.step({ type: 'members-seen', members: [{ ...options.self, zone: '', sawTable: false }] }, 0, effects);
  member.step({ type: 'table-seen', document: proposed[0] ?? null, fresh: true }, 0, effects);
  return member;
}
