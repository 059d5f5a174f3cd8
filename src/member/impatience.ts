import type { Instant } from '../base/instant.ts';
import { type Holder, nameOf } from '../placement/holder.ts';
import type { Asker, Request } from '../replica/request.ts';
import type { EntryDesk } from './entry-desk.ts';
import type { Errand } from './errands.ts';
import type { Holdings } from './holdings.ts';
import type { Cancelled } from './messages.ts';
import type { Peer } from './peers.ts';
import type { Voice } from './voice.ts';

/** Whether its turn is lost even if it has come, for who would be served is gone (`cancel`), or is not (`dismiss`). */
type How = 'cancel' | 'dismiss';

/**
 * Ends the waiting of requests before their time: their client is gone, or the process stops. Wherever such a request
 * stands in line it leaves it, and its primary answers it; one that no line holds up is merely under way, and goes on.
 *
 * Where nobody may decide, a request that would come to wait is given back to its entry, which tries it again as one
 * that waits for nothing.
 */
export class Impatience {
  private readonly name: string;
  private readonly desk: EntryDesk;
  private readonly holdings: Holdings;
  private readonly voice: Voice;

  constructor(self: Holder, desk: EntryDesk, holdings: Holdings, voice: Voice) {
    this.name = nameOf(self);
    this.desk = desk;
    this.holdings = holdings;
    this.voice = voice;
  }

  /** A client of ours is gone. */
  onCancel(asker: Asker, at: Instant): void {
    const errand = this.desk.errands.of(asker);
    if (errand !== undefined) this.hurry(errand, 'cancel', at);
  }

  /** None of our clients is to wait any more, nor whoever comes from now on. */
  onDrain(at: Instant): void {
    this.desk.draining = true;
    for (const errand of this.desk.errands.all()) this.hurry(errand, 'dismiss', at);
  }

  /** Another entry's client is to wait no more. */
  onCancelled(from: Peer, { number, partition }: Cancelled, at: Instant): void {
    this.desk.returnEarly(from, number);
    this.leaveLine(partition, from.name, number, 'cancel', at);
  }

  private hurry(errand: Errand, how: How, at: Instant): void {
    if (!this.desk.errands.hurry(errand, at)) return;
    const { state, sentTo, partition, request } = errand;
    const { number } = request;
    if (state === 'here') this.leaveLine(partition, this.name, number, how, at);
    else if (sentTo?.up === true) this.voice.effects.send(sentTo.holder, { type: 'cancel', partition, number });
  }

  private leaveLine(partition: number, entry: string, number: number, how: How, at: Instant): void {
    const replica = this.holdings.replicas[partition];
    if (replica?.role !== 'primary') return;
    const isMeant = (request: Request): boolean =>
      request.number === number && (request.origin?.entry ?? this.name) === entry;
    for (const request of replica.dropQueued(isMeant)) this.desk.giveBack(request, false);
    const waiter = replica.decider.waiting.find(({ request }) => isMeant(request));
    if (waiter === undefined) return;
    this.voice.touch(partition);
    if (replica.mayDecide(at)) {
      replica.decider[how](waiter, at, this.voice);
      return;
    }
    replica.decider.leave(waiter);
    this.desk.giveBack(waiter.request, false);
  }
}
