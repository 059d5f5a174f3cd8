import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ScratchCheckout } from './scratch-checkout.ts';

const TWO_TESTS = `
  import { it } from 'node:test';
  it('one', () => undefined);
  it('two', (): void => undefined);
`;
const SKIPPED = `
  import { it } from 'node:test';
  it('three', () => undefined);
  it('four', { skip: 'no such server here' }, () => undefined);
`;

describe('run-tests', () => {
  let checkout: ScratchCheckout;
  const runTests = (args: readonly string[] = [], environment: Record<string, string> = {}) =>
    checkout.run(process.execPath, ['tools/run-tests.js', ...args], environment);

  beforeEach(() => {
    checkout = new ScratchCheckout();
    checkout.linkPackages();
    checkout.write('test/floor.json', '{"tests": 2}');
    checkout.write('test/deep/two.test.ts', TWO_TESTS);
  });

  afterEach(() => checkout.remove());

  it('shows the summary, and passes at the floor', () => {
    const { status, output } = runTests();
    assert.equal(status, 0, output);
    for (const line of ['# tests 2', '# pass 2', '# fail 0', '# skipped 0']) {
      assert.ok(output.split('\n').includes(line), `${line} is missing`);
    }
  });

  it('fails below the floor, where a skipped test has not run', () => {
    checkout.write('test/floor.json', '{"tests": 4}');
    checkout.write('test/skipped.test.ts', SKIPPED);
    const { status, output } = runTests();
    assert.equal(status, 1);
    assert.match(output, /3 tests ran, fewer than the 4 of test\/floor\.json; .*--raise/);
  });

  it('names what was skipped and why, and fails for it if told so', () => {
    checkout.write('test/skipped.test.ts', SKIPPED);
    const { status, output } = runTests();
    assert.equal(status, 0);
    assert.match(output, /Not run \(1\):\n {2}test\/skipped\.test\.ts: four \(no such server here\)\n/);
    assert.equal(runTests([], { TESTS_MUST_NOT_SKIP: '1' }).status, 1);
  });

  it('raises the floor when told to', () => {
    checkout.write('test/floor.json', '{"tests": 1}');
    assert.match(runTests().output, /1 tests more than .*--raise/);
    assert.equal(runTests(['--raise']).status, 0);
    assert.equal(readFileSync(join(checkout.root, 'test/floor.json'), 'utf8'), '{ "tests": 2 }\n');
  });

  it('fails with a failing test, and leaves the floor alone then', () => {
    checkout.write('test/bad.test.ts', "import { it } from 'node:test'; it('bad', () => { throw new Error('no'); });");
    const { status, output } = runTests(['--raise']);
    assert.equal(status, 1);
    assert.match(output, /^# fail 1$/m);
    assert.equal(readFileSync(join(checkout.root, 'test/floor.json'), 'utf8'), '{"tests": 2}');
  });

  it('runs the files that a filter names, whatever the floor', () => {
    checkout.write('test/floor.json', '{"tests": 100}');
    checkout.write('test/bad.test.ts', "throw new Error('no');");
    assert.equal(runTests(['deep/two']).status, 0);
    assert.match(runTests(['nowhere']).output, /no test file has "nowhere" in its path/);
  });

  it('fails without a floor, and with a flag it does not know', () => {
    checkout.write('test/floor.json', '{}');
    assert.match(runTests().output, /test\/floor\.json does not hold/);
    assert.equal(runTests(['--rise']).status, 2);
  });
});
