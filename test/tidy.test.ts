import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { leftovers, misnamed, recordedAddresses, tooLong, unusedHelpers, unusedSources } from './tidy/files.ts';
import { impurities, wrongImports } from './tidy/rooms.ts';
import { blank, importsOf, type SourceFile } from './tidy/source-text.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function read(path: string): SourceFile {
  return { path, text: readFileSync(ROOT + path, 'utf8') };
}

function filesUnder(...folders: string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(ROOT + folder))
    .flatMap((folder) => readdirSync(ROOT + folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => read(`${entry.parentPath}/${entry.name}`.slice(ROOT.length).replaceAll('\\', '/')));
}

const source = (path: string, text: string): SourceFile => ({ path, text });

const code = filesUnder('src', 'test', 'bench', 'tools');

describe('this repository', () => {
  it('was read', () => {
    assert.ok(code.some(({ path }) => path === 'src/base/assert.ts'));
    assert.ok(code.some(({ path }) => path === 'test/tidy.test.ts'));
    assert.ok(code.some(({ path }) => path === 'tools/prepare.js'));
  });

  it('imports between rooms in the allowed directions alone', () => assert.deepEqual(code.flatMap(wrongImports), []));

  it('keeps the pure rooms pure', () => assert.deepEqual(code.flatMap(impurities), []));

  it('holds no code that the program does not use', () => assert.deepEqual(unusedSources(code), []));

  it('holds no helper that no test or script uses', () => {
    assert.deepEqual(unusedHelpers([...code, read('package.json'), ...filesUnder('.ci')]), []);
  });

  it('has files that fit a reader', () => assert.deepEqual(code.flatMap(tooLong), []));

  it('names files in kebab-case', () => assert.deepEqual(code.flatMap(misnamed), []));

  it('leaves nothing unfinished', () => {
    const texts = [...code, ...filesUnder('docs', 'proto/holdfast', '.ci'), read('README.md')];
    assert.deepEqual(texts.flatMap(leftovers), []);
  });

  it('records no download addresses', () => assert.deepEqual(recordedAddresses(read('package-lock.json')), []));
});

describe('the check of imports', () => {
  const wrong = (path: string, specifier: string) => wrongImports(source(path, `import { x } from '${specifier}';`));

  it('lets arrows point down', () => {
    for (const [path, specifier] of [
      ['src/session/a.ts', '../base/key.ts'],
      ['src/session/a.ts', './b.ts'],
      ['src/replica/a.ts', '../session/command.ts'],
      ['src/member/a.ts', '../placement/locate.ts'],
      ['src/placement/a.ts', 'hashring'],
      ['src/gateway/a.ts', '../member/door.ts'],
      ['src/gateway/a.ts', 'node:net'],
      ['src/rpc/a.ts', './generated/holdfast.js'],
      ['src/runtime/a.ts', '../config/kinds.ts'],
      ['src/cli/a.ts', '../rpc/generated/holdfast.js'],
      ['src/supervisor/a.ts', '../coordination/store-memory.ts'],
      ['src/supervisor/a.ts', '../cli/command.ts'],
      ['src/main.ts', './member/member.ts'],
      ['test/a.ts', '../src/member/member.ts'],
    ] as const) {
      assert.deepEqual(wrong(path, specifier), []);
    }
  });

  it('finds all others', () => {
    for (const [path, specifier] of [
      ['src/base/a.ts', '../session/command.ts'],
      ['src/base/a.ts', 'node:fs'],
      ['src/session/a.ts', '../placement/locate.ts'],
      ['src/session/a.ts', 'hashring'],
      ['src/replica/a.ts', '../placement/locate.ts'],
      ['src/replica/a.ts', '../member/door.ts'],
      ['src/member/a.ts', 'pino'],
      ['src/gateway/a.ts', '../member/member.ts'],
      ['src/gateway/a.ts', '../session/command.ts'],
      ['src/gateway/a.ts', '../rpc/status.ts'],
      ['src/gateway/a.ts', '../config/config.ts'],
      ['src/rpc/a.ts', '../runtime/loop.ts'],
      ['src/config/a.ts', '../runtime/loop.ts'],
      ['src/cli/a.ts', '../rpc/status.ts'],
      ['src/supervisor/a.ts', '../cli/status.ts'],
      ['src/supervisor/a.ts', '../rpc/status.ts'],
      ['src/coordination/a.ts', '../supervisor/launch.ts'],
      ['src/runtime/a.ts', '../main.ts'],
      ['src/gateway/a.ts', '../main.ts'],
      ['src/attic/a.ts', './b.ts'],
      ['src/other.ts', './main.ts'],
    ] as const) {
      assert.equal(wrong(path, specifier).length, 1, `${path} imports ${specifier}`);
    }
  });

  it('reads every form of import, and no comment', () => {
    const text = `
      import a, { type B } from './1.ts';
      import type { C } from "./2.ts";
      import './3.ts';
      export * from './4.ts';
      export {
        d,
      } from './5.ts';
      const e = await import('./6.ts');
      // import f from './7.ts';
      /* export * from './8.ts'; */
      const url = 'http://x'; import g from './9.ts';
    `;
    assert.deepEqual(
      importsOf(text).sort(),
      [1, 2, 3, 4, 5, 6, 9].map((n) => `./${n}.ts`),
    );
  });
});

