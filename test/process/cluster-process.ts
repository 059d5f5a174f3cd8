import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Address, parseAddress } from './address.ts';
import { takeAlong } from './children.ts';
import { type LogLine, MAIN } from './holdfast-process.ts';
import { within } from './within.ts';

export interface ClusterShape {
  readonly members: number;
  readonly copies: number;
  /** Settings of all members. */
  readonly flags?: readonly string[];
  /** For node itself, in the supervisor and in all members. */
  readonly nodeFlags?: readonly string[];
  /** Absent: that of all tests, of which one cluster runs at a time. */
  readonly portOffset?: number;
}

/** Away from the ports of a cluster that may be running here, and from those that the system gives out. */
const PORT_OFFSET = 20_000;
const GRPC_PORT = 7_400;
const FORM_BOUND = 60_000;
const STOP_BOUND = 60_000;

/** `holdfast cluster` and its members. One of them at a time. */
export class ClusterProcess {
  /** Of all that ever became ready, by member; the newest. */
  private readonly ready: Map<string, LogLine>;
  private readonly supervisor: ChildProcess;
  private readonly grpcPort: number;

  private constructor(supervisor: ChildProcess, ready: Map<string, LogLine>, grpcPort: number) {
    this.grpcPort = grpcPort;
    this.supervisor = supervisor;
    this.ready = ready;
  }

  /** Resolves when all members are ready. `prefix`: a command that runs node, such as `taskset -c 0`. */
  static async start(shape: ClusterShape, prefix: readonly string[] = []): Promise<ClusterProcess> {
    const { members, copies, flags = [], nodeFlags = [], portOffset = PORT_OFFSET } = shape;
    const args = [
      ...nodeFlags,
      MAIN,
      'cluster',
      ...flags,
      `--members=${members}`,
      `--copies=${copies}`,
      `--port-offset=${portOffset}`,
    ];
    const [program = '', ...rest] = [...prefix, process.execPath, ...args];
    const supervisor = spawn(program, rest, { stdio: ['ignore', 'pipe', 'ignore'] });
    takeAlong(supervisor);
    const ready = new Map<string, LogLine>();
    const whole = new Promise<void>((resolve, reject) => {
      supervisor.once('exit', (code) => reject(new Error(`the cluster ended with code ${code}`)));
      createInterface({ input: supervisor.stdout }).on('line', (text) => {
        const line = JSON.parse(text) as LogLine;
        if (line.msg !== 'ready') return;
        ready.set(String(line['member']), line);
        if (ready.size === members) resolve();
      });
    });
    await within(whole, FORM_BOUND, 'forming the cluster');
    return new ClusterProcess(supervisor, ready, GRPC_PORT + portOffset);
  }

  /** In the order of the members' names. */
  get gateways(): Address[] {
    const members = [...this.ready.keys()].sort();
    return members.map((member) => parseAddress(String(this.ready.get(member)?.['gateway'])));
  }

  /** Where the first member serves operators. */
  get grpc(): string {
    return `127.0.0.1:${this.grpcPort}`;
  }

  /** Grows with every start. */
  incarnationOf(member: string): number {
    return Number(this.ready.get(member)?.['incarnation']);
  }

  /** Of the supervisor and of all members that run now. */
  get pids(): number[] {
    const pid = this.supervisor.pid as number;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return [pid, ...children.map(Number)];
  }

  pidOf(member: string): number {
    const pid = this.pids.find((each) =>
      readFileSync(`/proc/${each}/cmdline`, 'utf8').split('\0').includes(`--member-id=${member}`),
    );
    if (pid === undefined) throw new Error(`${member} does not run`);
    return pid;
  }

  /** @returns the status it ends with */
  async stop(): Promise<number | null> {
    const ended = once(this.supervisor, 'exit');
    this.supervisor.kill('SIGTERM');
    const [code] = (await within(ended, STOP_BOUND, 'stopping the cluster')) as [number | null];
    return code;
  }
}
