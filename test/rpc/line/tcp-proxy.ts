import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** Stands between two processes, and does to their connections what networks do. */
export interface TcpProxy {
  /** Leads to the target. */
  readonly address: string;
  /** How often somebody connected. */
  readonly accepted: number;
  /** Breaks what is connected. */
  cut(): void;
  /** What comes from whoever connected, or from the target, is not passed on any more. */
  hold(from: 'both' | 'dialler' | 'target'): void;
  /** As `hold` of both; and that one of them ends its connection is not passed on either. */
  deaf(): void;
  /** Whatever passes takes so many milliseconds, in either direction. */
  delay: number;
}

export async function proxyTo(t: TestContext, target: string): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const held = new Set<Socket>();
  const pairs: { readonly near: Socket; readonly far: Socket }[] = [];
  const [host = '', port = ''] = target.split(':');
  const deaf = new Set<Socket>();
  const proxy = {
    address: '',
    accepted: 0,
    delay: 0,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    hold: (from: 'both' | 'dialler' | 'target') => {
      for (const { near, far } of pairs) {
        if (from !== 'target') held.add(near.pause());
        if (from !== 'dialler') held.add(far.pause());
      }
    },
    deaf: () => {
      proxy.hold('both');
      for (const { near, far } of pairs) deaf.add(near).add(far);
    },
  };
  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (chunk) => {
      const forward = (): void => {
        if (to.destroyed || to.write(chunk) || held.has(from)) return;
        from.pause();
        to.once('drain', () => {
          if (!held.has(from)) from.resume();
        });
      };
      if (proxy.delay === 0) forward();
      else setTimeout(forward, proxy.delay);
    });
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      if (!deaf.has(from)) to.destroy();
    });
  };
  const server = createServer((near) => {
    proxy.accepted++;
    const far = connect({ host, port: Number(port) });
    pairs.push({ near, far });
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  t.after(() => {
    server.close();
    proxy.cut();
  });
  return proxy;
}
