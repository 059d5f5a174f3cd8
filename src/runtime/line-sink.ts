import type { Duration, Instant } from '../base/instant.ts';

/** What a sink needs of the machine. */
export interface Outlet {
  /**
   * Takes at once as many of the bytes as there is room for, and returns how many. Throws as `fs.writeSync` does: with
   * EAGAIN when there is no room at all.
   */
  write(bytes: Uint8Array): number;
  now(): Instant;
  /** Runs it at the end of this turn of the event loop. */
  soon(run: () => void): void;
  /** Runs it after that time, unless the process has ended by then. */
  later(run: () => void, after: Duration): void;
  /** Stands still, and everything with it. */
  sleep(duration: Duration): void;
}

export interface LineSinkOptions {
  /** What is kept for a reader that is behind, in bytes; a little more when lines are long. */
  readonly keep: number;
  /** The line that stands where `dropped` lines are missing. */
  readonly gapLine: (dropped: number) => string;
}

/** Whole lines, to be written, or dropped, together. */
interface Piece {
  readonly bytes: Uint8Array;
  readonly lines: number;
}

/** In characters; then the lines gathered become a piece. */
const PIECE_LENGTH = 16_384;
/** A reader that has no room now is given this long. */
const FULL_PAUSE: Duration = 10;
/** A pipe may get a new reader, and a disk room; neither happens often. */
const FAULT_PAUSE: Duration = 1_000;
/** How long a process that ends waits for a reader that is behind. After half of it, the last lines alone are tried. */
const END_PATIENCE: Duration = 2_000;
const END_PAUSE: Duration = 1;

type Progress = 'done' | 'full' | 'fault';

/**
 * Writes lines to whoever reads them, without waiting for him: what one turn of the event loop brings leaves in one
 * write at its end, and what he has no room for is kept and tried again. If he stays behind, the oldest lines are
 * dropped, and a line that counts them stands in their place. No reader, or a broken one, is one that has no room.
 *
 * Invariants:
 * 1. Lines leave in the order `begun`, the gap, `pieces`, `gathered`; that is the order in which they came.
 * 2. Dropped lines lie between `begun` and the first of `pieces`. So one count is enough, and one gap line.
 * 3. `held` is the length of all `pieces`.
 */
export class LineSink {
  private readonly outlet: Outlet;
  private readonly options: LineSinkOptions;
  /** The rest of what is being written. */
  private begun: Uint8Array = Buffer.alloc(0);
  private dropped = 0;
  private readonly pieces: Piece[] = [];
  private held = 0;
  private gathered = '';
  private gatheredLines = 0;
  /** Whether `run` will be called. */
  private scheduled = false;
  private readonly run = (): void => {
    const progress = this.writeOut();
    this.scheduled = progress !== 'done';
    if (this.scheduled) this.outlet.later(this.run, progress === 'full' ? FULL_PAUSE : FAULT_PAUSE);
  };

  constructor(outlet: Outlet, options: LineSinkOptions) {
    this.outlet = outlet;
    this.options = options;
  }

  /** Takes one line, with its end. */
  write(line: string): void {
    this.gathered += line;
    this.gatheredLines++;
    if (this.gathered.length >= PIECE_LENGTH) {
      this.cut();
      if (this.held > this.options.keep) this.makeRoom();
    }
    if (this.scheduled) return;
    this.scheduled = true;
    this.outlet.soon(this.run);
  }

  /**
   * For a process that ends: writes what there is, and waits for a reader that is behind, but not for long. Where
   * nobody reads it waits for nothing.
   */
  finish(): void {
    const begunAt = this.outlet.now();
    while (this.writeOut() === 'full') {
      const waited = this.outlet.now() - begunAt;
      if (waited >= END_PATIENCE) return;
      if (waited >= END_PATIENCE / 2) this.dropBeyond(0);
      this.outlet.sleep(END_PAUSE);
    }
  }

  private writeOut(): Progress {
    while (this.begin()) {
      try {
        this.begun = this.begun.subarray(this.outlet.write(this.begun));
      } catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EAGAIN' ? 'full' : 'fault';
      }
    }
    return 'done';
  }

  /** Whether there is something to write, and if so `begun` is not empty. */
  private begin(): boolean {
    if (this.begun.length > 0) return true;
    if (this.dropped > 0) {
      this.begun = Buffer.from(this.options.gapLine(this.dropped));
      this.dropped = 0;
      return true;
    }
    if (this.pieces.length === 0 && this.gatheredLines > 0) this.cut();
    const piece = this.pieces.shift();
    if (piece === undefined) return false;
    this.held -= piece.bytes.length;
    this.begun = piece.bytes;
    return true;
  }

  private cut(): void {
    const piece: Piece = { bytes: Buffer.from(this.gathered), lines: this.gatheredLines };
    this.pieces.push(piece);
    this.held += piece.bytes.length;
    this.gathered = '';
    this.gatheredLines = 0;
  }

  /** One turn can bring more than may be kept, for a reader that is not behind at all. */
  private makeRoom(): void {
    this.writeOut();
    this.dropBeyond(this.options.keep);
  }

  /** Drops the oldest pieces until at most `limit` bytes are held. The newest piece stays: it says what happened last. */
  private dropBeyond(limit: number): void {
    while (this.held > limit && this.pieces.length > 1) {
      const oldest = this.pieces.shift() as Piece;
      this.held -= oldest.bytes.length;
      this.dropped += oldest.lines;
    }
  }
}
