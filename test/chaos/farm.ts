import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../src/base/random.ts';
import { NO_COOKIE } from '../../src/member/door.ts';
import { HoldClock } from './hold-clock.ts';
import type { LoadPlan, LoadReport, MemberDoors, Probed } from './load-plan.ts';
import { monotonic } from './monotonic.ts';
import { Recorder } from './recorder.ts';
import { type Pace, Requester } from './requester.ts';
import { onePerPartition, type SessionName, sessionNamed } from './sessions.ts';
import { StallWatch } from './stall-watch.ts';
import { Tally } from './tally.ts';
import { MIX, type PageKind, REQUESTS_PER_PAGE, type VisitedSession, Visitor } from './visitor.ts';
import { WebServer } from './web-server.ts';

/** A page of a session that many want holds its lock for longer. */
const WORK = { alone: 2, contended: 15 };
const CONTENDED_SHARE = 0.12;
/** More pages than this are not open at one time, whatever happens: the machine has so many sockets and no more. */
const MOST_OPEN = 6_000;
const AT_ONCE = 48;

const REAL_PACE: Pace = { now: monotonic, pause: (length) => pause(length) };

/**
 * A web farm: pages begin when they were planned to, however many are still open (an open loop), and each is asked for
 * by one of the farm's servers, which are spread over all members and both doors.
 */
export class Farm {
  /** Requests a second. */
  rate: number;
  private readonly plan: LoadPlan;
  private doors: readonly MemberDoors[];
  private readonly random: Random;
  private readonly recorder: Recorder;
  private readonly tally = new Tally();
  private readonly requester: Requester;
  private readonly visitor: Visitor;
  private readonly servers: WebServer[] = [];
  /** For what has to be asked at a certain member. */
  private readonly direct = new Map<string, WebServer>();
  private readonly alone: VisitedSession[];
  private readonly contended: VisitedSession[];
  private readonly probes: VisitedSession[];
  private readonly stalls = new StallWatch();
  private clients = 0;
  private open = 0;
  private begunAt = 0;
  private nextAt = 0;
  private timer: NodeJS.Timeout | null = null;
  private begunCpu = process.cpuUsage();

  constructor(plan: LoadPlan) {
    this.plan = plan;
    this.rate = plan.rate;
    this.doors = plan.doors;
    this.random = new Random(plan.seed);
    this.recorder = new Recorder(plan.folder);
    const { asksCrossedAgain, lockWait } = plan;
    this.requester = new Requester(
      { asksCrossedAgain, lockWait, idPrefix: plan.seed.toString(36).slice(-6) },
      (partition, entry) => this.recorder.write(partition, entry),
      this.tally,
      REAL_PACE,
    );
    this.visitor = new Visitor(this.requester, this.tally, REAL_PACE, this.random, plan);
    const named = (prefix: string, count: number, work: number) =>
      Array.from({ length: count }, (_, number) => visited(sessionNamed(`${prefix}${number}`, plan.partitions), work));
    this.alone = named('alone-', plan.sessions, WORK.alone);
    this.contended = named('contended-', plan.contended, WORK.contended);
    this.probes = onePerPartition(plan.partitions).map((name) => visited(name, WORK.alone));
    this.addServers(plan.doors);
  }

  /** Makes every session. */
  async populate(): Promise<void> {
    await this.forEachSession(async (session, server, planned) => {
      const visit = { client: this.clients++, server, session, kind: 'write', planned } as const;
      const outcome = await this.visitor.store(visit, NO_COOKIE, planned);
      if (outcome?.type !== 'stored') throw new Error(`${session.name.key} could not be made: ${outcome?.type}`);
    });
  }

  begin(): void {
    this.nextAt = monotonic();
    this.tick();
  }

  /**
   * From here on it is measured.
   *
   * @returns how long 99 of 100 requests had to wait up to here, at most
   */
  measure(): number {
    const { p99 } = this.tally.report({ seconds: 0, worstStall: 0, busy: 0 });
    this.begunAt = monotonic();
    this.begunCpu = process.cpuUsage();
    this.stalls.begin();
    this.tally.begin();
    return p99;
  }

  opened(doors: readonly MemberDoors[]): void {
    const isNew = ({ member }: MemberDoors): boolean => this.servers.every(({ homeMember }) => homeMember !== member);
    this.doors = doors;
    this.addServers(doors.filter(isNew));
    for (const server of this.servers) {
      if (doors.some(({ member }) => member === server.homeMember)) server.goHome();
    }
  }

