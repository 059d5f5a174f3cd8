import type { HistoryEntry } from './history.ts';

/** Faults that no client notices but by waiting: no member that has copies dies, stands still or is cut off. */
const BORNE: ReadonlySet<string> = new Set([
  'line breaks',
  'repetition',
  'wall clock',
  'join',
  'slow store',
  'store out of reach of one',
  'store outage',
  'lost answers of the store',
  'repeated swaps',
  'stale watches',
  'dropped registration',
]);

/** Requests that were given up by their member though nothing but such faults befell the cluster: one line. */
export function givenUp(entries: readonly HistoryEntry[], faults: readonly string[], until: number): string[] {
  if (!faults.every((kind) => BORNE.has(kind))) return [];
  const lost = entries.filter((entry) => entry.invoked < until && isGivenUp(entry));
  const [first] = lost;
  if (first === undefined) return [];
  const { client, key, command, invoked, outcome } = first;
  return [
    `left without an answer: ${lost.length} requests; the first: client ${client}'s ${command.type} of ${key} ` +
      `at ${invoked} (${JSON.stringify(outcome)})`,
  ];
}

/** Whether a member gave it up, and not for what its client did: by asking again itself, or at one that stops. */
export function isGivenUp({ outcome }: HistoryEntry): boolean {
  if (outcome?.type !== 'unavailable') return outcome?.type === 'unknown';
  return outcome.reason !== 'replaced-by-second-try' && outcome.reason !== 'stopping';
}
