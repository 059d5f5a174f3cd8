import type { Duration, Instant } from '../base/instant.ts';
import { type Holder, nameOf, sameHolder } from '../placement/holder.ts';
import { isOver, knownMember, type PartitionTable } from '../placement/partition-table.ts';
import type { Peers } from './peers.ts';
import type { TableKeeper } from './table-keeper.ts';

/** The registration of a process that died stands for a while, and so may lines to it. */
const KEPT_FOR: Duration = 60_000;

/**
 * Whom an operator declared gone for good, until the table says so. Nobody is forgotten while it is registered or a line
 * to it stands; the word is kept until that is over, unless the process gives a sign of life meanwhile.
 */
export class Forgetting {
  private readonly keeper: TableKeeper;
  private readonly peers: Peers;
  private words: { readonly holder: Holder; readonly since: Instant }[] = [];

  constructor(keeper: TableKeeper, peers: Peers) {
    this.keeper = keeper;
    this.peers = peers;
  }

  tell(holder: Holder, at: Instant): void {
    this.words = this.words.filter((word) => !sameHolder(word.holder, holder) && at < word.since + KEPT_FOR);
    this.words.push({ holder, since: at });
  }

  /** Whom this table may have forgotten now. */
  due(table: PartitionTable, at: Instant): Holder[] {
    this.words = this.words.filter(({ holder, since }) => {
      const isOpen = knownMember(table, holder.member) !== null && !isOver(table, holder);
      return isOpen && at < since + KEPT_FOR && this.peers.promisedTo(holder) <= since;
    });
    return this.words.map(({ holder }) => holder).filter((holder) => !this.showsLife(holder));
  }

  private showsLife(holder: Holder): boolean {
    const isRegistered = this.keeper.registered.some((each) => sameHolder(each, holder));
    return isRegistered || this.peers.named(nameOf(holder))?.up === true;
  }
}
