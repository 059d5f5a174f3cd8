import type { ServerWritableStream } from '@grpc/grpc-js';
import type { PartitionTable } from '../member/door.ts';
import { endOnError, fail } from './call.ts';
import { encodeUpdate } from './cluster-codec.ts';
import type { ClusterView } from './cluster-view.ts';
import { STOPPING, TOO_MANY_STREAMS } from './status.ts';

export type WatchStream = Pick<
  ServerWritableStream<unknown, Buffer>,
  'cancelled' | 'write' | 'on' | 'emit' | 'removeAllListeners'
>;

/** Those who are told of every table, for as long as they listen. */
export class TableWatchers {
  private readonly view: ClusterView;
  private readonly most: number;
  private readonly watchers = new Set<TableWatcher>();
  private readonly leaveView: () => void;
  private isStopping = false;

  constructor(view: ClusterView, most: number) {
    this.view = view;
    this.most = most;
    this.leaveView = view.onTable(() => {
      for (const watcher of this.watchers) watcher.tell();
    });
  }

  get size(): number {
    return this.watchers.size;
  }

  watch(call: WatchStream): void {
    if (this.isStopping) {
      fail(call, STOPPING);
      return;
    }
    if (this.watchers.size >= this.most) {
      fail(call, TOO_MANY_STREAMS);
      return;
    }
    const watcher = new TableWatcher(this.view, call);
    this.watchers.add(watcher);
    // Comes once for every call, however it ends.
    call.on('cancelled', () => this.watchers.delete(watcher));
    watcher.tell();
  }

  stop(): void {
    this.isStopping = true;
    this.leaveView();
    for (const watcher of this.watchers) fail(watcher.call, STOPPING);
    this.watchers.clear();
  }
}

/**
 * Invariant: at most one message is on its way to a watcher. What came meanwhile is not kept: when that message was
 * written the next one tells the difference between it and the table that is the newest then.
 */
class TableWatcher {
  readonly call: WatchStream;
  private readonly view: ClusterView;
  private sent: PartitionTable | null = null;
  private isWriting = false;

  constructor(view: ClusterView, call: WatchStream) {
    this.view = view;
    this.call = call;
  }

  tell(): void {
    const table = this.view.table();
    if (this.isWriting || this.call.cancelled || table === null || table === this.sent) return;
    const update = encodeUpdate(this.sent, table);
    this.sent = table;
    this.isWriting = true;
    this.call.write(update, (error: Error | null | undefined) => {
      this.isWriting = false;
      if (!error) endOnError(() => this.tell());
    });
  }
}
