import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChaosArguments, parseChaosArguments } from './chaos-arguments.ts';
import { ROWS } from './rows.ts';

function asked(...args: string[]): ChaosArguments {
  const parsed = parseChaosArguments(args);
  assert(parsed.type === 'play');
  return parsed.asked;
}

describe('what the rows are played with', () => {
  it('is three members and etcd, and every row, unless told otherwise', () => {
    const { rows, members, coordination, copies, rate } = asked();
    assert.deepEqual(rows, ROWS);
    assert.deepEqual([members, coordination, copies, rate], [3, 'etcd', 2, null]);
  });

  it('is one member alone with the rows that need no others', () => {
    const { rows, coordination, copies } = asked('--members', '1');
    assert.ok(rows.length > 0 && rows.every(({ wantsCluster }) => !wantsCluster));
    assert.deepEqual([coordination, copies], ['embedded', 1]);
    assert.equal(asked('--members', '1', '--coordination', 'etcd').coordination, 'etcd');
  });

  it('is the rows that are named, in that order', () => {
    const names = asked('pause', 'kill', '--times', '3').rows.map(({ name }) => name);
    assert.deepEqual(names, ['pause', 'kill']);
  });

  it('is nothing where it was asked wrongly', () => {
    for (const args of [
      ['nonsense'],
      ['kill', '--members', '1'],
      ['--members', '0'],
      ['--coordination', 'embedded'],
      ['--coordination', 'raft'],
      ['--rate', 'many'],
      ['--grpc-share', '2'],
      ['--no-such-option'],
    ]) {
      assert.equal(parseChaosArguments(args).type, 'wrong', args.join(' '));
    }
  });

  it('is a folder to judge once more', () => {
    assert.deepEqual(parseChaosArguments(['--judge', '/tmp/x']), { type: 'judge', folder: '/tmp/x' });
  });
});
