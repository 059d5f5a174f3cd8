import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ScratchCheckout } from './scratch-checkout.ts';

describe('check', () => {
  let checkout: ScratchCheckout;
  const check = (environment: Record<string, string> = {}, args = ['--without-tests']) =>
    checkout.run(process.execPath, ['tools/check.js', ...args], environment);

  beforeEach(() => {
    checkout = new ScratchCheckout();
    // Each tool says that it ran, and fails if its name is the one in FAILS.
    const stub = (name: string) =>
      `console.log('ran', '${name}', ...process.argv.slice(2)); process.exit(process.env.FAILS === '${name}' ? 3 : 0);`;
    for (const name of ['prepare', 'generate', 'write-configuration-doc', 'run-tests']) {
      checkout.write(`tools/${name}.js`, stub(name));
    }
    checkout.write('node_modules/package.json', '{}');
    for (const name of ['tsc', 'biome', 'buf']) {
      checkout.write(`node_modules/.bin/${name}`, `#!${process.execPath}\n${stub(name)}`, 0o755);
    }
  });

  afterEach(() => checkout.remove());

  function git(...args: string[]): void {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd: checkout.root, stdio: 'ignore' });
  }

  function commitProto(text: string): void {
    checkout.write('proto/a.proto', text);
    checkout.write('buf.yaml', 'version: v2');
    git('add', 'proto', 'buf.yaml');
    git('commit', '-m', 'change');
  }

  const compared = (output: string) =>
    /^(comparing with .*?|nothing to compare with: .*?)(?: \(\w+\))?$/m.exec(output)?.[1];

  it('names each step, with and without the tests', () => {
    const { status, output } = check();
    assert.equal(status, 0, output);
    const steps = Array.from(output.matchAll(/^── (.*): ok \(\d+\.\d s\)$/gm), (match) => match[1]);
    assert.deepEqual(steps, [
      'prepare',
      'types',
      'format and lint',
      'proto lint',
      'proto breaking changes',
      'generated code unchanged',
      'generated docs unchanged',
    ]);
    assert.doesNotMatch(output, /ran run-tests/);
    assert.match(check({}, []).output, /ran run-tests\n── tests: ok/);
  });

  it('stops at the first step that fails, and names it', () => {
    for (const [tool, step] of [
      ['prepare', 'prepare'],
      ['tsc', 'types'],
      ['biome', 'format and lint'],
      ['buf', 'proto lint'],
      ['generate', 'generated code unchanged'],
      ['run-tests', 'tests'],
    ] as const) {
      const { status, output } = check({ FAILS: tool }, []);
      assert.equal(status, 1, tool);
      assert.match(output.trimEnd(), new RegExp(`── ${step}: FAILED \\(.*\\)$`), tool);
    }
  });

  it('has nothing to compare protos with before the first commit that has some', () => {
    git('init', '--initial-branch=main');
    assert.match(compared(check().output) ?? '', /no commit yet/);
    git('commit', '--allow-empty', '-m', 'empty');
    assert.match(compared(check().output) ?? '', /this clone has not the commit before the last/);
    git('commit', '--allow-empty', '-m', 'empty');
    assert.match(compared(check().output) ?? '', /the commit before the last has no proto/);
  });

  it('compares protos on main with the last commit if they were edited, else with the one before', () => {
    git('init', '--initial-branch=main');
    commitProto('one');
    commitProto('two');
    const clean = check().output;
    assert.equal(compared(clean), 'comparing with the commit before the last');
    assert.match(clean, /^ran buf breaking --against .*before\.tar$/m);
    checkout.write('proto/a.proto', 'three');
    assert.equal(compared(check().output), 'comparing with the last commit');
  });

  it('compares protos on a branch with main, be it here or at the origin', () => {
    git('init', '--initial-branch=main');
    commitProto('one');
    git('checkout', '-b', 'work');
    commitProto('two');
    assert.equal(compared(check().output), 'comparing with main');
    git('update-ref', 'refs/remotes/origin/main', 'main');
    git('branch', '-D', 'main');
    assert.equal(compared(check().output), 'comparing with main');
  });
});