describe('the check of pure rooms', () => {
  const found = (text: string, path = 'src/session/a.ts') => impurities(source(path, text));

  it('finds clocks, chance, timers, waiting and the machine', () => {
    for (const text of [
      'const at = Date.now();',
      'new Date()',
      'Math.random()',
      'setTimeout(f, 1)',
      'setTimeout(() => f(a ? b : c), 1)',
      'performance.now()',
      'process.env',
      'Buffer.alloc(1)',
      'async () => 1',
      'await x',
      'const p: Promise<void> = q;',
      'console.log(1)',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is what is looked into.
      'const s = `at ${Date.now()}`;',
    ]) {
      assert.equal(found(text).length, 1, text);
    }
    assert.deepEqual(found('\n\nDate'), ['src/session/a.ts:3: Date in a pure room']);
  });

  it('passes words in comments and strings, parts of words, properties, and other rooms', () => {
    for (const text of [
      '// a Date\n/* await */ 1',
      "const s = 'Date';",
      'const s = `Date`;',
      'updateDate(); Dateline; member.process(); Math.floor(1)',
      'const p = /"/; const q = 1; // Date',
      'class A { setTimeout(slot: number): void {} }',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
    assert.deepEqual(found('Date', 'src/gateway/a.ts'), []);
    assert.deepEqual(found('Date', 'test/session/a.ts'), []);
  });

  it('goes on after strings, patterns and templates', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is what is looked into.
    for (const before of ["'it\\'s'", '"\\""', '/["\'`/]/', '`a${`b${{}}`}c`', 'a / b / c']) {
      assert.equal(found(`f(${before}); Date`).length, 1, before);
      assert.match(blank(`f(${before}); Date`).codeAlone, / Date$/);
    }
  });
});

describe('the checks of files', () => {
  it('find code that the program does not reach', () => {
    const files = [
      source('src/main.ts', "import './a.ts'; import './rpc/generated/g.js';"),
      source('src/a.ts', "import type { B } from './b.ts';"),
      source('src/b.ts', ''),
      source('src/rpc/generated/g.js', ''),
      source('src/rpc/generated/g.d.ts', ''),
    ];
    assert.deepEqual(unusedSources(files), []);
    const lonely = [source('src/c.ts', "import './d.ts';"), source('src/d.ts', "import './c.ts';")];
    assert.equal(unusedSources([...files, ...lonely]).length, 2);
    assert.equal(unusedSources(files.slice(1)).length, 4);
  });

  it('find helpers that nothing leads to', () => {
    const files = [
      source('package.json', 'node tools/t.js'),
      source('tools/t.js', "run('reporter.js')"),
      source('tools/reporter.js', ''),
      source('test/a.test.ts', "import './helper.ts';"),
      source('test/helper.ts', ''),
    ];
    assert.deepEqual(unusedHelpers(files), []);
    assert.equal(unusedHelpers([...files, source('test/lonely.ts', "import './helper.ts';")]).length, 1);
    assert.equal(unusedHelpers(files.filter(({ path }) => path !== 'test/a.test.ts')).length, 1);
  });

  it('find files that are too long', () => {
    assert.deepEqual(tooLong(source('src/a.ts', 'x\n'.repeat(400))), []);
    assert.equal(tooLong(source('src/a.ts', 'x\n'.repeat(401))).length, 1);
    assert.deepEqual(tooLong(source('src/rpc/generated/a.js', 'x\n'.repeat(401))), []);
  });

  it('find names that are not kebab-case', () => {
    for (const name of ['a.ts', 'log-traces.test.ts', 'main.js', 'x25.ts', 'holdfast.d.ts']) {
      assert.deepEqual(misnamed(source(`src/${name}`, '')), [], name);
    }
    for (const name of ['A.ts', 'logTraces.ts', 'log_traces.ts', 'log--traces.ts', 'a.spec.ts']) {
      assert.equal(misnamed(source(`src/${name}`, '')).length, 1, name);
    }
  });

  it('find what is left unfinished', () => {
    assert.equal(leftovers(source('a.md', `fine\nTO${'DO'}: more\nFIX${'ME'}\n`)).length, 2);
    assert.deepEqual(leftovers(source('a.md', 'what to do\n')), []);
  });

  it('find download addresses in the lock file', () => {
    assert.equal(recordedAddresses(source('package-lock.json', '{"a": {"resolved": "x"}}')).length, 1);
  });
});
