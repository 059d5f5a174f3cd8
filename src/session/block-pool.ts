import { assert } from '../base/assert.ts';
import { Expanse } from './expanse.ts';
import { NumberSet } from './number-set.ts';

/** Memory is taken in steps of so many bytes, and of more where much was taken already. */
const STEP = 64 * 1024;
const LARGEST_STEP = 1024 * 1024;
/** Where less than this lies free among used blocks, nothing is moved for it. */
const LITTLE = 2 * STEP;
const NO_LIMIT = 2 ** 32;

/** Counts what all pools together have taken from the system. */
export interface Meter {
  takenBytes: number;
}

/**
 * Blocks of one size, side by side in expanses, named by number. The lowest free block is handed out first, so that
 * room comes about at the far end, where it can be given back.
 *
 * Invariant: every used block, and so every block below `top`, lies within memory that was taken.
 */
export class BlockPool {
  readonly size: number;
  private readonly meter: Meter;
  private readonly used = new NumberSet();
  private readonly expanses: Expanse[] = [];
  private readonly most: number;
  /** Which bits of a block's number say where in its expanse it lies; those above say in which. */
  private readonly shift: number;
  private readonly mask: number;
  private readonly blocksPerExpanse: number;
  private readonly expanseBytes: number;
  /** Blocks from here on are to be moved. */
  private limit = NO_LIMIT;

  /** `expanseBytes`: how large one piece of memory may become. `expanses`: how many there may be. */
  constructor(size: number, meter: Meter, expanseBytes: number, expanses: number) {
    assert(size % 8 === 0, 'all views of a block begin at its beginning');
    this.size = size;
    this.meter = meter;
    this.shift = expanses === 1 ? 31 : Math.floor(Math.log2(expanseBytes / size));
    this.mask = 2 ** this.shift - 1;
    this.blocksPerExpanse = expanses === 1 ? Math.floor(expanseBytes / size) : 2 ** this.shift;
    this.expanseBytes = Math.ceil((size * this.blocksPerExpanse) / STEP) * STEP;
    this.most = expanses * this.blocksPerExpanse;
  }

  get count(): number {
    return this.used.count;
  }

  hasRoomFor(blocks: number): boolean {
    return this.used.count + blocks <= this.most;
  }

  /** What would have to be taken from the system for a further block: mostly nothing, now and then a step. */
  bytesToTake(): number {
    if (this.used.count < this.used.top) return 0;
    const { top } = this.used;
    const expanse = this.expanses[top >>> this.shift];
    const needed = this.offset(top) + this.size;
    return expanse !== undefined && needed <= expanse.length ? 0 : this.grown(expanse?.length ?? 0, needed);
  }

  take(): number {
    const block = this.used.take();
    assert(block < this.most, 'whoever stores asks first whether there is room left');
    const index = block >>> this.shift;
    let expanse = this.expanses[index];
    if (expanse === undefined) {
      expanse = new Expanse(this.expanseBytes);
      this.expanses.push(expanse);
    }
    const needed = this.offset(block) + this.size;
    if (needed > expanse.length) {
      const growth = this.grown(expanse.length, needed);
      expanse.resize(expanse.length + growth);
      this.meter.takenBytes += growth;
    }
    return block;
  }

  release(block: number): void {
    this.used.free(block);
  }

  /** Where the block's bytes are, from `offset` on. */
  expanseOf(block: number): Expanse {
    return this.expanses[block >>> this.shift] as Expanse;
  }

  /** In bytes. */
  offset(block: number): number {
    return (block & this.mask) * this.size;
  }

  /** Whether the block lies where room is being made, and its owner is to move it. */
  mustMove(block: number): boolean {
    return block >= this.limit;
  }

  /** A block with the same content, further to the front. */
  move(block: number): number {
    const moved = this.take();
    const from = this.expanseOf(block);
    const offset = this.offset(block);
    if (from === this.expanseOf(moved)) from.bytes.copyWithin(this.offset(moved), offset, offset + this.size);
    else this.expanseOf(moved).bytes.set(from.bytes.subarray(offset, offset + this.size), this.offset(moved));
    this.release(block);
    return moved;
  }

  /** Where more than a quarter of the blocks lies free among used ones, those at the far end are to be moved. */
  planMoves(): void {
    const { count, top } = this.used;
    const isRoomy = (top - count) * 4 > top && (top - count) * this.size > LITTLE;
    this.limit = isRoomy ? Math.ceil(count * 1.125) : NO_LIMIT;
  }

  get isMoving(): boolean {
    return this.used.top > this.limit;
  }

  /** Memory beyond the last used block that is more than a pool keeps for what may come. */
  get surplus(): number {
    const length = this.expanses.at(-1)?.length ?? 0;
    const needed = this.neededIn(this.expanses.length - 1);
    if (needed === 0) return length;
    const surplus = length - Math.ceil(needed / STEP) * STEP;
    return surplus > Math.min(STEP + (needed >>> 2), 2 * LARGEST_STEP) ? surplus : 0;
  }

  /** Gives at most `budget` bytes of the surplus back. @returns how many */
  giveBack(budget: number): number {
    const expanse = this.expanses.at(-1);
    const bytes = Math.min(this.surplus, budget);
    if (expanse === undefined) return 0;
    expanse.resize(expanse.length - bytes);
    this.meter.takenBytes -= bytes;
    if (expanse.length === 0) this.expanses.pop();
    return bytes;
  }

  /** How much of this expanse lies before the end of the last used block. */
  private neededIn(index: number): number {
    const blocks = this.used.top - index * this.blocksPerExpanse;
    return Math.min(Math.max(blocks, 0), this.blocksPerExpanse) * this.size;
  }

  private grown(length: number, needed: number): number {
    const wanted = Math.ceil((needed + Math.min(length >>> 3, LARGEST_STEP)) / STEP) * STEP;
    return Math.min(wanted, this.expanseBytes) - length;
  }
}
