import { collectDefaultMetrics, type Metric, Registry } from 'prom-client';
import { DURATION_BOUNDS, type DurationTally } from '../base/duration-tally.ts';
import type { CoreCounters, CoreGauges, Door } from '../member/door.ts';
import { DOORS, type RequestTally } from './request-tally.ts';

/** A door's connections. */
export interface DoorCounts {
  readonly door: Door;
  /** Open now. */
  readonly connections: number;
  /** Closed at once since the process started, by why: not an allowed address, or one too many. */
  readonly refused: { readonly address: number; readonly limit: number };
}

/** What the table of partitions says of this member. */
export interface TableCounts {
  readonly version: number;
  readonly primaries: number;
  readonly replicas: number;
}

/** What this member's dealings with the coordination store have come to. */
export interface StoreCounts {
  readonly reads: number;
  readonly swaps: number;
  readonly swapsLost: number;
  readonly failures: number;
  /** Whether its last answer was one. */
  readonly reachable: boolean;
  /** Whether it shows a table that the member does not believe. */
  readonly refused: boolean;
}

/** What the lines to other members have come to. */
export interface LineCounts {
  /** Now. */
  readonly linesStanding: number;
  readonly linesUp: number;
  readonly linesBroken: number;
  readonly slowPeersEnded: number;
  readonly refused: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Written and not yet taken, now. */
  readonly unsentBytes: number;
}

/** How far a peer that holds copies is behind this member, where this one is primary. */
export interface PeerCounts {
  readonly peer: string;
  readonly unacknowledged: number;
}

/** What the gateway alone has to tell. All but the connections of `DoorCounts`. */
export interface GatewayCounts {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly slowSendersClosed: number;
  readonly slowReadersClosed: number;
  readonly idleClosed: number;
  readonly unreadLimitClosed: number;
  readonly closedUnanswered: number;
  readonly undeliveredGrants: number;
  /** Now: of requests held, and of answers not taken. */
  readonly bytesInFlight: number;
  readonly unreadBytes: number;
  /** By what was wrong with them. */
  readonly badRequests: Readonly<Record<string, number>>;
}

/** What the gRPC door alone has to tell. */
export interface RpcCounts {
  readonly invalid: number;
  readonly refused: number;
  readonly unauthenticated: number;
  readonly cancelled: number;
  readonly undelivered: number;
  /** Now. */
  readonly commandsInWork: number;
  readonly pipesOpen: number;
  readonly unwrittenBytes: number;
  /** Connections closed for lack of progress. */
  readonly connectionsSlow: number;
}

/** Where the numbers stand. All of it is read when somebody asks for the metrics and at no other time. */
export interface MetricsSources {
  readonly version: string;
  /** The label `member` of every sample, where several members' are shown together; else null. */
  readonly member: string | null;
  readonly requests: RequestTally;
  readonly counters: () => CoreCounters;
  readonly replicationWaits: DurationTally;
  readonly gauges: () => CoreGauges;
  readonly table: () => TableCounts;
  readonly store: () => StoreCounts;
  readonly lines: () => LineCounts;
  readonly peers: () => readonly PeerCounts[];
  readonly doors: () => readonly DoorCounts[];
  readonly gateway: () => GatewayCounts;
  readonly rpc: () => RpcCounts;
}

/** What `GET /metrics` answers. */
export interface RenderedMetrics {
  readonly contentType: string;
  readonly text: string;
}

interface Sample {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number>>;
  /** Where it differs from the family's. */
  readonly metricName?: string;
}

/** A family of samples as the registry asks for it. */
interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly get: () => Promise<Family & { readonly values: Sample[] }>;
}

/**
 * Prometheus metrics. Ours are called `holdfast_…`; those of the process and of Node.js have prom-client's customary
 * names, among them `nodejs_eventloop_lag_*_seconds`, the loop's delay as `monitorEventLoopDelay` sees it.
 */
export class Metrics {
  private readonly registry = new Registry();

