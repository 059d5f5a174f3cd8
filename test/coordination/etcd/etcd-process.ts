import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { takeAlong } from '../../process/children.ts';
import { until, within } from '../../process/within.ts';

/** For `describe`: why what needs etcd is not run, or false. */
export const NO_ETCD = spawnSync('etcd', ['--version']).status === 0 ? false : 'no etcd on the path';

const START_BOUND = 20_000;

export interface TlsFlags {
  readonly cert: string;
  readonly key: string;
  /** Who signed the certificates that clients must show. */
  readonly clientCa: string;
}

export interface EtcdFlags {
  readonly tls?: TlsFlags;
  readonly more?: readonly string[];
}

/** An etcd of one test, on ports of its own, whose data outlive it until the test ends. */
export class EtcdProcess {
  readonly port: number;
  private readonly folder = mkdtempSync(join(tmpdir(), 'holdfast-etcd-'));
  private readonly peerPort: number;
  private readonly metricsPort: number;
  private readonly flags: EtcdFlags;
  private members: readonly EtcdProcess[] = [this];
  private child: ChildProcess | null = null;

  private constructor([port, peerPort, metricsPort]: readonly [number, number, number], flags: EtcdFlags) {
    this.port = port;
    this.peerPort = peerPort;
    this.metricsPort = metricsPort;
    this.flags = flags;
  }

  /** Gone when the test ends. */
  static async start(t: TestContext, flags: EtcdFlags = {}): Promise<EtcdProcess> {
    const [etcd] = await EtcdProcess.startSeveral(t, 1, flags);
    if (etcd === undefined) throw new Error('one was asked for');
    return etcd;
  }

  /** As one cluster. */
  static async startSeveral(t: TestContext, count: number, flags: EtcdFlags = {}): Promise<EtcdProcess[]> {
    const members: EtcdProcess[] = [];
    while (members.length < count)
      members.push(new EtcdProcess([await freePort(), await freePort(), await freePort()], flags));
    t.after(async () => {
      for (const etcd of members) {
        await etcd.kill();
        rmSync(etcd.folder, { recursive: true });
      }
    });
    for (const etcd of members) etcd.members = members;
    await Promise.all(members.map((etcd) => etcd.run()));
    return members;
  }

  get url(): string {
    return this.flags.tls === undefined ? `http://127.0.0.1:${this.port}` : `https://localhost:${this.port}`;
  }

  private get name(): string {
    return `at-${this.peerPort}`;
  }

  private get peerUrl(): string {
    return `http://127.0.0.1:${this.peerPort}`;
  }

  /** Starts it, or starts it again with all it held. Resolves when it is healthy. */
  async run(): Promise<void> {
    const { tls, more = [] } = this.flags;
    const cluster = this.members.map((etcd) => `${etcd.name}=${etcd.peerUrl}`).join();
    const log = openSync(join(this.folder, 'log'), 'a');
    const child = spawn(
      'etcd',
      [
        ...['--name', this.name, '--data-dir', join(this.folder, 'data')],
        ...['--listen-client-urls', this.url.replace('localhost', '127.0.0.1'), '--advertise-client-urls', this.url],
        ...['--listen-peer-urls', this.peerUrl, '--initial-advertise-peer-urls', this.peerUrl],
        ...['--initial-cluster', cluster, '--listen-metrics-urls', `http://127.0.0.1:${this.metricsPort}`],
        ...['--heartbeat-interval', '20', '--election-timeout', '200'],
        ...(tls === undefined ? [] : ['--cert-file', tls.cert, '--key-file', tls.key]),
        ...(tls === undefined ? [] : ['--client-cert-auth', '--trusted-ca-file', tls.clientCa]),
        ...more,
      ],
      { stdio: ['ignore', log, log] },
    );
    closeSync(log);
    this.child = child;
    takeAlong(child);
    const isHealthy = async (): Promise<boolean> => {
      if (child.exitCode !== null) throw new Error(`etcd ended: ${readFileSync(join(this.folder, 'log'), 'utf8')}`);
      const url = `http://127.0.0.1:${this.metricsPort}/health`;
      const answer = await fetch(url, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
      return (await answer?.text())?.includes('"true"') === true;
    };
    await until(isHealthy, 'etcd is healthy', START_BOUND, 20);
  }

  /** Resolves when it stands still. */
  async stop(): Promise<void> {
    this.child?.kill('SIGSTOP');
    const stat = `/proc/${this.child?.pid}/stat`;
    await until(() => !existsSync(stat) || / T /.test(readFileSync(stat, 'utf8')), 'etcd stands still');
  }

  goOn(): void {
    this.child?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await within(ended, 5_000, 'the end of etcd');
  }

  /** While it does not run. */
  wipe(): void {
    rmSync(join(this.folder, 'data'), { recursive: true });
  }

  async put(key: string, value: string): Promise<void> {
    await this.post('kv/put', { key: base64(key), value: base64(value) });
  }

  async remove(key: string): Promise<void> {
    await this.post('kv/deleterange', { key: base64(key) });
  }

  /** Null: it is not there. */
  async get(key: string): Promise<string | null> {
    const { kvs } = (await this.post('kv/range', { key: base64(key) })) as { kvs?: { value: string }[] };
    const [found] = kvs ?? [];
    return found === undefined ? null : Buffer.from(found.value, 'base64').toString();
  }

  /** Forgets all history. */
  async compact(): Promise<void> {
    const { header } = (await this.post('kv/range', { key: base64('x') })) as { header: { revision: string } };
    await this.post('kv/compaction', { revision: header.revision });
  }

  /** By etcd's JSON gateway, so that tests do not look through what they test. */
  async post(path: string, body: object): Promise<unknown> {
    const answer = await fetch(`${this.url}/v3/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
