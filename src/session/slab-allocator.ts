import { assert } from '../base/assert.ts';

/** Names a block of memory. Unsigned 32 bits: page × BLOCKS_PER_PAGE_MAX + block. */
export type Handle = number;

const PAGE_BYTES = 256 * 1024;
const SMALLEST_BLOCK = 32;
const LARGEST_BLOCK = 32 * 1024;
const BLOCKS_PER_PAGE_MAX = PAGE_BYTES / SMALLEST_BLOCK;
const NO_BLOCK = 0xffff;

/** Block sizes, four to a doubling (32, 40, 48, 56, 64, 80 …), so that at most a fifth of a block is waste. */
const SIZES: readonly number[] = blockSizes();

interface Page {
  readonly bytes: Uint8Array;
  /** Index into SIZES; -1 for a page that is one large block. */
  readonly sizeClass: number;
  used: number;
  /** Blocks from here on were never handed out. */
  fresh: number;
  /** First of the returned blocks; each holds the number of the next in its first two bytes. */
  free: number;
  /** Neighbours among the pages of the class that have room; `open` says whether it is among them. */
  open: boolean;
  before: number;
  after: number;
}

/**
 * Memory for keys and contents, outside what the garbage collector must visit: blocks of fixed sizes cut from pages of
 * 256 KiB, and whole pages for blocks above 32 KiB. A page is given back when its last block is, except the last page
 * of its size, so that one session coming and going does not take and return a page each time.
 *
 * Invariants: a page with room is in its class's list of open pages, a full one is not; `usedBytes` is the sum of the
 * sizes of all blocks handed out and of what was charged.
 */
export class SlabAllocator {
  /** Bytes of all blocks handed out, the waste within them included, and of what is charged beside them. */
  usedBytes = 0;
  private readonly pages: (Page | undefined)[] = [];
  private readonly vacant: number[] = [];
  private readonly openPages: number[] = SIZES.map(() => -1);
  private readonly pageCounts: number[] = SIZES.map(() => 0);

  /** The size of the block that `length` bytes would take. */
  blockSize(length: number): number {
    return length > LARGEST_BLOCK ? length : (SIZES[sizeClassOf(length)] as number);
  }

  /** Bytes taken from the system at present. */
  pageBytes(): number {
    return this.pages.reduce((sum, page) => sum + (page?.bytes.length ?? 0), 0);
  }

  /** Counts bytes held elsewhere for what is stored here; negative when they are let go. */
  charge(bytes: number): void {
    this.usedBytes += bytes;
  }

  /** Copies `bytes` into a block of their own. */
  store(bytes: Uint8Array): Handle {
    const handle = this.allocate(bytes.length);
    this.target(handle).set(bytes, this.offset(handle));
    return handle;
  }

  /** Copies `bytes` over those of `oldLength` bytes in `handle`; the block may be another one afterwards. */
  replace(handle: Handle, oldLength: number, bytes: Uint8Array): Handle {
    if (this.blockSize(oldLength) === this.blockSize(bytes.length)) {
      this.target(handle).set(bytes, this.offset(handle));
      return handle;
    }
    this.release(handle, oldLength);
    return this.store(bytes);
  }

  /** A view of the first `length` bytes, valid until the block is released or replaced. */
  view(handle: Handle, length: number): Uint8Array {
    const offset = this.offset(handle);
    return this.target(handle).subarray(offset, offset + length);
  }

  equals(handle: Handle, length: number, bytes: Uint8Array): boolean {
    if (length !== bytes.length) return false;
    const target = this.target(handle);
    const offset = this.offset(handle);
    // From the end: identities of one application share a long beginning.
    for (let i = length - 1; i >= 0; i--) {
      if (target[offset + i] !== bytes[i]) return false;
    }
    return true;
  }

