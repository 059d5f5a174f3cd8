import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Address, parseAddress } from '../test/process/address.ts';
import { MAIN } from '../test/process/holdfast-process.ts';
import { within } from '../test/process/within.ts';
import { cpuMicroseconds } from './machine.ts';

export interface ClusterShape {
  readonly members: number;
  readonly copies: number;
}

/** Away from the ports of a cluster that may be running here. */
const PORT_OFFSET = 500;
const FORM_BOUND = 60_000;
const STOP_BOUND = 60_000;

/** `holdfast cluster` and its members, all of them on the same core. */
export class Clustered {
  /** Of the members, in their order. */
  readonly gateways: readonly Address[];
  private readonly supervisor: ChildProcess;

  private constructor(supervisor: ChildProcess, gateways: readonly Address[]) {
    this.supervisor = supervisor;
    this.gateways = gateways;
  }

  /** Resolves when all members are ready. */
  static async start({ members, copies }: ClusterShape, prefix: readonly string[]): Promise<Clustered> {
    const args = [MAIN, 'cluster', `--members=${members}`, `--copies=${copies}`, `--port-offset=${PORT_OFFSET}`];
    const [program = '', ...rest] = [...prefix, process.execPath, ...args];
    const supervisor = spawn(program, rest, { stdio: ['ignore', 'pipe', 'ignore'] });
    process.once('exit', () => supervisor.kill('SIGKILL'));
    const ready = new Map<string, Address>();
    const whole = new Promise<void>((resolve, reject) => {
      supervisor.once('exit', (code) => reject(new Error(`the cluster ended with code ${code}`)));
      createInterface({ input: supervisor.stdout }).on('line', (text) => {
        const line = JSON.parse(text) as { msg: string; member?: string; gateway?: string };
        if (line.msg !== 'ready' || line.member === undefined || line.gateway === undefined) return;
        ready.set(line.member, parseAddress(line.gateway));
        if (ready.size === members) resolve();
      });
    });
    await within(whole, FORM_BOUND, 'forming the cluster');
    return new Clustered(
      supervisor,
      [...ready.keys()].sort().map((member) => ready.get(member) as Address),
    );
  }

  /** Of all its processes, in microseconds. */
  cpu(): number {
    const pid = this.supervisor.pid as number;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return [pid, ...children.map(Number)].reduce((sum, each) => sum + cpuMicroseconds(each), 0);
  }

  async stop(): Promise<void> {
    const ended = once(this.supervisor, 'exit');
    this.supervisor.kill('SIGTERM');
    await within(ended, STOP_BOUND, 'stopping the cluster');
  }
}
