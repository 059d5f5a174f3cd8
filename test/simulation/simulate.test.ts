import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { drawPlan } from './cluster-plan.ts';
import { runCluster } from './cluster-run.ts';
import { commandFor, readArguments } from './simulate-arguments.ts';
import { tellWrongs } from './simulate-report.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Played in a process of its own; what it prints, and how it ends. */
function simulate(options: string, environment: NodeJS.ProcessEnv = {}, flags: readonly string[] = []) {
  const list = [...flags, '--import', 'tsx', 'test/simulation/simulate.ts', ...options.split(' ')];
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, list, { cwd: ROOT, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('a simulated cluster', () => {
  const given = readArguments(['--seeds', '12', '--minutes', '0.7']);

  it('keeps its promises under faults, and is whole again after them', () => {
    let [operations, simulated] = [0, 0];
    for (let seed = 1; seed <= 12; seed++) {
      const { report } = runCluster(drawPlan(seed, given));
      assert.equal(report.wrongs.length, 0, `${commandFor(seed, given)}\n${tellWrongs(report)}`);
      operations += report.operations;
      simulated += report.simulated;
    }
    assert.ok(operations / simulated >= 0.02, `${operations} operations in ${simulated} ms`);
  });

  it('is the same for the same seed, whatever the process that plays it', () => {
    const options = '--seed 3 --minutes 0.3';
    const traceOf = (...how: [NodeJS.ProcessEnv?, string[]?]): string => {
      const { stdout, stderr } = simulate(options, ...how);
      return /trace ([0-9a-f]{14})/.exec(stdout)?.[1] ?? stderr;
    };
    const trace = traceOf();
    assert.match(trace, /^[0-9a-f]{14}$/);
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    assert.equal(traceOf(elsewhere, ['--max-old-space-size=300']), trace);
    const other = simulate('--seed 4 --minutes 0.3').stdout;
    assert.ok(!other.includes(trace));
  });

  it('is told of in the exit code', () => {
    const { status, stderr } = simulate('--sed 3');
    assert.equal(status, 2);
    assert.match(stderr, /--sed is no option[\s\S]*npm run simulate/);
  });
});
