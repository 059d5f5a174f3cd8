import type { Cookie, Outcome } from '../../src/member/door.ts';
import type { HistoryOutcome } from './history.ts';
import { isPlaceholder, type Numbers, numberIn } from './numbers.ts';

/** What a placeholder turned out to be: its number and the real one. */
export type Named = readonly [placeholder: number, real: number];

/** What an outcome tells about cookies and versions that nobody had been told before. */
export interface Agreement {
  readonly cookie: Named | null;
  readonly version: Named | null;
}

const PLAIN: Agreement = { cookie: null, version: null };

/**
 * Whether a client can have been told this where the rules say `expected`; null if not. Cookies and versions are opaque:
 * they must equal what was given out, and what nobody was told yet becomes known here. Ages and times left are not
 * compared: the rules were asked at one possible instant of many.
 */
export function agree(expected: Outcome, told: HistoryOutcome, numbers: Numbers): Agreement | null {
  switch (told.type) {
    case 'found':
      return expected.type === 'found' &&
        numberIn(expected.content) === numbers.of(told.content) &&
        expected.timeoutMinutes === told.timeoutMinutes &&
        expected.flagTaken === told.flagTaken &&
        expected.lockLease === told.lockLease
        ? both(sameCookie(expected.cookie, told.cookie, numbers), sameVersion(expected, told.version, numbers))
        : null;
    case 'locked':
      return expected.type === 'locked' && expected.flagTaken === told.flagTaken
        ? sameCookie(expected.cookie, told.cookie, numbers)
        : null;
    case 'stored':
      return expected.type === 'stored' && isSame(expected.created, told.created)
        ? sameVersion(expected, told.version, numbers)
        : null;
    case 'stale':
      return expected.type === 'stale' && isSame(expected.locked, told.locked)
        ? sameCookie(expected.newest, told.newest, numbers)
        : null;
    case 'conflict': {
      if (expected.type !== 'conflict') return null;
      if (expected.version === null || told.version === null) return expected.version === told.version ? PLAIN : null;
      return sameVersion({ versionSequence: expected.version.sequence }, told.version, numbers);
    }
    case 'described':
      return expected.type === 'described' &&
        expected.timeoutMinutes === told.timeoutMinutes &&
        expected.uninitialized === told.uninitialized &&
        (expected.lock === null) === (told.lock === null)
        ? sameVersion(expected, told.version, numbers)
        : null;
    case 'released':
    case 'invalid':
      return expected.type === told.type && expected.flagTaken === told.flagTaken ? PLAIN : null;
    case 'renewed':
      return expected.type === 'renewed' && expected.lockLease === told.lockLease ? PLAIN : null;
    default:
      return expected.type === told.type ? PLAIN : null;
  }
}

/** What was not told agrees with everything. */
function isSame(expected: boolean, told: boolean | null): boolean {
  return told === null || expected === told;
}

function both(one: Agreement | null, other: Agreement | null): Agreement | null {
  return one === null || other === null ? null : { cookie: one.cookie, version: other.version };
}

function sameCookie(expected: Cookie, told: Cookie, numbers: Numbers): Agreement | null {
  if (expected === told) return PLAIN;
  if (!isPlaceholder(expected) || !numbers.mayBeCookie(expected, told)) return null;
  return { cookie: [expected, told], version: null };
}

function sameVersion(
  expected: { readonly versionSequence: number },
  told: string | null,
  numbers: Numbers,
): Agreement | null {
  if (told === null) return PLAIN;
  const number = numbers.of(told);
  if (expected.versionSequence === number) return PLAIN;
  if (!isPlaceholder(expected.versionSequence) || !numbers.mayBeVersion(expected.versionSequence, number)) return null;
  return { cookie: null, version: [expected.versionSequence, number] };
}
