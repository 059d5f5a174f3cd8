import type { Cookie } from '../../src/member/door.ts';
import { areTries, type HistoryEntry, isWrite } from './history.ts';

/** A placeholder stands for a cookie or version that the client of an uncertain request was not told. */
const PLACEHOLDER = -10;

export function isPlaceholder(number: number): boolean {
  return number <= PLACEHOLDER;
}

/**
 * The one for what this request was given. A number that another try may be told must be known again; of the others it
 * makes no difference whose they are.
 */
export function placeholder(request: number, isOneOfSeveral: boolean): number {
  return isOneOfSeveral ? PLACEHOLDER - 1 - request : PLACEHOLDER;
}

/** The small numbers that stand for texts, and whose cookies and versions are whose. */
export class Numbers {
  private readonly ofTexts = new Map<string, number>();
  private readonly texts: string[] = [];
  /** By the number of the operation. */
  private readonly entries: readonly HistoryEntry[];
  private readonly granted = new Map<Cookie, HistoryEntry>();
  private readonly written = new Map<number, HistoryEntry>();
  private readonly read = new Set<string>();

  constructor(entries: readonly HistoryEntry[]) {
    this.entries = entries;
    for (const entry of entries) {
      const { command, outcome } = entry;
      if (outcome?.type === 'found' && outcome.cookie !== 0) this.granted.set(outcome.cookie, entry);
      if (outcome?.type === 'found') this.read.add(outcome.content);
      if (outcome?.type === 'stored' && outcome.version !== null && isWrite(command, outcome.created)) {
        this.written.set(this.of(outcome.version), entry);
      }
    }
  }

  of(text: string): number {
    const known = this.ofTexts.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text);
    this.ofTexts.set(text, number);
    return number;
  }

  /** Contents that nobody ever read need not be told apart. */
  ofContent(tag: string): number {
    return this.of(this.read.has(tag) ? tag : 'something nobody read');
  }

  text(number: number): string {
    return this.texts[number - 1] ?? '?';
  }

  /** Whether the lock of this placeholder can have this cookie: nobody else was granted it, or another try of the same. */
  mayBeCookie(placeholder: number, cookie: Cookie): boolean {
    return cookie > 0 && this.mayBe(placeholder, this.granted.get(cookie));
  }

  mayBeVersion(placeholder: number, version: number): boolean {
    return this.mayBe(placeholder, this.written.get(version));
  }

  private mayBe(placeholder: number, owner: HistoryEntry | undefined): boolean {
    const entry = this.entries[PLACEHOLDER - 1 - placeholder];
    return owner === undefined || entry === owner || (entry !== undefined && areTries(entry, owner));
  }
}

/** Contents travel through the model of the rules as octets. */
export function octetsOf(number: number): Uint8Array {
  return Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number);
}

export function numberIn(content: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = content;
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
