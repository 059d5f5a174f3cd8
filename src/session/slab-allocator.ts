import { assert } from '../base/assert.ts';

/** Names a block of memory. Unsigned 32 bits: page and block within it, or (top bit set) a large block. */
export type Handle = number;

const SMALL_PAGE = 64 * 1024;
const BIG_PAGE = 256 * 1024;
/** Blocks up to here are cut from small pages, so that few neighbours hold one back. */
const LARGEST_IN_SMALL_PAGE = 2 * 1024;
const SMALLEST_BLOCK = 32;
const LARGEST_BLOCK = 32 * 1024;
/** A page holds at most 2^11 blocks, so 2^20 pages can be told apart below the top bit. */
const BLOCK_BITS = 11;
const BLOCK_MASK = 2 ** BLOCK_BITS - 1;
const MAX_PAGES = 2 ** (31 - BLOCK_BITS);
const LARGE = 2 ** 31;
const NO_BLOCK = 0xffff;
const NO_PAGE = -1;

/** Block sizes, four to a doubling (32, 40, 48, 56, 64, 80 …), so that at most a fifth of a block is waste. */
const SIZES: readonly number[] = blockSizes();

interface Page {
  readonly bytes: Uint8Array;
  readonly kind: SizeClass;
  used: number;
  /** Blocks from here on were never handed out. */
  fresh: number;
  /** First of the returned blocks; each holds the number of the next in its first two bytes. */
  free: number;
  /** Full: no room. Open: has room, and is in its class's list. Emptying: nothing is put there any more. */
  state: 'full' | 'open' | 'emptying';
  /** Neighbours in the list of open pages. */
  before: number;
  after: number;
}

/** All pages that are cut into blocks of one size. */
interface SizeClass {
  readonly size: number;
  readonly pageBytes: number;
  readonly blocksPerPage: number;
  /** Those being emptied not counted. */
  pages: number;
  /** In all pages: what is in those being emptied will soon be in the others. */
  usedBlocks: number;
  firstOpen: number;
}

/**
 * Memory for keys and contents, outside what the garbage collector must visit: blocks of fixed sizes cut from pages,
 * and memory of their own for blocks above 32 KiB.
 *
 * Memory of what is gone comes back: a page is dropped with its last block (but for the last page of a size, so that
 * one session coming and going takes and drops none), and where a size has more than a quarter of room to spare, pages
 * with more room than most are emptied: nothing is put there any more, and whoever owns their blocks moves them
 * (`mustMove`, `move`).
 *
 * Invariants: `usedBytes` is the sum of the sizes of all blocks handed out and of what was charged; `takenBytes` that of
 * all pages and large blocks.
 */
export class SlabAllocator {
  /** Bytes of all blocks handed out, the waste within them included, and of what is charged beside them. */
  usedBytes = 0;
  /** Bytes taken from the system. */
  takenBytes = 0;
  /** Pages whose blocks are to be moved. */
  emptyingPages = 0;
  private readonly classes: readonly SizeClass[] = SIZES.map(newSizeClass);
  private readonly pages: (Page | undefined)[] = [];
  private readonly vacantPages: number[] = [];
  private readonly large: (Uint8Array | undefined)[] = [];
  private readonly vacantLarge: number[] = [];

  /** The size of the block that `length` bytes would take. */
  blockSize(length: number): number {
    return length > LARGEST_BLOCK ? length : this.classFor(length).size;
  }

  /** What would have to be taken from the system for a block of `length` bytes: mostly nothing, now and then a page. */
  bytesToTake(length: number): number {
    if (length > LARGEST_BLOCK) return length;
    const kind = this.classFor(length);
    return kind.firstOpen === NO_PAGE ? kind.pageBytes : 0;
  }

  /** Whether there are numbers left for a key's and a content's page: below some 64 GiB, always. */
  hasNumbersLeft(): boolean {
    return this.pages.length - this.vacantPages.length <= MAX_PAGES - 2;
  }

