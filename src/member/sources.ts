import type { Door, Source, SourceIndex } from '../session/source.ts';

const CAPACITY = 4_096;
const ELSEWHERE: SourceIndex = 0;

/**
 * The addresses requests came from, so that a session can name its lock's holder in two bytes. Bounded: a farm has few
 * addresses, and what finds no place is told apart no further ("elsewhere"). Nothing is ever taken out, because
 * sessions and log lines may still name it.
 */
export class Sources {
  private readonly known: Source[] = [];
  private readonly indexes: Record<Door, Map<string, SourceIndex>> = { gateway: new Map(), grpc: new Map() };

  indexOf(door: Door, address: string): SourceIndex {
    const known = this.indexes[door].get(address);
    if (known !== undefined) return known;
    if (this.known.length === CAPACITY) return ELSEWHERE;
    const index = this.known.push({ door, address });
    this.indexes[door].set(address, index);
    return index;
  }

  /** As another member described it. */
  indexFor(source: Source | null): SourceIndex {
    return source === null ? ELSEWHERE : this.indexOf(source.door, source.address);
  }

  /** Null for a source that found no place. */
  describe(index: SourceIndex): Source | null {
    return this.known[index - 1] ?? null;
  }
}
