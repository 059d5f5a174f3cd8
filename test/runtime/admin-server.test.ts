import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { AdminServer, type AdminView } from '../../src/runtime/admin-server.ts';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const METRICS = { contentType: 'text/plain; version=0.0.4; charset=utf-8', text: 'a 1\n' };
const running: AdminServer[] = [];

async function start(view: Partial<AdminView> = {}) {
  const errors: string[] = [];
  const server = new AdminServer(
    { turning: () => true, ready: () => true, metrics: async () => METRICS, advance: null, ...view },
    { error: (_fields, message) => void errors.push(message) },
  );
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  running.push(server);
  const ask = (method: string, path: string, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port, method, path, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      request.on('error', reject);
      request.end(body);
    });
  return { server, port, ask, errors };
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

describe('health', () => {
  it('is ok as long as the loop turns', async () => {
    const { ask } = await start();
    const answer = await ask('GET', '/healthz');
    assert.deepEqual([answer.status, answer.body], [200, 'ok\n']);
    assert.match(String(answer.headers['content-type']), /^text\/plain/);
    assert.equal((await ask('HEAD', '/healthz')).status, 200);
    assert.equal((await ask('GET', '/healthz?verbose')).status, 200);
  });

  it('is not while another loop stands still that it speaks for', async () => {
    const { ask } = await start({ turning: () => false });
    assert.equal((await ask('GET', '/healthz')).status, 503);
  });

  it('says whether the member serves', async () => {
    let ready = false;
    const { ask } = await start({ ready: () => ready });
    assert.equal((await ask('GET', '/readyz')).status, 503);
    ready = true;
    assert.equal((await ask('GET', '/readyz')).status, 200);
  });
});

describe('metrics', () => {
  it('are handed on with their type', async () => {
    const { ask } = await start();
    const answer = await ask('GET', '/metrics');
    assert.deepEqual([answer.status, answer.headers['content-type'], answer.body], [200, METRICS.contentType, 'a 1\n']);
  });

  it('that fail are a 500 and a line in the log', async () => {
    const { ask, errors } = await start({ metrics: () => Promise.reject(new Error('no')) });
    assert.equal((await ask('GET', '/metrics')).status, 500);
    assert.deepEqual(errors, ['metrics could not be rendered']);
  });
});

describe('the test clock', () => {
  it('is not there unless asked for', async () => {
    const { ask } = await start();
    assert.equal((await ask('POST', '/test/clock?advance=60s')).status, 404);
  });

  it('moves on and tells how far it is', async () => {
    let offset = 0;
    const advance = (by: number) => (offset += by);
    const { ask } = await start({ advance });
    assert.equal((await ask('POST', '/test/clock?advance=60s')).body, '60000ms\n');
    assert.equal((await ask('POST', '/test/clock?advance=500ms')).body, '60500ms\n');
    for (const query of ['', '?advance=', '?advance=-1s', '?advance=60', '?advance=18250d']) {
      assert.equal((await ask('POST', `/test/clock${query}`)).status, 400, query);
    }
    const get = await ask('GET', '/test/clock?advance=60s');
    assert.deepEqual([get.status, get.headers['allow']], [405, 'POST']);
    assert.equal(offset, 60_500);
  });
});

describe('anything else', () => {
  it('is not found, or not allowed', async () => {
    const { ask } = await start();
    assert.equal((await ask('GET', '/')).status, 404);
    assert.equal((await ask('GET', '/healthz/x')).status, 404);
    const post = await ask('POST', '/healthz');
    assert.deepEqual([post.status, post.headers['allow']], [405, 'GET, HEAD']);
  });

  it('has no body that is waited for', async () => {
    const { ask } = await start();
    const answer = await ask('POST', '/nowhere', 'x'.repeat(1000));
    assert.deepEqual([answer.status, answer.headers['connection']], [404, 'close']);
  });

  it('has a head of bounded size', async () => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('latin1');
    socket.write(`GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(9000)}\r\n\r\n`);
    const [head] = (await once(socket, 'data')) as [string];
    assert.match(head, /^HTTP\/1\.1 431 /);
    socket.destroy();
  });
});

describe('stopping', () => {
  it('ends idle connections and refuses new ones', async () => {
    const { server, port, ask } = await start();
    const idle = connect(port, '127.0.0.1');
    idle.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(idle, 'data');
    const closed = once(idle, 'close');
    await server.stop();
    await closed;
    await assert.rejects(ask('GET', '/healthz'), { code: 'ECONNREFUSED' });
    running.pop();
  });

  it('does not wait for ever for an answer under way', async () => {
    let asked = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const metrics = () => {
      asked();
      return new Promise<never>(() => undefined);
    };
    const { server, port } = await start({ metrics });
    const waiting = connect(port, '127.0.0.1');
    waiting.write('GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n');
    await isAsked;
    const closed = once(waiting, 'close');
    waiting.resume();
    await server.stop();
    await closed;
    running.pop();
  });

  it('rejects when the address is taken', async () => {
    const { port } = await start();
    const second = new AdminServer(
      { turning: () => true, ready: () => true, metrics: async () => METRICS, advance: null },
      { error: () => undefined },
    );
    const message = `admin cannot listen on 127.0.0.1:${port}: EADDRINUSE`;
    await assert.rejects(second.listen({ host: '127.0.0.1', port }), { message });
  });
});
