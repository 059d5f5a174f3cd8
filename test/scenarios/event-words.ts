import type { MemberTrace, Source } from '../../src/member/door.ts';
import type { SourceIndex } from '../../src/session/source.ts';
import { type Nicknames, tellName } from './nicknames.ts';

/** What a member did or saw, as a story tells it; null for what would tell a reader nothing. */
export function tellEvent(
  who: string,
  event: MemberTrace,
  names: Nicknames,
  describe: (source: SourceIndex) => Source | null,
): string | null {
  const client = (source: SourceIndex): string => describe(source)?.address ?? 'somebody';
  switch (event.type) {
    case 'became-primary':
      return `${who} is primary${BEGINNINGS[event.how]}`;
    case 'stale-write': {
      const { command, refused, refusedCookie, holder, holderCookie } = event;
      const newer = `${names.cookie(holderCookie)} of ${client(holder)}`;
      return `${who} refuses the ${command} of ${client(refused)} under ${names.cookie(refusedCookie)}: the newest lock is ${newer}`;
    }
    case 'lease-ended':
      return `${who} ends the lock ${names.cookie(event.cookie)} of ${client(event.holder)}: its lease is over`;
    case 'table-refused':
      return `${who} does not believe the store: ${event.reason}`;
    case 'table-adopted':
      return null;
    case 'limit-reached':
      return `${who} refuses new work: ${event.limit}`;
    case 'clock-jumped':
      return `${who} finds that its machine was asleep`;
    case 'swap-unsettled':
      return `${who} has not heard what became of its swap, and asks for it again`;
    case 'draining':
      return `${who} begins to drain`;
    default:
      return tellPartitionEvent(who, event.type, event.peer === null ? 'nobody' : tellName(event.peer));
  }
}

const BEGINNINGS = {
  first: ', the first one',
  takeover: '',
  handover: '',
  anew: ' of nothing: all copies are lost',
} as const;

type PartitionEventType = Extract<MemberTrace, { peer: string | null }>['type'];

function tellPartitionEvent(who: string, type: PartitionEventType, peer: string): string | null {
  switch (type) {
    case 'asked-to-take-over':
      return `${who} asks to take over from ${peer}`;
    case 'handed-over':
      return `${who} hands over to ${peer}`;
    case 'goodbye-heard':
      return `${who} hears the goodbye of ${peer}`;
    case 'given-out-anew':
      return `${who} asks to begin anew with nothing: whoever held a copy is gone for good`;
    case 'catch-up-began':
      return `${who} begins to fill a copy at ${peer}`;
    case 'catch-up-done':
      return `${who} has filled the copy at ${peer}`;
    case 'catch-up-interrupted':
      return `${who} gives up filling the copy at ${peer}`;
    case 'replica-added':
      return `${who} has ${peer} as a replica now`;
    case 'replica-removed':
      return `${who} has ${peer} as a replica no more`;
    case 'realigned':
      return `${who} finds the copy at ${peer} behind, and tells it what it lacks`;
    case 'ahead-mended':
      return `${who} finds the copy at ${peer} ahead, and has it forget the surplus`;
    case 'digest-mismatch':
      return `${who} finds that the copy at ${peer} is not like its own`;
    case 'refill-wanted':
      return `${who} finds that the copy at ${peer} must be filled again`;
    case 'waiter-handed-over':
      return `${who} has one in line who waited at its predecessor, through ${peer}`;
    case 'handover-heard':
    case 'waiter-granted-after-takeover':
      return null;
  }
}
