import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { within } from '../process/within.ts';
import { type Image, inside } from './image-build.ts';

const START_BOUND = 30_000;
const STOP_BOUND = 15_000;

/** Where the doors are, as the line says that is logged when all are open. */
export interface Doors {
  readonly gateway: string;
  readonly grpc: string;
  readonly admin: string;
}

/** The process that a container of an image would run: as its user where this process may choose, else as its own. */
export class RunningImage {
  private readonly child: ChildProcess;
  private readonly lines: string[] = [];
  private readonly ended: Promise<number | null>;

  private constructor(image: Image, variables: Readonly<Record<string, string>>) {
    this.child = start(image, [...image.entrypoint, ...image.cmd], variables);
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => this.lines.push(text));
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('close', (code) => resolve(code));
    });
  }

  static async start(image: Image, variables: Readonly<Record<string, string>>): Promise<[RunningImage, Doors]> {
    const running = new RunningImage(image, variables);
    const ready = new Promise<Doors>((resolve) => running.readLog(resolve));
    const early = running.ended.then((code) => {
      throw new Error(`it ended with ${code} before it was ready:\n${running.lines.join('\n')}`);
    });
    // From then on an end is expected.
    early.catch(() => {});
    try {
      return [running, await within(Promise.race([ready, early]), START_BOUND, 'the start')];
    } catch (error) {
      running.kill();
      throw error;
    }
  }

  private readLog(onReady: (doors: Doors) => void): void {
    if (this.child.stdout === null) throw new Error('started without a pipe');
    createInterface({ input: this.child.stdout }).on('line', (line) => {
      this.lines.push(line);
      if (line.includes('"msg":"ready"')) onReady(JSON.parse(line) as Doors);
    });
  }

  /** Resolves with the exit code. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return await within(this.ended, STOP_BOUND, 'the stop');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

/** Runs the image's health check beside it, and resolves with the exit code. */
export async function checkHealth(image: Image, variables: Readonly<Record<string, string>>): Promise<number | null> {
  const child = start(image, image.healthcheck, variables);
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return await within(ended, START_BOUND, 'the health check').finally(() => child.kill('SIGKILL'));
}

function start(image: Image, command: readonly string[], variables: Readonly<Record<string, string>>): ChildProcess {
  const [program, ...args] = command.map((word) => (word.startsWith('/') ? inside(image, word) : word));
  const [uid, gid] = image.user.split(':').map(Number);
  const mayChoose = process.getuid?.() === 0;
  return spawn(program === 'node' ? process.execPath : (program ?? ''), args, {
    cwd: inside(image, '.'),
    env: { PATH: process.env['PATH'] ?? '', HOME: '/', ...image.variables, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(mayChoose && uid !== undefined && gid !== undefined ? { uid, gid } : {}),
  });
}
