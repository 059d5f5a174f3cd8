import type { Socket } from 'node:net';
import type { Duration, Instant } from '../../src/base/instant.ts';
import type { Random } from '../../src/base/random.ts';
import { monotonic } from './monotonic.ts';

/** What one direction of a line suffers. */
export interface Weather {
  /** Nothing arrives: neither bytes nor the news that the other end is gone. What was sent arrives when it is over. */
  readonly cut: boolean;
  readonly delay: Duration;
  /** The share of packets that are lost, 0 to 1. TCP sends them again: what follows waits for that. */
  readonly loss: number;
}

export const FAIR: Weather = { cut: false, delay: 0, loss: 0 };

const PACKET = 1_400;
/** How long a sender waits for an acknowledgement before it sends again: Linux waits 200 ms and a little. */
const SENT_AGAIN: Duration = 200;
/** A sender stops when so much is under way, as its window is full. */
const WINDOW = 256 * 1024;

type Item =
  | { readonly due: Instant; readonly bytes: Buffer }
  | { readonly due: Instant; readonly bytes: null; readonly end: 'fin' | 'reset' };

/** How much longer what these bytes are part of is under way, for packets lost. */
export function resent(bytes: number, { delay, loss }: Weather, random: Random): Duration {
  if (loss === 0) return 0;
  const arrives = (1 - loss) ** Math.ceil(bytes / PACKET);
  return random.fraction() < arrives ? 0 : SENT_AGAIN + 2 * delay;
}

/** Carries what one socket brings to another, in order, under the weather there is. */
export class Pump {
  private readonly from: Socket;
  private readonly to: Socket;
  private readonly weather: () => Weather;
  private readonly random: Random;
  private items: Item[] = [];
  private held = 0;
  private lastDue: Instant = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(from: Socket, to: Socket, weather: () => Weather, random: Random) {
    this.from = from;
    this.to = to;
    this.weather = weather;
    this.random = random;
    from.on('data', (bytes: Buffer) => {
      this.held += bytes.length;
      this.add({ due: this.dueAfter(bytes.length), bytes });
      if (this.held > WINDOW) from.pause();
    });
    from.on('end', () => this.add({ due: this.dueAfter(1), bytes: null, end: 'fin' }));
    from.on('close', (hadError) => {
      if (hadError) this.add({ due: this.dueAfter(1), bytes: null, end: 'reset' });
    });
    from.on('error', () => {});
  }

  /** The weather has changed, or time has passed. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const now = monotonic();
    while (!this.weather().cut) {
      const [item] = this.items;
      if (item === undefined) break;
      if (item.due > now) {
        this.timer = setTimeout(() => this.flush(), item.due - now);
        break;
      }
      this.items.shift();
      this.deliver(item);
    }
  }

  private add(item: Item): void {
    this.items.push(item);
    if (this.timer === null) this.flush();
  }

  private deliver(item: Item): void {
    if (item.bytes === null) {
      if (item.end === 'fin') this.to.end();
      else this.to.resetAndDestroy();
      return;
    }
    this.held -= item.bytes.length;
    if (this.to.writable) this.to.write(item.bytes);
    if (this.held <= WINDOW) this.from.resume();
  }

  private dueAfter(bytes: number): Instant {
    const weather = this.weather();
    this.lastDue = Math.max(this.lastDue, monotonic() + weather.delay + resent(bytes, weather, this.random));
    return this.lastDue;
  }
}
