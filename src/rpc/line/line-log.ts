import type { Duration, Instant } from '../../base/instant.ts';
import { type Clock, type Holder, nameOf } from '../../member/door.ts';
import type { Line, LineEnd } from './line.ts';

/** The log lines that lines between members write. */
export interface PeerLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

const TEXTS: Readonly<Record<LineEnd, string>> = {
  unreachable: 'no line to a member came about',
  refused: 'a line to a member was refused',
  broken: 'the line to a member broke',
  silent: 'the line to a member was ended: it fell silent',
  slow: 'the line to a member was ended: it takes too slowly what it is sent',
  unreadable: 'the line to a member was ended: what it sends cannot be read',
  replaced: 'the line to a member was replaced by a newer one',
  closed: 'the line to a member was closed',
};

/** The same is said again of the same member no sooner. */
const AGAIN_AFTER: Duration = 60_000;
const MOST_REMEMBERED = 1_000;

/** Says what becomes of lines, and repeats itself rarely: a member that is gone for good is dialled for a long time. */
export class LineLog {
  private readonly log: PeerLog;
  private readonly clock: Clock;
  private readonly said = new Map<string, Instant>();

  constructor(log: PeerLog, clock: Clock) {
    this.log = log;
    this.clock = clock;
  }

  stands(line: Line, wire: number): void {
    const peer = nameOf(line.peer);
    const { stream, target, hello } = line;
    const fields = { peer, address: stream.address, dialled: target !== null, wire, version: hello?.version };
    if (this.mayBeSaid(`${peer} stands`)) this.log.info(fields, 'a line to a member stands');
  }

  ended({ stream, target, hello }: Line, end: LineEnd, reason: string): void {
    const peer = target ?? hello;
    const name = peer === null ? null : nameOf(peer);
    const fields = { peer: name, address: stream.address, reason };
    // Whoever dials us comes from another port each time.
    const who = name ?? stream.address.replace(/:\d+$/, '');
    if (!this.mayBeSaid(`${who} ${end} ${end === 'refused' ? reason : ''}`)) return;
    if (end === 'unreadable') this.log.error(fields, TEXTS[end]);
    else if (end === 'replaced' || end === 'closed') this.log.info(fields, TEXTS[end]);
    else this.log.warn(fields, TEXTS[end]);
  }

  noAddress(holder: Holder, address: string): void {
    const peer = nameOf(holder);
    if (this.mayBeSaid(`${peer} has no address`))
      this.log.warn({ peer, address }, 'a member has an address that is none');
  }

  private mayBeSaid(what: string): boolean {
    const now = this.clock.now();
    const before = this.said.get(what);
    if (before !== undefined && now - before < AGAIN_AFTER) return false;
    if (this.said.size >= MOST_REMEMBERED) this.said.clear();
    this.said.set(what, now);
    return true;
  }
}
