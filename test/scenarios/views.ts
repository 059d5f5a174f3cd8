import { NEVER } from '../../src/base/instant.ts';
import { decodeTable } from '../../src/placement/table-document.ts';
import type { Holding } from '../simulation/world/simulated-member.ts';
import type { SimulatedProcess } from '../simulation/world/simulated-process.ts';
import type { World } from '../simulation/world/world.ts';
import { tellDuration } from './durations.ts';
import { tellHolder } from './nicknames.ts';

/** The table as the store holds it, and who knows an older one. */
export function tellTable({ store, live }: World): string[] {
  const table = store.document === null ? 'none' : decodeTable(store.document);
  if (typeof table === 'string') return ['there is no table'];
  const label = labels(table.partitions.length);
  const lines = table.partitions.map(({ primary, replicas, epoch }, partition) => {
    const copies = replicas.length === 0 ? 'no replica' : `replica ${replicas.map(tellHolder).join(' and ')}`;
    return `${label(partition)}primary ${tellHolder(primary)}, ${copies} (epoch ${epoch})`;
  });
  if (table.draining !== null) lines.push(`${tellHolder(table.draining)} may drain`);
  const behind = live
    .filter(({ member }) => member.table?.version !== table.version)
    .map(({ holder }) => tellHolder(holder));
  if (behind.length > 0) lines.push(`not known yet to ${behind.join(' and ')}`);
  return lines;
}

/**
 * Every copy that a living process holds: its role, its last change, and whether they are all alike. Where visitors made
 * the changes (`crowded`) nobody wants to know how many there were.
 */
export function tellCopies({ live, options }: World, crowded: boolean): string[] {
  const label = labels(options.partitions);
  return Array.from({ length: options.partitions }, (_, partition) => {
    const copies = live.flatMap((process) => {
      const copy = process.member.holds().find((each) => each.partition === partition);
      return copy === undefined ? [] : [{ name: tellHolder(process.holder), copy }];
    });
    const lines = copies.map(({ name, copy: { role, last, sessions } }) => {
      const change = crowded ? '' : `at change ${last.sequence} of reign ${last.reign}, `;
      return `${label(partition)}${name}: ${role}, ${change}${count(sessions, 'session')}`;
    });
    const alike = areAlike(copies.map(({ copy }) => copy)) ? 'they are alike' : 'they differ';
    return copies.length < 2 ? lines : [...lines, label(partition) + alike];
  }).flat();
}

/** Who may decide commands at this instant, and for how long if it hears nothing more. */
export function tellDecider({ live, options }: World): string[] {
  const label = labels(options.partitions);
  return Array.from({ length: options.partitions }, (_, partition) => {
    const words = live.flatMap((process) => {
      const until = decidesUntil(process, partition);
      if (until === null) return [];
      const left = until === NEVER ? ', and needs no leave' : ` for ${tellDuration(until - process.own)} more`;
      return [`${tellHolder(process.holder)} may decide${left}`];
    });
    return label(partition) + (words.length === 0 ? 'nobody may decide' : words.join('; '));
  });
}

function decidesUntil({ member, own, knowsTheTime }: SimulatedProcess, partition: number): number | null {
  const deciding = member.deciding(partition);
  if (!knowsTheTime || deciding === null || own < deciding.from || own >= deciding.until) return null;
  return deciding.until;
}

function areAlike(copies: readonly Holding[]): boolean {
  const faces = copies.map(({ last, digest, sessions }) => `${last.reign}.${last.sequence} ${digest} ${sessions}`);
  return new Set(faces).size === 1;
}

function labels(partitions: number): (partition: number) => string {
  return (partition) => (partitions === 1 ? '' : `partition ${partition}: `);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
