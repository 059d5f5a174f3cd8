import type { TestContext } from 'node:test';
import { Random } from '../../../src/base/random.ts';
import type { Announcement, RegisteredMember } from '../../../src/coordination/coordination.ts';
import { EtcdCoordination, type EtcdOptions } from '../../../src/coordination/etcd/etcd-coordination.ts';
import { until, within } from '../../process/within.ts';

const CLOCK = { now: () => performance.now(), wallTime: () => Date.now() };
const NO_TLS = { ca: null, cert: null, key: null };

interface Sighting {
  readonly document: string | null;
  readonly fresh: boolean;
}

export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

let seed = 0;

/** With which a process asks the first of so many endpoints first. Never the same one twice. */
export function seedForFirst(endpoints: number): number {
  do seed++;
  while (new Random(seed).below(endpoints) !== 0);
  return seed;
}

/** A process as the store knows it: its dealings with etcd, and all that it was told. */
export class Coordinated {
  readonly store: EtcdCoordination;
  readonly tables: Sighting[] = [];
  readonly memberships: (readonly RegisteredMember[])[] = [];
  readonly unreachable: string[] = [];
  readonly log: Line[] = [];
  incarnation = 0;
  private readonly member: string;

  constructor(t: TestContext, member: string, endpoints: readonly string[], options: Partial<EtcdOptions> = {}) {
    this.member = member;
    const announcement: Announcement = {
      member,
      zone: 'z',
      address: `${member}:7402`,
      version: '1',
      gatewayOnly: false,
    };
    const log = (level: Line['level']) => (fields: Line['fields'], message: string) =>
      void this.log.push({ level, message, fields });
    this.store = new EtcdCoordination(
      { endpoints, tls: NO_TLS, user: null, clusterName: 'c', announcement, seed: ++seed, ...options },
      CLOCK,
      { info: log('info'), warn: log('warn'), error: log('error') },
    );
    t.after(() => this.store.close());
  }

  /** Draws and begins; resolves when it has seen itself registered. */
  async begin(): Promise<this> {
    this.start(await within(this.store.draw(), 15_000, 'drawing an incarnation'));
    await this.sees([this.name]);
    return this;
  }

  start(incarnation: number): void {
    this.incarnation = incarnation;
    this.store.begin(incarnation, {
      tableSeen: (document, fresh) => void this.tables.push({ document, fresh }),
      membersSeen: (members) => void this.memberships.push(members),
      unreachable: (reason) => void this.unreachable.push(reason),
    });
  }

  get name(): string {
    return `${this.member}/${this.incarnation}`;
  }

  get table(): string | null | undefined {
    return this.tables.at(-1)?.document;
  }

  get names(): string[] {
    return (this.memberships.at(-1) ?? []).map(({ member, incarnation }) => `${member}/${incarnation}`);
  }

  /** That these, and maybe others, are registered. */
  async sees(names: readonly string[], bound = 10_000): Promise<void> {
    const sees = () => names.every((name) => this.names.includes(name));
    await until(sees, `${names.join()} registered`, bound);
  }

  async seesTable(document: string | null, bound = 10_000): Promise<void> {
    await until(() => this.table === document, `table ${document}`, bound);
  }

  /** Swaps, and waits for what it is told then. */
  async swap(expected: string | null, next: string): Promise<Sighting | 'unreachable'> {
    const { swaps } = this.store.counters;
    this.store.swap(expected, next);
    return await this.answer(() => (this.store.counters.swaps > swaps ? this.tables.at(-1) : undefined));
  }

  async read(): Promise<Sighting | 'unreachable'> {
    const told = this.tables.length;
    this.store.read();
    return await this.answer(() => this.tables.slice(told).find(({ fresh }) => fresh));
  }

  said(message: RegExp): Line[] {
    return this.log.filter((line) => message.test(line.message));
  }

  private async answer(told: () => Sighting | undefined): Promise<Sighting | 'unreachable'> {
    const failures = this.unreachable.length;
    await until(() => told() !== undefined || this.unreachable.length > failures, 'an answer', 5_000);
    return told() ?? 'unreachable';
  }
}
