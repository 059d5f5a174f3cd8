import { unreachable } from '../base/assert.ts';
import type { Duration, Instant } from '../base/instant.ts';
import type {
  Cookie,
  LeaseEnded,
  Limit,
  LimitReached,
  MemberTrace,
  PartitionEvent,
  RoleChanged,
  Source,
  SourceIndex,
  StaleWrite,
} from '../member/door.ts';
import type { SessionTag } from './log.ts';

/** What of a log this needs. */
export interface TraceSink {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** One line per limit in this time, however often it is reached: a client can reach one with every request. */
const LIMIT_LINE_EVERY: Duration = 10_000;

/** What there is to say about each limit. Where no setting is named, the number is fixed. */
const LIMITS: Record<Limit, { readonly message: string; readonly setting: string | null }> = {
  memory: { message: 'session memory is full: new sessions are refused', setting: 'max-memory' },
  'waiters-per-session': { message: 'the line for a locked session is full', setting: 'max-waiters-per-session' },
  'waiters-per-source': { message: 'one client address has too many requests in line', setting: null },
  waiters: { message: 'too many requests are in line for locked sessions', setting: null },
  'remembered-outcomes': { message: 'too many named requests to remember their outcomes', setting: null },
};

const MEMBER_LINES = {
  'swap-unsettled': 'nothing was seen of a change of the table: asking again',
  draining: 'what this member holds is to pass to others',
} as const;

const NONE_BEGUN = { first: 0, takeover: 0, handover: 0, anew: 0 } as const;

interface LimitLine {
  /** No further line before this. */
  quietUntil: Instant;
  suppressed: number;
}

/** Turns what the core finds worth telling into log lines. Sessions are named by tag alone. */
export class TraceLog {
  private readonly sink: TraceSink;
  private readonly tag: SessionTag;
  private readonly describe: (index: SourceIndex) => Source | null;
  private readonly now: () => Instant;
  private readonly limits = new Map<Limit, LimitLine>();
  /** Partitions that this member became primary of since that was last summed up. */
  private begun: Record<RoleChanged['how'], number> = { ...NONE_BEGUN };

  /** @param describe who an index stands for; null for those that found no place in the table of sources */
  constructor(sink: TraceSink, tag: SessionTag, describe: (index: SourceIndex) => Source | null, now: () => Instant) {
    this.sink = sink;
    this.tag = tag;
    this.describe = describe;
    this.now = now;
  }

  write(event: MemberTrace): void {
    switch (event.type) {
      case 'stale-write':
        return this.writeStaleWrite(event);
      case 'limit-reached':
        return this.writeLimitReached(event);
      case 'lease-ended':
        return this.writeLeaseEnded(event);
      case 'table-adopted': {
        const { type, ...fields } = event;
        // Rebalancing makes hundreds of them.
        return this.sink.debug({ event: type, ...fields }, 'the table of partitions says who holds what');
      }
      case 'table-refused':
        return this.sink.error(
          { event: event.type, reason: event.reason },
          'the coordination store shows a table that cannot follow ours: serving on by ours',
        );
      case 'digest-mismatch':
        return this.sink.error(this.partition(event), 'a copy differs from its primary: it is filled again');
      case 'clock-jumped':
        return this.sink.warn(
          { event: event.type },
          'the machine was asleep: trusting no promise until it is given anew',
        );
      case 'swap-unsettled':
      case 'draining':
        return this.sink.info({ event: event.type }, MEMBER_LINES[event.type]);
      case 'became-primary': {
        const { type, ...fields } = event;
        // At the start, in rebalancing and in a takeover there are hundreds.
        this.begun[event.how]++;
        return this.sink.debug({ event: type, ...fields }, 'primary of a partition');
      }
      case 'handed-over':
      case 'handover-heard':
      case 'catch-up-began':
      case 'catch-up-done':
      case 'catch-up-interrupted':
      case 'replica-added':
      case 'replica-removed':
      case 'realigned':
      case 'ahead-mended':
      case 'refill-wanted':
      case 'waiter-handed-over':
      case 'waiter-granted-after-takeover':
      case 'asked-to-take-over':
      case 'goodbye-heard':
      case 'given-out-anew':
        return this.sink.debug(this.partition(event), "a partition's copies change");
      default:
        return unreachable(event);
    }
  }

  /** One line for what happened to many partitions at once. To be called several times a second. */
  sumUp(): void {
    const { first, takeover, anew } = this.begun;
    this.begun = { ...NONE_BEGUN };
    if (first > 0) this.sink.debug({ partitions: first }, 'a cluster was formed: primary of its first partitions');
    if (takeover > 0) this.sink.warn({ partitions: takeover }, 'took partitions over from a primary that fell silent');
    if (anew > 0)
      this.sink.error(
        { partitions: anew },
        'SESSIONS LOST: every copy of these partitions is gone; they begin anew, empty',
      );
  }

  private partition({ type, partition, peer }: PartitionEvent): object {
    return { event: type, partition, peer };
  }

  private writeStaleWrite(event: StaleWrite): void {
    this.sink.warn(
      {
        event: event.type,
        command: event.command,
        session: this.tag(event.key.bytes),
        refused: this.holder(event.refused, event.refusedCookie),
        holder: event.holderCookie === 0 ? null : this.holder(event.holder, event.holderCookie),
        settings: ['lock-lease', 'stale-writes'],
      },
      'stale write refused: its lock is over; if its request ran longer than lock-lease, raise that',
    );
  }

  private writeLimitReached(event: LimitReached): void {
    const now = this.now();
    const line = this.limits.get(event.limit);
    if (line !== undefined && now < line.quietUntil) {
      line.suppressed++;
      return;
    }
    this.limits.set(event.limit, { quietUntil: now + LIMIT_LINE_EVERY, suppressed: 0 });
    const { message, setting } = LIMITS[event.limit];
    this.sink.warn(
      {
        event: event.type,
        limit: event.limit,
        setting,
        ...this.source(event.source),
        suppressed: line?.suppressed ?? 0,
      },
      message,
    );
  }

  private writeLeaseEnded(event: LeaseEnded): void {
    this.sink.info(
      {
        event: event.type,
        session: this.tag(event.key.bytes),
        holder: this.holder(event.holder, event.cookie),
        heldForMs: Math.round(event.age),
        setting: 'lock-lease',
      },
      'a lock was not released within its lease: the session is unlocked',
    );
  }

  private holder(index: SourceIndex, cookie: Cookie): object {
    return { ...this.source(index), cookie };
  }

  private source(index: SourceIndex): object {
    const source = this.describe(index);
    return source === null ? { door: 'unknown', address: 'unknown' } : { door: source.door, address: source.address };
  }
}
