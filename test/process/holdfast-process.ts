import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Address, parseAddress } from './address.ts';
import { within } from './within.ts';

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const START_BOUND = 15_000;
/** The server gives itself 10 s to stop. */
const STOP_BOUND = 15_000;

/** Every door on loopback, on a port of its own, and a clock that can be moved. */
const FLAGS = [
  '--gateway-listen=127.0.0.1:0',
  '--grpc-listen=127.0.0.1:0',
  '--admin-listen=127.0.0.1:0',
  '--test-clock',
];

export interface StartOptions {
  /** For `holdfast serve`, after those every test needs. */
  readonly flags?: readonly string[];
  /** For node itself. */
  readonly nodeFlags?: readonly string[];
  /** A command that runs node, such as `taskset -c 0`. */
  readonly prefix?: readonly string[];
}

/** How a process ended: by exit code or by signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface LogLine {
  readonly level: number | string;
  readonly msg: string;
  readonly [field: string]: unknown;
}

const running = new Set<ChildProcess>();

/** Whatever way this process ends, short of being killed outright, it takes its children along. */
function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
process.once('exit', killAll);
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => process.exit(code));
}

/** `dist/main.js serve` as a process of its own. */
export class HoldfastProcess {
  private readonly child: ChildProcess;
  /** How the process ended, once it has and all that it wrote has been read. */
  readonly exit: Promise<Exit>;
  /** How the process ended, once it has, whoever still has something to read. */
  readonly end: Promise<Exit>;
  /** What it logged so far. */
  readonly log: LogLine[] = [];
  /** Lines of stdout that are no log lines. */
  readonly otherOutput: string[] = [];
  stderr = '';
  private ready: LogLine | null = null;

  private constructor(options: StartOptions) {
    if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run "npm run build" first`);
    const command = [
      ...(options.prefix ?? []),
      process.execPath,
      ...(options.nodeFlags ?? []),
      MAIN,
      'serve',
      ...FLAGS,
    ];
    const [program = '', ...args] = [...command, ...(options.flags ?? [])];
    this.child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
    running.add(this.child);
    this.end = new Promise((resolve) => this.child.once('exit', (code, signal) => resolve({ code, signal })));
    this.exit = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('close', (code, signal) => {
        running.delete(this.child);
        resolve({ code, signal });
      });
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
  }

  /** Resolves when the process has logged `ready`. */
  static async start(options: StartOptions = {}): Promise<HoldfastProcess> {
    const holdfast = new HoldfastProcess(options);
    const ready = new Promise<void>((resolve) => holdfast.readLog(resolve));
    const early = holdfast.exit.then((exit) => {
      const said = [...holdfast.log.map((line) => line.msg), ...holdfast.otherOutput, holdfast.stderr].join('\n');
      throw new Error(`the server ended before it was ready: ${JSON.stringify(exit)}\n${said}`);
    });
    try {
      await within(Promise.race([ready, early]), START_BOUND, 'starting the server');
    } catch (error) {
      await holdfast.kill();
      throw error;
    }
    // From here on an end is expected.
    early.catch(() => {});
    return holdfast;
  }

  private readLog(onReady: () => void): void {
    const { stdout } = this.child;
    if (stdout === null) throw new Error('the server was started without a pipe');
    createInterface({ input: stdout }).on('line', (text) => {
      const line = parseLogLine(text);
      if (line === null) {
        this.otherOutput.push(text);
        return;
      }
      this.log.push(line);
      if (line.msg === 'ready' && this.ready === null) {
        this.ready = line;
        onReady();
      }
    });
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get gateway(): Address {
    return this.addressOf('gateway');
  }

  get grpc(): Address {
    return this.addressOf('grpc');
  }

  get admin(): Address {
    return this.addressOf('admin');
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Leaves what it logs from now on unread. */
  pauseLog(): void {
    this.child.stdout?.pause();
  }

  resumeLog(): void {
    this.child.stdout?.resume();
  }

  /** Nobody reads what it logs from now on, nor ever will. */
  closeLog(): void {
    this.child.stdout?.destroy();
  }

  /** Asks it to stop, and waits until it has. A process that does not stop in time is killed, and that is an error. */
  async stop(): Promise<Exit> {
    this.signal('SIGTERM');
    try {
      return await within(this.exit, STOP_BOUND, 'stopping the server');
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  async kill(): Promise<Exit> {
    this.signal('SIGKILL');
    this.resumeLog();
    return await this.exit;
  }

  /** Moves the server's clock forward by as much as `duration` says, such as `60s`. */
  async advanceClock(duration: string): Promise<void> {
    const response = await this.fetch(`/test/clock?advance=${duration}`, 'POST');
    if (!response.ok) throw new Error(`moving the clock by ${duration}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  }

  /** What the admin listener answers to GET `path`. */
  async admins(path: string): Promise<{ status: number; contentType: string; body: string }> {
    const response = await this.fetch(path, 'GET');
    const contentType = response.headers.get('content-type') ?? '';
    return { status: response.status, contentType, body: await response.text() };
  }

  /** The sum of all samples of the metric `name` whose labels contain `labels`. Throws when there is none. */
  async metric(name: string, labels: Readonly<Record<string, string>> = {}): Promise<number> {
    const { body } = await this.admins('/metrics');
    return sumOfSamples(body, name, labels);
  }

  private fetch(path: string, method: string): Promise<globalThis.Response> {
    const { host, port } = this.admin;
    return fetch(`http://${host}:${port}${path}`, { method, signal: AbortSignal.timeout(10_000) });
  }

  private addressOf(door: 'gateway' | 'grpc' | 'admin'): Address {
    const address = this.ready?.[door];
    if (typeof address !== 'string')
      throw new Error(`no ${door} address in the ready line: ${JSON.stringify(this.ready)}`);
    return parseAddress(address);
  }
}

export interface Output extends Exit {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `dist/main.js` with `args` until it ends by itself. */
export async function runMain(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Output> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: environment(env) });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Exit>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  try {
    const exit = await within(ended, START_BOUND, `holdfast ${args.join(' ')}`);
    return { ...exit, stdout, stderr };
  } finally {
    child.kill('SIGKILL');
    running.delete(child);
  }
}

export function sumOfSamples(exposition: string, name: string, labels: Readonly<Record<string, string>>): number {
  let sum = 0;
  let found = false;
  for (const line of exposition.split('\n')) {
    const sample = /^([A-Za-z_:][\w:]*)(?:\{(.*)\})? (\S+)/.exec(line);
    if (sample === null || sample[1] !== name) continue;
    const wanted = Object.entries(labels).every(([label, value]) => (sample[2] ?? '').includes(`${label}="${value}"`));
    if (!wanted) continue;
    found = true;
    sum += Number(sample[3]);
  }
  if (!found) throw new Error(`no sample of ${name} ${JSON.stringify(labels)}`);
  return sum;
}

/**
 * The surroundings of a test must not change what is tested: no setting comes in through the environment by accident.
 */
function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('HOLDFAST_') && name !== 'NODE_OPTIONS');
  return { ...Object.fromEntries(kept), ...more };
}

function parseLogLine(text: string): LogLine | null {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null && 'msg' in line && typeof line.msg === 'string')
      return line as LogLine;
  } catch {
    // Not a log line: kept apart.
  }
  return null;
}