  /** Counts bytes held elsewhere for what is stored here; negative when they are let go. */
  charge(bytes: number): void {
    this.usedBytes += bytes;
  }

  /** Copies `bytes` into a block of their own. */
  store(bytes: Uint8Array): Handle {
    this.usedBytes += this.blockSize(bytes.length);
    if (bytes.length > LARGEST_BLOCK) return this.storeLarge(bytes);
    const handle = this.allocate(this.classFor(bytes.length));
    const page = this.pageOf(handle);
    page.bytes.set(bytes, (handle & BLOCK_MASK) * page.kind.size);
    return handle;
  }

  /** Copies `bytes` over those of `oldLength` bytes in `handle`; the block may be another one afterwards. */
  replace(handle: Handle, oldLength: number, bytes: Uint8Array): Handle {
    if (handle < LARGE && bytes.length <= LARGEST_BLOCK) {
      const page = this.pageOf(handle);
      if (page.kind === this.classFor(bytes.length) && page.state !== 'emptying') {
        page.bytes.set(bytes, (handle & BLOCK_MASK) * page.kind.size);
        return handle;
      }
    }
    this.release(handle, oldLength);
    return this.store(bytes);
  }

  /** Whether the block lies in a page that is being emptied, and its owner is to move it. */
  mustMove(handle: Handle): boolean {
    return handle < LARGE && this.pageOf(handle).state === 'emptying';
  }

  move(handle: Handle, length: number): Handle {
    const moved = this.store(this.view(handle, length));
    this.release(handle, length);
    return moved;
  }

  /** A view of the first `length` bytes, valid until the block is released, replaced or moved. */
  view(handle: Handle, length: number): Uint8Array {
    if (handle >= LARGE) return this.largeOf(handle);
    const page = this.pageOf(handle);
    const offset = (handle & BLOCK_MASK) * page.kind.size;
    return page.bytes.subarray(offset, offset + length);
  }

  equals(handle: Handle, length: number, bytes: Uint8Array): boolean {
    if (length !== bytes.length) return false;
    if (handle >= LARGE) return sameBytes(this.largeOf(handle), 0, bytes);
    const page = this.pageOf(handle);
    return sameBytes(page.bytes, (handle & BLOCK_MASK) * page.kind.size, bytes);
  }

  /** `length`: of the bytes stored there. */
  release(handle: Handle, length: number): void {
    this.usedBytes -= this.blockSize(length);
    if (handle >= LARGE) {
      this.takenBytes -= length;
      this.large[handle - LARGE] = undefined;
      this.vacantLarge.push(handle - LARGE);
      return;
    }
    const index = handle >>> BLOCK_BITS;
    const page = this.pageOf(handle);
    const offset = (handle & BLOCK_MASK) * page.kind.size;
    page.bytes[offset] = page.free & 0xff;
    page.bytes[offset + 1] = page.free >>> 8;
    page.free = handle & BLOCK_MASK;
    page.used--;
    page.kind.usedBlocks--;
    if (page.state !== 'emptying') {
      if (page.state === 'full') this.open(index, page);
      if (page.used === 0 && page.kind.pages > 1) this.beginEmptying(page);
    }
    if (page.used === 0 && page.state === 'emptying') this.drop(index, page);
  }

  /** Where a size has too much room to spare, picks the emptiest pages to be emptied. Looks at all that have room: now and then is enough. */
  pickSparsePages(): void {
    for (const kind of this.classes) {
      if (!isRoomy(kind)) continue;
      const open: Page[] = [];
      for (let index = kind.firstOpen; index !== NO_PAGE; index = (this.pages[index] as Page).after) {
        open.push(this.pages[index] as Page);
      }
      open.sort((a, b) => a.used - b.used);
      for (const page of open) if (isRoomy(kind)) this.beginEmptying(page);
    }
  }

