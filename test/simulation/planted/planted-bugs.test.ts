import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { AMBUSHES } from '../world/ambushes.ts';
import { FAULT_KINDS } from '../world/fault-kinds.ts';
import { editedFiles, ROOT } from './plant.ts';
import { groundOf, PLANTED_BUGS } from './planted-bugs.ts';

describe('planted bugs', () => {
  it('are many, each under a name of its own', () => {
    assert.ok(PLANTED_BUGS.length >= 20);
    const names = PLANTED_BUGS.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[a-z]+(-[a-z]+)+$/);
  });

  it('break every promise', () => {
    const broken = new Set(PLANTED_BUGS.flatMap(({ breaks }) => breaks.match(/\bP\d+/g) ?? []));
    for (let promise = 1; promise <= 12; promise++) assert.ok(broken.has(`P${promise}`), `P${promise}`);
  });

  it('apply to the source as it is, each edit once, and leave what can be parsed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-planted-'));
    try {
      for (const { name, edits } of PLANTED_BUGS) {
        for (const [path, text] of editedFiles(ROOT, edits))
          writeFileSync(join(folder, `${name}--${basename(path)}`), text);
      }
      const { stdout, stderr, status } = format(folder);
      assert.equal(status, 0, `${stdout}${stderr}`);
      writeFileSync(join(folder, 'broken.ts'), 'if (');
      assert.equal(format(folder).status, 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are hunted where there are faults that exist', () => {
    const kinds = { ...FAULT_KINDS, ...AMBUSHES };
    for (const { name, ground } of PLANTED_BUGS) {
      for (const kind of ground.faults ?? []) assert.ok(kind in kinds, `${name}: ${kind}`);
      assert.equal(groundOf(name), ground);
    }
    assert.deepEqual(groundOf(null), {});
    assert.throws(() => groundOf('no-bug'), /one of .*stale-writes-are-stored/);
  });
});

/** Fails only where a file cannot be parsed. */
function format(folder: string): { stdout: string; stderr: string; status: number | null } {
  const list = ['format', '--write', `--config-path=${ROOT}`, folder];
  return spawnSync(join(ROOT, 'node_modules/.bin/biome'), list, { cwd: folder, encoding: 'utf8' });
}
