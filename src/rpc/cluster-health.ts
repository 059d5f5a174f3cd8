import { type Holder, nameOf } from '../member/door.ts';
import { type ListedMember, listMembers, lives } from './cluster-members.ts';
import type { ClusterView, HeldCopy, StoreState } from './cluster-view.ts';

export interface PartitionHealth {
  readonly partition: number;
  readonly primary: Holder;
  readonly replicas: readonly Holder[];
  readonly wantedCopies: number;
  readonly livingCopies: number;
  readonly primaryLives: boolean;
  readonly life: number;
  readonly own: HeldCopy | null;
}

export interface HealthSummary {
  readonly partitions: number;
  readonly underCopied: number;
  readonly withoutPrimary: number;
  readonly withoutCopy: number;
  readonly outOfStepHere: number;
  readonly begunAnew: number;
}

export interface ClusterHealth {
  /** What is wrong, a sentence each; none: nothing. */
  readonly problems: readonly string[];
  readonly summary: HealthSummary;
  readonly store: StoreState;
  readonly partitions: readonly PartitionHealth[];
}

/** How the cluster stands, as far as this member can see. Who drains is no trouble, nor what was lost long ago. */
export function healthOf(view: ClusterView): ClusterHealth {
  const partitions = partitionsOf(view);
  const store = view.store();
  const summary = {
    partitions: partitions.length,
    underCopied: count(partitions, isUnderCopied),
    withoutPrimary: count(partitions, ({ primaryLives }) => !primaryLives),
    withoutCopy: count(partitions, ({ livingCopies }) => livingCopies === 0),
    outOfStepHere: count(view.copies(), ({ role, inStep }) => role !== 'filling' && !inStep),
    begunAnew: partitions.reduce((sum, { life }) => sum + life, 0),
  };
  const problems = [
    ...(view.table() === null ? ['there is no table of partitions yet: the cluster has not formed'] : []),
    ...storeProblems(store, view),
    ...partitionProblems(summary, view),
    ...lineProblems(listMembers(view), view),
  ];
  return { problems, summary, store, partitions };
}

export function isUnderCopied({ livingCopies, wantedCopies }: PartitionHealth): boolean {
  return livingCopies < wantedCopies;
}

/** Members that are there and may be given partitions. */
export function countMayHold(view: ClusterView): number {
  return count(listMembers(view), ({ state }) => state === 'serving' || state === 'joining');
}

function partitionsOf(view: ClusterView): PartitionHealth[] {
  const table = view.table();
  if (table === null) return [];
  const own = new Map(view.copies().map((copy) => [copy.partition, copy]));
  return table.partitions.map(({ primary, replicas, life }, partition) => {
    const primaryLives = lives(view, primary);
    const livingCopies = count(replicas, (replica) => lives(view, replica)) + (primaryLives ? 1 : 0);
    const wantedCopies = table.copies;
    return {
      partition,
      primary,
      replicas,
      wantedCopies,
      livingCopies,
      primaryLives,
      life,
      own: own.get(partition) ?? null,
    };
  });
}

function storeProblems({ reachable, trouble, refused }: StoreState, view: ClusterView): string[] {
  const problems: string[] = [];
  if (!reachable) {
    const why = trouble === '' ? '' : ` (${trouble})`;
    problems.push(`the coordination store does not answer${why}: sessions are served, but no partition changes hands`);
  }
  if (refused !== '') {
    const then =
      view.table() === null ? '' : ': sessions are served, but no partition changes hands; see "holdfast adopt"';
    problems.push(`the coordination store shows a table that ${view.self.member} does not believe (${refused})${then}`);
  }
  return problems;
}

function partitionProblems(summary: HealthSummary, view: ClusterView): string[] {
  const { underCopied, withoutPrimary, withoutCopy, outOfStepHere } = summary;
  const problems: string[] = [];
  if (withoutCopy > 0) {
    const them = withoutCopy === 1 ? 'is there: its' : 'are there: their';
    problems.push(
      `${partitionsIn(withoutCopy)}: none of the members that hold a copy ${them} requests wait until one is back or forgotten`,
    );
  }
  if (withoutPrimary > withoutCopy) {
    problems.push(
      `${partitionsIn(withoutPrimary - withoutCopy)}: the primary is gone, and a replica is to take its place`,
    );
  }
  if (underCopied > withoutCopy) {
    const copies = view.table()?.copies ?? 0;
    const mayHold = countMayHold(view);
    const why = mayHold < copies ? `; only ${mayHold} of the members there may hold one` : '';
    problems.push(`${partitionsIn(underCopied - withoutCopy)}: fewer than ${copies} copies${why}`);
  }
  if (outOfStepHere > 0)
    problems.push(`${partitionsIn(outOfStepHere)}: the copy of ${view.self.member} is not in step`);
  return problems;
}

/** Whoever is registered must be heard; a gateway-only member calls the others itself, and not its like. */
function lineProblems(members: readonly ListedMember[], { self }: ClusterView): string[] {
  return members
    .filter(({ isRegistered, isHeard, gatewayOnly }) => isRegistered && !isHeard && !gatewayOnly)
    .map((process) => `${nameOf(process)} is registered, but ${self.member} has no line to it`);
}

function partitionsIn(number: number): string {
  return number === 1 ? '1 partition' : `${number} partitions`;
}

function count<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.reduce((sum, each) => sum + (holds(each) ? 1 : 0), 0);
}
