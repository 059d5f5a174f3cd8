import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ScratchCheckout } from './scratch-checkout.ts';

/** Does what `npm ci` would, as far as tools/prepare.js sees. */
const NPM = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  console.log('npm ran ' + process.argv.slice(2));
  if (process.env.NPM_FAILS) process.exit(7);
  mkdirSync('node_modules/typescript/bin', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', '');
  writeFileSync('node_modules/typescript/package.json', '{}');
  writeFileSync('node_modules/typescript/bin/tsc', process.env.TSC);
`;

const TSC = `
  console.log('tsc ran');
  if (process.env.TSC_FAILS) process.exit(2);
  require('node:fs').mkdirSync('dist', { recursive: true });
  require('node:fs').writeFileSync('dist/main.js', '');
`;

describe('prepare', () => {
  let checkout: ScratchCheckout;
  const prepare = (environment: Record<string, string> = {}) =>
    checkout.run(process.execPath, ['tools/prepare.js'], {
      npm_execpath: join(checkout.root, 'npm/npm-cli.js'),
      TSC,
      ...environment,
    });

  beforeEach(() => {
    checkout = new ScratchCheckout();
    checkout.write('npm/package.json', '{}');
    checkout.write('npm/npm-cli.js', NPM);
    for (const path of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'src/main.ts', 'src/a.ts']) {
      checkout.write(path, '');
      checkout.date(path, 0);
    }
    checkout.date('src', 0);
  });

  afterEach(() => checkout.remove());

  it('installs and builds a fresh clone, and then has nothing to do', () => {
    const first = prepare();
    assert.equal(first.status, 0, first.output);
    assert.match(first.output, /npm ran ci\n(.*\n)*tsc ran/);
    assert.notEqual(statSync(join(checkout.root, 'dist/main.js')).mode & 0o100, 0);
    assert.deepEqual(prepare(), { status: 0, output: '' });
  });

  it('installs again when the lock file is newer', () => {
    prepare();
    checkout.date('package-lock.json', 10 ** 9);
    assert.match(prepare().output, /npm ran ci/);
  });

  it('builds again when a source or a setting of the compiler is newer, or a source is gone', () => {
    prepare();
    for (const path of ['src/a.ts', 'src', 'tsconfig.json']) {
      checkout.date(path, 10 ** 9);
      assert.match(prepare().output, /tsc ran/, path);
      checkout.date(path, 0);
      assert.equal(prepare().output, '', path);
    }
  });

  it('removes what was compiled from a source that is gone', () => {
    prepare();
    checkout.write('dist/old/gone.js', '');
    checkout.write('dist/a.js', '');
    checkout.date('src/a.ts', 10 ** 9);
    prepare();
    assert.deepEqual(readdirSync(join(checkout.root, 'dist')).sort(), ['.built', 'a.js', 'main.js']);
  });

  it('ends with the status of what failed, and says what it was', () => {
    const install = prepare({ NPM_FAILS: '1' });
    assert.equal(install.status, 7);
    assert.match(install.output, /prepare: npm ci failed: .*\n$/);
    const build = prepare({ TSC_FAILS: '1' });
    assert.equal(build.status, 2);
    assert.match(build.output, /prepare: the build failed: .*\n$/);
    assert.ok(!existsSync(join(checkout.root, 'dist/.built')));
  });
});
