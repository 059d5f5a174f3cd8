import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Copy, edited, editedFiles, ROOT } from './plant.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';

const edit = (text: string, replacement = 'x') => ({ file: 'a.ts', text, replacement });

describe('an edit', () => {
  it('replaces what is there once', () => {
    assert.equal(edited('one two three', edit('two', '2')), 'one 2 three');
    assert.equal(edited('one two three', edit('two ', '')), 'one three');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what stands for something in a pattern is text here.
    assert.equal(edited('a', edit('a', '$& ${a}')), '$& ${a}');
  });

  it('fails where that is not there, or more than once', () => {
    assert.throws(() => edited('one two three', edit('four')), /a\.ts holds this 0 times, not once:\nfour/);
    assert.throws(() => edited('one two one', edit('one')), /2 times/);
    assert.throws(() => edited('one', edit('')), /not once/);
  });

  it('follows on those before it', () => {
    const file = 'package.json';
    const edits = [
      { file, text: '"name": "holdfast"', replacement: '"name": "first"' },
      { file, text: '"name": "first"', replacement: '"name": "second"' },
    ];
    assert.match(editedFiles(ROOT, edits).get(file) ?? '', /"name": "second"/);
    assert.throws(() => editedFiles(ROOT, edits.slice(1)), /0 times/);
  });
});

describe('a copy of the simulation', () => {
  const [bug] = PLANTED_BUGS as readonly [(typeof PLANTED_BUGS)[number]];

  it('differs from the original in the edits alone', () => {
    const copy = new Copy(ROOT, bug.edits);
    try {
      const [edit] = bug.edits as readonly [(typeof bug.edits)[number]];
      const original = readFileSync(join(ROOT, edit.file), 'utf8');
      const planted = readFileSync(join(copy.folder, edit.file), 'utf8');
      assert.notEqual(planted, original);
      assert.equal(planted, editedFiles(ROOT, bug.edits).get(edit.file));
      assert.equal(readFileSync(join(ROOT, edit.file), 'utf8'), original);
      for (const path of [copy.worker, join(copy.folder, 'node_modules/tsx'), join(copy.folder, 'src/main.ts')]) {
        assert.ok(existsSync(path), path);
      }
    } finally {
      copy.remove();
    }
    assert.ok(!existsSync(copy.folder));
  });

  it('is not made of edits that do not apply', () => {
    assert.throws(
      () => new Copy(ROOT, [{ file: 'src/main.ts', text: 'nowhere to be found', replacement: '' }]),
      /0 times/,
    );
  });
});
