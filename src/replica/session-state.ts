import { copied } from '../base/copied.ts';
import { type Instant, NEVER } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Slot } from '../session/session-records.ts';
import { NO_SLOT, type SessionTable } from '../session/session-table.ts';
import type { Source, SourceIndex } from '../session/source.ts';
import type { Renewal, SessionFields, SessionState } from './messages.ts';

/** The member's table of sources, by which sessions name the holders of their locks. */
export interface SourceNames {
  describe(index: SourceIndex): Source | null;
  indexFor(source: Source | null): SourceIndex;
}

const AS_IT_WAS = new Uint8Array(0);

/** The session under `key` as it stands, for another copy that has all changes up to `known`. */
export function readState(table: SessionTable, key: Key, at: Instant, sources: SourceNames, known = 0): SessionState {
  const slot = table.find(key);
  return { key, fields: slot === NO_SLOT ? null : fieldsOf(table, slot, at, sources, known) };
}

export function ownedKey(table: SessionTable, slot: Slot): Key {
  const { hash, bytes } = table.key(slot);
  return { hash, bytes: copied(bytes) };
}

/** `known`: the content is left out if it was stored no later. 0: it is not. It is a view, good for the present step. */
export function fieldsOf(table: SessionTable, slot: Slot, at: Instant, sources: SourceNames, known = 0): SessionFields {
  const { records } = table;
  const locked = records.locked(slot);
  return {
    content: records.version(slot) <= known ? AS_IT_WAS : table.content(slot),
    timeoutMinutes: records.timeoutMinutes(slot),
    timeLeft: records.deadline(slot) - at,
    extended: records.extended(slot),
    flags: records.flags(slot),
    cookie: records.cookie(slot),
    locked,
    toldAgain: records.toldAgain(slot),
    lockAge: locked ? at - records.since(slot) : 0,
    lockLease: records.lease(slot),
    lockLeft: locked ? records.leaseEnd(slot) - at : 0,
    holder: sources.describe(records.holder(slot)),
    holderRequest: records.holderRequest(slot),
    version: records.version(slot),
    sequence: records.sequence(slot),
  };
}

/** Makes the session what another copy says it is. `found`: where it lies, if it does. */
export function writeState(
  table: SessionTable,
  found: Slot,
  { key, fields }: SessionState,
  at: Instant,
  sources: SourceNames,
): Slot {
  let slot = found;
  if (fields === null) {
    if (slot !== NO_SLOT) table.remove(slot);
    return NO_SLOT;
  }
  const isAsItWas = fields.content.length === 0;
  if (slot === NO_SLOT) {
    // Whoever lacks it now is no copy of what was answered: the digest will tell.
    if (isAsItWas) return NO_SLOT;
    slot = table.insert(key, fields.content);
  } else if (!isAsItWas) table.replaceContent(slot, fields.content);
  const { records } = table;
  records.setTimeoutMinutes(slot, fields.timeoutMinutes);
  records.setDeadline(slot, fields.timeLeft === NEVER ? NEVER : at + fields.timeLeft);
  records.setFlags(slot, fields.flags);
  const holder = sources.indexFor(fields.holder);
  if (fields.locked) {
    records.lock(slot, fields.cookie, at - fields.lockAge, fields.lockLease, holder, fields.holderRequest);
    records.setLease(slot, fields.lockLease, at + fields.lockLeft);
    if (fields.toldAgain) records.setToldAgain(slot);
  } else records.setLastLock(slot, fields.cookie, holder);
  records.setLag(slot, 0, fields.extended);
  records.setVersion(slot, fields.version);
  records.setSequence(slot, fields.sequence);
  table.refile(slot, at);
  return slot;
}

/** Every deadline that was moved on since other copies were last told of it. */
export function renewalsOf(table: SessionTable, at: Instant): Renewal[] {
  const { records } = table;
  const renewals: Renewal[] = [];
  for (let slot = table.next(NO_SLOT); slot !== NO_SLOT; slot = table.next(slot)) {
    const lag = records.lag(slot);
    if (lag === 0) continue;
    const timeLeft = records.deadline(slot) - at;
    const extended = records.extended(slot);
    renewals.push({ key: ownedKey(table, slot), sequence: records.sequence(slot), timeLeft, lag, extended });
  }
  return renewals;
}

/** Of a session that has changed since, a renewal says nothing. */
export function applyRenewal(
  table: SessionTable,
  { key, sequence, timeLeft, lag, extended }: Renewal,
  at: Instant,
): void {
  const slot = table.find(key);
  if (slot === NO_SLOT || table.records.sequence(slot) !== sequence) return;
  table.records.setDeadline(slot, at + timeLeft);
  table.records.setLag(slot, lag, extended);
  table.refile(slot, at);
}
