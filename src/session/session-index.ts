import { assert } from '../base/assert.ts';
import type { Key } from '../base/key.ts';
import type { BlockPool } from './block-pool.ts';
import { Expanse } from './expanse.ts';
import type { SessionRecords, Slot } from './session-records.ts';
import type { SlabAllocator } from './slab-allocator.ts';

/** What a find gives where there is nothing, and what a cursor starts from. */
export const NO_SLOT: Slot = -1;

const PLACES = 256;
const PLACE_MASK = PLACES - 1;
/** A segment has a head of two numbers before its places. */
const COUNT = 0;
const DEPTH = 1;
const HEAD = 2;
const SEGMENT_STRIDE = HEAD + PLACES;
export const SEGMENT_BYTES = SEGMENT_STRIDE * 4;
/** A segment is split when so many of its places are taken, and joined with its other half when both together have few. */
const MOST_TAKEN = 216;
const FEW_TAKEN = 96;
const JOIN_EVERY = 16;
const MAX_DEPTH = 22;
/** A place: 0, or slot + 1 and above it a tag, which tells most strangers apart without a look at their records. */
const TAG_SHIFT = 24;
const SLOT_MASK = 2 ** TAG_SHIFT - 1;
export const MAX_SLOTS = SLOT_MASK;
/** Spreads what is left of a hash's bits once the segment is chosen. */
const SPREAD = 0x9e3779b1;
const NOTHING = new Expanse(0);

/**
 * Finds sessions by key: open addressing with linear probing within segments of 256 places. The highest bits of a hash
 * choose its segment; one that becomes full is split in two, so that the index grows in small steps. Several entries of
 * the directory may name one segment: all whose first bits, as many as the segment's depth, are the same.
 *
 * Nobody can choose keys that lie side by side without knowing the secret.
 *
 * Invariants: there is an entry for each session and for nothing else; no search from an entry's home to the entry meets
 * a free place; a segment keeps at least one place free.
 */
export class SessionIndex {
  /** How many other sessions of the same hash the last search passed over. */
  namesakes = 0;
  private readonly memory: SlabAllocator;
  private readonly segments: BlockPool;
  private readonly records: SessionRecords;
  private readonly secret: number;
  /** Where each entry's segment begins, in fours. Empty as long as there is no session. */
  private directory = new Int32Array(0);
  private depth = 0;
  private ints = NOTHING.ints;

  constructor(memory: SlabAllocator, records: SessionRecords, secret: number) {
    this.memory = memory;
    this.segments = memory.tablePool(SEGMENT_BYTES);
    this.records = records;
    // Odd, so that multiplying by it loses nothing.
    this.secret = secret | 1;
  }

  find(key: Key): Slot {
    this.namesakes = 0;
    if (this.directory.length === 0) return NO_SLOT;
    const mixed = this.mix(key.hash);
    const places = this.segmentOf(mixed) + HEAD;
    const spread = spreadOf(mixed);
    const tag = spread >>> TAG_SHIFT;
    for (let at = homeOf(spread); ; at = (at + 1) & PLACE_MASK) {
      const place = this.ints[places + at] as number;
      if (place === 0) return NO_SLOT;
      if (place >>> TAG_SHIFT !== tag) continue;
      const slot = (place & SLOT_MASK) - 1;
      if (this.records.hash(slot) !== key.hash) continue;
      if (this.holds(slot, key.bytes)) return slot;
      this.namesakes++;
    }
  }

  enter(slot: Slot): void {
    if (this.directory.length === 0) this.begin();
    const mixed = this.mix(this.records.hash(slot));
    let segment = this.segmentOf(mixed);
    while ((this.ints[segment + COUNT] as number) >= MOST_TAKEN && (this.ints[segment + DEPTH] as number) < MAX_DEPTH) {
      this.split(segment, mixed);
      segment = this.segmentOf(mixed);
    }
    this.put(segment, spreadOf(mixed), slot);
  }

  leave(slot: Slot): void {
    const { ints } = this;
    const mixed = this.mix(this.records.hash(slot));
    const segment = this.segmentOf(mixed);
    const places = segment + HEAD;
    let gap = homeOf(spreadOf(mixed));
    while (((ints[places + gap] as number) & SLOT_MASK) !== slot + 1) gap = (gap + 1) & PLACE_MASK;
    // Entries behind the gap move up, so that no search ends too early: all but those that would land before their home.
    for (let at = (gap + 1) & PLACE_MASK; ints[places + at] !== 0; at = (at + 1) & PLACE_MASK) {
      const place = ints[places + at] as number;
      const home = homeOf(spreadOf(this.mix(this.records.hash((place & SLOT_MASK) - 1))));
      if (((at - home) & PLACE_MASK) < ((at - gap) & PLACE_MASK)) continue;
      ints[places + gap] = place;
      gap = at;
    }
    ints[places + gap] = 0;
    const count = (ints[segment + COUNT] as number) - 1;
    ints[segment + COUNT] = count;
    if (count < FEW_TAKEN && count % JOIN_EVERY === 0) this.join(segment, mixed);
  }

  /** There is no session any more. */
  startOver(): void {
    this.eachSegment((segment) => this.release(segment));
    this.directory = new Int32Array(0);
    this.depth = 0;
  }

