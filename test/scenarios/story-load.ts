import type { Duration, Instant } from '../../src/base/instant.ts';
import { type Command, NO_COOKIE, type Outcome } from '../../src/member/door.ts';
import type { World } from '../simulation/world/world.ts';
import { tellDuration } from './durations.ts';

const WAIT: Duration = 3_000;
const LEASE: Duration = 110_000;
const TRY_AGAIN: Duration = 50;

/** One visitor: takes the lock of its own session, looks, stores the next number, and again. */
interface Visitor {
  readonly name: string;
  /** Members in the order in which it turns to them. */
  entries: string[];
  /** What was stored last. */
  newest: number;
  requests: number;
  busy: boolean;
}

/**
 * Visitors in the background, each with a session of its own, which it finds as it left it or the story ends. What has
 * no certain outcome is repeated under its name, at another member if the connection broke.
 */
export class StoryLoad {
  private readonly world: World;
  private visitors: Visitor[] = [];
  private every: Duration = 0;
  private stopping = false;
  /** Whether there ever were visitors. */
  began = false;
  private answered = 0;
  private longest: Duration = 0;
  private readonly troubles = new Map<string, number>();

  constructor(world: World) {
    this.world = world;
  }

  start(count: number, entries: readonly string[], every: Duration): void {
    if (this.visitors.length > 0) throw new Error('there are visitors already');
    this.began = true;
    this.every = every;
    this.stopping = false;
    this.visitors = Array.from({ length: count }, (_, place) => {
      const first = place % entries.length;
      const own = [...entries.slice(first), ...entries.slice(0, first)];
      return { name: `visitor${place}`, entries: own, newest: 0, requests: 0, busy: false };
    });
    // Not all at the same instant.
    for (const [place, visitor] of this.visitors.entries()) {
      this.world.in((every * place) / count, () => this.visit(visitor));
    }
  }

  /** No more visits; those under way come to their end. Returns how it went, in words. */
  stop(): string {
    this.stopping = true;
    if (!this.world.settle(() => this.visitors.every(({ busy }) => !busy), 20_000)) {
      throw new Error('some visitors are never answered');
    }
    this.visitors = [];
    const troubles = [...this.troubles].map(([what, times]) => `${times} × ${what}`);
    const magnitude = 10 ** Math.floor(Math.log10(this.answered));
    return [
      `more than ${magnitude - 1} requests`,
      troubles.length === 0 ? 'none failed' : `in between ${troubles.join(', ')}`,
      `the longest waited ${tellDuration(this.longest)}`,
    ].join('; ');
  }

  private visit(visitor: Visitor): void {
    if (this.stopping) return;
    visitor.busy = true;
    this.ask(visitor, { type: 'getExclusive', wait: WAIT, lockLease: LEASE }, (outcome) => {
      const there = outcome.type === 'found' ? Number(Buffer.from(outcome.content).toString()) : 0;
      if (outcome.type !== 'found' && outcome.type !== 'missing') throw strange(visitor, outcome);
      if (there !== visitor.newest) throw new Error(`${visitor.name} stored ${visitor.newest} and found ${there}`);
      visitor.newest++;
      this.ask(visitor, storing(visitor.newest, outcome), (stored) => {
        if (stored.type !== 'stored') throw strange(visitor, stored);
        visitor.busy = false;
        this.world.in(this.every, () => this.visit(visitor));
      });
    });
  }

  /** Until it is answered for certain. */
  private ask(visitor: Visitor, command: Command, then: (outcome: Outcome) => void): void {
    const repeatId = `${++visitor.requests}`;
    const since = this.world.now;
    const attempt = (): void => {
      const [entry = ''] = visitor.entries;
      const request = { address: visitor.name, key: `load/${visitor.name}`, command, repeatId };
      this.world.submit(entry, request, (outcome) => this.hear(outcome, since, attempt, then), turnAway);
    };
    // Whoever is gone, or takes no more requests, is not asked again before the others were.
    const turnAway = (why: 'refused' | 'reset'): void => {
      visitor.entries = [...visitor.entries.slice(1), ...visitor.entries.slice(0, 1)];
      if (why === 'reset') this.note('a broken connection');
      this.world.in(why === 'reset' ? 0 : 1, attempt);
    };
    attempt();
  }

  private hear(outcome: Outcome, since: Instant, attempt: () => void, then: (outcome: Outcome) => void): void {
    if (outcome.type === 'unknown' || outcome.type === 'unavailable') {
      this.note(outcome.type);
      this.world.in(TRY_AGAIN, attempt);
      return;
    }
    this.answered++;
    this.longest = Math.max(this.longest, this.world.now - since);
    // Not within the turn that answers.
    this.world.in(0, () => then(outcome));
  }

  private note(trouble: string): void {
    this.troubles.set(trouble, (this.troubles.get(trouble) ?? 0) + 1);
  }
}

function storing(number: number, seen: Outcome): Command {
  const content = Uint8Array.from(Buffer.from(`${number}`));
  const cookie = seen.type === 'found' ? seen.cookie : NO_COOKIE;
  return { type: 'set', cookie, content, timeoutMinutes: 20, flags: 0, onlyIfAbsent: false, onlyIfVersion: null };
}

function strange(visitor: Visitor, outcome: Outcome): Error {
  return new Error(`${visitor.name} was told ${outcome.type}`);
}
