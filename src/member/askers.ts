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
  private readonly askers = new Map<Asker, InnerAsker>();
  private newest: Asker = 0;

  get size(): number {
    return this.askers.size;
  }

  enlist(asker: InnerAsker): Asker {
    this.askers.set(--this.newest, asker);
    return this.newest;
  }

  of(asker: Asker): InnerAsker | undefined {
    return this.askers.get(asker);
  }

  /** Ends the reference. */
  take(asker: Asker): InnerAsker | undefined {
    const taken = this.askers.get(asker);
    this.askers.delete(asker);
    return taken;
  }

  ofPeer(peer: Peer): Asker[] {
    return [...this.askers].filter(([, each]) => each.peer === peer).map(([asker]) => asker);
  }
}
