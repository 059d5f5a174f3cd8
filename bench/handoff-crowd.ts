import { setTimeout as pause } from 'node:timers/promises';
import { GatewayClient } from '../test/process/gateway-client.ts';
import type { HoldfastProcess } from '../test/process/holdfast-process.ts';
import { acquire, get, release, set } from '../test/process/requests.ts';
import type { Response } from '../test/process/response-reader.ts';
import { until } from '../test/process/within.ts';
import { type CrowdPlan, planCrowd, type Role } from './handoff-plan.ts';
import { sessionUri } from './load-plan.ts';
import { Standstill } from './standstill.ts';

export interface CrowdResult {
  readonly sessions: number;
  readonly granted: number;
  readonly left: number;
  readonly releasedThenReset: number;
  readonly resetThenReleased: number;
  readonly resetWhileHolding: number;
  /** Sessions in which somebody was granted the lock out of turn. */
  readonly outOfOrder: number;
  /** Sessions whose lock was not free at the end. */
  readonly leftBehind: number;
  readonly failures: readonly string[];
  /** Milliseconds from a release being written to the next waiter having read its grant. */
  readonly handOffs: readonly number[];
}

const NEVER_STORED = '%2fnobody%2fnothing';
const SESSIONS = 200;
const CLIENTS = 5;
/**
 * Holds are drawn from this range. With 200 locks passing on all the time, shorter ones would time how fast this process
 * can be five clients of each.
 */
const HOLD_MS = { least: 50, most: 400 };
/** A waiter is to be granted well within its wait of 3 s. */
const GRANT_BOUND = 4_000;

/** One round: every session's clients get in line in a known order, and the lock passes through them. */
export async function playCrowd(holdfast: HoldfastProcess, round: number): Promise<CrowdResult> {
  const witness = await accepted(holdfast);
  const standstill = new Standstill(holdfast);
  const plan = planCrowd(SESSIONS, CLIENTS, round);
  const queues: Queue[] = [];
  for (const [number, roles] of plan.entries()) {
    const uri = sessionUri(round * SESSIONS + number);
    await witness.ask(set(uri, { timeout: 1 }));
    const clients = await Promise.all(roles.map(() => accepted(holdfast)));
    queues.push(new Queue(standstill, uri, clients, roles, await accepted(holdfast)));
  }
  // Arrival: first clients of all sessions, then second ones, and so on. Segments of one sender are read in the order
  // in which they were written, and the round trip in between leaves no doubt.
  for (let position = 0; position < CLIENTS; position++) {
    for (const queue of queues) queue.arrive(position);
    await witness.ask(get(NEVER_STORED));
  }
  const inLine = SESSIONS * (CLIENTS - 1);
  await until(async () => (await holdfast.metric('holdfast_lock_waiters')) === inLine, `${inLine} in line`);

  await Promise.all(queues.map((queue) => queue.play()));
  const leftBehind = await countLeftBehind(queues);
  for (const queue of queues) queue.close();
  witness.close();
  return summary(plan, queues, leftBehind);
}

/**
 * A connection that the server has taken: connections wait to be accepted one by one, and that would blur who came
 * first.
 */
async function accepted(holdfast: HoldfastProcess): Promise<GatewayClient> {
  const client = await GatewayClient.connect(holdfast.gateway);
  await client.ask(get(NEVER_STORED));
  return client;
}

/** One session and its clients, in the order in which they got in line. */
class Queue {
  private readonly standstill: Standstill;
  private readonly uri: string;
  private readonly clients: readonly GatewayClient[];
  private readonly roles: readonly Role[];
  /** For releasing a lock whose holder's connection is gone, and for the look at the end. */
  private readonly spare: GatewayClient;
  private readonly grants: Array<Promise<Response | 'closed'>> = [];
  /** Positions in the order in which their grants were read. */
  private readonly grantedTo: number[] = [];
  private releasedAt = Number.NaN;
  readonly handOffs: number[] = [];
  failure: string | null = null;

  constructor(
    standstill: Standstill,
    uri: string,
    clients: readonly GatewayClient[],
    roles: readonly Role[],
    spare: GatewayClient,
  ) {
    this.standstill = standstill;
    this.uri = uri;
    this.clients = clients;
    this.roles = roles;
    this.spare = spare;
  }

  arrive(position: number): void {
    const client = this.client(position);
    client.send(acquire(this.uri));
    const grant = client.next(GRANT_BOUND).then((answer) => {
      if (answer !== 'closed') this.granted(position);
      return answer;
    });
    // Looked at in `play`, which may give up before.
    grant.catch(() => {});
    this.grants.push(grant);
  }

