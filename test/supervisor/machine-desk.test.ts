import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StoreMemory } from '../../src/coordination/store-memory.ts';
import type { ToMember, ToSupervisor } from '../../src/coordination/supervised-messages.ts';
import { MachineDesk } from '../../src/supervisor/machine-desk.ts';
import { StoreDesk } from '../../src/supervisor/store-desk.ts';

const READY: ToSupervisor = { type: 'standing', ready: true };
const NOT_READY: ToSupervisor = { type: 'standing', ready: false };

/** The desk of a machine with members `a` and `b`, its clock and its timers. */
class Machine {
  at = 0;
  readonly store = new StoreMemory();
  readonly desk: MachineDesk;
  /** What each was told. */
  readonly told: ToMember[] = [];
  private timers: readonly (() => void)[] = [];

  constructor() {
    const clock = { now: () => this.at, wallTime: () => 0 };
    const log = { warn: () => {}, info: () => {} };
    this.desk = new MachineDesk(['a', 'b'], new StoreDesk(this.store, clock, log), clock, (_, run) => {
      this.timers = [...this.timers, run];
      return () => {
        this.timers = this.timers.filter((each) => each !== run);
      };
    });
  }

  start(member: string) {
    return this.desk.seat(member, (message) => void this.told.push(message));
  }

  /** All timers fall due. */
  lapse(): void {
    for (const run of this.timers) run();
  }
}

describe('what operators see of a machine', () => {
  it('is ready while all its members are, and stops to be at once', () => {
    const machine = new Machine();
    const { desk } = machine;
    const [a, b] = [machine.start('a'), machine.start('b')];
    a.receive(READY);
    assert.equal(desk.ready, false);
    b.receive(READY);
    assert.equal(desk.ready, true);
    b.receive(NOT_READY);
    assert.equal(desk.ready, false);
    b.receive(READY);
    a.gone();
    assert.equal(desk.ready, false);
    machine.start('a').receive(READY);
    assert.equal(desk.ready, true);
    desk.stopping();
    assert.equal(desk.ready, false);
  });

  it('is alive unless a process that has spoken falls silent', () => {
    const machine = new Machine();
    const { desk } = machine;
    assert.equal(desk.turning, true);
    const [a] = [machine.start('a'), machine.start('b')];
    machine.at = 60_000;
    assert.equal(desk.turning, true, 'a process may take its time to begin');
    a.receive(NOT_READY);
    machine.at += 9_999;
    assert.equal(desk.turning, true);
    machine.at += 1;
    assert.equal(desk.turning, false);
    a.receive(NOT_READY);
    assert.equal(desk.turning, true);
    machine.at += 60_000;
    a.gone();
    assert.equal(desk.turning, true);
  });

  it('are the metrics of those that answer in time, and of how they stand', async () => {
    const machine = new Machine();
    const [a] = [machine.start('a'), machine.start('b')];
    a.receive(READY);
    const page = machine.desk.metrics();
    const asked = machine.told.map((message) => (message.type === 'show-metrics' ? message.ask : 0));
    assert.equal(asked.length, 2);
    a.receive({ type: 'metrics', ask: asked[0], text: '# HELP x X.\nx{member="a"} 1\n' });
    machine.lapse();
    const lines = (await page).split('\n');
    assert.ok(lines.includes('x{member="a"} 1'));
    assert.ok(lines.includes('holdfast_member_ready{member="a"} 1'));
    assert.ok(lines.includes('holdfast_member_ready{member="b"} 0'));
    assert.ok(lines.includes('holdfast_member_starts_total{member="b"} 1'));
  });

  it('wait for nobody who is gone', async () => {
    const machine = new Machine();
    const a = machine.start('a');
    const page = machine.desk.metrics();
    a.gone();
    machine.start('a');
    assert.match(await page, /^holdfast_member_starts_total\{member="a"\} 2$/m);
  });
});

it('the store of a machine is at the same desk', () => {
  const machine = new Machine();
  const a = machine.start('a');
  a.receive({ type: 'draw', ask: 1 });
  const announcement = { member: 'a', zone: 'z', address: 'a:1', version: '1', gatewayOnly: false };
  a.receive({ type: 'begin', incarnation: 1, announcement });
  assert.deepEqual(
    machine.store.members.map(({ member }) => member),
    ['a'],
  );
  a.gone();
  assert.deepEqual(machine.store.members, []);
});
