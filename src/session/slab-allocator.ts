import { assert } from '../base/assert.ts';
import { BlockPool, type Meter } from './block-pool.ts';
import { Expanse } from './expanse.ts';
import { NumberSet } from './number-set.ts';

/** Names a block among those of its size. Unsigned 32 bits. Whoever has it knows how long what it holds is. */
export type Handle = number;

/** Block sizes are 8 bytes apart up to 512, and 32 to a doubling above: 8, 16 … 512, 528 … 1024, 1056 … */
const LEAST_STEP_BITS = 3;
const STEPS_BITS = 5;
/** What is larger has memory of its own. */
const LARGEST_BLOCK = 1024 * 1024;
/** How much of one size may lie in one piece, and in how many. */
const EXPANSE_BYTES = 256 * 1024 * 1024;
const EXPANSES = 4_096;
/** From so many words on, a digest takes four at a time. */
const MANY_WORDS = 16;
/** About the most that one piece can be. */
const LARGEST_EXPANSE = 2 ** 32 - 2 ** 20;

/**
 * All memory of a member's sessions, outside what the garbage collector must visit: blocks for keys and contents in
 * pools by size, so that at most a thirty-second of a block is waste (or 7 bytes), and pools for what tables keep beside
 * them.
 *
 * Memory of what is gone is used again, and comes back to the system: where a pool has much room among its used blocks,
 * those at its far end are to be moved by whoever owns them (`mustMove`, `move`), and what lies behind the last used
 * block is given back in portions (`giveBack`).
 *
 * Invariants: `usedBytes` is the sum of the sizes of all blocks stored and of what was charged; `takenBytes` that of the
 * memory of all pools and large blocks.
 */
export class SlabAllocator implements Meter {
  /** Bytes of all blocks stored, the waste within them included, and of what is charged beside them. */
  usedBytes = 0;
  /** Bytes taken from the system. */
  takenBytes = 0;
  private readonly poolOfClass: (BlockPool | undefined)[] = new Array(sizeClassOf(LARGEST_BLOCK) + 1).fill(undefined);
  private readonly tablePools = new Map<number, BlockPool>();
  private readonly pools: BlockPool[] = [];
  private readonly large: (Expanse | undefined)[] = [];
  private readonly largeNumbers = new NumberSet();

  /** The size of the block that `length` bytes would take. */
  blockSize(length: number): number {
    return length > LARGEST_BLOCK ? length : sizeOf(sizeClassOf(length));
  }

  /** What would have to be taken from the system for a block of `length` bytes: mostly nothing, now and then a step. */
  bytesToTake(length: number): number {
    return length > LARGEST_BLOCK ? length : this.poolFor(length).bytesToTake();
  }

  /** Whether there are numbers left for one more block of every kind: below some 20 GiB, always. */
  hasNumbersLeft(): boolean {
    for (const pool of this.tablePools.values()) if (!pool.hasRoomFor(2)) return false;
    return true;
  }

  /** Counts bytes held elsewhere for what is stored here; negative when they are let go. */
  charge(bytes: number): void {
    this.usedBytes += bytes;
  }

  /** Blocks of `bytes` for what tables keep beside keys and contents; all in one piece. They count as taken, not as used. */
  tablePool(bytes: number): BlockPool {
    let pool = this.tablePools.get(bytes);
    if (pool === undefined) {
      pool = new BlockPool(bytes, this, LARGEST_EXPANSE, 1);
      this.tablePools.set(bytes, pool);
      this.pools.push(pool);
    }
    return pool;
  }

  /** Copies `first` and behind it `second` into a block of their own. */
  store(first: Uint8Array, second: Uint8Array): Handle {
    const length = first.length + second.length;
    this.usedBytes += this.blockSize(length);
    const handle = length > LARGEST_BLOCK ? this.takeLarge(length) : this.poolFor(length).take();
    const { bytes } = this.expanseOf(handle, length);
    const offset = this.offset(handle, length);
    bytes.set(first, offset);
    bytes.set(second, offset + first.length);
    return handle;
  }

  /** Writes `bytes` over whatever follows the first `kept` of `oldLength` bytes; the block may be another one afterwards. */
  replaceAfter(handle: Handle, oldLength: number, kept: number, bytes: Uint8Array): Handle {
    const length = kept + bytes.length;
    const isLarge = length > LARGEST_BLOCK || oldLength > LARGEST_BLOCK;
    if (!isLarge && sizeClassOf(length) === sizeClassOf(oldLength)) {
      const pool = this.poolFor(length);
      pool.expanseOf(handle).bytes.set(bytes, pool.offset(handle) + kept);
      return handle;
    }
    const replaced = this.store(this.view(handle, oldLength, 0, kept), bytes);
    this.release(handle, oldLength);
    return replaced;
  }

  /** A view of the bytes from `start` to `end` of `length`, valid until the block is released, replaced or moved. */
  view(handle: Handle, length: number, start: number, end: number): Uint8Array {
    const offset = this.offset(handle, length);
    return this.expanseOf(handle, length).bytes.subarray(offset + start, offset + end);
  }

  /** Whether the block begins with these bytes. */
  startsWith(handle: Handle, length: number, bytes: Uint8Array): boolean {
    return isAt(this.expanseOf(handle, length), this.offset(handle, length), bytes);
  }

