import { areTries, type HistoryEntry, isWrite } from './history.ts';

/**
 * Cookies that two locks of one partition were given, and versions that two Sets of one session were: one line each.
 * The tries of one request may be told the same.
 */
export function givenTwice(entries: readonly HistoryEntry[], partitionOf: (key: string) => number): string[] {
  const first = new Map<string, HistoryEntry>();
  const doubles: string[] = [];
  for (const entry of entries) {
    const number = numberGiven(entry, partitionOf);
    if (number === null) continue;
    const other = first.get(number);
    if (other === undefined) first.set(number, entry);
    else if (!areTries(entry, other)) {
      doubles.push(
        `${number} was given to client ${other.client} (${other.key}) and to client ${entry.client} (${entry.key})`,
      );
    }
  }
  return doubles;
}

function numberGiven({ key, command, outcome }: HistoryEntry, partitionOf: (key: string) => number): string | null {
  if (outcome?.type === 'found' && outcome.cookie !== 0)
    return `cookie ${outcome.cookie} of partition ${partitionOf(key)}`;
  if (outcome?.type === 'stored' && outcome.version !== null && isWrite(command, outcome.created))
    return `version ${outcome.version} of ${key}`;
  return null;
}
