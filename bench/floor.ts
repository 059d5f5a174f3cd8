import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Address } from '../test/process/address.ts';

const FLOOR = fileURLToPath(new URL('./floor-server.js', import.meta.url));

/** The floor server's process. */
export class Floor {
  private readonly process: ChildProcess;
  readonly address: Address;

  private constructor(process: ChildProcess, address: Address) {
    this.process = process;
    this.address = address;
  }

  /** `getAnswer` and `putAnswer`: the bytes it answers with. */
  static start(prefix: readonly string[], getAnswer: Buffer, putAnswer: Buffer): Promise<Floor> {
    return Floor.run(prefix, FLOOR, [getAnswer.toString('base64'), putAnswer.toString('base64')]);
  }

  /** `script`: of a server that tells its address on stdout. */
  static async run(prefix: readonly string[], script: string, options: readonly string[]): Promise<Floor> {
    const [program = '', ...args] = [...prefix, process.execPath, script];
    const child = spawn(program, [...args, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    process.once('exit', () => child.kill('SIGKILL'));
    const [line] = await once(child.stdout, 'data');
    const { address, port } = JSON.parse(String(line)) as { address: string; port: number };
    return new Floor(child, { host: address, port });
  }

  get pid(): number {
    return this.process.pid as number;
  }

  stop(): void {
    this.process.kill('SIGKILL');
  }
}