  /** A number for the bytes stored there, which begins with `start`. */
  digest(handle: Handle, length: number, start: number): number {
    const { ints, bytes } = this.expanseOf(handle, length);
    const offset = this.offset(handle, length);
    const first = offset / 4;
    const end = first + (length >>> 2);
    let digest = start;
    let at = first;
    if (end - first >= MANY_WORDS) {
      // Each step of a row waits for the one before; four rows do not wait for each other.
      let a = start;
      let b = start + 1;
      let c = start + 2;
      let d = start + 3;
      for (; at + 4 <= end; at += 4) {
        a = mix(a, ints[at] as number);
        b = mix(b, ints[at + 1] as number);
        c = mix(c, ints[at + 2] as number);
        d = mix(d, ints[at + 3] as number);
      }
      digest = mix(mix(mix(a, b), c), d);
    }
    for (; at < end; at++) digest = mix(digest, ints[at] as number);
    for (let rest = end * 4; rest < offset + length; rest++) digest = mix(digest, bytes[rest] as number);
    return digest;
  }

  /** `length`: of the bytes stored there. */
  release(handle: Handle, length: number): void {
    this.usedBytes -= this.blockSize(length);
    if (length <= LARGEST_BLOCK) this.poolFor(length).release(handle);
    else this.releaseLarge(handle, length);
  }

  /** Whether the block lies where room is being made, and its owner is to move it. */
  mustMove(handle: Handle, length: number): boolean {
    return length <= LARGEST_BLOCK && this.poolFor(length).mustMove(handle);
  }

  move(handle: Handle, length: number): Handle {
    return this.poolFor(length).move(handle);
  }

  /** Looks where there is too much room among used blocks: now and then is enough. */
  planMoves(): void {
    for (const pool of this.pools) pool.planMoves();
  }

  /** Whether there is neither anything in use nor anything to give back. */
  get isAtRest(): boolean {
    return this.usedBytes === 0 && this.takenBytes === 0;
  }

  /** Whether there are blocks to be moved. */
  get isMoving(): boolean {
    return this.pools.some((pool) => pool.isMoving);
  }

  /** Whether there is memory to be given back. */
  get hasSurplus(): boolean {
    return this.pools.some((pool) => pool.surplus > 0);
  }

  /** Gives at most `budget` bytes back to the system. */
  giveBack(budget: number): void {
    let left = budget;
    for (const pool of this.pools) {
      while (left > 0 && pool.surplus > 0) left -= pool.giveBack(left);
    }
  }

  private takeLarge(length: number): Handle {
    const expanse = new Expanse(Math.ceil(length / 8) * 8);
    expanse.resize(length);
    const handle = this.largeNumbers.take();
    this.large[handle] = expanse;
    this.takenBytes += length;
    return handle;
  }

  private releaseLarge(handle: Handle, length: number): void {
    // Not left to the garbage collector, which has no reason to run while nothing happens.
    this.large[handle]?.resize(0);
    this.large[handle] = undefined;
    this.largeNumbers.free(handle);
    this.takenBytes -= length;
  }

  private expanseOf(handle: Handle, length: number): Expanse {
    if (length <= LARGEST_BLOCK) return this.poolFor(length).expanseOf(handle);
    return this.large[handle] as Expanse;
  }

  private offset(handle: Handle, length: number): number {
    return length <= LARGEST_BLOCK ? this.poolFor(length).offset(handle) : 0;
  }

  private poolFor(length: number): BlockPool {
    const kind = sizeClassOf(length);
    return this.poolOfClass[kind] ?? this.newPool(kind);
  }

  private newPool(kind: number): BlockPool {
    const pool = new BlockPool(sizeOf(kind), this, EXPANSE_BYTES, EXPANSES);
    this.poolOfClass[kind] = pool;
    this.pools.push(pool);
    return pool;
  }
}

/** Which size holds `length` bytes, counted from the smallest. */
function sizeClassOf(length: number): number {
  assert(length > 0, 'nothing takes no block');
  const last = length - 1;
  // Of a number this tells its highest bits: as many as tell apart the sizes of one doubling.
  const shift = Math.max(31 - Math.clz32(last | 1) - STEPS_BITS, LEAST_STEP_BITS);
  return ((shift - LEAST_STEP_BITS) << STEPS_BITS) + (last >>> shift);
}

function sizeOf(kind: number): number {
  const doublings = Math.max((kind >>> STEPS_BITS) - 1, 0);
  return (kind - (doublings << STEPS_BITS) + 1) << (doublings + LEAST_STEP_BITS);
}

/** Four at a time, the beginning of `bytes` with that of the block. */
function isAt({ bytes: stored, ints }: Expanse, offset: number, bytes: Uint8Array): boolean {
  const { length } = bytes;
  const whole = length & ~3;
  for (let i = length - 1; i >= whole; i--) if (stored[offset + i] !== bytes[i]) return false;
  // From the end: identities of one application share a long beginning.
  for (let i = whole - 4; i >= 0; i -= 4) {
    const word =
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    if (ints[(offset + i) >>> 2] !== word) return false;
  }
  return true;
}

/** What was mixed before moves on, so that no two bits in the same place of two words undo each other. */
function mix(digest: number, word: number): number {
  return Math.imul(((digest << 5) | (digest >>> 27)) ^ word, 0x01000193);
}
