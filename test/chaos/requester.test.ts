import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HistoryEntry, HistoryOutcome } from '../simulation/history.ts';
import { acquire, found, get, granted, locked, put, stored, unknown } from '../simulation/sketch.ts';
import { HoldClock } from './hold-clock.ts';
import type { Answer } from './line.ts';
import { CLOSED, CROSSED, type LoadReport } from './load-plan.ts';
import { PlayedPace } from './played-pages.ts';
import { type Asker, type Request, Requester } from './requester.ts';
import { sessionNamed } from './sessions.ts';
import { Tally } from './tally.ts';

const NAME = sessionNamed('one', 4);
const told = (outcome: HistoryOutcome): Answer => ({ type: 'told', outcome, why: '' });
const NEVER_HEARD: Answer = { type: 'failed', why: CLOSED };

interface Step {
  readonly after: number;
  readonly answer: Answer;
  readonly member?: string;
}

/** What clients wait for, with a server that answers as told, one step for each try. */
class Played {
  readonly pace = new PlayedPace();
  readonly tally = new Tally();
  readonly entries: HistoryEntry[] = [];
  readonly holds = new HoldClock();
  readonly left: string[] = [];
  readonly ids: (string | null)[] = [];
  private readonly steps: Step[];
  private readonly kind: Asker['kind'];
  private readonly asksCrossedAgain: boolean;

  constructor(steps: readonly Step[], kind: Asker['kind'] = 'gateway', asksCrossedAgain = false) {
    this.steps = [...steps];
    this.kind = kind;
    this.asksCrossedAgain = asksCrossedAgain;
  }

  /** The report of one request, planned for `planned`, which is asked at 100. */
  async request(command: Request['wish']['command'], planned = 100): Promise<LoadReport & { outcome: unknown }> {
    const { pace, tally } = this;
    const options = { asksCrossedAgain: this.asksCrossedAgain, lockWait: 500, idPrefix: 'id' };
    const requester = new Requester(options, (_, entry) => this.entries.push(entry), tally, pace);
    const server: Asker = {
      kind: this.kind,
      sheltered: false,
      ask: async (_session, _wish, id) => {
        const step = this.steps.shift();
        assert(step !== undefined, 'asked once too often');
        this.ids.push(id);
        await pace.pause(step.after);
        return { answer: step.answer, member: step.member ?? 'm0' };
      },
      leave: (member) => this.left.push(member),
    };
    const session = { name: NAME, holds: this.holds };
    const asked = pace
      .pause(100)
      .then(() => requester.request({ client: 1, server, session, wish: { command, content: 'x' }, planned }));
    await pace.play();
    return { ...tally.report({ seconds: 1, worstStall: 0, busy: 0 }), outcome: await asked };
  }
}

describe('how long a request waits', () => {
  it('counts from the planned start, however late it is sent', async () => {
    const report = await new Played([{ after: 7, answer: told(found('a', 'v')) }]).request(get, 40);
    assert.equal(report.troubles[0]?.wait, 67);
    assert.equal(report.troubles[0]?.type, 'slow');
    assert.equal((await new Played([{ after: 7, answer: told(found('a', 'v')) }]).request(get, 60)).longestCalm, 47);
  });

  it('goes on while a reader is asked to come again', async () => {
    const played = new Played([
      { after: 3_000, answer: told(unknown) },
      { after: 10, answer: told(granted('a', 'v', 5)) },
    ]);
    const report = await played.request(acquire());
    assert.equal(report.troubles[0]?.wait, 3_510);
    assert.deepEqual(report.askedAgain, { m0: 1 });
    assert.equal(report.requests, 2);
    assert.deepEqual(
      played.entries.map(({ invoked, returned, outcome }) => [invoked, returned, outcome?.type]),
      [
        [100, 3_100, 'unknown'],
        [3_600, 3_610, 'found'],
      ],
    );
  });

  it('leaves out the time in which others held the lock, and no other time', async () => {
    const played = new Played([{ after: 300, answer: told(granted('a', 'v', 5)) }]);
    void played.pace.pause(50).then(() => played.holds.begin(50));
    void played.pace.pause(220).then(() => played.holds.end(220));
    void played.pace.pause(240).then(() => played.holds.begin(240));
    void played.pace.pause(250).then(() => played.holds.end(250));
    assert.equal((await played.request(acquire())).troubles[0]?.wait, 300 - 120 - 10);

    const write = new Played([{ after: 300, answer: told(stored('v')) }]);
    void write.pace.pause(50).then(() => write.holds.begin(50));
    assert.equal((await write.request(put('x', { cookie: 5 }))).troubles[0]?.wait, 300);
  });

  it('leaves out the line in which somebody was kept to be told of a lock', async () => {
    const report = await new Played([{ after: 503, answer: told(locked(5)) }]).request(acquire());
    assert.equal(report.longestCalm, 3);
    assert.deepEqual(report.troubles, []);
  });
});

