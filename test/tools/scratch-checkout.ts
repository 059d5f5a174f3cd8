import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** A folder of its own with this repository's tools/ and whatever a test puts beside them. */
export class ScratchCheckout {
  readonly root = mkdtempSync(join(tmpdir(), 'holdfast-tools-'));

  constructor() {
    cpSync(join(REPOSITORY, 'tools'), join(this.root, 'tools'), { recursive: true });
    this.write('package.json', '{"type": "module"}');
  }

  write(path: string, text: string, mode = 0o644): void {
    const target = join(this.root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    chmodSync(target, mode);
  }

  /** Dates a file: `seconds` after an instant that is long past. */
  date(path: string, seconds: number): void {
    utimesSync(join(this.root, path), 1_700_000_000 + seconds, 1_700_000_000 + seconds);
  }

  /** The packages of this repository, as they are. */
  linkPackages(): void {
    symlinkSync(join(REPOSITORY, 'node_modules'), join(this.root, 'node_modules'));
  }

  run(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ran {
    // Without this the test runner would take a runner below it for one of its own files.
    const { NODE_TEST_CONTEXT: _context, TESTS_MUST_NOT_SKIP: _skip, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(program, [...args], {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...inherited, ...environment },
    });
    return { status, output: stdout + stderr };
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
