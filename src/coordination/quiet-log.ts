import type { Duration, Instant } from '../base/instant.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the room needs of a log. */
export interface CoordinationLog {
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
}

/** Of one kind, no more often than this. */
const EVERY: Duration = 30_000;

/** Says the same thing seldom: trouble of a store comes with every call. */
export class QuietLog {
  private readonly log: CoordinationLog;
  private readonly now: () => Instant;
  private readonly said = new Map<string, { at: Instant; unsaid: number }>();

  constructor(log: CoordinationLog, now: () => Instant) {
    this.log = log;
    this.now = now;
  }

  info(fields: Fields, message: string): void {
    this.log.info(fields, message);
  }

  warn(fields: Fields, message: string): void {
    const more = this.mayI(message);
    if (more !== null) this.log.warn({ ...fields, ...more }, message);
  }

  error(fields: Fields, message: string): void {
    const more = this.mayI(message);
    if (more !== null) this.log.error({ ...fields, ...more }, message);
  }

  /** The next time this is said at once again. */
  forget(message: string): void {
    this.said.delete(message);
  }

  /** Null: not now. Else how often it was not said since it last was. */
  private mayI(message: string): Fields | null {
    const at = this.now();
    const last = this.said.get(message);
    if (last !== undefined && at < last.at + EVERY) {
      last.unsaid++;
      return null;
    }
    this.said.set(message, { at, unsaid: 0 });
    return last === undefined || last.unsaid === 0 ? {} : { repeated: last.unsaid };
  }
}
