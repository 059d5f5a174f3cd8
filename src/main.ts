#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import type { Duration } from './base/instant.ts';
import { parseCommandLine, USAGE_EXIT_CODE } from './config/cli.ts';
import type { Config, GrpcTls } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import { VERSION } from './config/version.ts';
import { EmbeddedStore } from './coordination/embedded-store.ts';
import { GatewayListener } from './gateway/listener.ts';
import type { Source, SourceIndex } from './member/door.ts';
import { Member } from './member/member.ts';
import { DEFAULT_PARTITIONS } from './placement/locate.ts';
import type { TlsFiles } from './rpc/authentication.ts';
import { RpcServer } from './rpc/rpc-server.ts';
import { AdminServer } from './runtime/admin-server.ts';
import { SystemClock } from './runtime/clock.ts';
import { createLog, createSessionTag, type Log } from './runtime/log.ts';
import { TraceLog } from './runtime/log-traces.ts';
import { Loop } from './runtime/loop.ts';
import { Metrics } from './runtime/metrics.ts';
import { RequestTally } from './runtime/request-tally.ts';

const MAX_WAITERS_PER_SOURCE = 1_000;
const MAX_WAITERS = 10_000;
/** The one member of a cluster that lives and dies with this process. */
const SELF = { member: 'member-0', incarnation: 1 };
/** Longer than anybody goes on trying one request: the longest hold at a door, and 2 s more, is 10 s. */
const REMEMBER_FOR: Duration = 15_000;
const MAX_REMEMBERED_PER_PARTITION = 4_096;
const MAX_ERRANDS = 20_000;
/** The stock client's network time-out is 10 s; reads it repeats anyway. */
const HOLD_READS: Duration = 3_000;
const HOLD_WRITES: Duration = 8_000;
const HEARTBEAT: Duration = 200;
const LEASE: Duration = 1_000;
const TAKEOVER: Duration = 1_500;
const REBUILD_AFTER: Duration = 5_000;
const SWEEP_EVERY: Duration = 250;
/** Whoever runs us may kill us after 10 s; what is still open shortly before that is left. */
const STOP_LIMIT: Duration = 9_900;

const command = parseCommandLine(process.argv.slice(2));
switch (command.type) {
  case 'print':
    process.stdout.write(command.text);
    break;
  case 'error':
    refuse(command.line);
    break;
  case 'serve': {
    const loaded = loadConfig(command.args, process.env);
    if (loaded.ok) await serve(loaded.config, loaded.warnings);
    else refuse(loaded.line);
    break;
  }
}

function refuse(line: string): void {
  process.stderr.write(`holdfast: ${line}\n`);
  process.exitCode = USAGE_EXIT_CODE;
}

