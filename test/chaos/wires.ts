import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from '../../src/base/random.ts';
import type { Address } from '../process/address.ts';
import { FAIR, Pump, type Weather } from './pump.ts';
import { whoDials } from './who-dials.ts';

/**
 * The wires between processes. Whoever is dialled through one is dialled at an address of ours; who dials is told by the
 * process that owns the other socket. Each direction between two of them has its own weather.
 */
export class Wires {
  private readonly random: Random;
  /** The processes there are now. */
  private readonly pids: () => ReadonlyMap<string, number>;
  private readonly servers: Server[] = [];
  private readonly pumps = new Set<Pump>();
  private readonly sockets = new Set<Socket>();
  private readonly weathers = new Map<string, Weather>();

  constructor(random: Random, pids: () => ReadonlyMap<string, number>) {
    this.random = random;
    this.pids = pids;
  }

  /** The address at which `to`, which listens at `target`, is dialled from now on. */
  async to(to: string, target: Address): Promise<Address> {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (dialling) => this.join(dialling, to, target));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.servers.push(server);
    return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  }

  /** From now on; what is under way already is held by a cut all the same. */
  set(from: string, to: string, weather: Partial<Weather>): void {
    this.weathers.set(direction(from, to), { ...FAIR, ...weather });
    for (const pump of this.pumps) pump.flush();
  }

  /** Fair weather everywhere. */
  heal(): void {
    this.weathers.clear();
    for (const pump of this.pumps) pump.flush();
  }

  close(): void {
    for (const server of this.servers) server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private join(dialling: Socket, to: string, target: Address): void {
    const from = whoDials(dialling.remotePort ?? 0, this.pids());
    if (from === null) {
      // Whoever it was is gone, or no process of ours.
      dialling.on('error', () => {});
      dialling.resetAndDestroy();
      return;
    }
    const dialled = connect({ host: target.host, port: target.port, noDelay: true, allowHalfOpen: true });
    const pumps = [this.pump(dialling, dialled, from, to), this.pump(dialled, dialling, to, from)];
    let open = 2;
    for (const socket of [dialling, dialled]) {
      this.sockets.add(socket);
      socket.once('close', () => {
        this.sockets.delete(socket);
        if (--open === 0) for (const pump of pumps) this.pumps.delete(pump);
      });
    }
  }

  private pump(from: Socket, to: Socket, sender: string, receiver: string): Pump {
    const weather = (): Weather => this.weathers.get(direction(sender, receiver)) ?? FAIR;
    const pump = new Pump(from, to, weather, this.random);
    this.pumps.add(pump);
    return pump;
  }
}

function direction(from: string, to: string): string {
  return `${from} to ${to}`;
}
