import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { parseDockerfile } from './dockerfile.ts';
import { buildImage, type Image, readDockerignore } from './image-build.ts';

describe('an image built without an engine', () => {
  let folder: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const build = (text: string): Image => {
    rmSync(join(folder, 'images'), { recursive: true, force: true });
    mkdirSync(join(folder, 'images'));
    return buildImage(parseDockerfile(text), join(folder, 'context'), join(folder, 'images'));
  };
  const filesOf = (image: Image) => readdirSync(image.root, { recursive: true, encoding: 'utf8' }).sort();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-image-test-'));
    write('context/.dockerignore', '# Only these.\n*\n!a.txt\n!src\n!tools/one.js\n');
    for (const name of ['a.txt', 'secret.txt', 'src/b.txt', 'src/deep/c.txt', 'tools/one.js', 'tools/two.js']) {
      write(`context/${name}`, name);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('holds what is copied: files into a folder, of a folder what it holds', () => {
    const image = build('FROM x\nWORKDIR /app\nCOPY a.txt ./\nCOPY src here/\nCOPY tools/one.js /else/');
    assert.deepEqual(filesOf(image), [
      ...['app', 'app/a.txt', 'app/here', 'app/here/b.txt', 'app/here/deep', 'app/here/deep/c.txt'],
      ...['else', 'else/one.js'],
    ]);
  });

  it('holds nothing that the context leaves out', () => {
    assert.throws(() => build('FROM x\nCOPY secret.txt ./'), { message: /no such thing in the context/ });
    assert.deepEqual(filesOf(build('FROM x\nCOPY tools t/')), ['t', 't/one.js']);
  });

  it('runs commands in its working folder, with its variables, and copies what they made', () => {
    const image = build(
      'FROM x AS made\nWORKDIR /w\nENV WORD=hello\nRUN echo $WORD > out\nFROM x\nCOPY --from=made /w/out ./',
    );
    assert.deepEqual(filesOf(image), ['out']);
    assert.equal(readFileSync(join(image.root, 'out'), 'utf8'), 'hello\n');
  });

  it('is not built when a command fails or a stage is missing', () => {
    assert.throws(() => build('FROM x\nRUN exit 3'), { message: /exit 3: ended with 3/ });
    assert.throws(() => build('FROM x\nCOPY --from=made a ./'), { message: /no such stage/ });
    assert.throws(() => build('FROM x\nCOPY a.txt b.txt'), { message: /end in a slash/ });
  });

  it('knows one form of .dockerignore', () => {
    for (const text of ['node_modules\n', '*\nnode_modules\n', '*\n!src/**\n', '']) {
      write('ignore', text);
      assert.throws(() => readDockerignore(join(folder, 'ignore')), { message: /is to begin with/ }, text);
    }
  });
});