  /** Moves what lies where room is being made. */
  moveOut(): void {
    this.eachSegment((segment, first, entries) => {
      const block = segment / SEGMENT_STRIDE;
      if (!this.segments.mustMove(block)) return;
      this.directory.fill(this.segments.move(block) * SEGMENT_STRIDE, first, first + entries);
    });
  }

  private holds(slot: Slot, key: Uint8Array): boolean {
    const { records } = this;
    const keyLength = records.keyLength(slot);
    if (keyLength !== key.length) return false;
    return this.memory.startsWith(records.block(slot), keyLength + records.contentLength(slot), key);
  }

  private begin(): void {
    this.directory = new Int32Array(1);
    this.depth = 0;
    this.directory[0] = this.newSegment(0);
  }

  /** Half of what the segment holds gets a segment of its own: what has a 1 in the next bit. `mixed`: of any of them. */
  private split(segment: number, mixed: number): void {
    const depth = this.ints[segment + DEPTH] as number;
    if (depth === this.depth) this.doubleDirectory();
    const sibling = this.newSegment(depth + 1);
    const { first, entries } = this.entriesOf(mixed, depth);
    this.directory.fill(sibling, first + entries / 2, first + entries);
    this.refill(segment, depth + 1);
  }

  /** Undoes a split, where the two halves have become small. */
  private join(segment: number, mixed: number): void {
    const depth = this.ints[segment + DEPTH] as number;
    if (depth === 0) return;
    const other = this.segmentOf(mixed ^ (1 << (32 - depth)));
    if (this.ints[other + DEPTH] !== depth) return;
    const taken = (this.ints[segment + COUNT] as number) + (this.ints[other + COUNT] as number);
    if (taken > FEW_TAKEN) return;
    const { first, entries } = this.entriesOf(mixed, depth - 1);
    this.directory.fill(segment, first, first + entries);
    this.ints[segment + DEPTH] = depth - 1;
    for (let at = 0; at < PLACES; at++) {
      const place = this.ints[other + HEAD + at] as number;
      if (place !== 0) this.putAgain(place);
    }
    this.release(other);
  }

  /** Enters anew what the segment holds: some of it belongs elsewhere now. */
  private refill(segment: number, depth: number): void {
    const places = this.ints.slice(segment + HEAD, segment + SEGMENT_STRIDE);
    this.ints.fill(0, segment, segment + SEGMENT_STRIDE);
    this.ints[segment + DEPTH] = depth;
    for (const place of places) if (place !== 0) this.putAgain(place);
  }

  private putAgain(place: number): void {
    const slot = (place & SLOT_MASK) - 1;
    const mixed = this.mix(this.records.hash(slot));
    this.put(this.segmentOf(mixed), spreadOf(mixed), slot);
  }

  private put(segment: number, spread: number, slot: Slot): void {
    const { ints } = this;
    const count = (ints[segment + COUNT] as number) + 1;
    assert(count < PLACES, 'a segment keeps a place free');
    ints[segment + COUNT] = count;
    let at = homeOf(spread);
    while (ints[segment + HEAD + at] !== 0) at = (at + 1) & PLACE_MASK;
    ints[segment + HEAD + at] = (spread & ~SLOT_MASK) | (slot + 1);
  }

  private doubleDirectory(): void {
    const old = this.directory;
    this.directory = new Int32Array(old.length * 2);
    for (let entry = 0; entry < this.directory.length; entry++) this.directory[entry] = old[entry >>> 1] as number;
    this.depth++;
  }

  private newSegment(depth: number): number {
    const block = this.segments.take();
    this.ints = this.segments.expanseOf(block).ints;
    const segment = block * SEGMENT_STRIDE;
    this.ints.fill(0, segment, segment + SEGMENT_STRIDE);
    this.ints[segment + DEPTH] = depth;
    return segment;
  }

  private release(segment: number): void {
    this.segments.release(segment / SEGMENT_STRIDE);
  }

  private eachSegment(visit: (segment: number, first: number, entries: number) => void): void {
    for (let first = 0; first < this.directory.length; ) {
      const segment = this.directory[first] as number;
      const entries = 1 << (this.depth - (this.ints[segment + DEPTH] as number));
      visit(segment, first, entries);
      first += entries;
    }
  }

  /** The directory's entries for all that agrees with `mixed` in its first `depth` bits. */
  private entriesOf(mixed: number, depth: number): { first: number; entries: number } {
    const entries = 1 << (this.depth - depth);
    return { first: this.entryOf(mixed) & ~(entries - 1), entries };
  }

  private entryOf(mixed: number): number {
    // Twice, as a shift by 32 would be none.
    return (mixed >>> 1) >>> (31 - this.depth);
  }

  private segmentOf(mixed: number): number {
    return this.directory[this.entryOf(mixed)] as number;
  }

  /** Sessions of one partition agree in their low bits, so all bits take part in the highest. */
  private mix(hash: number): number {
    return Math.imul(hash, this.secret);
  }
}

/** Its highest eight bits are the tag, the next eight the home within the segment. */
function spreadOf(mixed: number): number {
  return Math.imul(mixed ^ (mixed >>> 15), SPREAD);
}

function homeOf(spread: number): number {
  return (spread >>> 16) & PLACE_MASK;
}
