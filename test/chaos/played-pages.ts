import type { Duration, Instant } from '../../src/base/instant.ts';
import { Random } from '../../src/base/random.ts';
import type { Outcome } from '../../src/member/door.ts';
import { RulesModel } from '../session/rules-model.ts';
import { type HistoryEntry, type HistoryOutcome, tagOf } from '../simulation/history.ts';
import type { Wish } from './gateway-words.ts';
import { HoldClock } from './hold-clock.ts';
import { type Asker, type Pace, Requester } from './requester.ts';
import { type SessionName, sessionNamed } from './sessions.ts';
import { Tally } from './tally.ts';
import { MIX, type PageKind, type VisitedSession, Visitor } from './visitor.ts';
import type { Asked } from './web-server.ts';

/** Time that passes only when everybody waits for it. */
export class PlayedPace implements Pace {
  private at: Instant = 0;
  private readonly sleepers: { readonly at: Instant; readonly wake: () => void }[] = [];

  now(): Instant {
    return this.at;
  }

  pause(length: Duration): Promise<void> {
    return new Promise((wake) => this.sleepers.push({ at: this.at + length, wake }));
  }

  /** Goes on until nobody waits any more. */
  async play(): Promise<void> {
    for (;;) {
      // Whoever was woken acts before time goes on.
      await new Promise(setImmediate);
      this.sleepers.sort((a, b) => a.at - b.at);
      const next = this.sleepers.shift();
      if (next === undefined) return;
      this.at = Math.max(this.at, next.at);
      next.wake();
    }
  }
}

/** Changes what a server that keeps the rules would have answered, or done; null leaves it alone. */
export type Bug = (wish: Wish, session: SessionName, model: RulesModel, answer: Outcome) => Outcome | null;

const WAY = 1;
const KINDS = Object.keys(MIX) as PageKind[];

/** A server by the model of the rules, without lines and without leases, and with at most one bug. */
export class PlayedServer implements Asker {
  readonly kind = 'gateway';
  readonly sheltered = false;
  private readonly model = new RulesModel('reject');
  private readonly pace: Pace;
  private readonly bug: Bug;

  constructor(pace: Pace, bug: Bug) {
    this.pace = pace;
    this.bug = bug;
  }

  async ask(session: SessionName, wish: Wish): Promise<Asked> {
    await this.pace.pause(WAY);
    const command =
      wish.command.type === 'set'
        ? { ...wish.command, content: Buffer.from(wish.content, 'latin1'), onlyIfVersion: null }
        : wish.command;
    const request = { asker: 0, number: 0, source: 0, key: session.key, command, repeatId: null };
    const answer = this.model.decide(request, 0, this.pace.now(), false);
    const told = this.bug(wish, session, this.model, answer) ?? answer;
    await this.pace.pause(WAY);
    return { member: 'played', answer: { type: 'told', outcome: asGatewayTells(told), why: '' } };
  }

  leave(): void {}
}

/** What a gateway's client is told of an outcome. */
function asGatewayTells(outcome: Outcome): HistoryOutcome {
  switch (outcome.type) {
    case 'found': {
      const { type, content, timeoutMinutes, flagTaken, cookie, lockLease } = outcome;
      return { type, content: tagOf(content), version: null, timeoutMinutes, flagTaken, cookie, lockLease };
    }
    case 'stored':
      return { type: 'stored', created: null, version: null };
    case 'stale':
      return { type: 'stale', newest: outcome.newest, locked: null, age: 0 };
    case 'conflict':
    case 'described':
      throw new Error(`a gateway does not tell of ${outcome.type}`);
    default:
      return outcome;
  }
}

/** The history of so many pages, all drawn from `seed`, that visit a few sessions of such a server. */
export async function playedHistory(seed: number, pages: number, bug: Bug): Promise<HistoryEntry[]> {
  const random = new Random(seed);
  const pace = new PlayedPace();
  const tally = new Tally();
  const entries: HistoryEntry[] = [];
  const options = { asksCrossedAgain: false, lockWait: 0, idPrefix: 'played' };
  const requester = new Requester(options, (_partition, entry) => entries.push(entry), tally, pace);
  const visitor = new Visitor(requester, tally, pace, random, { lockLease: 110_000, lockWait: 0 });
  const server = new PlayedServer(pace, bug);
  const sessions: VisitedSession[] = Array.from({ length: 4 }, (_, number) => ({
    name: sessionNamed(`played-${number}`, 4),
    holds: new HoldClock(),
    cookies: [],
    work: 3,
    waiting: 0,
  }));
  const visits = Array.from({ length: pages }, async (_, client) => {
    const planned = random.below(pages * 20);
    const session = sessions[random.below(sessions.length)] as VisitedSession;
    const kind = KINDS[random.below(KINDS.length)] as PageKind;
    await pace.pause(planned);
    await visitor.visit({ client, server, session, kind, planned });
  });
  await pace.play();
  await Promise.all(visits);
  return entries.sort((a, b) => a.invoked - b.invoked);
}
