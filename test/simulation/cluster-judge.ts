import { type Duration, NEVER } from '../../src/base/instant.ts';
import { grantsOutOfTurn } from './grant-order.ts';
import type { HistoryEntry } from './history.ts';
import { judgeHistory } from './linearizability.ts';
import { brokenLocks } from './lock-exclusion.ts';
import { wrongLives } from './session-life.ts';
import { touchedBy } from './spans.ts';
import type { Span, Terms, Upheavals } from './terms.ts';
import { givenTwice } from './unique-numbers.ts';

/** What the judges must know of a cluster beside what its clients saw. */
export interface ClusterFacts {
  readonly terms: Terms;
  partitionOf(key: string): number;
  upheavalsOf(partition: number): Upheavals;
  /** When the way of a request to its line may have been long, for whatever reason. */
  readonly disturbances: readonly Span[];
}

/** How long a request is on its way to the line, from its client and by way of its member, while all is well. */
const ARRIVAL: Duration = 150;
/** More of one kind tell nothing new. */
const MOST_OF_A_KIND = 5;

/** Everything that is wrong with what the clients of a cluster saw, in words. */
export function judgeCluster(entries: readonly HistoryEntry[], facts: ClusterFacts): string[] {
  const { terms } = facts;
  const upheavalsOf = (key: string): Upheavals => facts.upheavalsOf(facts.partitionOf(key));
  const orders: string[] = [];
  for (const [key, verdict] of judgeHistory(entries, terms, upheavalsOf)) {
    if (verdict.type !== 'linearizable') orders.push(`${verdict.type} of ${key}: ${verdict.why}`);
  }
  const isDisturbed = touchedBy(facts.disturbances);
  const arrival = ({ invoked, returned }: HistoryEntry): Duration =>
    isDisturbed(invoked, returned ?? NEVER) ? NEVER : ARRIVAL;
  return [
    ...few(orders),
    ...few(brokenLocks(entries, terms, upheavalsOf)),
    ...few(wrongLives(entries, terms, upheavalsOf)),
    ...few(grantsOutOfTurn(entries, arrival, upheavalsOf)),
    ...few(givenTwice(entries, facts.partitionOf)),
  ];
}

function few(wrongs: readonly string[]): readonly string[] {
  if (wrongs.length <= MOST_OF_A_KIND) return wrongs;
  return [...wrongs.slice(0, MOST_OF_A_KIND), `and ${wrongs.length - MOST_OF_A_KIND} more of this kind`];
}
