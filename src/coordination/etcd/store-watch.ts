import type { Duration, Instant } from '../../base/instant.ts';
import type { Random } from '../../base/random.ts';
import type { etcdserverpb as etcd } from '../generated/etcd.js';
import type { QuietLog } from '../quiet-log.ts';
import type { EtcdClient } from './etcd-client.ts';
import { WATCH } from './methods.ts';
import { Pause } from './pause.ts';
import { storeBackOff } from './store-back-off.ts';
import { endOf, type StoreKeys } from './store-keys.ts';
import type { Changed, StoreView } from './store-view.ts';
import { isTrouble } from './trouble.ts';

type Message = etcd.WatchResponse.$Shape;

/** A watch that held for so long was a good one: the next is begun soon. */
const GOOD_AFTER: Duration = 5_000;

type Follower = Pick<EtcdClient, 'follow'>;

export interface WatchEvents {
  /** Reads all there is into the view. Whether that succeeded. */
  read(): Promise<boolean>;
  changed(changed: Changed): void;
}

/**
 * Follows the changes in the store. Whenever that breaks off, be it that the revision it wants is compacted, that the
 * server ends it or that the line is lost, all is read again and followed from there.
 */
export class StoreWatch {
  private readonly client: Follower;
  private readonly keys: StoreKeys;
  private readonly view: StoreView;
  private readonly random: Random;
  private readonly now: () => Instant;
  private readonly log: QuietLog;
  private readonly events: WatchEvents;
  private readonly pause = new Pause();
  private present = new AbortController();
  private hasEnded = false;

  constructor(
    client: Follower,
    keys: StoreKeys,
    view: StoreView,
    random: Random,
    now: () => Instant,
    log: QuietLog,
    events: WatchEvents,
  ) {
    this.client = client;
    this.keys = keys;
    this.view = view;
    this.random = random;
    this.now = now;
    this.log = log;
    this.events = events;
  }

  async run(): Promise<void> {
    const backOff = storeBackOff(this.random);
    while (!this.hasEnded) {
      if (await this.events.read()) {
        const begunAt = this.now();
        await this.follow();
        if (this.now() >= begunAt + GOOD_AFTER) backOff.succeeded();
      }
      if (!this.hasEnded) await this.pause.wait(backOff.delay());
    }
  }

  /** What it follows is no longer what the store holds. */
  restart(): void {
    this.present.abort();
  }

  end(): void {
    this.hasEnded = true;
    this.present.abort();
    this.pause.wake();
  }

  private async follow(): Promise<void> {
    if (this.hasEnded) return;
    this.present = new AbortController();
    const { signal } = this.present;
    const key = this.keys.prefix;
    const from = this.view.watchFrom;
    const request = { createRequest: { key, rangeEnd: endOf(key), startRevision: from } };
    try {
      await this.client.follow(WATCH, request, signal, (message) => {
        if (!signal.aborted) this.onMessage(message, from);
      });
    } catch (error) {
      if (!isTrouble(error)) throw error;
    }
  }

  private onMessage(message: Message, from: number): void {
    const { header, canceled, compactRevision, cancelReason, events } = message;
    if (canceled === true) {
      const reason = (compactRevision ?? 0) > 0 ? `compacted up to ${compactRevision}` : cancelReason;
      this.log.warn({ reason }, 'etcd ended the watch: reading again');
      this.restart();
    } else if ((header?.revision ?? 0) < from - 1) {
      // It would be silent until the store has come so far again.
      this.restart();
    } else if (events !== null && events !== undefined && events.length > 0) {
      this.events.changed(this.view.takeEvents(events));
    }
  }
}
