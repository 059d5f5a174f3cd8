import { createServer } from 'node:net';

/** Below those that connections going out are given: a port of ours must still be free when its member comes back. */
const FIRST = 15_000;
const LAST = 31_000;

/** So many ports of loopback, one after another, that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  let port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
  for (let tries = LAST - FIRST; found.length < count; tries--) {
    if (tries === 0) throw new Error(`there are no ${count} free ports from ${FIRST} to ${LAST}`);
    if (await isFree(port)) found.push(port);
    port = port === LAST ? FIRST : port + 1;
  }
  return found;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