describe('a request that meets trouble', () => {
  it('goes to somebody else where nobody listens, which is no failure', async () => {
    const played = new Played([
      { after: 1, answer: { type: 'unsent' } },
      { after: 1, answer: told(found('a', 'v')), member: 'm1' },
    ]);
    const report = await played.request(get);
    assert.deepEqual(played.left, ['m0']);
    assert.deepEqual([report.refused, report.requests, report.troubles.length], [1, 1, 0]);
    assert.equal(played.entries.length, 1);
  });

  it('fails when there is nobody for too long', async () => {
    const steps = Array.from({ length: 300 }, (): Step => ({ after: 1, answer: { type: 'unsent' } }));
    const report = await new Played(steps).request(get);
    assert.equal(report.outcome, null);
    assert.equal(report.troubles[0]?.type, 'failed');
    assert.ok((report.troubles[0]?.ended ?? 0) > 10_000);
  });

  it('fails at the gateway when its connection breaks, and nobody knows what it did', async () => {
    const played = new Played([{ after: 5, answer: NEVER_HEARD }]);
    const report = await played.request(put('x'));
    assert.deepEqual([report.outcome, report.troubles[0]?.why], [null, CLOSED]);
    assert.deepEqual([played.entries[0]?.returned, played.entries[0]?.outcome], [null, null]);
  });

  it('is asked again once where it crossed a FIN, if servers are stopped in order', async () => {
    const crossed: Step = { after: 1, answer: { type: 'crossed' } };
    const answered: Step = { after: 1, answer: told(stored('v')) };
    const again = await new Played([crossed, answered], 'gateway', true).request(put('x'));
    assert.deepEqual([again.crossed, again.troubles.length], [1, 0]);
    const twice = await new Played([crossed, crossed], 'gateway', true).request(put('x'));
    assert.deepEqual([twice.crossed, twice.troubles[0]?.why], [2, CROSSED]);
    assert.equal((await new Played([crossed]).request(put('x'))).troubles[0]?.why, CROSSED);
  });

  it('is repeated over gRPC under its own id, and each failure counts', async () => {
    const unavailable: HistoryOutcome = { type: 'unavailable', reason: 'no-primary' };
    const played = new Played(
      [
        { after: 5, answer: NEVER_HEARD },
        { after: 5, answer: told(unavailable), member: 'm1' },
        { after: 5, answer: told(stored('v')), member: 'm1' },
      ],
      'grpc',
    );
    const report = await played.request(put('x'));
    assert.deepEqual(report.outcome, stored('v'));
    assert.equal(new Set(played.ids).size, 1);
    assert.deepEqual(
      played.entries.map(({ requestId }) => requestId),
      [played.ids[0], played.ids[0], played.ids[0]],
    );
    assert.equal(report.troubles.filter(({ type }) => type === 'failed').length, 2);
    assert.deepEqual(report.troubles.at(-1)?.members, ['m0', 'm1']);
  });
});
