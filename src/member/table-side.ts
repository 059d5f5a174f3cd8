import type { Duration, Instant } from '../base/instant.ts';
import { type Holder, sameHolder } from '../placement/holder.ts';
import { isOver, type PartitionTable } from '../placement/partition-table.ts';
import { spread } from '../placement/spread.ts';
import type { EntryDesk } from './entry-desk.ts';
import type { Holdings } from './holdings.ts';
import type { Peer, Peers } from './peers.ts';
import type { Registration } from './registration.ts';
import type { TableKeeper } from './table-keeper.ts';
import type { Voice } from './voice.ts';

/** What the newest table says of this member. */
export interface TableGauges {
  readonly version: number;
  readonly primaries: number;
  readonly replicas: number;
}

/** The store is asked no more often than this where peers know newer tables. */
const READ_AGAIN: Duration = 200;

/** Carries tables from wherever they come to all whom they concern: the copies held here, open requests, peers. */
export class TableSide {
  /** The process ends: no table gives it a role any more. */
  hasLeft = false;
  private readonly self: Holder;
  private readonly keeper: TableKeeper;
  private readonly holdings: Holdings;
  private readonly peers: Peers;
  private readonly desk: EntryDesk;
  private readonly voice: Voice;
  private readAt: Instant = Number.NEGATIVE_INFINITY;
  /** The newest table that was known when the store was last asked. */
  private readUnder = 0;

  constructor(self: Holder, keeper: TableKeeper, holdings: Holdings, peers: Peers, desk: EntryDesk, voice: Voice) {
    this.self = self;
    this.keeper = keeper;
    this.holdings = holdings;
    this.peers = peers;
    this.desk = desk;
    this.voice = voice;
    voice.onFirstPortion = (peer) => {
      if (peer.tableVersion < keeper.version) this.pass(peer);
    };
  }

  /** By the newest table; all 0 before there is one. */
  gauges(): TableGauges {
    const { table } = this.keeper;
    const load = table === null ? undefined : spread(table.partitions).get(this.self.member);
    const primaries = load?.primaries ?? 0;
    return { version: table?.version ?? 0, primaries, replicas: (load?.copies ?? 0) - primaries };
  }

  onMembersSeen(members: readonly Registration[], at: Instant): void {
    this.keeper.registered = members;
    this.forgetPeers();
    this.stopIfOver();
    this.keeper.proposeFirst(at, this.voice.effects);
  }

  /** `fresh`: the store itself was asked. */
  onTableSeen(document: string | null, fresh: boolean, at: Instant): void {
    if (this.hasLeft) return;
    const { effects } = this.voice;
    const sighting = this.keeper.onTableSeen(document, fresh && this.readUnder === this.keeper.version);
    if (sighting.type === 'refused') {
      effects.trace({ type: 'table-refused', reason: sighting.reason });
      // Whoever holds sessions stands by them; a gateway begins anew, and knows no cluster then.
      if (fresh && sighting.isForeign && this.keeper.holdsNothing)
        effects.stop('the cluster was formed anew: this member knows another');
    }
    if (sighting.type !== 'adopted') {
      this.keeper.proposeFirst(at, effects);
      return;
    }
    const { table } = sighting;
    this.peers.onTable(table.version);
    this.holdings.adopt(table, this.desk, at, this.voice);
    this.forgetPeers();
    for (const partition of this.holdings.handedPartitions) {
      const handed = this.holdings.takeHanded(partition);
      const replica = this.holdings.replicas[partition];
      if (handed === null || replica?.role !== 'primary') continue;
      const { from, message } = handed;
      replica.actNow(from, message.renewals, at, this.voice);
      this.desk.receiveWaiters(partition, replica, message.waiters, at);
    }
    this.desk.onTable(at);
    for (const [partition, replica] of this.holdings.replicas.entries())
      if (replica?.role === 'primary') this.voice.touch(partition);
    this.passTable(table);
    const { version, cluster } = table;
    const { primaries, replicas } = this.gauges();
    effects.trace({ type: 'table-adopted', version, cluster, primaries, replicas });
    this.stopIfOver();
  }

  /** A new primary does not wait for a copy's watch: the copy follows only under a table that it knows. */
  private passTable(table: PartitionTable): void {
    for (const peer of this.peers.all()) {
      if (!peer.up || peer.tableVersion >= table.version) continue;
      const follows = table.partitions.some(
        ({ primary, replicas, epoch, reign }) =>
          epoch === reign && sameHolder(primary, this.self) && replicas.some((each) => sameHolder(each, peer.holder)),
      );
      if (follows) this.pass(peer);
    }
  }

  /** Otherwise they would pile up, with every restart of whoever is in no table. */
  private forgetPeers(): void {
    this.peers.retain((holder) => this.isRegistered(holder) || this.holdings.needs(holder));
  }

  private isRegistered(holder: Holder): boolean {
    return this.keeper.registered.some((each) => sameHolder(each, holder));
  }

  private pass(peer: Peer): void {
    const { text, version } = this.keeper;
    if (text === null || peer.passedVersion >= version) return;
    peer.passedVersion = version;
    this.voice.effects.send(peer.holder, { type: 'table', document: text });
  }

  /** Whoever sees that a peer knows an older table sends it his; whoever hears of a newer one asks the store. */
  compare(peer: Peer, version: number, at: Instant): void {
    peer.tableVersion = Math.max(peer.tableVersion, version);
    if (version < this.keeper.version) this.pass(peer);
    else if (version > this.keeper.version) this.read(READ_AGAIN, at);
  }

  /** Unless that was done so shortly before. */
  read(every: Duration, at: Instant): void {
    if (at < this.readAt + every) return;
    this.readAt = at;
    this.readUnder = this.keeper.version;
    this.voice.effects.readStore();
  }

  /** Another process has our id, or we were declared gone: what we hold may be given out anew already. */
  private stopIfOver(): void {
    const { self } = this;
    const { table, registered } = this.keeper;
    const isUsurped = registered.some(
      ({ member, incarnation }) => member === self.member && incarnation > self.incarnation,
    );
    if (isUsurped || (table !== null && isOver(table, self))) {
      this.voice.effects.stop('another incarnation of this member is known, or this one was declared gone');
    }
  }
}
