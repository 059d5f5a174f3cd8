import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Address } from '../test/process/address.ts';
import { until } from '../test/process/within.ts';
import { redisCommand, SCRIPTS } from './redis-scripts.ts';
import { RespReader } from './resp-reader.ts';
import { ServerProcess } from './server-process.ts';

export const REDIS = 'redis-server';
const IN_STEP_BOUND = 30_000;

/** Redis with nothing on disk, and the load's scripts. */
export class RedisProcess {
  private readonly server: ServerProcess;
  private readonly folder: string;

  private constructor(server: ServerProcess, folder: string) {
    this.server = server;
    this.folder = folder;
  }

  static async start(prefix: readonly string[]): Promise<RedisProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
    const server = await ServerProcess.start(prefix, REDIS, (port) => [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--loglevel', 'warning'],
      ...['--save', '', '--appendonly', 'no', '--repl-diskless-sync-delay', '0'],
    ]);
    const redis = new RedisProcess(server, folder);
    for (const { text } of Object.values(SCRIPTS)) await redis.ask('SCRIPT', 'LOAD', text);
    return redis;
  }

  /** One that copies `primary`, from now on. */
  static async replicaOf(primary: RedisProcess, prefix: readonly string[]): Promise<RedisProcess> {
    const replica = await RedisProcess.start(prefix);
    await replica.ask('REPLICAOF', primary.address.host, String(primary.address.port));
    const isInStep = async (): Promise<boolean> =>
      (await replica.ask('INFO', 'replication')).includes('master_link_status:up');
    await until(isInStep, 'the replica follows', IN_STEP_BOUND, 50);
    return replica;
  }

  get address(): Address {
    return this.server.address;
  }

  get pid(): number {
    return this.server.pid;
  }

  async keys(): Promise<number> {
    return Number((await this.ask('DBSIZE')).slice(1));
  }

  /** @returns the reply as it came */
  ask(...words: readonly string[]): Promise<string> {
    const { host, port } = this.server.address;
    return new Promise((resolve, reject) => {
      const reader = new RespReader();
      let reply = '';
      const socket = connect({ host, port }, () => socket.write(redisCommand(...words), 'latin1'));
      socket.once('error', reject);
      socket.on('data', (chunk: Buffer) => {
        reply += chunk.toString('latin1');
        if (reader.read(chunk, 0, chunk.length) < 0) return;
        socket.destroy();
        if (reply.startsWith('-')) reject(new Error(`Redis, asked ${words[0]}: ${reply.trim()}`));
        else resolve(reply);
      });
    });
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
