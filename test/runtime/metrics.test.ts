import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DurationTally } from '../../src/base/duration-tally.ts';
import { Metrics } from '../../src/runtime/metrics.ts';
import { RequestTally } from '../../src/runtime/request-tally.ts';

function exporter() {
  const requests = new RequestTally();
  const replicationWaits = new DurationTally();
  const counters = {
    sessionsCreated: 11,
    sessionsExpired: 12,
    sessionsRemoved: 13,
    locksGranted: 14,
    lockWaits: 15,
    handOffs: 16,
    leasesEnded: 17,
    staleWrites: 18,
    outcomesReplayed: 19,
    takeovers: 71,
    handovers: 72,
    livesBegun: 73,
    catchUpBytes: 74,
    digestMismatches: 75,
  };
  const metrics = new Metrics({
    version: '1.2.3',
    member: null,
    requests,
    counters: () => counters,
    replicationWaits,
    gauges: () => ({
      ...{ sessions: 21, contentBytes: 22, memoryBytes: 23, memoryLimit: 24, waiters: 25 },
      ...{
        heldRequests: 81,
        heldAnswers: 82,
        primaryCopies: 83,
        replicaCopies: 84,
        fillingCopies: 85,
        underCopied: 86,
      },
    }),
    store: () => ({ reads: 91, swaps: 95, swapsLost: 2, failures: 94, reachable: true, refused: true }),
    lines: () => ({
      ...{ linesStanding: 101, linesUp: 102, linesBroken: 103, slowPeersEnded: 104, refused: 105 },
      ...{ bytesIn: 106, bytesOut: 107, unsentBytes: 108 },
    }),
    peers: () => [{ peer: 'b#2', unacknowledged: 109 }],
    table: () => ({ version: 26, primaries: 27, replicas: 28 }),
    doors: () => [
      { door: 'gateway', connections: 31, refused: { address: 32, limit: 33 } },
      { door: 'grpc', connections: 34, refused: { address: 0, limit: 0 } },
    ],
    gateway: () => ({
      bytesIn: 41,
      bytesOut: 42,
      slowSendersClosed: 43,
      slowReadersClosed: 44,
      idleClosed: 45,
      closedUnanswered: 46,
      undeliveredGrants: 47,
      unreadLimitClosed: 49,
      bytesInFlight: 61,
      unreadBytes: 62,
      badRequests: { header: 48 },
    }),
    rpc: () => ({
      invalid: 51,
      refused: 52,
      unauthenticated: 53,
      cancelled: 54,
      undelivered: 55,
      commandsInWork: 56,
      pipesOpen: 57,
      unwrittenBytes: 58,
      connectionsSlow: 59,
    }),
  });
  return { metrics, requests, replicationWaits, counters };
}

async function linesOf(metrics: Metrics): Promise<string[]> {
  return (await metrics.render()).text.split('\n');
}

