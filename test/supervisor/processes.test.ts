import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { within } from '../process/within.ts';

const PROGRAM = fileURLToPath(new URL('fake-program.ts', import.meta.url));
const BOUND = 20_000;

interface Line {
  readonly member?: string;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** `holdfast cluster` with members that hold nothing, each a process. */
class ClusterProcess {
  readonly child: ChildProcess;
  readonly lines: Line[] = [];
  stderr = '';
  /** When this process and all that it started have ended. */
  readonly allGone: Promise<unknown>;
  private look = (): void => {};

  constructor(t: TestContext, ...flags: string[]) {
    const argv = ['--import', 'tsx', PROGRAM, 'cluster', ...flags];
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    t.after(() => child.kill('SIGKILL'));
    createInterface({ input: child.stdout }).on('line', (text) => {
      this.lines.push(JSON.parse(text));
      this.look();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    // Its members write there too: it closes with the last of them.
    this.allGone = once(child.stderr, 'close');
  }

  /** Resolves with the lines that fit, as soon as there are `count`. */
  async until(what: string, count: number, fits: (line: Line) => boolean): Promise<Line[]> {
    const found = new Promise<Line[]>((resolve) => {
      this.look = () => {
        const fitting = this.lines.filter(fits);
        if (fitting.length >= count) resolve(fitting);
      };
      this.look();
    });
    try {
      return await within(found, BOUND, what);
    } catch (error) {
      throw new Error(
        `${what}: ${error}\n${this.stderr}\n${this.lines.map((line) => JSON.stringify(line)).join('\n')}`,
      );
    }
  }

  async end(): Promise<number | NodeJS.Signals | null> {
    const [code, signal] = await within(once(this.child, 'exit'), BOUND, 'the end of the supervisor');
    return code ?? signal;
  }
}

const tables = (line: Line) => line.msg === 'table' && line['document'] !== null && line['fresh'] === true;
const began = (line: Line) => line.msg === 'began';

test('members race for the table, and all see the one that won', async (t) => {
  const cluster = new ClusterProcess(t, '--members=3', '--copies=3');
  const seen = await cluster.until('a table for each', 3, tables);
  assert.deepEqual(new Set(seen.map(({ member }) => member)), new Set(['member-0', 'member-1', 'member-2']));
  assert.equal(new Set(seen.map((line) => line['document'])).size, 1);
  for (const line of cluster.lines.filter(began)) assert.equal(line['copies'], 3);
  await cluster.until('everybody registered', 3, ({ msg, members }) => msg === 'members' && isOf(members, 3));

  assert.match(cluster.stderr, /^3 members on this machine, 3 copies of every session:\n/);
  const ended = cluster.end();
  cluster.child.kill('SIGTERM');
  assert.equal(await ended, 0);
  await within(cluster.allGone, BOUND, 'the end of all');
  const words = cluster.stderr.trimEnd().split('\n').slice(-3).sort();
  assert.deepEqual(words, ['member-0: stopping', 'member-1: stopping', 'member-2: stopping']);
});

test('a member that is killed is started again, as another incarnation, and sees the table', async (t) => {
  const cluster = new ClusterProcess(t, '--members=2');
  const [first] = await cluster.until('two members', 2, began);
  assert.ok(first !== undefined);
  await cluster.until('a table for each', 2, tables);
  process.kill(Number(first['pid']), 'SIGKILL');
  const again = await cluster.until('a new start', 3, began);
  const last = again.at(-1);
  assert.equal(last?.member, first.member);
  assert.ok(Number(last?.['incarnation']) > Number(first['incarnation']));
  await cluster.until('the table once more', 3, tables);
  const told = cluster.lines.filter(({ msg }) => msg === 'a member has ended: starting it again');
  assert.deepEqual(
    told.map(({ member, signal }) => [member, signal]),
    [[first.member, 'SIGKILL']],
  );
});

test('members end by themselves when their supervisor is gone', async (t) => {
  const cluster = new ClusterProcess(t, '--members=2');
  await cluster.until('two members', 2, began);
  cluster.child.kill('SIGKILL');
  await within(cluster.allGone, BOUND, 'the end of all');
  assert.match(cluster.stderr, /member-0: supervisor-lost\n/);
  assert.match(cluster.stderr, /member-1: supervisor-lost\n/);
});

test('a second signal ends all at once', async (t) => {
  const cluster = new ClusterProcess(t, '--members=1');
  const [only] = await cluster.until('the member', 1, began);
  process.kill(Number(only?.['pid']), 'SIGSTOP');
  const ended = cluster.end();
  cluster.child.kill('SIGINT');
  await cluster.until('the first signal', 1, ({ msg }) => msg === 'stopping all members');
  cluster.child.kill('SIGINT');
  assert.equal(await ended, 1);
  await within(cluster.allGone, BOUND, 'the end of all');
});

test('a wrong flag ends it before anything runs', async (t) => {
  const cluster = new ClusterProcess(t, '--member-id=x');
  assert.equal(await cluster.end(), 2);
  await within(cluster.allGone, BOUND, 'the end of all');
  assert.match(cluster.stderr, /^holdfast: member-id \(flag --member-id\): .*\n$/);
  assert.deepEqual(cluster.lines, []);
});

function isOf(members: unknown, count: number): boolean {
  return Array.isArray(members) && members.length === count;
}
