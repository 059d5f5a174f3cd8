import type { Address } from '../process/address.ts';
import { GatewayClient } from '../process/gateway-client.ts';
import { head, uriOf } from '../process/requests.ts';
import { CookieBook } from './cookie-book.ts';
import { cutsOf, headLength } from './cut.ts';
import { differences } from './expectation.ts';
import type { Step, Vector } from './vector.ts';
import type { Witness } from './witness.ts';

/** How a player sends a step's bytes. */
export interface Delivery {
  /** Appended to every session id, so that each play of a vector has sessions of its own. */
  readonly suffix: string;
  /**
   * Sends each request in two segments, cut at the n-th place of `cutsOf`; requests with fewer places go whole. Null:
   * all go whole.
   */
  readonly cut: number | null;
}

/** Plays vectors over connections of its own, which it keeps from one vector to the next. */
export class Player {
  private readonly gateway: Address;
  private readonly witness: Witness;
  private readonly connections = new Map<string, GatewayClient>();
  private cookies = new CookieBook();
  private delivery: Delivery = { suffix: '', cut: null };
  /** What went wrong in the present vector. Its first difference makes the rest of it meaningless. */
  failure: string | null = null;

  constructor(gateway: Address, witness: Witness) {
    this.gateway = gateway;
    this.witness = witness;
  }

  begin(delivery: Delivery): void {
    this.cookies = new CookieBook();
    this.delivery = delivery;
    this.failure = null;
  }

  async play(step: Step, number: number): Promise<void> {
    if (this.failure !== null) return;
    try {
      const found = await this.exchange(step);
      if (found.length === 0) return;
      this.fail(`step ${number}: ${found.join('; ')}`);
    } catch (error) {
      this.fail(`step ${number}: ${String(error)}`);
    }
  }

  close(): void {
    for (const connection of this.connections.values()) connection.close();
    this.connections.clear();
  }

  private async exchange(step: Step): Promise<string[]> {
    const connection = await this.connection(step.connection);
    await this.send(connection, this.render(step.send));
    const response = await connection.next();
    if (response === 'closed') return ['the connection ended instead of an answer'];
    const found = differences(response, step.expect, this.cookies);
    if (step.after === 'server_keeps') {
      const again = await connection.ask(head(uriOf('never-stored')));
      if (again.status !== 404) found.push(`the connection is out of step: ${again.statusLine}`);
    }
    if (step.after === 'client_closes') connection.close();
    if (connection.hasAnswer) found.push('more than one answer');
    return found;
  }

  private async send(connection: GatewayClient, request: Buffer): Promise<void> {
    const at = this.delivery.cut === null ? undefined : cutsOf(request)[this.delivery.cut];
    if (at === undefined) {
      connection.send(request);
      return;
    }
    connection.send(request.subarray(0, at));
    await this.witness.hasRead();
    connection.send(request.subarray(at));
  }

  private async connection(name: string): Promise<GatewayClient> {
    const open = this.connections.get(name);
    if (open !== undefined && !open.isClosed) return open;
    const connection = await GatewayClient.connect(this.gateway);
    this.connections.set(name, connection);
    // The witness vouches only for connections that the server has accepted.
    if (this.delivery.cut !== null) await connection.ask(head(uriOf('never-stored')));
    return connection;
  }

  /** The request as it is sent: with this play's own session ids, and with the cookies the server really gave. */
  private render(request: Buffer): Buffer {
    const body = headLength(request);
    const text = request
      .toString('latin1', 0, body)
      .replace(/^(\S+ .+)( HTTP\/1\.\d\r\n)/, (_, target: string, rest: string) => target + this.delivery.suffix + rest)
      .replace(
        /(\r\nLockCookie: )(\d+)(?=\r\n)/,
        (_, name: string, cookie: string) => name + this.cookies.toSend(cookie),
      );
    return Buffer.concat([Buffer.from(text, 'latin1'), request.subarray(body)]);
  }

  private fail(reason: string): void {
    this.failure = reason;
    // Whatever still comes on these connections belongs to no step.
    this.close();
  }
}

/**
 * Plays one vector with all players in step: the clock moves for all of them at once, and they differ in nothing but
 * delivery.
 */
export async function playTogether(
  vector: Vector,
  players: readonly Player[],
  advanceMinutes: (minutes: number) => Promise<void>,
): Promise<string[]> {
  for (const [index, step] of vector.steps.entries()) {
    if (step.advanceMinutes > 0) {
      // So much later every connection counts as idle, and the server may close it at any moment.
      for (const player of players) player.close();
      await advanceMinutes(step.advanceMinutes);
    }
    await Promise.all(players.map((player) => player.play(step, index + 1)));
  }
  return players.map((player) => player.failure).filter((failure) => failure !== null);
}

/** How many places a vector's requests can be cut at, the longest one counted; cookies may grow to ten digits. */
export function cutCount(vector: Vector): number {
  const longest = Math.max(...vector.steps.map((step) => cutsOf(step.send).length));
  const suffixAndCookie = 16;
  return longest + suffixAndCookie;
}