  async play(): Promise<void> {
    try {
      for (const position of this.holders()) {
        const grant = await this.grants[position];
        if (grant === undefined || grant === 'closed' || grant.status !== 200) {
          throw new Error(`${position} was not granted: ${describe(grant)}`);
        }
        this.leaveWhileHeldBy(position);
        await pause(HOLD_MS.least + Math.random() * (HOLD_MS.most - HOLD_MS.least));
        await this.passOn(position, grant.headers.get('lockcookie') ?? '');
      }
    } catch (error) {
      this.failure = `${this.uri}: ${String(error)}`;
    }
  }

  get grantCount(): number {
    return this.grantedTo.length;
  }

  get isInOrder(): boolean {
    return this.grantedTo.join() === this.holders().join();
  }

  /** Whether the lock can be taken: nobody else will free it while this waits. */
  async isFree(): Promise<boolean> {
    const answer = await this.spare.ask(acquire(this.uri), GRANT_BOUND);
    return answer.status === 200;
  }

  close(): void {
    for (const client of this.clients) client.close();
    this.spare.close();
  }

  private granted(position: number): void {
    if (this.grantedTo.length > 0) this.handOffs.push(this.standstill.now() - this.releasedAt);
    this.grantedTo.push(position);
  }

  /** Those who stay until their turn comes and read their grant. */
  private holders(): number[] {
    return [...this.roles.keys()].filter((position) => isHolder(this.role(position)));
  }

  private async passOn(position: number, cookie: string): Promise<void> {
    let releasing = this.client(position);
    if (this.role(position) === 'resets-while-holding') {
      // The grant had arrived, so the lock is this client's, connection or no connection.
      releasing.reset();
      releasing = this.spare;
    }
    const after = this.vanishing(position, 'vanishes-after-release');
    const before = this.vanishing(position, 'vanishes-before-release');
    const pass = (): void => {
      for (const client of before) client.reset();
      releasing.send(position % 2 === 0 ? release(this.uri, cookie) : set(this.uri, { cookie, timeout: 1 }));
      this.releasedAt = this.standstill.now();
      for (const client of after) client.reset();
    };
    // Were the server free to react between the two, it could send the grant before the reset, and that counts as
    // delivered.
    if (after.length + before.length > 0) await this.standstill.during(pass);
    else pass();
    const answer = await releasing.next(GRANT_BOUND);
    if (answer === 'closed' || answer.status !== 200)
      throw new Error(`${position} could not release: ${describe(answer)}`);
  }

  /** The clients next in line that vanish as their turn comes, up to the first that does not. */
  private vanishing(position: number, how: Role): GatewayClient[] {
    const clients: GatewayClient[] = [];
    for (let next = position + 1; next < this.roles.length; next++) {
      const role = this.role(next);
      if (role === 'leaves') continue;
      if (role !== 'vanishes-after-release' && role !== 'vanishes-before-release') break;
      if (role === how) clients.push(this.client(next));
    }
    return clients;
  }

  /** Whoever leaves the line does so while the last holder before it has the lock. */
  private leaveWhileHeldBy(holder: number): void {
    for (let next = holder + 1; next < this.roles.length; next++) {
      if (isHolder(this.role(next))) return;
      if (this.role(next) === 'leaves') this.client(next).reset();
    }
  }

  private client(position: number): GatewayClient {
    return this.clients[position] as GatewayClient;
  }

  private role(position: number): Role {
    return this.roles[position] as Role;
  }
}

async function countLeftBehind(queues: readonly Queue[]): Promise<number> {
  const free = await Promise.all(queues.map((queue) => queue.isFree()));
  return free.filter((isFree) => !isFree).length;
}

function summary(plan: CrowdPlan, queues: readonly Queue[], leftBehind: number): CrowdResult {
  const roles = plan.flat();
  const count = (wanted: Role): number => roles.filter((role) => role === wanted).length;
  return {
    sessions: queues.length,
    granted: queues.reduce((sum, queue) => sum + queue.grantCount, 0),
    left: count('leaves'),
    releasedThenReset: count('vanishes-after-release'),
    resetThenReleased: count('vanishes-before-release'),
    resetWhileHolding: count('resets-while-holding'),
    outOfOrder: queues.filter((queue) => !queue.isInOrder).length,
    leftBehind,
    failures: queues.map((queue) => queue.failure).filter((failure) => failure !== null),
    handOffs: queues.flatMap((queue) => queue.handOffs),
  };
}

function isHolder(role: Role): boolean {
  return role === 'holds' || role === 'resets-while-holding';
}

function describe(answer: Response | 'closed' | undefined): string {
  return answer === 'closed' || answer === undefined ? 'connection ended' : answer.statusLine;
}