describe('the metrics', () => {
  it('show every number under its name', async () => {
    const lines = await linesOf(exporter().metrics);
    const expected = [
      'holdfast_sessions_created_total 11',
      'holdfast_sessions_expired_total 12',
      'holdfast_sessions_removed_total 13',
      'holdfast_locks_granted_total 14',
      'holdfast_lock_waits_total 15',
      'holdfast_lock_handoffs_total 16',
      'holdfast_lock_leases_ended_total 17',
      'holdfast_stale_writes_total 18',
      'holdfast_outcomes_replayed_total 19',
      'holdfast_takeovers_total 71',
      'holdfast_handovers_total 72',
      'holdfast_partitions_lost_total 73',
      'holdfast_catch_up_bytes_total 74',
      'holdfast_digest_mismatches_total 75',
      'holdfast_held_requests 81',
      'holdfast_held_answers 82',
      'holdfast_copies_primary 83',
      'holdfast_copies_replica 84',
      'holdfast_copies_filling 85',
      'holdfast_under_copied_partitions 86',
      'holdfast_store_reachable 1',
      'holdfast_table_refused 1',
      'holdfast_store_calls_total{call="read"} 91',
      'holdfast_store_calls_total{call="swap"} 93',
      'holdfast_store_calls_total{call="swap-lost"} 2',
      'holdfast_store_calls_total{call="failed"} 94',
      'holdfast_line_standing 101',
      'holdfast_line_begun_total 102',
      'holdfast_line_broken_total 103',
      'holdfast_line_slow_ended_total 104',
      'holdfast_line_refused_total 105',
      'holdfast_line_received_bytes_total 106',
      'holdfast_line_sent_bytes_total 107',
      'holdfast_line_unsent_bytes 108',
      'holdfast_peer_lag_changes{peer="b#2"} 109',
      'holdfast_sessions 21',
      'holdfast_session_content_bytes 22',
      'holdfast_session_memory_bytes 23',
      'holdfast_session_memory_limit_bytes 24',
      'holdfast_lock_waiters 25',
      'holdfast_table_version 26',
      'holdfast_partitions{role="primary"} 27',
      'holdfast_partitions{role="replica"} 28',
      'holdfast_connections{door="gateway"} 31',
      'holdfast_connections{door="grpc"} 34',
      'holdfast_connections_refused_total{door="gateway",reason="address"} 32',
      'holdfast_connections_refused_total{door="gateway",reason="limit"} 33',
      'holdfast_gateway_received_bytes_total 41',
      'holdfast_gateway_sent_bytes_total 42',
      'holdfast_gateway_closed_total{reason="slow-sender"} 43',
      'holdfast_gateway_closed_total{reason="slow-reader"} 44',
      'holdfast_gateway_closed_total{reason="idle"} 45',
      'holdfast_gateway_closed_total{reason="unread-limit"} 49',
      'holdfast_gateway_bytes_in_flight 61',
      'holdfast_gateway_unread_bytes 62',
      'holdfast_gateway_unanswered_total 46',
      'holdfast_gateway_undelivered_grants_total 47',
      'holdfast_gateway_bad_requests_total{reason="header"} 48',
      'holdfast_grpc_refused_total{reason="invalid"} 51',
      'holdfast_grpc_refused_total{reason="limit"} 52',
      'holdfast_grpc_refused_total{reason="unauthenticated"} 53',
      'holdfast_grpc_cancelled_total 54',
      'holdfast_grpc_undelivered_grants_total 55',
      'holdfast_grpc_commands_in_work 56',
      'holdfast_grpc_pipes 57',
      'holdfast_grpc_unwritten_bytes 58',
      'holdfast_grpc_slow_closed_total 59',
      `holdfast_build_info{version="1.2.3",node="${process.version}"} 1`,
    ];
    for (const line of expected) assert.ok(lines.includes(line), `${line} is missing`);
  });

  it('read the numbers when asked, not before', async () => {
    const { metrics, counters } = exporter();
    await metrics.render();
    counters.staleWrites = 99;
    assert.ok((await linesOf(metrics)).includes('holdfast_stale_writes_total 99'));
  });

  it('count requests by door, command and outcome, with a histogram in seconds', async () => {
    const { metrics, requests } = exporter();
    requests.count('gateway', 'getExclusive', 'locked', 500);
    requests.count('gateway', 'getExclusive', 'locked', 20_000);
    const lines = await linesOf(metrics);
    for (const line of [
      'holdfast_requests_total{door="gateway",command="getExclusive",outcome="locked"} 2',
      '# TYPE holdfast_request_duration_seconds histogram',
      'holdfast_request_duration_seconds_bucket{door="gateway",le="0.25"} 0',
      'holdfast_request_duration_seconds_bucket{door="gateway",le="0.5"} 1',
      'holdfast_request_duration_seconds_bucket{door="gateway",le="+Inf"} 2',
      'holdfast_request_duration_seconds_sum{door="gateway"} 20.5',
      'holdfast_request_duration_seconds_count{door="gateway"} 2',
      'holdfast_request_duration_seconds_count{door="grpc"} 0',
    ]) {
      assert.ok(lines.includes(line), `${line} is missing`);
    }
  });

  it('tell how long answers waited for copies', async () => {
    const { metrics, replicationWaits } = exporter();
    replicationWaits.add(0.75);
    replicationWaits.add(30);
    const lines = await linesOf(metrics);
    for (const line of [
      '# TYPE holdfast_replication_wait_seconds histogram',
      'holdfast_replication_wait_seconds_bucket{le="0.0005"} 0',
      'holdfast_replication_wait_seconds_bucket{le="0.001"} 1',
      'holdfast_replication_wait_seconds_bucket{le="+Inf"} 2',
      'holdfast_replication_wait_seconds_sum 0.03075',
      'holdfast_replication_wait_seconds_count 2',
    ]) {
      assert.ok(lines.includes(line), `${line} is missing`);
    }
  });

  it('show the process and the delay of its loop, each family once', async () => {
    const { metrics } = exporter();
    const rendered = await metrics.render();
    assert.match(rendered.contentType, /^text\/plain; version=0\.0\.4/);
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
      assert.match(rendered.text, new RegExp(`^${name} `, 'm'));
    }
    const families = rendered.text.split('\n').filter((line) => line.startsWith('# TYPE '));
    assert.equal(new Set(families).size, families.length);
    assert.ok(rendered.text.endsWith('\n'));
  });
});
