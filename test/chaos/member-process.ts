import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import type { Address } from '../process/address.ts';
import { takeAlong } from '../process/children.ts';
import type { Exit } from '../process/holdfast-process.ts';
import { until, within } from '../process/within.ts';
import type { MemberDoors } from './load-plan.ts';
import { monotonic } from './monotonic.ts';

export interface MemberSpec {
  readonly id: string;
  readonly gatewayOnly: boolean;
  readonly ports: { readonly gateway: number; readonly grpc: number; readonly admin: number; readonly line: number };
  /** What it is started with beside its doors. */
  readonly flags: readonly string[];
  /** The program, such as `dist/main.js`. */
  readonly program: string;
  readonly logFile: string;
}

const HOST = '127.0.0.1';
const START_BOUND = 60_000;
const LOOK_EVERY = 25;
const ASK_BOUND = 2_000;

/** One member of a cluster: a process that may be killed, paused and started again, at the same addresses. */
export class MemberProcess {
  readonly spec: MemberSpec;
  private child: ChildProcess | null = null;
  private isPaused = false;

  constructor(spec: MemberSpec) {
    this.spec = spec;
  }

  get id(): string {
    return this.spec.id;
  }

  get pid(): number | null {
    return this.child?.pid ?? null;
  }

  /** Whether it can answer. */
  get isRunning(): boolean {
    return this.child !== null && !this.isPaused;
  }

  get doors(): MemberDoors {
    const { id, gatewayOnly, ports } = this.spec;
    return { member: id, gateway: at(ports.gateway), grpc: at(ports.grpc), gatewayOnly };
  }

  /** Resolves when it says that it is ready. */
  async start(): Promise<void> {
    const { id, ports, flags, program, logFile } = this.spec;
    if (!existsSync(program)) throw new Error(`${program} is missing: run "npm run build" first`);
    appendFileSync(logFile, `--- started at ${monotonic().toFixed(0)}\n`);
    const log = openSync(logFile, 'a');
    const listen = ['gateway', 'grpc', 'admin'] as const;
    const doors = listen.map((door) => `--${door}-listen=${HOST}:${ports[door]}`);
    const child = spawn(process.execPath, [program, 'serve', ...doors, ...flags], { stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    this.isPaused = false;
    takeAlong(child);
    child.once('exit', () => {
      if (this.child === child) this.child = null;
    });
    const isReady = async (): Promise<boolean> => {
      if (this.child !== child) throw new Error(`${id} ended before it was ready; its log is ${logFile}`);
      return (await this.admins('/readyz'))?.status === 200;
    };
    await until(isReady, `${id} being ready`, START_BOUND, LOOK_EVERY);
  }

  /** @returns when it was gone */
  async kill(): Promise<number> {
    await this.end('SIGKILL', ASK_BOUND);
    return monotonic();
  }

  /** Asks it to stop, and waits until it has. */
  stop(bound: number): Promise<Exit> {
    return this.end('SIGTERM', bound);
  }

  pause(): void {
    this.isPaused = true;
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.isPaused = false;
    this.child?.kill('SIGCONT');
  }

  /** What its admin listener answers; null if it does not. */
  async admins(path: string): Promise<{ readonly status: number; readonly body: string } | null> {
    try {
      const url = `http://${HOST}:${this.spec.ports.admin}${path}`;
      const response = await fetch(url, { signal: AbortSignal.timeout(ASK_BOUND) });
      return { status: response.status, body: await response.text() };
    } catch {
      return null;
    }
  }

  /** The lines of its log of all its lives. */
  log(): string[] {
    return existsSync(this.spec.logFile) ? readFileSync(this.spec.logFile, 'utf8').split('\n') : [];
  }

  private async end(signal: NodeJS.Signals, bound: number): Promise<Exit> {
    const { child } = this;
    if (child === null) throw new Error(`${this.id} is not running`);
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code, by] = (await within(ended, bound, `${this.id} ending after ${signal}`)) as [
      Exit['code'],
      Exit['signal'],
    ];
    this.child = null;
    return { code, signal: by };
  }
}

function at(port: number): Address {
  return { host: HOST, port };
}
