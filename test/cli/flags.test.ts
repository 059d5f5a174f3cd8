import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeFlags, type FlagSpecs, parseFlags } from '../../src/cli/flags.ts';

const SPECS: FlagSpecs = {
  json: { value: null, help: 'Print JSON.' },
  address: { value: 'HOST:PORT', help: 'Whom to ask.' },
};

function parsed(args: readonly string[], words: readonly string[] = []) {
  const found = parseFlags(args, SPECS, words);
  return found.type === 'parsed' ? { flags: Object.fromEntries(found.flags), words: found.words } : found.line;
}

describe('flags', () => {
  it('may stand anywhere among the words', () => {
    for (const args of [
      ['--address', 'h:1', '--json', 'a', 'b'],
      ['a', '--address=h:1', 'b', '--json'],
      ['--json', '--address=h:1', '--', 'a', 'b'],
    ]) {
      assert.deepEqual(parsed(args, ['A', 'B']), { flags: { json: '', address: 'h:1' }, words: ['a', 'b'] });
    }
    assert.deepEqual(parsed(['--', '--json'], ['A']), { flags: {}, words: ['--json'] });
    assert.deepEqual(parsed(['--address=a=b']), { flags: { address: 'a=b' }, words: [] });
  });

  it('that cannot be followed are refused in a line', () => {
    const lines: readonly (readonly [readonly string[], string])[] = [
      [['--adress', 'x'], 'unknown flag --adress; did you mean --address?'],
      [['--constructor'], 'unknown flag --constructor'],
      [['--json=1'], '--json takes no value'],
      [['--address'], '--address needs a value: HOST:PORT'],
      [['--address='], '--address needs a value: HOST:PORT'],
      [['--json', '--json'], '--json is given twice'],
      [['x'], '"x" is one word too many'],
    ];
    for (const [args, line] of lines) assert.equal(parsed(args), line);
    assert.equal(parsed(['a'], ['MEMBER', 'INCARNATION']), 'INCARNATION is missing');
  });

  it('are described in columns', () => {
    assert.equal(describeFlags(SPECS), '  --json               Print JSON.\n  --address HOST:PORT  Whom to ask.\n');
  });
});