async function serve(config: Config, warnings: readonly string[]): Promise<void> {
  const log = createLog(config.logLevel);
  endOnBrokenAssumption(log);
  for (const warning of warnings) log.warn(warning);

  const clock = new SystemClock();
  const member = new Member({
    self: SELF,
    partitions: DEFAULT_PARTITIONS,
    copies: 1,
    bootstrapMembers: 1,
    seed: randomBytes(6).readUIntBE(0, 6),
    maxMemory: config.maxMemory,
    staleWrites: config.staleWrites,
    maxWaitersPerSession: config.maxWaitersPerSession,
    maxWaitersPerSource: MAX_WAITERS_PER_SOURCE,
    maxWaiters: MAX_WAITERS,
    rememberFor: REMEMBER_FOR,
    maxRememberedPerPartition: MAX_REMEMBERED_PER_PARTITION,
    maxErrands: MAX_ERRANDS,
    holdReads: HOLD_READS,
    holdWrites: HOLD_WRITES,
    heartbeat: HEARTBEAT,
    lease: LEASE,
    takeover: TAKEOVER,
    rebuildAfter: REBUILD_AFTER,
    replication: { tailLength: 2_048, portionBytes: 256 * 1024, maxUncommitted: 1_024, maxQueued: 1_024 },
  });
  const describe = (index: SourceIndex): Source | null => member.sources.describe(index);
  const requests = new RequestTally();
  const traces = new TraceLog(log, createSessionTag(), describe, () => clock.now());
  const store = new EmbeddedStore();
  let tableAdopted = (): void => {};
  const formed = new Promise<void>((resolve) => {
    tableAdopted = resolve;
  });
  const loop = new Loop(member, clock, store, {
    count: (door, type, outcome, latency) => requests.count(door, type, outcome, latency),
    trace: (event) => {
      traces.write(event);
      if (event.type === 'table-adopted') tableAdopted();
    },
  });

  const gateway = new GatewayListener(
    {
      aspnetVersion: config.aspnetVersion,
      maxContentBytes: config.maxContentBytes,
      maxConnections: config.maxConnections,
      maxBytesInFlight: config.maxBytesInFlight,
      lockLease: config.lockLease,
      lockWait: config.lockWait,
      allow: config.gatewayAllow ?? [],
    },
    loop.entranceFor('gateway'),
    clock,
    log,
  );
  const rpc = new RpcServer(
    {
      maxContentBytes: config.maxContentBytes,
      lockLease: config.lockLease,
      tls: config.grpcTls === null ? null : tlsFiles(config.grpcTls),
      tokens: config.grpcTokens?.map((token) => token.reveal()) ?? null,
    },
    loop.entranceFor('grpc'),
    clock,
    log,
    { describe },
  );
  const sweep = (): void => {
    gateway.sweep();
    rpc.sweep();
  };
  const sweeping = setInterval(sweep, SWEEP_EVERY);

  let serving = false;
  const metrics = new Metrics({
    version: VERSION,
    requests,
    counters: () => member.counters,
    gauges: () => member.gauges(),
    table: () => member.tableGauges(),
    doors: () => [gateway.doorCounts(), rpc.doorCounts()],
    gateway: () => gateway.counters,
    rpc: () => rpc.counters,
  });
  const admin = new AdminServer(
    {
      ready: () => serving,
      metrics: () => metrics.render(),
      advance: config.testClock
        ? (by) => {
            const offset = clock.advance(by);
            loop.clockMoved();
            sweep();
            return offset;
          }
        : null,
    },
    log,
  );

  store.watch({
    tableSeen: (document) => loop.tell({ type: 'table-seen', document, fresh: true }),
    membersSeen: (members) => loop.tell({ type: 'members-seen', members }),
  });
  store.register({ ...SELF, zone: '', sawTable: false });
  // Before there is a table no request could be decided.
  await formed;
  try {
    const [gatewayAt, grpcAt, adminAt] = await Promise.all([
      gateway.listen(config.gatewayListen),
      rpc.listen(config.grpcListen),
      admin.listen(config.adminListen),
    ]);
    serving = true;
    rpc.setServing(true);
    log.info({ version: VERSION, gateway: text(gatewayAt), grpc: text(grpcAt), admin: text(adminAt) }, 'ready');
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }

  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    serving = false;
    const end = (message: string): void => {
      log.info(message);
      process.exit(0);
    };
    setTimeout(() => end('stopped with connections open'), STOP_LIMIT);
    const doorsClosed = Promise.all([gateway.stop(), rpc.stop()]);
    loop.drain();
    void doorsClosed
      .then(() => admin.stop())
      .then(() => {
        clearInterval(sweeping);
        loop.dropTimer();
        end('stopped');
      });
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** What is broken in ourselves ends the process: a member whose state is not what its code believes must not go on. */
function endOnBrokenAssumption(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'broken assumption: ending');
    process.exit(1);
  });
}

function tlsFiles({ cert, key, clientCa }: GrpcTls): TlsFiles {
  return {
    cert: Buffer.from(cert),
    key: Buffer.from(key.reveal()),
    clientCa: clientCa === null ? null : Buffer.from(clientCa),
  };
}

function text({ host, port }: { readonly host: string; readonly port: number }): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
