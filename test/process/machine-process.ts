import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Address, parseAddress } from './address.ts';
import { takeAlong } from './children.ts';
import { type LogLine, MAIN, sumOfSamples } from './holdfast-process.ts';
import { within } from './within.ts';

export interface MachineShape {
  readonly members: number;
  /** For `holdfast serve`, besides where it listens. */
  readonly flags?: readonly string[];
  /** A command that runs node, such as `taskset -c 0`. */
  readonly prefix?: readonly string[];
}

/** What its members are called, but for a number. */
export const MEMBER_ID = 'machine';

const LISTENERS = ['gateway', 'grpc', 'admin', 'cluster'];
const START_BOUND = 60_000;
const STOP_BOUND = 60_000;

/** `holdfast serve --members-per-machine` and its members. */
export class MachineProcess {
  /** What all of them logged so far. */
  readonly log: LogLine[];
  readonly supervisor: ChildProcess;

  private constructor(supervisor: ChildProcess, log: LogLine[]) {
    this.supervisor = supervisor;
    this.log = log;
  }

  /** Resolves when all members are ready. */
  static async start({ members, flags = [], prefix = [] }: MachineShape): Promise<MachineProcess> {
    const listen = LISTENERS.map((name) => `--${name}-listen=127.0.0.1:0`);
    const own = [`--members-per-machine=${members}`, `--member-id=${MEMBER_ID}`, ...listen];
    const [program = '', ...args] = [...prefix, process.execPath, MAIN, 'serve', ...own, ...flags];
    const supervisor = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    takeAlong(supervisor);
    const log: LogLine[] = [];
    const ready = new Promise<void>((resolve, reject) => {
      supervisor.once('exit', (code) => reject(new Error(`the machine ended with code ${code}`)));
      createInterface({ input: supervisor.stdout }).on('line', (text) => {
        log.push(JSON.parse(text) as LogLine);
        if (log.filter(({ msg }) => msg === 'ready').length === members) resolve();
      });
    });
    await within(ready, START_BOUND, 'all members being ready');
    // From here on an end is expected.
    ready.catch(() => {});
    return new MachineProcess(supervisor, log);
  }

  get gateway(): Address {
    return parseAddress(String(this.ready[0]?.['gateway']));
  }

  get grpc(): string {
    return String(this.ready[0]?.['grpc']);
  }

  /** Of all that ever became ready, in that order. */
  get ready(): readonly LogLine[] {
    return this.log.filter(({ msg }) => msg === 'ready');
  }

  /** Of the supervisor and of all members that run now. */
  get pids(): number[] {
    const pid = this.supervisor.pid as number;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return [pid, ...children.map(Number)];
  }

  /** `place`: 0 for the first member. */
  pidOf(place: number): number {
    const flag = `--member-id=${MEMBER_ID}-${place}`;
    const pid = this.pids.find((each) => readFileSync(`/proc/${each}/cmdline`, 'utf8').split('\0').includes(flag));
    if (pid === undefined) throw new Error(`member ${place} does not run`);
    return pid;
  }

  /** What the admin listener answers to GET `path`. */
  async admins(path: string): Promise<{ status: number; body: string }> {
    const at = this.log.find((line) => line['members'] !== undefined)?.['admin'];
    const response = await fetch(`http://${at}${path}`, { signal: AbortSignal.timeout(10_000) });
    return { status: response.status, body: await response.text() };
  }

  /** The sum of a member's samples of the metric `name` that have `labels`. */
  async metric(name: string, place: number, labels: Readonly<Record<string, string>> = {}): Promise<number> {
    const { body } = await this.admins('/metrics');
    return sumOfSamples(body, name, { ...labels, member: `${MEMBER_ID}-${place}` });
  }

  /** @returns the status it ends with */
  async stop(): Promise<number | null> {
    this.supervisor.kill('SIGTERM');
    return await this.end();
  }

  async end(): Promise<number | null> {
    const { supervisor } = this;
    if (supervisor.exitCode !== null) return supervisor.exitCode;
    const [code] = (await within(once(supervisor, 'exit'), STOP_BOUND, 'the end of the machine')) as [number | null];
    return code;
  }
}
