import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { takeAlong } from '../process/children.ts';
import { until, within } from '../process/within.ts';
import { monotonic } from './monotonic.ts';

const START_BOUND = 30_000;
const STOP_BOUND = 10_000;

/** A real etcd of one member, which keeps its data when it is stopped. */
export class EtcdProcess {
  readonly port: number;
  private readonly peerPort: number;
  private readonly folder: string;
  private child: ChildProcess | null = null;

  constructor(port: number, peerPort: number, folder: string) {
    this.port = port;
    this.peerPort = peerPort;
    this.folder = folder;
  }

  /** Resolves, with the instant, when it serves. */
  async start(): Promise<number> {
    const client = `http://127.0.0.1:${this.port}`;
    const peer = `http://127.0.0.1:${this.peerPort}`;
    const log = openSync(join(this.folder, 'etcd.log'), 'a');
    const flags = {
      name: 'chaos',
      'data-dir': join(this.folder, 'etcd'),
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': `chaos=${peer}`,
      'log-level': 'warn',
    };
    const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
    const child = spawn('etcd', args, { stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    let failure: Error | null = null;
    child.once('error', (error) => {
      failure = new Error(`etcd could not be started (Debian: apt-get install etcd-server): ${error.message}`);
    });
    takeAlong(child);
    const isHealthy = async (): Promise<boolean> => {
      if (failure !== null) throw failure;
      if (child.exitCode !== null) throw new Error(`etcd ended with ${child.exitCode}; its log is in ${this.folder}`);
      const response = await fetch(`${client}/health`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
      return response?.ok === true && /"true"/.test(await response.text());
    };
    await until(isHealthy, 'etcd being healthy', START_BOUND, 20);
    return monotonic();
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    this.child = null;
    if (child.exitCode !== null || child.pid === undefined) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await within(ended, STOP_BOUND, 'etcd ending');
  }
}
