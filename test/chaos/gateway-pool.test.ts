import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { GatewayPool } from './gateway-pool.ts';
import { CLOSED } from './load-plan.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na';

interface Playing {
  readonly pool: GatewayPool;
  readonly server: Server;
  readonly sockets: Socket[];
}

/** A server that does with a request what `acts` says, by the number of requests before. */
async function play(t: TestContext, ...acts: readonly ((socket: Socket) => void)[]): Promise<Playing> {
  const sockets: Socket[] = [];
  let requests = 0;
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', () => acts[requests++]?.(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pool = new GatewayPool({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  t.after(() => {
    pool.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { pool, server, sockets };
}

const answer = (socket: Socket): void => void socket.write(ANSWER);

test('uses the connection again that was free last', async (t) => {
  const { pool, sockets } = await play(t, answer, answer);
  for (let time = 0; time < 2; time++) {
    const exchange = await pool.exchange('x');
    assert.equal(exchange.type, 'answered');
  }
  assert.equal(sockets.length, 1);
});

test('opens a connection for each request that finds none free', async (t) => {
  const { pool, sockets } = await play(t, answer, answer);
  await Promise.all([pool.exchange('x'), pool.exchange('x')]);
  assert.equal(sockets.length, 2);
});

test('says that nobody listens', async (t) => {
  const { pool, server } = await play(t);
  await new Promise((resolve) => server.close(resolve));
  assert.deepEqual(await pool.exchange('x'), { type: 'refused' });
});

test('tells a FIN that crossed a request from an end without an answer', async (t) => {
  const end = (socket: Socket): void => void socket.end();
  const { pool } = await play(t, end, answer, end, (socket) => socket.end(ANSWER.slice(0, 20)));
  assert.deepEqual(await pool.exchange('x'), { type: 'broken', why: CLOSED });
  assert.equal((await pool.exchange('x')).type, 'answered');
  assert.deepEqual(await pool.exchange('x'), { type: 'crossed' });
  assert.deepEqual(await pool.exchange('x'), { type: 'broken', why: CLOSED });
});

test('says that a connection was reset, or brought something else', async (t) => {
  const { pool } = await play(
    t,
    (socket) => socket.resetAndDestroy(),
    (socket) => void socket.write('nonsense\r\n\r\n'),
    (socket) => void socket.write(ANSWER + ANSWER),
  );
  assert.deepEqual(await pool.exchange('x'), { type: 'broken', why: 'ECONNRESET' });
  const nonsense = await pool.exchange('x');
  assert.ok(nonsense.type === 'broken' && /status line/.test(nonsense.why));
  assert.deepEqual(await pool.exchange('x'), { type: 'broken', why: 'an answer to nothing' });
});

test('trusts no other idle connection to a server whose FIN crossed a request', async (t) => {
  const { pool, sockets } = await play(t, answer, answer, (socket) => socket.end(), answer);
  await Promise.all([pool.exchange('x'), pool.exchange('x')]);
  assert.deepEqual(await pool.exchange('x'), { type: 'crossed' });
  assert.equal((await pool.exchange('x')).type, 'answered');
  assert.equal(sockets.length, 3);
});