  release(handle: Handle, length: number): void {
    this.usedBytes -= this.blockSize(length);
    const pageIndex = Math.floor(handle / BLOCKS_PER_PAGE_MAX);
    const page = this.pages[pageIndex];
    assert(page !== undefined, 'a released block lies in a page');
    if (page.sizeClass < 0) {
      this.dropPage(pageIndex);
      return;
    }
    const block = handle % BLOCKS_PER_PAGE_MAX;
    const offset = block * (SIZES[page.sizeClass] as number);
    page.bytes[offset] = page.free & 0xff;
    page.bytes[offset + 1] = page.free >>> 8;
    page.free = block;
    page.used--;
    if (!page.open) this.open(pageIndex, page);
    if (page.used === 0 && (this.pageCounts[page.sizeClass] as number) > 1) {
      this.close(page);
      this.pageCounts[page.sizeClass] = (this.pageCounts[page.sizeClass] as number) - 1;
      this.dropPage(pageIndex);
    }
  }

  private allocate(length: number): Handle {
    this.usedBytes += this.blockSize(length);
    if (length > LARGEST_BLOCK) return this.addPage(-1, length) * BLOCKS_PER_PAGE_MAX;
    const sizeClass = sizeClassOf(length);
    let pageIndex = this.openPages[sizeClass] as number;
    if (pageIndex === -1) {
      pageIndex = this.addPage(sizeClass, PAGE_BYTES);
      this.pageCounts[sizeClass] = (this.pageCounts[sizeClass] as number) + 1;
      this.open(pageIndex, this.pages[pageIndex] as Page);
    }
    const page = this.pages[pageIndex] as Page;
    const size = SIZES[sizeClass] as number;
    let block = page.free;
    if (block === NO_BLOCK) {
      block = page.fresh++;
    } else {
      const offset = block * size;
      page.free = (page.bytes[offset] as number) | ((page.bytes[offset + 1] as number) << 8);
    }
    page.used++;
    if (page.free === NO_BLOCK && (page.fresh + 1) * size > PAGE_BYTES) this.close(page);
    return pageIndex * BLOCKS_PER_PAGE_MAX + block;
  }

  private target(handle: Handle): Uint8Array {
    return (this.pages[Math.floor(handle / BLOCKS_PER_PAGE_MAX)] as Page).bytes;
  }

  private offset(handle: Handle): number {
    const page = this.pages[Math.floor(handle / BLOCKS_PER_PAGE_MAX)] as Page;
    return page.sizeClass < 0 ? 0 : (handle % BLOCKS_PER_PAGE_MAX) * (SIZES[page.sizeClass] as number);
  }

  private addPage(sizeClass: number, bytes: number): number {
    const page: Page = {
      bytes: new Uint8Array(bytes),
      sizeClass,
      used: 0,
      fresh: 0,
      free: NO_BLOCK,
      open: false,
      before: -1,
      after: -1,
    };
    const index = this.vacant.pop() ?? this.pages.length;
    assert(index < 2 ** 32 / BLOCKS_PER_PAGE_MAX, 'a handle has 32 bits');
    this.pages[index] = page;
    return index;
  }

  private dropPage(index: number): void {
    this.pages[index] = undefined;
    this.vacant.push(index);
    if (this.vacant.length === this.pages.length) {
      this.pages.length = 0;
      this.vacant.length = 0;
    }
  }

  private open(index: number, page: Page): void {
    const first = this.openPages[page.sizeClass] as number;
    page.open = true;
    page.before = -1;
    page.after = first;
    if (first !== -1) (this.pages[first] as Page).before = index;
    this.openPages[page.sizeClass] = index;
  }

  private close(page: Page): void {
    page.open = false;
    if (page.before === -1) this.openPages[page.sizeClass] = page.after;
    else (this.pages[page.before] as Page).after = page.after;
    if (page.after !== -1) (this.pages[page.after] as Page).before = page.before;
  }
}

function blockSizes(): number[] {
  const sizes: number[] = [];
  for (let size = SMALLEST_BLOCK; size < LARGEST_BLOCK; size *= 2) {
    for (let step = 0; step < 4; step++) sizes.push(size + (size / 4) * step);
  }
  sizes.push(LARGEST_BLOCK);
  return sizes;
}

/** The first of SIZES that holds `length` bytes. */
function sizeClassOf(length: number): number {
  if (length <= SMALLEST_BLOCK) return 0;
  const doubling = 31 - Math.clz32(length - 1);
  const step = (length - 1 - 2 ** doubling) >>> (doubling - 2);
  return (doubling - 5) * 4 + step + 1;
}