  constructor(sources: MetricsSources) {
    if (sources.member !== null) this.registry.setDefaultLabels({ member: sources.member });
    collectDefaultMetrics({ register: this.registry });
    this.addRequests(sources.requests);
    this.addCounters(sources.counters);
    this.addReplicationWaits(sources.replicationWaits);
    this.addGauges(sources.gauges);
    this.addTable(sources.table);
    this.addStore(sources.store);
    this.addLines(sources.lines, sources.peers);
    this.addDoors(sources.doors);
    this.addGateway(sources.gateway);
    this.addRpc(sources.rpc);
    const labels = { version: sources.version, node: process.version };
    this.add('gauge', 'holdfast_build_info', 'The version that runs; always 1.', () => [{ value: 1, labels }]);
  }

  async render(): Promise<RenderedMetrics> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  private addRequests(tally: RequestTally): void {
    this.add('counter', 'holdfast_requests_total', 'Requests answered, by door, command and outcome.', () =>
      tally.requestCounts().map(({ count, ...labels }) => ({ value: count, labels })),
    );
    const name = 'holdfast_request_duration_seconds';
    this.add('histogram', name, 'From a request being read to its outcome, time in line included.', () =>
      DOORS.flatMap((door) => samplesOf(name, tally.latencies[door], { door })),
    );
  }

  private addCounters(read: () => CoreCounters): void {
    const families: Readonly<Record<keyof CoreCounters, readonly [name: string, help: string]>> = {
      sessionsCreated: ['sessions_created', 'Sessions created ("Sessions Total" of the stock service).'],
      sessionsExpired: ['sessions_expired', 'Sessions that reached their timeout ("Sessions Timed Out").'],
      sessionsRemoved: ['sessions_removed', 'Sessions removed by a client ("Sessions Abandoned").'],
      locksGranted: ['locks_granted', 'Locks granted.'],
      lockWaits: ['lock_waits', 'Requests that went into line for a locked session.'],
      handOffs: ['lock_handoffs', 'Requests in line that were served because the lock was freed.'],
      leasesEnded: ['lock_leases_ended', 'Locks that ended with their lease, unreleased.'],
      staleWrites: ['stale_writes', 'Writes refused because their lock had passed on.'],
      outcomesReplayed: ['outcomes_replayed', 'Repeated requests that were given their first outcome.'],
      takeovers: ['takeovers', 'Partitions that this member took over from a primary that had fallen silent.'],
      handovers: ['handovers', 'Partitions that this member was handed by their primary.'],
      livesBegun: ['partitions_lost', 'Partitions that began anew here, empty, because every copy was lost.'],
      catchUpBytes: ['catch_up_bytes', 'Content sent to copies that were being filled.'],
      digestMismatches: ['digest_mismatches', 'Copies found to differ from their primary here, and filled again.'],
    };
    for (const [field, [name, help]] of Object.entries(families)) {
      const key = field as keyof CoreCounters;
      this.add('counter', `holdfast_${name}_total`, help, () => [{ value: read()[key], labels: {} }]);
    }
  }

  private addReplicationWaits(waits: DurationTally): void {
    const name = 'holdfast_replication_wait_seconds';
    this.add('histogram', name, 'From an outcome being decided to every copy having what it tells.', () =>
      samplesOf(name, waits, {}),
    );
  }

  private addGauges(read: () => CoreGauges): void {
    const families: Readonly<Record<keyof CoreGauges, readonly [name: string, help: string]>> = {
      sessions: ['sessions', 'Sessions held now ("Sessions Active" of the stock service).'],
      contentBytes: ['session_content_bytes', 'Content of all sessions.'],
      memoryBytes: ['session_memory_bytes', 'Memory that sessions take: content, keys and records.'],
      memoryLimit: ['session_memory_limit_bytes', 'What session memory may grow to (max-memory).'],
      waiters: ['lock_waiters', 'Requests in line for locked sessions now.'],
      heldRequests: ['held_requests', 'Requests held until some member may decide them.'],
      heldAnswers: ['held_answers', 'Answers held until every copy has what they tell.'],
      primaryCopies: ['copies_primary', 'Copies held now as primary.'],
      replicaCopies: ['copies_replica', 'Copies held now as replica.'],
      fillingCopies: ['copies_filling', 'Copies being filled here now.'],
      underCopied: [
        'under_copied_partitions',
        'Partitions led by this member that have fewer copies than they should.',
      ],
    };
    for (const [field, [name, help]] of Object.entries(families)) {
      const key = field as keyof CoreGauges;
      this.add('gauge', `holdfast_${name}`, help, () => [{ value: read()[key], labels: {} }]);
    }
  }

