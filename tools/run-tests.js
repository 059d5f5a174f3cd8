// Runs the tests: node tools/run-tests.js [FILTER] [--raise]
//
// FILTER runs only files whose path contains it. Without one, the run fails if fewer tests ran than test/floor.json
// says, so that no test is lost unnoticed; --raise writes the present number there.
// With TESTS_MUST_NOT_SKIP=1 in the environment a skipped test fails the run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const FLOOR_FILE = join(root, 'test', 'floor.json');

const args = process.argv.slice(2);
const raise = args.includes('--raise');
const filter = args.find((arg) => !arg.startsWith('--')) ?? null;
const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--raise');
if (unknown !== undefined) end(2, `unknown flag ${unknown}; there are: [FILTER] [--raise]`);
if (raise && filter !== null) end(2, '--raise counts all tests, so it takes no filter');

const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((name) => join('test', name))
  .filter((path) => path.endsWith('.test.ts') && (filter === null || path.split(sep).join('/').includes(filter)))
  .sort();
if (files.length === 0) end(1, filter === null ? 'there are no tests' : `no test file has "${filter}" in its path`);

const folder = mkdtempSync(join(tmpdir(), 'holdfast-tests-'));
const reportFile = join(folder, 'report');
const { status, signal, error } = spawnSync(
  process.execPath,
  [
    ...['--import', 'tsx', '--test'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[
      `--test-reporter=${new URL('test-reporter.js', import.meta.url).href}`,
      `--test-reporter-destination=${reportFile}`,
    ],
    ...files,
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
const report = readReport();
rmSync(folder, { recursive: true });
if (error !== undefined) end(1, `the tests could not be started: ${error.message}`);

const notRun = report.filter((line) => line.type === 'not-run');
if (notRun.length > 0) console.log(`\nNot run (${notRun.length}):`);
for (const { name, file, why } of notRun) console.log(`  ${relative(root, file)}: ${name} (${why})`);

const summary = new Map();
console.log('');
for (const { text } of report.filter((line) => line.type === 'summary')) {
  console.log(`# ${text}`);
  const [name, number] = text.split(' ');
  summary.set(name, Number(number));
}

if (status !== 0) end(status ?? 1, signal === null ? 'some tests failed' : `the tests were ended by ${signal}`);
if (!summary.has('pass')) end(1, 'node --test gave no summary: nobody knows what ran');
const ran = summary.get('pass') + (summary.get('fail') ?? 0);
if (process.env.TESTS_MUST_NOT_SKIP === '1' && notRun.length > 0)
  end(1, 'tests were skipped, which is not allowed here');
if (filter === null) checkFloor();

function checkFloor() {
  const floor = readFloor();
  if (raise) {
    writeFileSync(FLOOR_FILE, `{ "tests": ${ran} }\n`);
    console.log(`test/floor.json: ${floor} -> ${ran}`);
  } else if (ran < floor) {
    end(
      1,
      `${ran} tests ran, fewer than the ${floor} of test/floor.json; if they were removed on purpose: npm test -- --raise`,
    );
  } else if (ran > floor) {
    console.log(`${ran - floor} tests more than test/floor.json says; to hold that number: npm test -- --raise`);
  }
}

function readFloor() {
  try {
    const { tests } = JSON.parse(readFileSync(FLOOR_FILE, 'utf8'));
    if (Number.isInteger(tests)) return tests;
  } catch {
    // Told below.
  }
  return end(1, 'test/floor.json does not hold {"tests": NUMBER}');
}

function readReport() {
  try {
    return readFileSync(reportFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}

function end(code, text) {
  console.error(`run-tests: ${text}`);
  process.exit(code);
}
