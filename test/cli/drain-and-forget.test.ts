import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drain } from '../../src/cli/drain.ts';
import { forget } from '../../src/cli/forget.ts';
import { OPERATOR_COMMANDS } from '../../src/cli/operator-commands.ts';
import { parseCommandLine } from '../../src/config/cli.ts';
import { FakeCluster, held, holder, startDoor, startLine } from '../rpc/cluster-harness.ts';
import { FakeIo } from './fake-io.ts';

describe('holdfast drain', () => {
  it('begins it and ends with 0, over a member line or with a token', async (t) => {
    const view = new FakeCluster();
    const io = new FakeIo({}, { file: 'operator' });
    assert.equal(await drain.run(['a', '--address', await startLine(t, view)], io), 0);
    assert.equal(io.printed, 'a#1 drains\n');
    const { address } = await startDoor(t, view, { operatorTokens: ['operator'] });
    io.printed = '';
    assert.equal(await drain.run(['a', '--address', address, '--token-file', 'file', '--json'], io), 0);
    assert.deepEqual(JSON.parse(io.printed), { draining: holder('a'), ended: false });
    assert.deepEqual(view.drains, ['a', 'a']);
  });

  it('ends with 1 and the reason if it was refused', async (t) => {
    const view = new FakeCluster();
    const { address } = await startDoor(t, view);
    const io = new FakeIo();
    assert.equal(await drain.run(['a', '--address', address], io), 1);
    assert.equal(
      io.errors,
      'holdfast: this member has no operator-token-file: ask at the member line (cluster-listen)\n',
    );
    assert.deepEqual(view.drains, []);
  });

  it('ends with 2 without a member, and 3 where nobody answers', async () => {
    const io = new FakeIo();
    assert.equal(await drain.run([], io), 2);
    assert.match(io.errors, /^holdfast: MEMBER is missing;/);
    assert.equal(await drain.run(['a', '--address', '127.0.0.1:1'], io), 3);
  });

  /** `b` hands over one partition at a time, of which it has two, and is gone then; `a` is asked. */
  async function watched(t: Parameters<typeof startLine>[0], left: number) {
    const view = new FakeCluster();
    const b = new FakeCluster('b');
    const address = await startLine(t, b);
    view.list = view.list.map((each) => (each.member === 'b' ? { ...each, address } : each));
    const io = new FakeIo();
    io.onPause = () => {
      if (io.pauses === 1) view.adopt({ type: 'holders', partition: 0, holders: held('a', 'c') });
      if (io.pauses === 2 && left === 0) view.adopt({ type: 'holders', partition: 1, holders: held('c', 'a') });
      if (io.pauses === 3) view.lose('b');
    };
    return { io, address: await startLine(t, view) };
  }

  it('with --wait stays until the process has ended', async (t) => {
    const { io, address } = await watched(t, 0);
    assert.equal(await drain.run(['b', '--wait', '--address', address], io), 0);
    assert.equal(io.errors, 'b#1 drains\nb#1 holds 2 copies\nb#1 holds 1 copy\nb#1 holds 0 copies\n');
    assert.equal(io.printed, 'b#1 has ended and left nothing behind\n');
  });

  it('with --wait ends with 1 if something was left behind', async (t) => {
    const { io, address } = await watched(t, 1);
    assert.equal(await drain.run(['b', '--wait', '--json', '--address', address], io), 1);
    assert.deepEqual(JSON.parse(io.printed), { draining: holder('b'), ended: true, leftBehind: 1 });
    assert.equal(io.errors, '');
  });

  it('with --wait, asked of the very member that ends, counts its silence as its end', async (t) => {
    for (const [partitions, exit] of [
      [[], 1],
      [[0, 2, 3], 0],
    ] as const) {
      const view = new FakeCluster();
      const { address, server } = await startDoor(t, view, { operatorTokens: ['operator'] });
      const io = new FakeIo({}, { file: 'operator' });
      for (const partition of partitions) {
        view.adopt({ type: 'holders', partition, holders: held('b', 'c') });
      }
      let stopped: Promise<void> | null = null;
      io.onPause = () => {
        stopped ??= server.stop(0);
      };
      assert.equal(await drain.run(['a', '--wait', '--token-file', 'file', '--address', address], io), exit);
      assert.match(io.printed, /^a#1 has ended/);
      await stopped;
    }
  });
});

describe('holdfast forget', () => {
  async function withoutC(t: Parameters<typeof startLine>[0]) {
    const view = new FakeCluster();
    const b = new FakeCluster('b');
    const other = await startLine(t, b);
    view.list = view.list.map((each) => (each.member === 'b' ? { ...each, address: other } : each));
    view.lose('c');
    b.lose('c');
    return { view, address: await startLine(t, view), io: new FakeIo() };
  }

  it('stays until the table says so, and tells what is lost', async (t) => {
    const { view, address, io } = await withoutC(t);
    view.adopt({ type: 'holders', partition: 2, holders: held('c') });
    io.onPause = () => {
      if (io.pauses === 2) view.adopt({ type: 'forget', id: 'c', incarnation: 1 });
    };
    assert.equal(await forget.run(['c', '1', '--address', address], io), 0);
    assert.deepEqual(view.forgets, [holder('c')]);
    assert.equal(io.printed, 'c#1 is forgotten; sessions are lost: 1 partition had no other copy\n');
    io.printed = '';
    assert.equal(await forget.run(['c', '1', '--address', address, '--json'], io), 0);
    assert.deepEqual(JSON.parse(io.printed), { ...holder('c'), forgotten: true, partitionsLost: 0 });
    assert.equal(view.forgets.length, 1);
  });

  it('ends with 1 if the table does not come to say so', async (t) => {
    const { address, io } = await withoutC(t);
    assert.equal(await forget.run(['c', '1', '--address', address, '--json'], io), 1);
    assert.deepEqual(JSON.parse(io.printed), { ...holder('c'), forgotten: false, partitionsLost: 0 });
    assert.match(io.errors, /^holdfast: a member was told, but its table does not say yet that c#1 is forgotten;/);
  });

  it('ends with 1 and the reason if it was refused', async (t) => {
    const { view, address, io } = await withoutC(t);
    assert.equal(await forget.run(['b', '1', '--address', address], io), 1);
    assert.match(io.errors, /^holdfast: b#1 is registered/);
    assert.deepEqual(view.forgets, []);
  });

  it('ends with 2 without an incarnation, and 3 where nobody answers', async () => {
    for (const args of [['c'], ['c', 'x'], ['c', '0'], ['c', '-1'], ['c', '1.5'], ['c', '9007199254740992']]) {
      assert.equal(await forget.run(args, new FakeIo()), 2, args.join(' '));
    }
    assert.equal(await forget.run(['c', '1', '--address', '127.0.0.1:1'], new FakeIo()), 3);
  });
});

describe('the commands of operators', () => {
  it('are found and explained by the command line', () => {
    const overview = parseCommandLine([], OPERATOR_COMMANDS);
    assert(overview.type === 'print');
    for (const command of OPERATOR_COMMANDS) {
      assert(overview.text.includes(`  ${command.name} `), command.name);
      assert.deepEqual(parseCommandLine([command.name, '--help'], OPERATOR_COMMANDS), {
        ...{ type: 'print', text: command.help },
      });
      assert.deepEqual(parseCommandLine([command.name, 'x'], OPERATOR_COMMANDS), {
        ...{ type: 'run', command, args: ['x'] },
      });
    }
  });
});
