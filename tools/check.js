// Everything that must hold before a change goes in: node tools/check.js [--without-tests]
// Stops at the first step that fails and says which it was.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = process.execPath;
const tool = (name) => join(root, 'node_modules', '.bin', name);
const withTests = !process.argv.includes('--without-tests');

const steps = [
  ['prepare', () => run(node, ['tools/prepare.js'])],
  ['types', () => run(tool('tsc'), ['-p', 'tsconfig.json'])],
  ['format and lint', () => run(tool('biome'), ['check', '--error-on-warnings', '.'])],
  ['proto lint', () => run(tool('buf'), ['lint'])],
  ['proto breaking changes', protoBreaking],
  ['generated code unchanged', () => run(node, ['tools/generate.js', '--check'])],
  ['generated docs unchanged', () => run(node, ['tools/write-configuration-doc.js', '--check'])],
  ...(withTests ? [['tests', () => run(node, ['tools/run-tests.js'])]] : []),
];

for (const [name, step] of steps) {
  console.log(`── ${name}`);
  const from = performance.now();
  const held = step();
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`── ${name}: ${held ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (!held) process.exit(1);
}
console.log('check: all steps ok');

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) console.error(`check: ${command} could not be started: ${error.message}`);
  return status === 0;
}

/** Compares proto/ with what it was at the commit that `baseline` finds. */
function protoBreaking() {
  const { commit, why } = baseline();
  if (commit === null) {
    console.log(`nothing to compare with: ${why}`);
    return true;
  }
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-proto-'));
  try {
    // A tar rather than buf's own reading of a git repository: that one wants a whole clone and a named ref.
    const tar = join(folder, 'before.tar');
    const paths = ['proto', 'buf.yaml'].filter((path) => git('cat-file', '-e', `${commit}:${path}`) !== null);
    if (git('archive', '--format=tar', `--output=${tar}`, commit, '--', ...paths) === null) {
      console.error(`check: git archive of ${commit} failed`);
      return false;
    }
    console.log(`comparing with ${why}`);
    return run(tool('buf'), ['breaking', '--against', tar]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The commit this tree is compared with. On a branch: where main stands. On main: the last commit if proto/ was edited
 * since, else the one before it. None where git has no such commit (a first commit, a shallow clone) or it has no proto/.
 */
function baseline() {
  const head = git('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  if (head === null) return { commit: null, why: 'no commit yet, or no git repository' };
  const main =
    git('rev-parse', '--verify', '--quiet', 'refs/heads/main^{commit}') ??
    git('rev-parse', '--verify', '--quiet', 'refs/remotes/origin/main^{commit}');
  let commit = main;
  let why = 'main';
  if (main === null || main === head) {
    const edited = (git('status', '--porcelain', '--', 'proto') ?? '') !== '';
    commit = edited ? head : git('rev-parse', '--verify', '--quiet', 'HEAD~1^{commit}');
    why = edited ? 'the last commit' : 'the commit before the last';
  }
  if (commit === null) return { commit: null, why: `this clone has not ${why}` };
  if (git('cat-file', '-e', `${commit}:proto`) === null) return { commit: null, why: `${why} has no proto/` };
  return { commit, why: `${why} (${commit.slice(0, 12)})` };
}

/** What git prints, or null where it fails. */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : null;
}