  private addTable(read: () => TableCounts): void {
    this.add('gauge', 'holdfast_partitions', 'Partitions that this member holds, by role.', () => {
      const { primaries, replicas } = read();
      return [
        { value: primaries, labels: { role: 'primary' } },
        { value: replicas, labels: { role: 'replica' } },
      ];
    });
    this.add('gauge', 'holdfast_table_version', 'Version of the table of partitions that this member goes by.', () => [
      { value: read().version, labels: {} },
    ]);
  }

  private addStore(read: () => StoreCounts): void {
    this.add('gauge', 'holdfast_store_reachable', 'Whether the coordination store gave its last answer.', () => [
      { value: read().reachable ? 1 : 0, labels: {} },
    ]);
    const help = 'Whether the coordination store shows a table that cannot follow the one this member goes by.';
    this.add('gauge', 'holdfast_table_refused', help, () => [{ value: read().refused ? 1 : 0, labels: {} }]);
    this.add('counter', 'holdfast_store_calls_total', 'Calls of the coordination store, by what came of them.', () => {
      const { reads, swaps, swapsLost, failures } = read();
      return [
        { value: reads, labels: { call: 'read' } },
        { value: swaps - swapsLost, labels: { call: 'swap' } },
        { value: swapsLost, labels: { call: 'swap-lost' } },
        { value: failures, labels: { call: 'failed' } },
      ];
    });
  }

  private addLines(read: () => LineCounts, peers: () => readonly PeerCounts[]): void {
    const one = (type: Family['type'], name: string, help: string, value: (counts: LineCounts) => number) =>
      this.add(type, `holdfast_line_${name}`, help, () => [{ value: value(read()), labels: {} }]);
    one('gauge', 'standing', 'Members to which a line stands.', (counts) => counts.linesStanding);
    one('counter', 'begun_total', 'Lines that came to stand.', (counts) => counts.linesUp);
    one('counter', 'broken_total', 'Lines that ended.', (counts) => counts.linesBroken);
    one(
      'counter',
      'slow_ended_total',
      'Lines ended because the peer did not take what was sent.',
      (c) => c.slowPeersEnded,
    );
    one('counter', 'refused_total', 'Callers that are no peers of this member.', (counts) => counts.refused);
    one('counter', 'received_bytes_total', 'Bytes received from other members.', (counts) => counts.bytesIn);
    one('counter', 'sent_bytes_total', 'Bytes sent to other members.', (counts) => counts.bytesOut);
    one('gauge', 'unsent_bytes', 'Bytes that peers have not taken yet.', (counts) => counts.unsentBytes);
    const help = 'Changes that a peer has not acknowledged yet, over all partitions led here.';
    this.add('gauge', 'holdfast_peer_lag_changes', help, () =>
      peers().map(({ peer, unacknowledged }) => ({ value: unacknowledged, labels: { peer } })),
    );
  }

  private addDoors(read: () => readonly DoorCounts[]): void {
    this.add('gauge', 'holdfast_connections', 'Open connections, by door.', () =>
      read().map(({ door, connections }) => ({ value: connections, labels: { door } })),
    );
    this.add('counter', 'holdfast_connections_refused_total', 'Connections closed at once, by door and reason.', () =>
      read().flatMap(({ door, refused }) => [
        { value: refused.address, labels: { door, reason: 'address' } },
        { value: refused.limit, labels: { door, reason: 'limit' } },
      ]),
    );
  }

