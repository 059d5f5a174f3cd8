import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Address } from '../test/process/address.ts';
import { takeAlong } from '../test/process/children.ts';
import { until, within } from '../test/process/within.ts';

const HOST = '127.0.0.1';
const STOP_BOUND = 30_000;

/** The process of a server that is no part of this package, on loopback. */
export class ServerProcess {
  private readonly child: ChildProcess;
  readonly address: Address;

  private constructor(child: ChildProcess, address: Address) {
    this.child = child;
    this.address = address;
  }

  /** Resolves when it takes connections. `args`: given a free port. */
  static async start(
    prefix: readonly string[],
    program: string,
    args: (port: number) => readonly string[],
  ): Promise<ServerProcess> {
    const port = await freePort();
    const [first = '', ...rest] = [...prefix, program, ...args(port)];
    const child = spawn(first, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
    takeAlong(child);
    await until(() => child.exitCode !== null || takesConnections(port), `${program} takes connections`, 10_000, 20);
    if (child.exitCode !== null) throw new Error(`${program} ended with code ${child.exitCode}`);
    return new ServerProcess(child, { host: HOST, port });
  }

  get pid(): number {
    return this.child.pid as number;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await within(ended, STOP_BOUND, 'stopping a server');
  }
}

export function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
