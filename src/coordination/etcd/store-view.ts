import type { RegisteredMember } from '../coordination.ts';
import { mvccpb } from '../generated/etcd.js';
import { decodeRegistration } from './registration-document.ts';
import type { StoreKeys } from './store-keys.ts';

type KeyValue = mvccpb.KeyValue.$Shape;
type Event = mvccpb.Event.$Shape;

/** Which halves of what is seen have changed. */
export interface Changed {
  readonly table: boolean;
  readonly members: boolean;
}

/**
 * What etcd holds, as far as answers and the watch have told, in whichever order they came. Each half is known as of
 * a revision and never goes back behind it, short of `forget`.
 */
export class StoreView {
  table: string | null = null;
  members: readonly RegisteredMember[] = [];
  private readonly keys: StoreKeys;
  private readonly unreadable: (key: string) => void;
  private tableAt = 0;
  private membersAt = 0;
  /** By key. */
  private registrations = new Map<string, RegisteredMember>();

  /** `unreadable` is told of registrations that are none: they are passed over. */
  constructor(keys: StoreKeys, unreadable: (key: string) => void) {
    this.keys = keys;
    this.unreadable = unreadable;
  }

  /** The newest that anything here is known of: an answer to a question asked from now on is of no older one. */
  get revision(): number {
    return Math.max(this.tableAt, this.membersAt);
  }

  /** As of which the members are known. */
  get membersRevision(): number {
    return this.membersAt;
  }

  /** From here on the watch has to tell. */
  get watchFrom(): number {
    return Math.min(this.tableAt, this.membersAt) + 1;
  }

  /** All there is at this revision. */
  takeAll(revision: number, table: KeyValue | undefined, registrations: readonly KeyValue[]): void {
    this.takeTable(revision, table);
    if (revision < this.membersAt) return;
    this.membersAt = revision;
    this.registrations.clear();
    for (const keyValue of registrations) this.put(keyValue);
    this.listMembers();
  }

  takeTable(revision: number, table: KeyValue | undefined): void {
    if (revision < this.tableAt) return;
    this.tableAt = revision;
    this.table = table === undefined ? null : textOf(table.value);
  }

  /** One message of the watch: all that happened up to a revision. */
  takeEvents(events: readonly Event[]): Changed {
    const { tableAt, membersAt } = this;
    const membersPrefix = this.keys.members.toString();
    let [table, members] = [false, false];
    for (const { type, kv } of events) {
      if (kv === null || kv === undefined) continue;
      const revision = kv.modRevision ?? 0;
      const isPut = type !== mvccpb.Event.EventType.DELETE;
      const key = textOf(kv.key);
      if (key === this.keys.table.toString() && revision > tableAt) {
        this.table = isPut ? textOf(kv.value) : null;
        table = true;
      } else if (key.startsWith(membersPrefix) && revision > membersAt) {
        this.registrations.delete(key);
        if (isPut) this.put(kv);
        members = true;
      }
      this.tableAt = Math.max(this.tableAt, revision);
      this.membersAt = Math.max(this.membersAt, revision);
    }
    if (members) this.listMembers();
    return { table, members };
  }

  /** The store has lost its memory: what it says next is true, whatever its revision. */
  forget(): void {
    this.tableAt = 0;
    this.membersAt = 0;
  }

  private put(keyValue: KeyValue): void {
    const key = textOf(keyValue.key);
    const registration = decodeRegistration(textOf(keyValue.value));
    if (registration === null || this.keys.member(registration.member).toString() !== key) this.unreadable(key);
    else this.registrations.set(key, registration);
  }

  private listMembers(): void {
    const byKey = [...this.registrations].sort(([a], [b]) => (a < b ? -1 : 1));
    this.members = Object.freeze(byKey.map(([, registration]) => registration));
  }
}

export function textOf(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString();
}
