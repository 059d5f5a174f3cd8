import type { Address } from '../process/address.ts';
import { GatewayClient } from '../process/gateway-client.ts';
import { get, uriOf } from '../process/requests.ts';

/**
 * A connection of its own whose round trips show how far the server has read. What was written to other connections
 * before a round trip began lies in the server's sockets before the trip's request does, and the server reads its
 * sockets in the order in which they became readable: by the time the answer is here, it has read all of that.
 *
 * This holds for connections on which the server has answered before. A fresh one may still wait to be accepted.
 */
export class Witness {
  private readonly address: Address;
  private client: GatewayClient | null = null;
  private next: Promise<void> | null = null;
  private present: Promise<unknown> = Promise.resolve();

  constructor(address: Address) {
    this.address = address;
  }

  /** Resolves when the server has read everything that was sent before the call. */
  hasRead(): Promise<void> {
    // One trip serves all who ask before it begins; who asks while it is under way takes the next one.
    this.next ??= this.present.then(async () => {
      this.next = null;
      const trip = this.roundTrip();
      this.present = trip;
      await trip;
    });
    return this.next;
  }

  close(): void {
    this.client?.close();
    this.client = null;
  }

  private async roundTrip(): Promise<void> {
    this.client ??= await GatewayClient.connect(this.address);
    await this.client.ask(get(uriOf('witness')));
  }
}
