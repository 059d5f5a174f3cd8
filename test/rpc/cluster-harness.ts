import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import {
  Client,
  type ClientReadableStream,
  credentials,
  Metadata,
  type MethodDefinition,
  Server,
  ServerCredentials,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { Holder, Holders } from '../../src/placement/holder.ts';
import { nameOf } from '../../src/placement/holder.ts';
import { firstTable, nextTable, type PartitionTable, type TableChange } from '../../src/placement/partition-table.ts';
import { ClusterService, type ClusterServiceLimits, memberLine } from '../../src/rpc/cluster-service.ts';
import type { ClusterView, HeldCopy, ListedProcess, StoreState, StoreTable } from '../../src/rpc/cluster-view.ts';
import { MemberCalls } from '../../src/rpc/member-calls.ts';
import { PROTO_FOLDER } from '../../src/rpc/reflection.ts';
import { type RpcOptions, RpcServer } from '../../src/rpc/rpc-server.ts';
import { CLOCK, FakeEntrance } from './fake-entrance.ts';
import { type Message, OPTIONS, TestClient } from './harness.ts';

const DEFINITIONS = loadSync(['holdfast/v1/session_service.proto', 'holdfast/v1/cluster_service.proto'], {
  ...{ keepCase: true, longs: Number, enums: String, oneofs: true, defaults: true, includeDirs: [PROTO_FOLDER] },
});

export function holder(member: string, incarnation = 1): Holder {
  return { member, incarnation };
}

export function process(member: string, incarnation = 1, more: Partial<ListedProcess> = {}): ListedProcess {
  return { member, incarnation, zone: '', address: `${member}:7402`, version: '1.0.0', gatewayOnly: false, ...more };
}

/** Three members, four partitions of two copies: all is well, until a test changes it. */
export class FakeCluster implements ClusterView {
  self: ListedProcess;
  readonly clusterName = 'shop';
  present: PartitionTable | null = fourPartitions();
  list: ListedProcess[] = ['a', 'b', 'c'].map((member) => process(member));
  /** By `nameOf`. */
  readonly lines = new Map<string, Holder>();
  draining = false;
  held: HeldCopy[] = [];
  storeState: StoreState = { kind: 'etcd', reachable: true, answeredAgo: 250, trouble: '', refused: '' };
  stored: StoreTable = { type: 'fits' };
  refusal: string | null = null;
  readonly drains: string[] = [];
  readonly forgets: Holder[] = [];
  /** What the store held each time it was asked to hold ours. */
  readonly adoptions: StoreTable[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(member = 'a') {
    this.self = process(member);
    for (const other of ['a', 'b', 'c']) if (other !== member) this.hear(holder(other));
  }

  /** Takes a table over, as a member does. */
  adopt(...changes: readonly TableChange[]): PartitionTable {
    this.present = nextTable(this.present ?? assert.fail('there is no table'), changes);
    this.tell();
    return this.present;
  }

  tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  hear(other: Holder): void {
    this.lines.set(nameOf(other), other);
  }

  /** Neither registered nor heard any more. */
  lose(member: string): void {
    this.list = this.list.filter((each) => each.member !== member);
    this.lines.delete(nameOf(holder(member)));
  }

  loseStore(trouble = ''): void {
    this.storeState = { ...this.storeState, reachable: false, trouble };
  }

  /** The store was seen to hold this, and it is not believed. */
  disbelieve(stored: StoreTable, refused = 'the table is gone'): void {
    this.stored = stored;
    this.storeState = { ...this.storeState, refused };
  }

  /** It was seen to hold our table. */
  believe(): void {
    this.disbelieve({ type: 'fits' }, '');
  }

  table(): PartitionTable | null {
    return this.present;
  }

  onTable(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  registered(): readonly ListedProcess[] {
    return this.list;
  }

  heard(): readonly Holder[] {
    return [...this.lines.values()];
  }

  isDraining(): boolean {
    return this.draining;
  }

  copies(): readonly HeldCopy[] {
    return this.held;
  }

  contents() {
    return { sessions: 12, bytes: 3_456 };
  }

  store(): StoreState {
    return this.storeState;
  }

  storeTable(): StoreTable {
    return this.stored;
  }

  addressOf(member: string): string | null {
    return this.list.find((each) => each.member === member)?.address ?? null;
  }

  drainSelf(): void {
    this.drains.push(this.self.member);
    this.draining = true;
  }

  forget(member: string, incarnation: number): 'told' | { readonly refused: string } {
    if (this.refusal !== null) return { refused: this.refusal };
    this.forgets.push({ member, incarnation });
    return 'told';
  }

  writeBack(): void {
    this.adoptions.push(this.stored);
  }
}

function fourPartitions(): PartitionTable {
  const members = ['a', 'b', 'c'].map((id) => ({ id, incarnation: 1, zone: '' }));
  return firstTable('q3', 2, members, [held('a', 'b'), held('b', 'c'), held('c', 'a'), held('a', 'c')]);
}

export function held(primary: string, ...replicas: readonly string[]): Holders {
  return { primary: holder(primary), replicas: replicas.map((member) => holder(member)) };
}

export interface Door {
  readonly port: number;
  readonly address: string;
  readonly service: ClusterService;
  readonly server: RpcServer;
  readonly entrance: FakeEntrance;
  readonly client: ClusterClient;
}

/** The gRPC door with the service on it, and a client; gone when the test ends. */
export async function startDoor(
  t: TestContext,
  view: ClusterView,
  options: Partial<RpcOptions> = {},
  limits: ClusterServiceLimits = {},
): Promise<Door> {
  const entrance = new FakeEntrance();
  const service = new ClusterService(view, new MemberCalls(credentials.createInsecure()), limits);
  const sources = { describe: () => ({ door: 'gateway' as const, address: '10.1.2.3' }) };
  const log = { warn: () => {} };
  const server = new RpcServer({ ...OPTIONS, ...options }, entrance, CLOCK, log, sources, service);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const address = `127.0.0.1:${port}`;
  const client = new ClusterClient(address);
  t.after(async () => {
    client.close();
    await server.stop(200);
  });
  return { port, address, service, server, entrance, client };
}

/** A member line with nothing but the service on it, of a member with these operators. @returns its address */
export async function startLine(
  t: TestContext,
  view: ClusterView,
  operatorTokens: readonly string[] = [],
): Promise<string> {
  const server = new Server();
  const calls = new MemberCalls(credentials.createInsecure(), {}, operatorTokens[0]);
  const service = new ClusterService(view, calls);
  service.register(server, memberLine({ isGuarded: false, operatorTokens }));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  t.after(() => {
    service.stop();
    server.forceShutdown();
  });
  return `127.0.0.1:${port}`;
}

export class ClusterClient {
  private readonly unary: TestClient;
  private readonly streams: Client;

  constructor(address: string) {
    this.unary = new TestClient(address, credentials.createInsecure(), DEFINITIONS);
    this.streams = new Client(address, credentials.createInsecure());
  }

  close(): void {
    this.unary.close();
    this.streams.close();
  }

  call(method: string, request: Message = {}, token: string | null = null): Promise<Message> {
    const name = method.includes('/') ? method : `holdfast.v1.ClusterService/${method}`;
    return this.unary.call(name, request, {}, bearing(token));
  }

  begin(method: string, request: Message) {
    return this.unary.begin(`holdfast.v1.ClusterService/${method}`, request);
  }

  watch(): ClientReadableStream<Message> {
    const service = DEFINITIONS['holdfast.v1.ClusterService'] as unknown as Readonly<
      Record<string, MethodDefinition<Message, Message>>
    >;
    const { path, requestSerialize, responseDeserialize } = service['WatchTable'] ?? assert.fail('no WatchTable');
    return this.streams.makeServerStreamRequest(path, requestSerialize, responseDeserialize, {});
  }
}

function bearing(token: string | null): Metadata {
  const metadata = new Metadata();
  if (token !== null) metadata.set('authorization', `Bearer ${token}`);
  return metadata;
}

/** What a watcher was sent, as it comes; and how it ended. */
export function collect(stream: ClientReadableStream<Message>) {
  const updates: Message[] = [];
  stream.on('data', (message: Message) => updates.push(message));
  const ended = new Promise((_resolve, reject) => stream.on('error', reject));
  ended.catch(() => {});
  return { updates, ended };
}
