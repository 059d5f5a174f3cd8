import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Clock, Holder, PeerMessage } from '../../../src/member/door.ts';
import { nameOf } from '../../../src/member/door.ts';
import { MemberListener } from '../../../src/rpc/line/member-listener.ts';
import { PeerLines, type PeerLinesOptions } from '../../../src/rpc/line/peer-lines.ts';
import { until } from '../harness.ts';
import { SOURCES } from './arbitrary-messages.ts';

const CLOCK: Clock = { now: () => performance.now(), wallTime: () => Date.now() };

/** A process with its lines, as the member in it would see them. */
export interface Process {
  readonly holder: Holder;
  readonly lines: PeerLines;
  readonly address: string;
  /** What it was told, in order: `up b#1`, `down b#1`; and what was delivered by each peer. */
  readonly told: string[];
  readonly delivered: Map<string, PeerMessage[]>;
  /** The log's lines, each with its level, text, and reason. */
  readonly log: string[];
  /** Lines of which the member was not told yet, in order. Not filled unless `late`. */
  readonly untold: (() => void)[];
  /** Stops listening and leaves its lines as they are. */
  stop(): Promise<void>;
}

/** `a#3`. On loopback, and gone when the test ends. `late`: the member is told of lines when the test says so. */
export async function start(
  t: TestContext,
  name: string,
  { late = false, ...options }: Partial<PeerLinesOptions> & { readonly late?: boolean } = {},
  port = 0,
): Promise<Process> {
  const [member = '', incarnation] = name.split('#');
  const holder: Holder = { member, incarnation: Number(incarnation) };
  const told: string[] = [];
  const delivered = new Map<string, PeerMessage[]>();
  const log: string[] = [];
  const untold: (() => void)[] = [];
  const standing = new Set<string>();
  const events = {
    up: (peer: Holder, isTold: () => void) => {
      const id = nameOf(peer);
      assert.ok(!standing.has(id), `${id} came up twice`);
      assert.ok(![...standing].some((other) => other.startsWith(`${peer.member}#`)), `two lines to ${peer.member}`);
      standing.add(id);
      told.push(`up ${id}`);
      if (late) untold.push(isTold);
      else isTold();
    },
    down: (peer: Holder) => {
      assert.ok(standing.delete(nameOf(peer)), `${nameOf(peer)} went down without having been up`);
      told.push(`down ${nameOf(peer)}`);
    },
    delivered: (from: Holder, message: PeerMessage) => {
      assert.ok(standing.has(nameOf(from)), `${nameOf(from)} says something without a line`);
      const messages = delivered.get(nameOf(from)) ?? [];
      messages.push(message);
      delivered.set(nameOf(from), messages);
    },
  };
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, text: string) => {
    log.push(`${level}: ${text} ${fields['peer']} ${fields['reason'] ?? ''}`);
  };
  const writers = { info: write('info'), warn: write('warn'), error: write('error') };
  const lines = new PeerLines(
    {
      self: holder,
      cluster: 'shop',
      gatewayOnly: false,
      version: '1.0',
      tls: null,
      sources: SOURCES,
      seed: 1,
      ...options,
    },
    events,
    CLOCK,
    writers,
  );
  const listener = new MemberListener({ tls: options.tls ?? null }, CLOCK, writers);
  const bound = await listener.listen({ host: '127.0.0.1', port });
  lines.acceptOn(listener);
  const stop = (): Promise<void> => listener.stop();
  t.after(async () => {
    await lines.close();
    await stop();
  });
  return { holder, lines, address: `127.0.0.1:${bound.port}`, told, delivered, log, untold, stop };
}

/** What the store would show of these processes. */
export function show(to: Process, ...others: readonly Process[]): void {
  to.lines.setPeers(others.map(({ holder, address }) => ({ holder, address })));
}

export async function untilTold(process: Process, ...told: string[]): Promise<void> {
  const { member } = process.holder;
  await until(() => process.told.length >= told.length, `${member} is told ${told} (so far ${process.told})`);
  assert.deepEqual(process.told, told);
}

/** Two processes and a line between them. */
export async function pair(t: TestContext, options: Partial<PeerLinesOptions> = {}): Promise<[Process, Process]> {
  const [a, b] = [await start(t, 'a#1', options), await start(t, 'b#1', options)];
  show(a, a, b);
  show(b, a, b);
  await untilTold(a, 'up b#1');
  await untilTold(b, 'up a#1');
  return [a, b];
}

/** One turn in which this is sent. */
export function turn(from: Process, to: Holder, ...messages: PeerMessage[]): void {
  for (const message of messages) from.lines.send(to, message);
  from.lines.flush();
}

export function numbered(number: number): PeerMessage {
  return { type: 'cancel', partition: 0, number };
}

/** The numbers of what `from` had delivered to `to`. */
export function numbersFrom(to: Process, from: Process): number[] {
  return (to.delivered.get(nameOf(from.holder)) ?? []).map((message) => ('number' in message ? message.number : -1));
}