  async probe(members: readonly string[]): Promise<Probed> {
    const begun = monotonic();
    const ends = this.probes.map(async (session, number) => {
      const server = this.directTo(members[number % members.length] ?? '');
      const command = { type: 'get', wait: this.plan.lockWait } as const;
      const client = this.clients++;
      await this.requester.request({ client, server, session, wish: { command, content: '' }, planned: begun });
      return monotonic();
    });
    const lastAt = Math.max(...(await Promise.all(ends)));
    return { lastAt, longest: lastAt - begun };
  }

  /** Begins no further page, waits for those that are open, and perhaps reads every session once more. */
  async end(sweep: boolean): Promise<LoadReport> {
    if (this.timer !== null) clearTimeout(this.timer);
    const seconds = (monotonic() - this.begunAt) / 1000;
    const cpu = process.cpuUsage(this.begunCpu);
    const worstStall = this.stalls.end();
    this.visitor.isEnding = true;
    while (this.open > 0) await pause(20);
    const report = this.tally.report({ seconds, worstStall, busy: (cpu.user + cpu.system) / 1e6 / seconds });
    this.tally.begin();
    if (sweep) {
      await this.forEachSession(async (session, server, planned) => {
        const visit = { client: this.clients++, server, session, kind: 'read', planned } as const;
        await this.visitor.visit(visit);
      });
    }
    this.recorder.close();
    for (const server of [...this.servers, ...this.direct.values()]) server.close();
    // What the last look at all sessions cost does not count, but that it failed does.
    return {
      ...report,
      troubles: [...report.troubles, ...this.tally.failures.filter((failure) => !report.troubles.includes(failure))],
    };
  }

  private tick(): void {
    const now = monotonic();
    const interval = (1000 * REQUESTS_PER_PAGE) / this.rate;
    while (this.nextAt <= now) {
      if (this.open < MOST_OPEN) void this.page(this.nextAt);
      else this.tally.shed(this.nextAt);
      this.nextAt -= Math.log(1 - this.random.fraction()) * interval;
    }
    this.timer = setTimeout(() => this.tick(), this.nextAt - now);
  }

  private async page(planned: number): Promise<void> {
    const { random } = this;
    const sessions = random.fraction() < CONTENDED_SHARE ? this.contended : this.alone;
    const session = pick(sessions, random);
    const kind = random.fraction() < this.plan.grpcShare ? 'grpc' : 'gateway';
    const servers = this.servers.filter((server) => server.kind === kind);
    this.open++;
    await this.visitor.visit({
      client: this.clients++,
      server: this.asker(pick(servers, random)),
      session,
      kind: this.kind(),
      planned,
    });
    this.open--;
  }

  private kind(): PageKind {
    let left = this.random.below(100);
    for (const [kind, { share }] of Object.entries(MIX)) {
      left -= share;
      if (left < 0) return kind as PageKind;
    }
    return 'read';
  }

  private asker(server: WebServer) {
    const { kind, sheltered } = server;
    return {
      kind,
      sheltered,
      ask: server.ask.bind(server),
      leave: (member: string): void => server.leave(member, this.doors),
    };
  }

  private addServers(doors: readonly MemberDoors[]): void {
    for (const each of doors) {
      this.servers.push(new WebServer('gateway', each, this.plan.lockLease));
      if (this.plan.grpcShare > 0) this.servers.push(new WebServer('grpc', each, this.plan.lockLease));
    }
  }

  private directTo(member: string) {
    const doors = this.doors.find((each) => each.member === member);
    if (doors === undefined) throw new Error(`no doors of ${member} are known`);
    const server = this.direct.get(member) ?? new WebServer('gateway', doors, this.plan.lockLease);
    this.direct.set(member, server);
    return this.asker(server);
  }

  private async forEachSession(
    act: (session: VisitedSession, server: ReturnType<Farm['directTo']>, planned: number) => Promise<void>,
  ): Promise<void> {
    const left = [...this.alone, ...this.contended, ...this.probes];
    const members = this.doors.filter(({ gatewayOnly }) => !gatewayOnly);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, number) => {
        const server = this.directTo((members[number % members.length] as MemberDoors).member);
        for (let session = left.pop(); session !== undefined; session = left.pop()) {
          await act(session, server, monotonic());
        }
      }),
    );
  }
}

function visited(name: SessionName, work: number): VisitedSession {
  return { name, holds: new HoldClock(), cookies: [], work, waiting: 0 };
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[random.below(list.length)] as T;
}
