import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../src/base/random.ts';
import type { Address } from '../process/address.ts';
import { sumOfSamples } from '../process/holdfast-process.ts';
import { isWhole, type MemberShare, type Shape, shareIn, unfair } from './cluster-state.ts';
import { EtcdProcess } from './etcd-process.ts';
import { freePorts } from './free-ports.ts';
import type { MemberDoors } from './load-plan.ts';
import { MemberProcess } from './member-process.ts';
import { monotonic } from './monotonic.ts';
import { Wires } from './wires.ts';

export interface ClusterPlan extends Shape {
  readonly members: number;
  readonly coordination: 'embedded' | 'etcd';
  /** Whether members dial each other, and the store, over wires that can be cut. */
  readonly wired: boolean;
  readonly program: string;
  /** Where logs and the store's data go. */
  readonly folder: string;
}

export const STORE = 'etcd';
/** The member without partitions. */
export const SHELTER = 'shelter';
const LOOK_EVERY = 100;
const PORTS_EACH = 4;
/** Beside those it starts with: the shelter, and two that may join. */
const MOST_OTHERS = 3;

/** Members of one cluster as processes of this machine, their store, and the wires between them. */
export class Cluster {
  readonly plan: ClusterPlan;
  readonly etcd: EtcdProcess | null;
  readonly wires: Wires | null;
  private readonly members = new Map<string, MemberProcess>();
  /** Those that are gone for good, too. */
  private readonly made: MemberProcess[] = [];
  private readonly ports: number[];

  private constructor(plan: ClusterPlan, ports: number[], random: Random) {
    this.plan = plan;
    this.ports = ports;
    this.etcd = plan.coordination === 'etcd' ? new EtcdProcess(this.takePort(), this.takePort(), plan.folder) : null;
    this.wires = plan.wired ? new Wires(random, () => this.pids()) : null;
  }

  /** Resolves when all are ready, and every partition has its copies. */
  static async start(plan: ClusterPlan, random: Random): Promise<Cluster> {
    const ports = await freePorts(2 + (plan.members + MOST_OTHERS) * PORTS_EACH);
    const cluster = new Cluster(plan, ports, random);
    const { etcd } = cluster;
    try {
      await etcd?.start();
      const ids = Array.from({ length: plan.members }, (_, number) => `m${number}`);
      const added = await Promise.all(ids.map((id) => cluster.make(id)));
      if (etcd !== null) added.push(await cluster.make(SHELTER));
      await Promise.all(added.map((member) => member.start()));
      await cluster.whole(60_000);
    } catch (error) {
      await cluster.close();
      throw error;
    }
    return cluster;
  }

  /** A further member, made and not started. */
  async make(id: string): Promise<MemberProcess> {
    const { plan } = this;
    const ports = { gateway: this.takePort(), grpc: this.takePort(), admin: this.takePort(), line: this.takePort() };
    const gatewayOnly = id === SHELTER;
    const flags = this.etcd === null ? [] : await this.clusterFlags(id, ports.line, this.etcd);
    const member = new MemberProcess({
      id,
      gatewayOnly,
      ports,
      flags: gatewayOnly ? [...flags, '--gateway-only'] : flags,
      program: plan.program,
      logFile: join(plan.folder, `${id}.log`),
    });
    this.members.set(id, member);
    this.made.push(member);
    return member;
  }

  member(id: string): MemberProcess {
    const member = this.members.get(id);
    if (member === undefined) throw new Error(`there is no member ${id}`);
    return member;
  }

  /** It does not come back. */
  forget(id: string): void {
    this.members.delete(id);
  }

  /** Those that hold partitions. */
  get holders(): MemberProcess[] {
    return [...this.members.values()].filter(({ spec }) => !spec.gatewayOnly);
  }

  get all(): MemberProcess[] {
    return [...this.members.values()];
  }

  get doors(): MemberDoors[] {
    return this.all.filter(({ isRunning }) => isRunning).map(({ doors }) => doors);
  }

  /** What those that run say; null if one of them says nothing. */
  async shares(): Promise<MemberShare[] | null> {
    const running = this.holders.filter(({ isRunning }) => isRunning);
    const shares = await Promise.all(
      running.map(async (member) => {
        const answer = await member.admins('/metrics');
        return answer === null ? null : shareIn(member.id, answer.body);
      }),
    );
    return shares.every((share) => share !== null) ? shares : null;
  }

  /** @returns when it was seen that every partition has its copies, with members that live */
  whole(bound: number): Promise<number> {
    return this.comesTo('every partition having its copies', bound, (shares) => isWhole(shares, this.plan));
  }

  fairlySpread(bound: number): Promise<number> {
    const isFair = (shares: readonly MemberShare[]): boolean =>
      isWhole(shares, this.plan) && unfair(shares, this.plan).length === 0;
    return this.comesTo('all having their fair share', bound, isFair);
  }

  /** How many lines of all logs hold all these texts. */
  logged(...texts: readonly string[]): number {
    return this.logLines().filter((line) => texts.every((text) => line.includes(text))).length;
  }

  /** A counter of all members that run. */
  async sum(metric: string): Promise<number> {
    const running = this.all.filter(({ isRunning }) => isRunning);
    const counts = await Promise.all(
      running.map(async (member) => {
        const answer = await member.admins('/metrics');
        if (answer === null) throw new Error(`${member.id} gives no metrics`);
        return sumOfSamples(answer.body, metric, {});
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  logLines(): string[] {
    return this.made.flatMap((member) => member.log());
  }

  async close(): Promise<void> {
    for (const member of this.all) {
      if (member.pid !== null) await member.kill();
    }
    await this.etcd?.stop();
    this.wires?.close();
  }

  private async comesTo(
    what: string,
    bound: number,
    holds: (shares: readonly MemberShare[]) => boolean,
  ): Promise<number> {
    const end = monotonic() + bound;
    for (;;) {
      const shares = await this.shares();
      if (shares !== null && holds(shares)) return monotonic();
      if (monotonic() > end) throw new Error(`${what}: not so after ${bound} ms: ${JSON.stringify(shares)}`);
      await pause(LOOK_EVERY);
    }
  }

  private async clusterFlags(id: string, line: number, etcd: EtcdProcess): Promise<string[]> {
    const { members, copies, partitions } = this.plan;
    const local = (port: number): Address => ({ host: '127.0.0.1', port });
    const advertised = (await this.wires?.to(id, local(line))) ?? local(line);
    const store = (await this.wires?.to(STORE, local(etcd.port))) ?? local(etcd.port);
    return [
      '--coordination=etcd',
      `--etcd-endpoints=http://${store.host}:${store.port}`,
      `--member-id=${id}`,
      '--cluster-name=chaos',
      `--cluster-listen=127.0.0.1:${line}`,
      `--advertise=${advertised.host}:${advertised.port}`,
      `--copies=${copies}`,
      `--partitions=${partitions}`,
      `--bootstrap-members=${members}`,
    ];
  }

  private takePort(): number {
    const port = this.ports.shift();
    if (port === undefined) throw new Error('no more ports were set aside');
    return port;
  }

  private pids(): Map<string, number> {
    return new Map(this.all.flatMap(({ id, pid }) => (pid === null ? [] : [[id, pid] as const])));
  }
}
