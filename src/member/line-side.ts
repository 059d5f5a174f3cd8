import type { Instant } from '../base/instant.ts';
import type { Holder } from '../placement/holder.ts';
import type { EntryDesk } from './entry-desk.ts';
import type { Holdings } from './holdings.ts';
import type { Peers } from './peers.ts';
import type { Voice } from './voice.ts';

/** Carries the news that a line to a peer stands, or does no more, to all whom it concerns: copies, open requests. */
export class LineSide {
  private readonly peers: Peers;
  private readonly holdings: Holdings;
  private readonly desk: EntryDesk;
  private readonly voice: Voice;

  constructor(peers: Peers, holdings: Holdings, desk: EntryDesk, voice: Voice) {
    this.peers = peers;
    this.holdings = holdings;
    this.desk = desk;
    this.voice = voice;
  }

  onUp(holder: Holder, at: Instant): void {
    const peer = this.peers.onLineUp(holder, at);
    for (const [partition, replica] of this.holdings.replicas.entries()) {
      if (replica?.role !== 'primary' || !replica.followers.links.has(peer.name)) continue;
      replica.followers.onLineUp(peer.name, at);
      this.voice.touch(partition);
    }
    this.desk.retry(at);
  }

  onDown(holder: Holder, at: Instant): void {
    const peer = this.peers.onLineDown(holder, at);
    for (const [partition, replica] of this.holdings.replicas.entries()) {
      if (replica?.role !== 'primary') continue;
      const link = replica.followers.links.get(peer.name);
      if (link === undefined) continue;
      replica.followers.drop(link, at, this.voice);
      this.voice.touch(partition);
    }
    this.desk.onLineDown(peer, at);
  }
}
