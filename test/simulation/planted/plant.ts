import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edit } from './planted-bug.ts';

/** What the simulation needs to run somewhere else. */
const PARTS = ['src', 'test', 'package.json', 'tsconfig.json'];

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Throws, in words, unless the text is there, once. */
export function edited(source: string, { file, text, replacement }: Edit): string {
  const [before = '', ...after] = source.split(text);
  if (text === '' || after.length !== 1)
    throw new Error(`${file} holds this ${after.length} times, not once:\n${text}`);
  return `${before}${replacement}${after[0]}`;
}

/** What the files are that these edits change, in `root`, by path. Throws if one of them does not apply. */
export function editedFiles(root: string, edits: readonly Edit[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const edit of edits) {
    const source = files.get(edit.file) ?? readFileSync(join(root, edit.file), 'utf8');
    files.set(edit.file, edited(source, edit));
  }
  return files;
}

/** A copy of the simulation and all that it plays, as they stand in `root`. Must be removed when it is not needed any more. */
export class Copy {
  readonly folder: string;
  readonly worker: string;

  constructor(root: string, edits: readonly Edit[] = []) {
    const files = editedFiles(root, edits);
    this.folder = mkdtempSync(join(tmpdir(), 'holdfast-planted-'));
    this.worker = join(this.folder, 'test/simulation/simulate-worker.ts');
    for (const part of PARTS) cpSync(join(root, part), join(this.folder, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'), 'dir');
    for (const [path, text] of files) writeFileSync(join(this.folder, path), text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