  private addGateway(read: () => GatewayCounts): void {
    const one = (name: string, help: string, value: (counts: GatewayCounts) => number) =>
      this.add('counter', `holdfast_gateway_${name}_total`, help, () => [{ value: value(read()), labels: {} }]);
    one('received_bytes', 'Bytes read from clients of the gateway.', (counts) => counts.bytesIn);
    one('sent_bytes', 'Bytes written to clients of the gateway.', (counts) => counts.bytesOut);
    one('unanswered', 'Connections closed in place of an answer that could not be known.', (c) => c.closedUnanswered);
    one('undelivered_grants', 'Locks granted to a client that had gone, and given back.', (c) => c.undeliveredGrants);
    const now = (name: string, help: string, value: (counts: GatewayCounts) => number) =>
      this.add('gauge', `holdfast_gateway_${name}`, help, () => [{ value: value(read()), labels: {} }]);
    now('bytes_in_flight', 'Bytes of requests held unanswered (max-bytes-in-flight).', (c) => c.bytesInFlight);
    now('unread_bytes', 'Bytes of answers that clients have not taken (max-bytes-in-flight).', (c) => c.unreadBytes);
    this.add('counter', 'holdfast_gateway_closed_total', 'Connections closed at a limit, by which.', () => {
      const { slowSendersClosed, slowReadersClosed, idleClosed, unreadLimitClosed } = read();
      return [
        { value: slowSendersClosed, labels: { reason: 'slow-sender' } },
        { value: slowReadersClosed, labels: { reason: 'slow-reader' } },
        { value: idleClosed, labels: { reason: 'idle' } },
        { value: unreadLimitClosed, labels: { reason: 'unread-limit' } },
      ];
    });
    this.add('counter', 'holdfast_gateway_bad_requests_total', 'Requests that were not understood, by why.', () =>
      Object.entries(read().badRequests).map(([reason, value]) => ({ value, labels: { reason } })),
    );
  }

  private addRpc(read: () => RpcCounts): void {
    this.add('counter', 'holdfast_grpc_refused_total', 'Calls that did not reach a session, by why.', () => {
      const { invalid, refused, unauthenticated } = read();
      return [
        { value: invalid, labels: { reason: 'invalid' } },
        { value: refused, labels: { reason: 'limit' } },
        { value: unauthenticated, labels: { reason: 'unauthenticated' } },
      ];
    });
    const one = (type: Family['type'], name: string, help: string, value: (counts: RpcCounts) => number) =>
      this.add(type, `holdfast_grpc_${name}`, help, () => [{ value: value(read()), labels: {} }]);
    one('counter', 'cancelled_total', 'Commands whose client left before the answer.', (counts) => counts.cancelled);
    one('counter', 'undelivered_grants_total', 'Locks granted, not delivered, given back.', (c) => c.undelivered);
    one('gauge', 'commands_in_work', 'Commands whose calls have not ended.', (counts) => counts.commandsInWork);
    one('gauge', 'pipes', 'Pipe streams now open.', (counts) => counts.pipesOpen);
    one('gauge', 'unwritten_bytes', 'Answers not yet taken by their clients.', (counts) => counts.unwrittenBytes);
    one('counter', 'slow_closed_total', 'Connections closed for lack of progress.', (counts) => counts.connectionsSlow);
  }

  private add(type: Family['type'], name: string, help: string, read: () => Sample[]): void {
    const family: Family = { name, help, type, get: async () => ({ ...family, values: read() }) };
    // The registry calls `get` and nothing else, but its type names only prom-client's own classes, and those keep
    // numbers of their own that would have to be set on the path of a request or copied at each reading.
    this.registry.registerMetric(family as unknown as Metric);
  }
}

function samplesOf(name: string, tally: DurationTally, labels: Sample['labels']): Sample[] {
  const cumulative = tally.cumulative();
  return [
    ...cumulative.map((value, bucket) => {
      const bound = DURATION_BOUNDS[bucket];
      const le = bound === undefined ? '+Inf' : bound / 1000;
      return { metricName: `${name}_bucket`, value, labels: { ...labels, le } };
    }),
    { metricName: `${name}_sum`, value: tally.sum / 1000, labels },
    { metricName: `${name}_count`, value: cumulative.at(-1) ?? 0, labels },
  ];
}
