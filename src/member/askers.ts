import { NumberMap } from '../base/number-map.ts';
import type { Asker } from '../replica/request.ts';
import type { Peer } from './peers.ts';

/** Who is to hear of an outcome that is not told to a client at once: an entry elsewhere, or an errand of our own. */
export interface InnerAsker {
  /** The entry; null where that is this member. */
  readonly peer: Peer | null;
  readonly number: number;
  readonly attempt: number;
}

/** References for them, in the way of clients': but negative, where clients' are positive. */
export class Askers {
  private readonly askers = new NumberMap<InnerAsker>();
  private newest: Asker = 0;

  get size(): number {
    return this.askers.size;
  }

  enlist(asker: InnerAsker): Asker {
    this.newest--;
    this.askers.set(this.newest, asker);
    return this.newest;
  }

  of(asker: Asker): InnerAsker | undefined {
    return this.askers.get(asker);
  }

  /** Ends the reference. */
  take(asker: Asker): InnerAsker | undefined {
    return this.askers.delete(asker);
  }

  /** In the order in which they came. */
  ofPeer(peer: Peer): Asker[] {
    const all = this.askers.entries((each) => each.peer === peer);
    return all.map(([asker]) => asker).reverse();
  }
}
