import type { Instant } from '../base/instant.ts';
import { sameChange } from './change-log.ts';
import type { Copy } from './copy.ts';
import type { ReplicaEffects } from './effects.ts';
import type { CatchUp, Replicate } from './messages.ts';

/**
 * The other side of replication: a copy that does what its primary says. What comes from anybody else, or of another
 * reign, does not get here.
 */
export class Following {
  /** Whether this is a copy of all there is: one that is being filled is nobody's replica, and never takes over. */
  whole: boolean;
  private readonly copy: Copy;
  /** When the primary last sent anything. */
  heardAt: Instant = 0;
  private link = 0;
  private portion = 0;

  constructor(copy: Copy, whole: boolean) {
    this.copy = copy;
    this.whole = whole;
  }

  onReplicate(from: string, message: Replicate, at: Instant, effects: ReplicaEffects): void {
    this.heardAt = at;
    const { copy } = this;
    const { log } = copy;
    const { partition, reign, link, after, common } = message;
    if (!this.whole || !sameChange(log.last, after) || !log.has(common)) {
      // From the newest change on that is surely in every copy, as far as the log goes back.
      const known = log.nameAt(copy.committed) ?? log.first;
      const tail = [{ ...known, key: null }, ...log.after(known)].map(({ reign, sequence, key }) => ({
        reign,
        sequence,
        key,
      }));
      effects.send(from, { type: 'astray', partition, reign, link, last: log.last, whole: this.whole, tail });
      return;
    }
    copy.apply(common, message.changes, message.states, at);
    this.learn(message, at);
    const agrees = copy.settledDigest() === message.digest;
    effects.send(from, { type: 'replicated', partition, reign, link, last: log.last, agrees });
  }

  onCatchUp(from: string, message: CatchUp, at: Instant, effects: ReplicaEffects): void {
    this.heardAt = at;
    const { copy } = this;
    const { partition, reign, link, portion, done } = message;
    if (portion === 1) {
      copy.empty(message.last);
      this.whole = false;
      this.link = link;
      this.portion = 0;
      for (const record of message.records) copy.restoreRecord(record, at);
    }
    // Of a fill that began again since.
    if (link !== this.link || portion !== this.portion + 1 || this.whole) return;
    this.portion = portion;
    copy.take(message.changes, message.states, at);
    this.learn(message, at);
    effects.send(from, { type: 'caught-up', partition, reign, link, portion });
    if (!done) return;
    this.whole = true;
    const agrees = copy.settledDigest() === message.digest;
    effects.send(from, { type: 'replicated', partition, reign, link, last: copy.log.last, agrees });
  }

  private learn(message: Replicate | CatchUp, at: Instant): void {
    const { copy } = this;
    copy.rules.newestCookie = message.newestCookie;
    copy.rules.versionMemory = message.versionMemory;
    for (const open of message.openNumbers) copy.numbered.close(open, at);
    copy.commit(Math.min(message.committed, copy.log.last.sequence));
  }
}
