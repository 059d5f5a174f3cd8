import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesByKey, type HistoryEntry } from '../simulation/history.ts';
import { readLines, writeLines } from '../simulation/history-lines.ts';
import { judgeSession, type Verdict } from '../simulation/linearizability.ts';
import { brokenLocks } from '../simulation/lock-exclusion.ts';
import { wrongLives } from '../simulation/session-life.ts';
import type { Terms, Upheavals } from '../simulation/terms.ts';
import { givenTwice } from '../simulation/unique-numbers.ts';
import { SHARDS, shardFile } from './recorder.ts';
import { sessionNamed } from './sessions.ts';
import { type Facts, termsOf, upheavalsOf } from './terms-of-run.ts';
import { thinned } from './thin.ts';

/** So hard the judge tries before he grants what is seldom needed. */
const STRICT_STEPS = 200_000;

export interface WrongSession {
  readonly key: string;
  readonly why: readonly string[];
}

export interface Judgement {
  readonly operations: number;
  readonly sessions: number;
  /** Lost, or shown to somebody as they cannot have been. */
  readonly wrong: readonly WrongSession[];
  /** Locks that two clients held at one time, one line each. */
  readonly heldTwice: readonly string[];
  /** Cookies and versions that were given twice. */
  readonly doubles: readonly string[];
  /** Sessions of which the judge could not tell: no pass. */
  readonly undecided: readonly string[];
}

/** Judges a whole history by the rules of sessions. Nothing in it is taken for right because a healthy server said so. */
export function judge(entries: readonly HistoryEntry[], facts: Facts): Judgement {
  const terms = termsOf(facts);
  const upheavals = upheavalsOf(facts);
  const wrong: WrongSession[] = [];
  const undecided: string[] = [];
  const byKey = entriesByKey(entries);
  for (const [key, mine] of byKey) {
    const verdict = verdictOn(mine, terms, upheavals);
    const why = wrongLives(mine, terms, () => upheavals);
    if (verdict.type === 'violation') why.unshift(verdict.why);
    if (verdict.type === 'undecided') undecided.push(`${key}: ${verdict.why}`);
    if (why.length > 0) wrong.push({ key, why });
  }
  const partitionOf = (key: string): number =>
    sessionNamed(key.slice(key.lastIndexOf('/') + 1), facts.partitions).partition;
  return {
    operations: entries.length,
    sessions: byKey.size,
    wrong,
    // The gateway tells a lock's age in whole seconds, which is not what ages are checked against.
    heldTwice: brokenLocks(
      entries.filter(({ outcome }) => outcome?.type !== 'locked'),
      terms,
      () => upheavals,
    ),
    // A partition that lost its memory begins to count at a random place.
    doubles: facts.losses.length > 0 ? [] : givenTwice(entries, partitionOf),
    undecided,
  };
}

/**
 * Nearly every history needs no request that was tried twice to be explained, and without them there is much less to
 * search. What is explained so is explained.
 */
function verdictOn(mine: readonly HistoryEntry[], terms: Terms, upheavals: Upheavals): Verdict {
  const strict = { ...terms, triedAnew: () => false };
  const first = judgeSession(thinned(mine, strict.triedAnew), strict, upheavals, STRICT_STEPS);
  return first.type === 'linearizable' ? first : judgeSession(thinned(mine, terms.triedAnew), terms, upheavals);
}

/** Judges what a recorder wrote to `folder`, one file at a time; what is wrong stays there, each session by itself. */
export function judgeFolder(folder: string, facts: Facts): Judgement {
  let sum: Judgement = { operations: 0, sessions: 0, wrong: [], heldTwice: [], doubles: [], undecided: [] };
  for (let shard = 0; shard < SHARDS; shard++) {
    const entries = readLines(readFileSync(shardFile(folder, shard), 'utf8')).sort((a, b) => a.invoked - b.invoked);
    const next = judge(entries, facts);
    for (const { key } of next.wrong) keep(folder, key, entries);
    sum = {
      operations: sum.operations + next.operations,
      sessions: sum.sessions + next.sessions,
      wrong: [...sum.wrong, ...next.wrong],
      heldTwice: [...sum.heldTwice, ...next.heldTwice],
      doubles: [...sum.doubles, ...next.doubles],
      undecided: [...sum.undecided, ...next.undecided],
    };
  }
  return sum;
}

function keep(folder: string, key: string, entries: readonly HistoryEntry[]): void {
  const name = `wrong-${key.slice(key.lastIndexOf('/') + 1)}.jsonl`;
  writeFileSync(join(folder, name), writeLines(entries.filter((entry) => entry.key === key)));
}
