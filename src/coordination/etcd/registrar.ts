import { assert } from '../../base/assert.ts';
import type { Duration, Instant } from '../../base/instant.ts';
import type { Random } from '../../base/random.ts';
import type { Announcement, RegisteredMember } from '../coordination.ts';
import type { QuietLog } from '../quiet-log.ts';
import { CALL_LIMIT, type EtcdClient } from './etcd-client.ts';
import { GRANT, KEEP_ALIVE, REVOKE, TXN } from './methods.ts';
import { Pause } from './pause.ts';
import { found, isStill, look, put, revisionOf, when } from './questions.ts';
import { decodeRegistration, encodeRegistration } from './registration-document.ts';
import { storeBackOff } from './store-back-off.ts';
import type { StoreKeys } from './store-keys.ts';
import { textOf } from './store-view.ts';
import { isAnswer, isTrouble, textOf as reasonOf } from './trouble.ts';

/** A registration ends this long after its process was last heard of. */
const TTL_SECONDS = 5;
/** While another process is registered under our id, and the watch does not say when that ends. */
const LOOK_AGAIN: Duration = 1_000;
/** etcd's own lease ids take 63 bits, of which a number of JavaScript holds 53. */
const LEASE_IDS = 2 ** 48;

const TAKEN = 'this member id is registered by another process: waiting until that registration ends';

type Asker = Pick<EtcdClient, 'call' | 'once'>;

interface Lease {
  readonly id: number;
  readonly ttl: Duration;
  renewedAt: Instant;
}

/** A registration as it stands in the store. */
interface Standing {
  readonly text: string;
  readonly lease: number;
  /** As of which it is there. */
  readonly revision: number;
}

/**
 * Keeps a process registered: under a lease, which is renewed every third of its time, and anew, in the same
 * incarnation, when that was lost. Never in the place of another process's registration.
 */
export class Registrar {
  private readonly client: Asker;
  private readonly keys: StoreKeys;
  private readonly announcement: Announcement;
  private readonly random: Random;
  private readonly now: () => Instant;
  private readonly log: QuietLog;
  private readonly pause = new Pause();
  private incarnation = 0;
  private sawTable = false;
  private lease: Lease | null = null;
  /** Of the newest lease, which may still be on its way. */
  private leaseId = 0;
  private standing: Standing | null = null;
  private hasEnded = false;

  constructor(
    client: Asker,
    keys: StoreKeys,
    announcement: Announcement,
    random: Random,
    now: () => Instant,
    log: QuietLog,
  ) {
    this.client = client;
    this.keys = keys;
    this.announcement = announcement;
    this.random = random;
    this.now = now;
    this.log = log;
  }

  /** Until `leave` or `end`. */
  async run(incarnation: number): Promise<void> {
    assert(this.incarnation === 0, 'a process registers in one incarnation');
    this.incarnation = incarnation;
    const backOff = storeBackOff(this.random);
    while (!this.hasEnded) {
      let next: Duration;
      try {
        next = await this.step();
        backOff.succeeded();
      } catch (error) {
        // The client has told of it.
        if (!isTrouble(error)) throw error;
        next = backOff.delay();
      }
      if (!this.hasEnded) await this.pause.wait(next);
    }
  }

  tableKnown(): void {
    if (this.sawTable) return;
    this.sawTable = true;
    this.pause.wake();
  }

  /** Who is registered as of a revision: ours may have been taken away, or the one we wait for have ended. */
  membersSeen(members: readonly RegisteredMember[], revision: number): void {
    const { standing } = this;
    const present = members.find(({ member }) => member === this.announcement.member);
    if (standing !== null) {
      if (revision < standing.revision || present?.incarnation === this.incarnation) return;
      this.standing = null;
    } else if (present !== undefined) {
      return;
    }
    this.pause.wake();
  }

  /** What stood there may not, whatever its revision was. */
  storeForgot(): void {
    this.standing = null;
    this.pause.wake();
  }

  /** Ends the registration, or lets it lapse if the store cannot be told. */
  async leave(): Promise<void> {
    this.end();
    const leases = new Set([this.leaseId, this.standing?.lease ?? 0]);
    leases.delete(0);
    await Promise.all([...leases].map((id) => this.revoke(id)));
  }

  /** Renews nothing from now on. */
  end(): void {
    this.hasEnded = true;
    this.pause.wake();
  }

  /** What is to be done now; returns after how long to look again. */
  private async step(): Promise<Duration> {
    if (this.lease !== null && this.now() >= this.lease.renewedAt + this.lease.ttl / 3) await this.renew(this.lease);
    if (this.standing?.text !== this.text && !(await this.register())) return LOOK_AGAIN;
    if (this.lease === null) return 0;
    return Math.max(this.lease.renewedAt + this.lease.ttl / 3 - this.now(), 0);
  }

  private get text(): string {
    const { incarnation, sawTable } = this;
    return encodeRegistration({ ...this.announcement, incarnation, sawTable });
  }

  private async renew(lease: Lease): Promise<void> {
    const askedAt = this.now();
    const { TTL } = await this.client.call(KEEP_ALIVE, { ID: lease.id });
    if ((TTL ?? 0) > 0) {
      lease.renewedAt = askedAt;
      return;
    }
    this.lease = null;
    this.standing = null;
    this.log.info({ incarnation: this.incarnation }, 'the registration has lapsed: registering again');
  }

  /** False while another process's registration stands. */
  private async register(): Promise<boolean> {
    const { client, keys, incarnation, text } = this;
    const { member } = this.announcement;
    const [at, drawnAt] = [keys.member(member), keys.incarnation(member)];
    const seen = await client.call(TXN, look(at, drawnAt));
    const [registered] = found(seen, 0);
    const [drawn] = found(seen, 1);
    const other = registered === undefined ? null : decodeRegistration(textOf(registered.value));
    if (other !== null && other.incarnation !== incarnation) {
      this.standing = null;
      this.log.warn({ incarnation, other: other.incarnation }, TAKEN);
      return false;
    }
    const lease = this.lease ?? (await this.grant());
    // A store that lost its memory has to learn which incarnations there were.
    const note = Number(textOf(drawn?.value)) >= incarnation ? [] : [put(drawnAt, String(incarnation))];
    const changes = [put(at, text, lease.id), ...note];
    if (this.hasEnded) return true;
    const answer = await client
      .once(TXN, when([isStill(at, registered), isStill(drawnAt, drawn)], changes))
      .catch((error: unknown) => {
        // Perhaps for want of the lease; perhaps it was done nevertheless, which the next look will show.
        this.lease = null;
        throw error;
      });
    // Somebody was faster: look again.
    if (!answer.succeeded) return this.hasEnded || (await this.register());
    if (this.standing === null) this.log.info({ incarnation }, 'registered');
    this.standing = { text, lease: lease.id, revision: revisionOf(answer) };
    return true;
  }

  private async grant(): Promise<Lease> {
    this.leaseId = 1 + this.random.below(LEASE_IDS - 1);
    const id = this.leaseId;
    const askedAt = this.now();
    const { TTL } = await this.client.once(GRANT, { ID: id, TTL: TTL_SECONDS });
    this.lease = { id, ttl: Math.max(TTL ?? 0, 1) * 1_000, renewedAt: askedAt };
    return this.lease;
  }

  private async revoke(id: number): Promise<void> {
    try {
      await this.client.call(REVOKE, { ID: id }, CALL_LIMIT);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      if (isAnswer(error)) return;
      this.log.warn({ reason: reasonOf(error) }, 'the registration could not be ended: it lapses by itself');
    }
  }
}
