import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackOff } from '../../src/supervisor/back-off.ts';
import { STOP_LIMIT } from '../../src/supervisor/supervisor.ts';
import { FakeMachine } from './fake-machine.ts';

const CRASH = { code: 1 };

function started(...ids: string[]): FakeMachine {
  const machine = new FakeMachine(...ids);
  machine.supervisor.start();
  return machine;
}

const idsOf = (machine: FakeMachine) => machine.processes.map(({ args }) => args.join(' '));

describe('a back-off', () => {
  it('grows while what is started dies at once, and is forgotten when it lives', () => {
    const backOff = new BackOff();
    assert.deepEqual(
      [0, 5, 0, 9_999, 0, 0, 0].map((lived) => backOff.after(lived)),
      [200, 400, 800, 1_600, 3_200, 5_000, 5_000],
    );
    assert.deepEqual([backOff.after(10_000), backOff.after(0)], [0, 200]);
  });
});

describe('a supervisor', () => {
  it('starts every member, with its own arguments', () => {
    assert.deepEqual(idsOf(started('a', 'b')), ['--member-id=a', '--member-id=b']);
  });

  it('starts again whoever ends, whatever the reason', () => {
    const machine = started('a', 'b');
    machine.pass(20_000);
    for (const exit of [{ code: 0 }, CRASH, { signal: 'SIGKILL' as const }]) {
      const before = machine.processes.length;
      machine.newest.end(exit);
      machine.pass(0);
      assert.equal(machine.processes.length, before + 1);
      assert.deepEqual(machine.newest.args, ['--member-id=b']);
      machine.pass(10_000);
    }
    const [first] = machine.logged;
    assert.deepEqual(first, {
      ...{ member: 'b', code: 0, signal: null, pause: 0 },
      text: 'a member has ended: starting it again',
    });
  });

  it('waits longer and longer while a member dies at once', () => {
    const machine = started('a');
    for (const pause of [200, 400, 800, 1_600, 3_200, 5_000, 5_000]) {
      const before = machine.processes.length;
      machine.newest.end(CRASH);
      machine.pass(pause - 1);
      assert.equal(machine.processes.length, before);
      machine.pass(1);
      assert.equal(machine.processes.length, before + 1);
    }
  });

  it('passes lines on', () => {
    const machine = started('a', 'b');
    machine.processes[0]?.events.line('{"msg":"one"}');
    machine.processes[1]?.events.line('not JSON');
    assert.deepEqual(machine.lines, ['{"msg":"one"}', 'not JSON']);
  });

  it('ends the registration of whoever ends or falls silent', () => {
    const machine = started('a', 'b');
    const announcement = { member: 'x', zone: '', address: 'x:1', version: '1', gatewayOnly: false };
    for (const { events } of machine.processes) events.message({ type: 'begin', incarnation: 1, announcement });
    const registered = () => machine.memory.members.map(({ member }) => member);
    assert.deepEqual(registered(), ['a', 'b']);
    machine.processes[0]?.end(CRASH);
    assert.deepEqual(registered(), ['b']);
    machine.pass(4_999);
    assert.deepEqual(registered(), ['b']);
    machine.pass(1);
    assert.deepEqual(registered(), []);
  });
});

describe('a supervisor that stops', () => {
  it('tells all members at once, and ends when the last has ended', async () => {
    const machine = started('a', 'b');
    machine.supervisor.stop();
    machine.supervisor.stop();
    for (const process of machine.processes) assert.deepEqual(process.told, [{ type: 'stop' }]);
    let status: number | null = null;
    const ended = machine.supervisor.ended.then((each) => {
      status = each;
    });
    machine.processes[0]?.end({ code: 0 });
    machine.pass(1_000);
    assert.equal(status, null);
    machine.processes[1]?.end({ code: 0 });
    await ended;
    assert.equal(status, 0);
    assert.equal(machine.processes.length, 2);
    assert.equal(machine.timersSet, 0);
  });

  it('does not start again who was about to be', async () => {
    const machine = started('a');
    machine.newest.end(CRASH);
    machine.supervisor.stop();
    assert.equal(await machine.supervisor.ended, 0);
    machine.pass(60_000);
    assert.equal(machine.processes.length, 1);
  });

  it('kills, after a while, who has not stopped', async () => {
    const machine = started('a', 'b');
    machine.supervisor.stop();
    machine.processes[0]?.end({ code: 0 });
    machine.pass(STOP_LIMIT - 1);
    assert.equal(machine.processes[1]?.isKilled, false);
    machine.pass(1);
    assert.deepEqual(
      machine.processes.map(({ isKilled }) => isKilled),
      [false, true],
    );
    machine.processes[1]?.end({ signal: 'SIGKILL' });
    assert.equal(await machine.supervisor.ended, 1);
  });

  it('kills all when it is told so', async () => {
    const machine = started('a', 'b');
    machine.supervisor.stop();
    machine.supervisor.kill();
    for (const process of machine.processes) {
      assert.ok(process.isKilled);
      process.end({ signal: 'SIGKILL' });
    }
    assert.equal(await machine.supervisor.ended, 1);
  });

  it('says by its status when a member did not stop well', async () => {
    const machine = started('a');
    machine.supervisor.stop();
    machine.newest.end(CRASH);
    assert.equal(await machine.supervisor.ended, 1);
  });
});
