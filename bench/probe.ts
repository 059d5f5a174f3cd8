import { setTimeout as pause } from 'node:timers/promises';
import type { Address } from '../test/process/address.ts';
import { GatewayClient } from '../test/process/gateway-client.ts';
import { acquire, get, release, set, uriOf } from '../test/process/requests.ts';

const EVERY_MS = 3;
const ANSWER_BOUND = 30_000;

/** A client that reads, locks and releases one session every few milliseconds, and remembers its slowest request. */
export class Probe {
  private readonly client: GatewayClient;
  private readonly uri = uriOf('probe');
  private slowest = 0;
  private isStopping = false;
  private running: Promise<void> = Promise.resolve();

  private constructor(client: GatewayClient) {
    this.client = client;
  }

  static async start(address: Address): Promise<Probe> {
    const probe = new Probe(await GatewayClient.connect(address));
    // Never expires.
    await probe.client.ask(set(probe.uri, { timeout: 0 }));
    probe.running = probe.run();
    return probe;
  }

  /** @returns the slowest request's time in milliseconds */
  async stop(): Promise<number> {
    this.isStopping = true;
    await this.running;
    this.client.close();
    return this.slowest;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      await this.time(get(this.uri));
      await pause(EVERY_MS);
      const cookie = await this.time(acquire(this.uri));
      await this.time(release(this.uri, cookie));
      await pause(EVERY_MS);
    }
  }

  /** @returns the answer's cookie, if it has one */
  private async time(request: string): Promise<string> {
    const start = performance.now();
    const answer = await this.client.ask(request, ANSWER_BOUND);
    this.slowest = Math.max(this.slowest, performance.now() - start);
    if (answer.status !== 200) throw new Error(`the probe was answered ${answer.statusLine}`);
    return answer.headers.get('lockcookie') ?? '';
  }
}