  private storeLarge(bytes: Uint8Array): Handle {
    const index = this.vacantLarge.pop() ?? this.large.length;
    assert(index < LARGE, 'a large block has a number of 31 bits');
    this.large[index] = new Uint8Array(bytes);
    this.takenBytes += bytes.length;
    return LARGE + index;
  }

  private allocate(kind: SizeClass): Handle {
    if (kind.firstOpen === NO_PAGE) this.addPage(kind);
    const index = kind.firstOpen;
    const page = this.pages[index] as Page;
    let block = page.free;
    if (block === NO_BLOCK) {
      block = page.fresh++;
    } else {
      const offset = block * kind.size;
      page.free = (page.bytes[offset] as number) | ((page.bytes[offset + 1] as number) << 8);
    }
    page.used++;
    kind.usedBlocks++;
    if (page.used === kind.blocksPerPage) this.close(page, 'full');
    return (index << BLOCK_BITS) | block;
  }

  private addPage(kind: SizeClass): void {
    const index = this.vacantPages.pop() ?? this.pages.length;
    assert(index < MAX_PAGES, 'whoever stores asks first whether there are numbers left');
    const bytes = new Uint8Array(kind.pageBytes);
    const page: Page = {
      bytes,
      kind,
      used: 0,
      fresh: 0,
      free: NO_BLOCK,
      state: 'full',
      before: NO_PAGE,
      after: NO_PAGE,
    };
    this.pages[index] = page;
    this.takenBytes += kind.pageBytes;
    kind.pages++;
    this.open(index, page);
  }

  private beginEmptying(page: Page): void {
    this.close(page, 'emptying');
    this.emptyingPages++;
    page.kind.pages--;
  }

  private drop(index: number, page: Page): void {
    this.emptyingPages--;
    this.takenBytes -= page.kind.pageBytes;
    this.pages[index] = undefined;
    this.vacantPages.push(index);
    if (this.vacantPages.length < this.pages.length) return;
    this.pages.length = 0;
    this.vacantPages.length = 0;
  }

  private open(index: number, page: Page): void {
    const { kind } = page;
    page.state = 'open';
    page.before = NO_PAGE;
    page.after = kind.firstOpen;
    if (kind.firstOpen !== NO_PAGE) (this.pages[kind.firstOpen] as Page).before = index;
    kind.firstOpen = index;
  }

  private close(page: Page, state: 'full' | 'emptying'): void {
    page.state = state;
    if (page.before === NO_PAGE) page.kind.firstOpen = page.after;
    else (this.pages[page.before] as Page).after = page.after;
    if (page.after !== NO_PAGE) (this.pages[page.after] as Page).before = page.before;
  }

  private classFor(length: number): SizeClass {
    return this.classes[sizeClassOf(length)] as SizeClass;
  }

  private pageOf(handle: Handle): Page {
    return this.pages[handle >>> BLOCK_BITS] as Page;
  }

  private largeOf(handle: Handle): Uint8Array {
    return this.large[handle - LARGE] as Uint8Array;
  }
}

/** Whether a page could be done without, and the others still have a quarter of their room to spare. */
function isRoomy({ pages, usedBlocks, blocksPerPage }: SizeClass): boolean {
  return pages > 1 && usedBlocks * 4 <= (pages - 1) * blocksPerPage * 3;
}

function newSizeClass(size: number): SizeClass {
  const pageBytes = size <= LARGEST_IN_SMALL_PAGE ? SMALL_PAGE : BIG_PAGE;
  const blocksPerPage = Math.floor(pageBytes / size);
  return { size, pageBytes, blocksPerPage, pages: 0, usedBlocks: 0, firstOpen: NO_PAGE };
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

/** From the end: identities of one application share a long beginning. */
function sameBytes(page: Uint8Array, offset: number, bytes: Uint8Array): boolean {
  for (let i = bytes.length - 1; i >= 0; i--) {
    if (page[offset + i] !== bytes[i]) return false;
  }
  return true;
}
