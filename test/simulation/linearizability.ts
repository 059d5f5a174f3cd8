import { entriesByKey, type HistoryEntry } from './history.ts';
import { Search } from './search.ts';
import { operationsOf } from './session-operations.ts';
import { SessionSteps } from './session-steps.ts';
import { CALM, type Terms, type Upheavals } from './terms.ts';
import { givenTwice } from './unique-numbers.ts';
import type { Verdict } from './verdict.ts';

export type { Verdict };

/** Of one session: how often the rules may be asked. A linearizable history asks a few times per operation. */
const MOST_STEPS = 1_000_000;

/**
 * Whether the history of one session can be told as one operation after another, each taking effect at an instant
 * between its invocation and its return and by the session rules (those of `test/session/rules-model.ts`).
 *
 * Every history that the rules can produce passes: instants are kept as bounds, and wherever the bounds leave a choice
 * it is granted. Requests without a certain outcome take effect once at any later moment (up to `Terms.lingering`), or
 * never. `entries` is the session's whole history, which begins with no session; a cookie or version that a client names
 * is one that some client had been told by then, or fits nothing.
 *
 * Caught: every outcome that no order explains, as to contents, versions, timeouts, cookies, flags, conditions, stale and
 * repeated requests; a session that is gone before its earliest possible deadline; one that is there although nobody can
 * have touched it for its timeout and the lateness allowed; a lock that ended before its lease, or stands longer; a
 * cookie or a version given twice.
 * Not caught:
 * - ages and times left that an outcome tells, sizes, and numbers of waiters; who comes first in line;
 * - an expiry early by less than the time its last renewal was under way, or late while any other request, even one
 *   that never returned, might have renewed the session; nothing is late after a request that lingers for ever;
 * - a release of a lock that its client was never told of: the cluster itself may do that at any moment, so such a
 *   lock may always be found free (and is a lock all the same while it is not);
 * - a lock granted to an earlier try of a request, where the cluster may have tried it more than once (`Terms.triedAnew`);
 * - how long such locks stand, within the longest lease that anybody asked for;
 * - `full`, which is allowed to every Set that would store;
 * - a repeat that acts again once `Terms.rememberFor` may be over;
 * - anything that the bounds of two instants allow each by itself and only together forbid.
 *
 * Work grows with the number of uncertain requests that may still happen, not with the length of the history: with a
 * `Terms.lingering` without end and a hundred of them it comes to no decision.
 */
export function judgeSession(
  entries: readonly HistoryEntry[],
  terms: Terms,
  upheavals: Upheavals = CALM,
  mostSteps = MOST_STEPS,
): Verdict {
  const doubles = givenTwice(entries, () => 0);
  if (doubles.length > 0) return { type: 'violation', why: doubles.join('\n'), steps: 0 };
  const operations = operationsOf(entries, terms, upheavals.losses);
  const steps = new SessionSteps(terms, upheavals, operations.numbers);
  return new Search(operations, steps, upheavals.losses, mostSteps).run();
}

/** The verdict for each session of a history: keys have nothing to do with one another. */
export function judgeHistory(
  entries: readonly HistoryEntry[],
  terms: Terms,
  upheavalsOf: (key: string) => Upheavals = () => CALM,
): Map<string, Verdict> {
  const verdicts = [...entriesByKey(entries)].map(([key, mine]) => {
    return [key, judgeSession(mine, terms, upheavalsOf(key))] as const;
  });
  return new Map(verdicts);
}
