import type { Duration } from '../base/instant.ts';
import type { Config } from '../config/config.ts';
import { formatAddress } from '../config/relations.ts';
import { VERSION } from '../config/version.ts';
import type { RegisteredMember, StoreWatcher } from '../coordination/coordination.ts';
import { GatewayListener } from '../gateway/listener.ts';
import type { MemberTrace, Source, SourceIndex } from '../member/door.ts';
import { Member } from '../member/member.ts';
import { ClusterService } from '../rpc/cluster-service.ts';
import { RpcServer } from '../rpc/rpc-server.ts';
import type { AdminView } from '../runtime/admin-server.ts';
import { SystemClock } from '../runtime/clock.ts';
import { createLog, createSessionTag, type Log } from '../runtime/log.ts';
import { TraceLog } from '../runtime/log-traces.ts';
import { Loop } from '../runtime/loop.ts';
import { Metrics } from '../runtime/metrics.ts';
import { RequestTally } from '../runtime/request-tally.ts';
import { coordinationFor, supervisorFor } from './coordination-for.ts';
import { farewell } from './farewell.ts';
import { MemberLine } from './member-line.ts';
import { memberOptionsOf } from './member-options-of.ts';
import { OperatorView } from './operator-view.ts';
import { show } from './showing.ts';
import { StoreSight } from './store-sight.ts';

/** Slow connections are looked for, and whether this member is ready, so often. */
const SWEEP_EVERY: Duration = 250;
/** What the doors may take to let their last clients go. Whoever runs a member that is alone may kill it after 10 s. */
const DOORS_LIMIT: Duration = 9_900;
/** Where others serve on, a client's connection goes on for so long, unless it was idle for as long. */
const KEPT_CONNECTIONS: Duration = 6_000;

