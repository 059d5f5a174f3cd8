import { assert } from '../base/assert.ts';
import type { ChangeName, LoggedChange } from './messages.ts';

export const NO_CHANGE: ChangeName = { reign: 0, sequence: 0 };

/** A change in the log may still be given the record of the request that made it, until it is sent. */
export type OwnChange = { -readonly [Field in keyof LoggedChange]: LoggedChange[Field] };

export function sameChange(a: ChangeName, b: ChangeName): boolean {
  return a.sequence === b.sequence && a.reign === b.reign;
}

/**
 * The newest changes of a copy by name: its bounded tail.
 *
 * Invariant: sequences follow each other without a gap, from the one after `base` to that of `last`.
 */
export class ChangeLog {
  private base: ChangeName = NO_CHANGE;
  private changes: OwnChange[] = [];

  get size(): number {
    return this.changes.length;
  }

  /** What the log begins behind. */
  get first(): ChangeName {
    return this.base;
  }

  get last(): ChangeName {
    return this.changes.at(-1) ?? this.base;
  }

  /** The newest change itself, if the log holds any. */
  get newest(): OwnChange | undefined {
    return this.changes.at(-1);
  }

  append(change: LoggedChange): void {
    assert(change.sequence === this.last.sequence + 1, 'changes follow each other');
    assert(change.reign >= this.last.reign, 'reigns only grow');
    this.changes.push(change);
  }

  /** Whether this change is part of the history that the log ends, as far as the log reaches back. */
  has(name: ChangeName): boolean {
    const known = this.nameAt(name.sequence);
    return known !== null && sameChange(known, name);
  }

  /** The change of this number or the log's base; null if that lies outside. */
  nameAt(sequence: number): ChangeName | null {
    if (sequence === this.base.sequence) return this.base;
    return this.changes[sequence - this.base.sequence - 1] ?? null;
  }

  /** All changes after the given one, which the log has. */
  after(name: ChangeName): readonly OwnChange[] {
    assert(this.has(name), 'only what the log has can be followed on');
    return this.changes.slice(name.sequence - this.base.sequence);
  }

  /** Forgets what came after `name`, and returns it. */
  truncate(name: ChangeName): readonly OwnChange[] {
    assert(this.has(name), 'only what the log has can be gone back to');
    return this.changes.splice(name.sequence - this.base.sequence);
  }

  /** Begins again behind `base`, with nothing in it. */
  reset(base: ChangeName): void {
    this.base = { reign: base.reign, sequence: base.sequence };
    this.changes = [];
  }

  /** Drops the oldest changes beyond `most`; in portions, so that the cost of moving the rest up is shared by many. */
  trim(most: number): void {
    const surplus = this.changes.length - most;
    if (surplus < most / 4) return;
    const dropped = this.changes.splice(0, surplus).at(-1);
    assert(dropped !== undefined, 'there is a surplus');
    this.base = { reign: dropped.reign, sequence: dropped.sequence };
  }
}
