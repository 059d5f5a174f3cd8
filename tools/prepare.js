// Makes the checkout ready to run: installs what package-lock.json names and compiles src/ to dist/, each only when
// something changed. It runs on a fresh clone, so it may use nothing but Node.js itself.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LEAST_NODE = 20;
/** Dated when the last build that succeeded began. */
const BUILD_STAMP = join(root, 'dist', '.built');

if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) {
  fail(1, `Node.js ${LEAST_NODE} or newer is needed; this is ${process.versions.node}`);
}
if (needsInstall()) install();
if (needsBuild()) build();

function needsInstall() {
  const installed = changedAt(join(root, 'node_modules', '.package-lock.json'));
  return installed === null || installed < (changedAt(join(root, 'package-lock.json')) ?? 0);
}

function install() {
  say('installing packages (npm ci)');
  // Under `npm run` this very npm is the one to use; npm_execpath may also be another package manager's.
  const npm = process.env.npm_execpath ?? '';
  const status = basename(npm) === 'npm-cli.js' ? run(process.execPath, [npm, 'ci']) : run('npm', ['ci']);
  if (status !== 0) fail(status, 'npm ci failed: the packages that package-lock.json names are not all installed');
}

function needsBuild() {
  const built = changedAt(BUILD_STAMP);
  if (built === null || !existsSync(join(root, 'dist', 'main.js'))) return true;
  const inputs = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => join(root, name));
  return newest([join(root, 'src'), ...inputs]) > built;
}

function build() {
  // What changes while the compiler runs must count as newer than this build.
  const startedAt = new Date();
  say('building (tsc)');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const status = run(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')]);
  if (status !== 0) {
    rmSync(BUILD_STAMP, { force: true });
    fail(status, 'the build failed: see the errors of tsc above');
  }
  removeLeftovers(join(root, 'dist'));
  const main = join(root, 'dist', 'main.js');
  if (existsSync(main)) chmodSync(main, 0o755);
  writeFileSync(BUILD_STAMP, '');
  utimesSync(BUILD_STAMP, startedAt, startedAt);
}

/** Compiled files whose source is gone: a test would still find them. */
function removeLeftovers(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      removeLeftovers(path);
      if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
    } else if (path.endsWith('.js')) {
      const source = join(root, 'src', relative(join(root, 'dist'), path));
      if (!existsSync(source) && !existsSync(source.replace(/\.js$/, '.ts'))) rmSync(path);
    }
  }
}

/** The latest change of any of these, folders with all they hold. A folder itself changes when something leaves it. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    latest = Math.max(latest, changedAt(path) ?? 0);
    if (statSync(path).isDirectory())
      latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Its output goes to stderr, so that stdout belongs to what runs afterwards. */
function run(command, args) {
  const onWindows = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: onWindows });
  if (error !== undefined) fail(1, `${command} could not be started: ${error.message}`);
  return status ?? 1;
}

function say(text) {
  process.stderr.write(`prepare: ${text}\n`);
}

function fail(status, text) {
  say(text);
  process.exit(status);
}