/** Runs one member until it is told to stop. What cannot be had at the start ends the process with one line. */
export async function serve(config: Config, warnings: readonly string[]): Promise<void> {
  const isAlone = config.coordination === 'embedded';
  const plainLog = createLog(config.logLevel);
  const log = isAlone ? plainLog : plainLog.child({ member: config.memberId });
  endOnBrokenAssumption(log);
  for (const warning of warnings) log.warn(warning);
  const supervisor = await orRefuse(supervisorFor(config));

  const clock = new SystemClock();
  // `machineStops`: all members on this machine do; `allStop`: all of the cluster.
  const phase = { ready: false, stopping: false, machineStops: !config.machineMember, allStop: false };
  // A container's first process ignores signals that it does not ask for, and the store may let us wait for long.
  let stop = (why: string): void => {
    log.info({ why }, 'stopped before it had begun');
    process.exit(0);
  };
  let signals = 0;
  const onSignal = (name: NodeJS.Signals): void => {
    // A terminal, or a service manager, signals all processes of a machine's members: then the supervisor says what is to be done.
    if (config.machineMember) return;
    if (++signals > 1) process.exit(1);
    stop(name);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  supervisor?.onClusterEnd((why) => {
    phase.machineStops = true;
    phase.allStop = config.coordination === 'supervisor';
    if (why === 'supervisor-lost') log.error('the supervisor is gone');
    stop(why);
  });

  let metrics: Metrics | null = null;
  let advance: (by: Duration) => Duration = (by) => clock.advance(by);
  const view: AdminView = {
    turning: () => true,
    ready: () => phase.ready,
    metrics: async () => metrics?.render() ?? { contentType: 'text/plain', text: '' },
    advance: config.testClock ? (by) => advance(by) : null,
  };
  const showing = await orRefuse(show(config, supervisor, view, log));
  const line = new MemberLine(config, clock, log);
  const lineAt = await orRefuse(line.listen());

  const announcement = {
    member: config.memberId,
    zone: config.zone,
    address: lineAt.advertised,
    version: VERSION,
    gatewayOnly: config.gatewayOnly,
  };
  const coordination = coordinationFor(config, announcement, supervisor, clock, log);
  const sight = new StoreSight(coordination, clock);
  const incarnation = await coordination.draw();

  const member = new Member(memberOptionsOf(config, { member: config.memberId, incarnation }));
  const describe = (index: SourceIndex): Source | null => member.sources.describe(index);
  const requests = new RequestTally();
  const traces = new TraceLog(log, createSessionTag(), describe, () => clock.now());
  const formed = signal();
  const lines = line.linesOf(member.self, member.sources, {
    up: (peer, isTold) => loop.tell({ type: 'line-up', peer }, isTold),
    down: (peer) => loop.tell({ type: 'line-down', peer }),
    delivered: (from, message) => loop.tell({ type: 'delivery', from, message }),
  });
  const loop = new Loop(member, clock, coordination, lines, {
    count: (door, type, outcome, latency) => requests.count(door, type, outcome, latency),
    trace: (event: MemberTrace) => {
      traces.write(event);
      if (event.type === 'table-refused') sight.tableRefused(event.reason, member.tableText);
      if (event.type !== 'table-adopted') return;
      sight.tableAdopted(member.tableText);
      coordination.tableKnown();
      formed.give();
      operators.tableChanged();
    },
    stop: (reason) => {
      log.fatal({ reason }, 'this incarnation is over: ending');
      process.exit(1);
    },
  });

  const operators = new OperatorView(config, { ...announcement, incarnation }, member, sight, {
    heard: () => lines.lines().map(({ peer }) => peer),
    isDraining: () => phase.stopping,
    drain: () => stop('an operator asked for it'),
    forget: (gone, of) => loop.tell({ type: 'forget', member: gone, incarnation: of }),
    writeBack: (held, ours) => {
      const { cluster, version } = member.table ?? {};
      log.warn({ cluster, version, held }, 'an operator has our table written into the coordination store');
      coordination.swap(held, ours);
    },
  });
  const cluster = new ClusterService(operators, line.calls);
  if (line.listener !== null) cluster.register(line.listener.server, line.doorway);

  const { aspnetVersion, maxContentBytes, maxConnections, maxBytesInFlight, lockLease, lockWait } = config;
  const gateway = new GatewayListener(
    {
      ...{ aspnetVersion, maxContentBytes, maxConnections, maxBytesInFlight, lockLease, lockWait },
      allow: config.gatewayAllow ?? [],
    },
    loop.entranceFor('gateway'),
    clock,
    log,
  );
  const rpc = new RpcServer(
    {
      ...{ maxContentBytes, lockLease },
      tls:
        config.grpcTls === null
          ? null
          : {
              cert: Buffer.from(config.grpcTls.cert),
              key: Buffer.from(config.grpcTls.key.reveal()),
              clientCa: config.grpcTls.clientCa === null ? null : Buffer.from(config.grpcTls.clientCa),
            },
      tokens: config.grpcTokens?.map((token) => token.reveal()) ?? null,
      operatorTokens: config.operatorTokens?.map((token) => token.reveal()) ?? [],
    },
    loop.entranceFor('grpc'),
    clock,
    log,
    { describe },
    cluster,
  );
  metrics = new Metrics({
    version: VERSION,
    member: config.machineMember ? config.memberId : null,
    requests,
    counters: () => member.counters,
    replicationWaits: member.replicationWaits,
    gauges: () => member.gauges(),
    table: () => member.tableGauges(),
    store: () => sight.counts(),
    lines: () => lines.counters,
    peers: () => member.peerLags(),
    doors: () => [gateway.doorCounts(), rpc.doorCounts()],
    gateway: () => gateway.counters,
    rpc: () => rpc.counters,
  });

  const sweep = (): void => {
    gateway.sweep();
    rpc.sweep();
  };
  advance = (by) => {
    const offset = clock.advance(by);
    loop.clockMoved();
    sweep();
    return offset;
  };

  stop = (why) => {
    if (phase.stopping) return;
    phase.stopping = true;
    log.info({ why }, 'stopping');
    void farewell(
      {
        unready: () => {
          phase.ready = false;
          rpc.setServing(false);
          // Whoever connects to the machine from now on is better served by those of its members that stay.
          if (!phase.machineStops) for (const door of [gateway, rpc]) door.closeListener();
        },
        drain: () => loop.tell({ type: 'drain' }),
        // Where all stop, nobody is left to hand anything to.
        drained: () => phase.allStop || member.drained,
        closeDoors: () => Promise.all([gateway.stop(phase.allStop || isAlone ? 0 : KEPT_CONNECTIONS), rpc.stop()]),
        goodbye: async () => {
          loop.tell({ type: 'leave' });
          await loop.idle();
          await lines.close();
        },
        release: () => Promise.all([coordination.leave(), showing.stop(), line.stop()]),
      },
      { whole: isAlone ? DOORS_LIMIT : config.drainLimit + DOORS_LIMIT, doors: isAlone ? 0 : DOORS_LIMIT },
    ).then((message) => {
      log.info(message);
      process.exit(0);
    });
  };
  let isKnown = false;
  const watcher: StoreWatcher = {
    tableSeen: (document, fresh) => {
      sight.sawTable(document, fresh, member.tableText);
      loop.tell({ type: 'table-seen', document, fresh });
    },
    membersSeen: (members) => {
      sight.sawMembers(members);
      // While another process stands registered under our id, its lines are not ours to replace.
      isKnown ||= members.some((each) => each.member === config.memberId && each.incarnation === incarnation);
      if (isKnown) lines.setPeers(members.map(linePeer));
      loop.tell({ type: 'members-seen', members: members.filter(({ gatewayOnly }) => !gatewayOnly) });
    },
    unreachable: (reason) => {
      sight.failed(reason);
      loop.tell({ type: 'store-unreachable' });
    },
  };
  // First the doors: who cannot have them must not be counted on by others. Before there is a table, requests are held.
  const [gatewayAt, grpcAt] = await orRefuse(
    Promise.all([gateway.listen(config.gatewayListen), rpc.listen(config.grpcListen)]),
  );
  coordination.begin(incarnation, watcher);
  const { admin } = showing;
  const addresses = {
    ...{ gateway: formatAddress(gatewayAt), grpc: formatAddress(grpcAt) },
    ...(admin === undefined ? {} : { admin }),
    ...(lineAt.line === undefined ? {} : { line: lineAt.line }),
  };
  const setReady = (ready: boolean): void => {
    phase.ready = ready;
    rpc.setServing(ready);
    if (ready) log.info({ version: VERSION, incarnation, ...addresses }, 'ready');
    else log.warn('not ready: no other member can be reached');
  };
  const look = (): void => {
    sweep();
    showing.turn();
    traces.sumUp();
    if (phase.stopping) return;
    // Cut off from all of several others, it is this one that clients should leave; of two nobody can tell.
    const isCutOff = lines.counters.linesStanding === 0 && sight.othersHolding(config.memberId) > 1;
    if (phase.ready ? isCutOff : !isCutOff && member.inStep(clock.now())) setReady(!phase.ready);
  };
  setInterval(look, SWEEP_EVERY);
  await formed.given;
  look();
  if (phase.ready || phase.stopping) return;
  const until = config.gatewayOnly ? 'lines to the others stand' : 'this member holds its share';
  log.info(addresses, `serving what others hold; ready once ${until}`);
}

function linePeer({ member, incarnation, address, gatewayOnly }: RegisteredMember) {
  return { holder: { member, incarnation }, address, gatewayOnly };
}

/** What is broken in ourselves ends the process: a member whose state is not what its code believes must not go on. */
function endOnBrokenAssumption(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'broken assumption: ending');
    process.exit(1);
  });
}

async function orRefuse<T>(what: Promise<T>): Promise<T> {
  try {
    return await what;
  } catch (error) {
    process.stderr.write(`holdfast: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function signal(): { readonly given: Promise<void>; give(): void } {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}
