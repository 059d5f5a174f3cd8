import { holdfast } from '../rpc/generated/holdfast.js';
import { counted, lengthOf, sizeOf, textPairs } from './text-table.ts';

const { Door } = holdfast.v1;

/** What `holdfast show` tells: scripts read it as it is. Null: there is no such session. */
export interface SessionReport {
  readonly application: string;
  readonly id: string;
  readonly session: ShownSession | null;
}

export interface ShownSession {
  readonly contentBytes: number;
  /** 0: it does not expire. */
  readonly timeoutMinutes: number;
  /** Null: it does not expire. */
  readonly timeLeftMs: number | null;
  readonly uninitialized: boolean;
  /** Null: unlocked. */
  readonly lock: ShownLock | null;
  readonly waiters: number;
}

export interface ShownLock {
  readonly ageMs: number;
  /** By the server's clock, as in `2026-01-31T12:00:00.000Z`. */
  readonly since: string;
  readonly leaseLeftMs: number;
  readonly holder: { readonly door: string; readonly address: string; readonly request: number };
}

export function sessionReport(
  application: string,
  id: string,
  described: holdfast.v1.Described.$Properties | null,
): SessionReport {
  if (described === null) return { application, id, session: null };
  const { contentBytes, timeoutMinutes, timeLeftMs, uninitialized, lock, waiters } = described;
  return {
    application,
    id,
    session: {
      contentBytes: contentBytes ?? 0,
      timeoutMinutes: timeoutMinutes ?? 0,
      timeLeftMs: timeLeftMs ?? null,
      uninitialized: uninitialized ?? false,
      lock: lock ? shownLock(lock) : null,
      waiters: waiters ?? 0,
    },
  };
}

export function sessionText(application: string, id: string, session: ShownSession): string {
  const { contentBytes, timeoutMinutes, timeLeftMs, uninitialized, lock, waiters } = session;
  const timeout = timeLeftMs === null ? 'none' : `${timeoutMinutes} min, ${lengthOf(timeLeftMs)} left`;
  return textPairs([
    ['application', application],
    ['id', id],
    ['size', `${sizeOf(contentBytes)}${uninitialized ? ', put there to be filled, and not read yet' : ''}`],
    ['timeout', timeout],
    ...(lock === null ? [['lock', 'free'] as const] : lockPairs(lock)),
    ['in line', waiters === 0 ? 'nobody' : counted(waiters, 'request')],
  ]);
}

function lockPairs({ ageMs, since, leaseLeftMs, holder }: ShownLock): (readonly [string, string])[] {
  const where = holder.address === '' ? 'not known any more' : `${holder.address}, over the ${holder.door} door`;
  return [
    ['lock', `held for ${lengthOf(ageMs)}, since ${since}`],
    ['held by', `${where}, request ${holder.request}`],
    ['lock ends', `in ${lengthOf(leaseLeftMs)}, unless prolonged or given back`],
  ];
}

function shownLock(lock: holdfast.v1.DescribedLock.$Properties): ShownLock {
  const { ageMs, since, leaseLeftMs, holderDoor, holderAddress, requestNumber } = lock;
  const at = (since?.seconds ?? 0) * 1_000 + Math.floor((since?.nanos ?? 0) / 1_000_000);
  return {
    ageMs: ageMs ?? 0,
    since: new Date(at).toISOString(),
    leaseLeftMs: leaseLeftMs ?? 0,
    holder: {
      door: DOORS.get(holderDoor ?? Door.DOOR_UNSPECIFIED) ?? 'unknown',
      address: holderAddress ?? '',
      request: requestNumber ?? 0,
    },
  };
}

const DOORS: ReadonlyMap<holdfast.v1.Door, string> = new Map([
  [Door.DOOR_GATEWAY, 'gateway'],
  [Door.DOOR_GRPC, 'gRPC'],
]);
