import type { Metadata, Server, ServerWritableStream } from '@grpc/grpc-js';
import { assert } from '../base/assert.ts';
import { operatorGuard } from './authentication.ts';
import { endOnError, fail } from './call.ts';
import { encodeHealth, encodeMembers, encodeTable } from './cluster-codec.ts';
import { healthOf } from './cluster-health.ts';
import { listMembers } from './cluster-members.ts';
import { type Read, readAdopt, readDrain, readForget, readNothing } from './cluster-requests.ts';
import { NO_TABLE } from './cluster-trouble.ts';
import type { ClusterView } from './cluster-view.ts';
import type { Connections } from './connections.ts';
import { CLUSTER_SERVICE, type MemberCalls } from './member-calls.ts';
import { Operations } from './operations.ts';
import type { Encoded } from './response-codec.ts';
import { TOO_MANY_COMMANDS, type Trouble } from './status.ts';
import { TableWatchers } from './table-watchers.ts';

/** A way to the service: one of the servers on which it is registered. */
export interface Doorway {
  /** Null if who calls with these headers may drain, forget and adopt; else why not. */
  mayOperate(metadata: Metadata): Trouble | null;
  /** Looks after who does not take an answer; null where nobody does. */
  readonly connections: Pick<Connections, 'answerLeaves' | 'answerLeft'> | null;
}

/**
 * The way over a member's line. Guarded: who gets through has shown a certificate of the cluster, and is one of it or
 * of its operators. Else only a token tells them apart from anybody, if they have one.
 */
export function memberLine({ isGuarded, operatorTokens }: MemberLineGuards): Doorway {
  const isOpen = isGuarded || operatorTokens.length === 0;
  return { mayOperate: isOpen ? () => null : operatorGuard(operatorTokens), connections: null };
}

interface MemberLineGuards {
  readonly isGuarded: boolean;
  readonly operatorTokens: readonly string[];
}

export interface ClusterServiceLimits {
  /** Absent: 64. */
  readonly maxWatchers?: number;
  /** Other calls open at a time. Absent: 64. */
  readonly maxCalls?: number;
}

const MAX_WATCHERS = 64;
const MAX_CALLS = 64;

type Call<R> = ServerWritableStream<Read<R>, Buffer>;

/** `holdfast.v1.ClusterService`, for operators, over however many servers. */
export class ClusterService {
  private readonly view: ClusterView;
  private readonly operations: Operations;
  private readonly watchers: TableWatchers;
  private readonly maxCalls: number;
  private open = 0;

  constructor(view: ClusterView, calls: MemberCalls, limits: ClusterServiceLimits = {}) {
    this.view = view;
    this.operations = new Operations(view, calls);
    this.watchers = new TableWatchers(view, limits.maxWatchers ?? MAX_WATCHERS);
    this.maxCalls = limits.maxCalls ?? MAX_CALLS;
  }

  /** Calls open now, those that watch among them. */
  get calls(): number {
    return this.open + this.watchers.size;
  }

  register(server: Server, doorway: Doorway): void {
    const { view, operations } = this;
    const read = (name: string, answer: () => Encoded): void =>
      this.add(server, name, readNothing, (call) => this.serve(call, doorway, async () => answer()));
    read('GetTable', () => {
      const table = view.table();
      return table === null ? { type: 'trouble', trouble: NO_TABLE } : message(encodeTable(table));
    });
    read('ListMembers', () => message(encodeMembers(view, listMembers(view))));
    read('GetHealth', () => message(encodeHealth(view, healthOf(view))));
    this.add(server, 'WatchTable', readNothing, (call) => this.watchers.watch(call));
    this.add(server, 'Drain', readDrain, (call) => {
      this.serve(call, doorway, async (request) => mayNot(doorway, call) ?? operations.drain(request));
    });
    this.add(server, 'Forget', readForget, (call) => {
      this.serve(call, doorway, async (request) => mayNot(doorway, call) ?? operations.forget(request));
    });
    this.add(server, 'Adopt', readAdopt, (call) => {
      this.serve(call, doorway, async (request) => mayNot(doorway, call) ?? operations.adopt(request));
    });
  }

  /** Who watches is sent away, on every server, and nobody may watch from now on. */
  stop(): void {
    this.watchers.stop();
  }

  /** A call that is answered once is registered as one with a stream of answers: see `SessionService.register`. */
  private add<R>(
    server: Server,
    name: string,
    read: (bytes: Buffer) => Read<R>,
    handle: (call: Call<R>) => void,
  ): void {
    const added = server.register(
      `/${CLUSTER_SERVICE}/${name}`,
      (call: Call<R>) => endOnError(() => handle(call)),
      (bytes: Buffer) => bytes,
      read,
      'serverStream',
    );
    assert(added, `${name} is registered once`);
  }

  private serve<R>(call: Call<R>, { connections }: Doorway, answer: (request: R) => Promise<Encoded>): void {
    const { request } = call;
    if (request.type === 'refused') {
      fail(call, request.trouble);
      return;
    }
    if (this.open >= this.maxCalls) {
      fail(call, TOO_MANY_COMMANDS);
      return;
    }
    this.open++;
    const peer = call.getPeer();
    let leaving: ReturnType<Connections['answerLeaves']> = null;
    // Comes once for every call, at the latest when its answer was taken.
    call.on('cancelled', () => {
      this.open--;
      connections?.answerLeft(peer, leaving);
    });
    // What is thrown on the way is a broken assumption, which nobody catches.
    void answer(request.request).then((encoded) => {
      if (call.cancelled) return;
      if (encoded.type === 'trouble') {
        fail(call, encoded.trouble);
        return;
      }
      leaving = connections?.answerLeaves(peer) ?? null;
      call.write(encoded.bytes);
      call.end();
    });
  }
}

function mayNot(doorway: Doorway, call: { readonly metadata: Metadata }): Encoded | null {
  const trouble = doorway.mayOperate(call.metadata);
  return trouble === null ? null : { type: 'trouble', trouble };
}

function message(bytes: Buffer): Encoded {
  return { type: 'message', bytes };
}
