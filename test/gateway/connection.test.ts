import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './fake-entrance.ts';
import { acquiresWait, decideBy, inLine, on } from './playing.ts';
import { acquire, get, put, type RawClient, until } from './raw-client.ts';

describe('Connection: answers', () => {
  it('answers on and on, also after a request that makes no sense', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      await client.send(get('a')).hasStatuses('200');
      assert.ok(client.text.endsWith('\r\n\r\n/a'));
      await client.send(put('a', 'x', 'Timeout: x\r\n')).hasStatuses('200', '400');
      await client.send(`POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc`).hasStatuses('200', '400', '400');
      await client.send(put('a', 'x')).hasStatuses('200', '400', '400', '200');
      assert.equal(stage.listener.counters.badRequests.timeout, 1);
      assert.equal(stage.listener.counters.badRequests['unknown-verb'], 1);
      assert.equal(stage.listener.counters.requestsParsed, 4);
    }));

  it('runs pipelined requests one after another and answers them in one write', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      const keys = Array.from({ length: 20 }, (_, at) => `k${at}`);
      await client
        .send(keys.map((key) => get(key)).join('') + get('') + put('k', 'v'))
        .hasStatuses(...Array(22).fill('200'));
      const contents = Array.from(client.text.matchAll(/\r\n\r\n(\/k\d+)/g), (match) => match[1]);
      assert.deepEqual(
        contents,
        keys.map((key) => `/${key}`),
      );
      assert.equal(client.chunks.length, 1);
    }));

  it('lets nothing overtake a request in line', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send(acquire('a') + get('b'));
      await inLine(stage, 1);
      assert.equal(stage.entrance.submitted.length, 1);
      stage.entrance.answerFirstInLine(found('mine', 5));
      await client.hasStatuses('200', '200');
      assert.ok(client.text.indexOf('mine') < client.text.indexOf('/b'));
    }));

  it('pauses a client with 64 requests waiting, and goes on when half are done', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send(acquire('a') + get('b').repeat(500));
      await inLine(stage, 1);
      assert.equal(stage.listener.counters.requestsParsed, 64 + 1);
      const { bytesIn } = stage.listener.counters;
      client.send(put('c', 'x'.repeat(500_000)).repeat(20));
      // A second connection's round trips give the first one every chance to be read.
      const other = stage.client();
      for (let round = 1; round <= 20; round++) await other.send(get('d')).hasStatuses(...Array(round).fill('200'));
      assert.ok(stage.listener.counters.bytesIn - bytesIn < 200_000, 'the socket is paused');
      stage.entrance.answerFirstInLine(found('mine', 5));
      await client.hasStatuses(...Array(521).fill('200'));
    }));

  for (const [how, leave] of [
    ['ended', (client: RawClient) => client.end()],
    ['reset', (client: RawClient) => client.reset()],
    ['closed', (client: RawClient) => client.socket.destroy()],
  ] as const) {
    it(`hears of a client that ${how} while so many of its requests wait that it is paused`, () =>
      on(async (stage) => {
        decideBy(stage.entrance, acquiresWait);
        const client = stage.client().send(acquire('a') + get('b').repeat(100));
        await inLine(stage, 1);
        client.send(get('c').repeat(50));
        await until(() => stage.listener.counters.bytesIn > get('b').length * 150, 'all of it has come');
        leave(client);
        await inLine(stage, 0);
      }));
  }

  it('gives the rest of a read to nobody else while its connection is paused', () =>
    on(async (stage) => {
      const stored = new Map<string, string>();
      decideBy(stage.entrance, (command, key) => {
        if (command.type === 'set') stored.set(key, Buffer.from(command.content).toString('latin1'));
        return acquiresWait(command, key);
      });
      const names = Array.from({ length: 200 }, (_, at) => `p${at}`);
      const paused = stage
        .client()
        .send(acquire('a') + names.map((name) => put(name, `${name} of the paused`)).join(''));
      await inLine(stage, 1);
      const other = stage.client();
      // Long enough to lie where the rest of the first read lay.
      for (const name of names.slice(0, 5)) {
        other.send(put(`o${name}`, 'z'.repeat(40_000)));
        await until(() => stored.has(`/o${name}`), 'the other one is served');
      }
      stage.entrance.answerFirstInLine(found('mine', 5));
      await until(() => names.every((name) => stored.has(`/${name}`)), 'all is stored');
      for (const name of names) assert.equal(stored.get(`/${name}`), `${name} of the paused`);
      assert.equal(paused.isClosed, false);
    }));

  it('serves big contents whole, to several slow readers too', () =>
    on(async (stage) => {
      const big = 'x'.repeat(3_000_000);
      decideBy(stage.entrance, () => found(big));
      const client = stage.client();
      client.send(get('a').repeat(5));
      await until(() => client.text.length > 5 * big.length && client.statuses.length === 5, 'five big answers');
      assert.equal(client.text.replaceAll(/HTTP[^x]*?X-Asp.*?\r\n\r\n/gs, ''), big.repeat(5));
    }));
});

describe('Connection: the client ends its side', () => {
  it('answers a waiting acquire and all whole requests behind it, none of which waits any more; then ends too', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send([acquire('a'), put('b', 'v'), acquire('c'), get('d'), 'GET /unfinished HTTP/1.1\r\n'].join(''));
      await inLine(stage, 1);
      client.end();
      await client.hasStatuses('423', '200', '423', '200');
      await until(() => client.isClosed, 'the connection ends');
      assert.deepEqual(
        stage.entrance.submitted.map(({ command }) =>
          'wait' in command ? `${command.type} ${command.wait}` : command.type,
        ),
        ['getExclusive 500', 'set', 'getExclusive 0', 'get 0'],
      );
      assert.deepEqual(stage.entrance.given, []);
    }));

  it('stores nothing of an upload cut off', () =>
    on(async (stage) => {
      const client = stage.client();
      client.send('PUT /a HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345').end();
      await until(() => client.isClosed, 'the connection ends');
      assert.equal(stage.entrance.submitted.length, 0);
      assert.equal(client.text, '');
    }));

  it('answers requests that came with the end', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send(get('a') + put('a', 'v')).end();
      await client.hasStatuses('200', '200');
      await until(() => client.isClosed, 'the connection ends');
    }));

  it('answers all that came before the end, also what had to wait unparsed', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      // Whether the end is heard while the acquire is in line is not what this is about.
      stage.entrance.cancel = () => {};
      const client = stage.client();
      client.send(acquire('a') + get('b').repeat(300) + put('c', 'v')).end();
      await inLine(stage, 1);
      stage.entrance.answerFirstInLine({ type: 'missing' });
      await client.hasStatuses('404', ...Array(301).fill('200'));
      await until(() => client.isClosed, 'the connection ends');
    }));

  it('delivers a grant to a client that still reads', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('c', 3));
      const client = stage.client();
      client.send(acquire('a')).end();
      await client.hasStatuses('200');
      stage.advance(1_000);
      await until(() => client.isClosed, 'the connection ends');
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(stage.entrance.given, []);
    }));
});

describe('Connection: the client is gone', () => {
  it('leaves the line', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send(acquire('a') + put('b', 'v'));
      await inLine(stage, 1);
      client.reset();
      await inLine(stage, 0);
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.equal(stage.entrance.submitted.length, 1);
      assert.deepEqual(stage.entrance.given, []);
    }));

  it('gives back a grant that raced the cancel', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send(acquire('a'));
      await inLine(stage, 1);
      // The grant is decided before the cancel is heard.
      stage.entrance.cancel = (asker) => {
        stage.entrance.cancelled.push(asker);
        stage.entrance.answerFirstInLine(found('c', 77));
      };
      client.reset();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(
        stage.entrance.given.map(({ key, cookie }) => [Buffer.from(key.bytes).toString(), cookie]),
        [['/a', 77]],
      );
      assert.equal(stage.listener.counters.undeliveredGrants, 1);
    }));

  it('keeps a grant whose answer left before the reset', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('c', 3));
      const client = stage.client();
      await client.send(acquire('a')).hasStatuses('200');
      client.reset();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(stage.entrance.given, []);
    }));

  it('gives back a grant stuck behind what the client did not read', () =>
    on(async (stage) => {
      const big = 'x'.repeat(20_000_000);
      decideBy(stage.entrance, (command) => (command.type === 'get' ? found(big) : found('c', 3)));
      const client = stage.client();
      client.socket.pause();
      client.send(get('a') + acquire('b'));
      await until(() => stage.entrance.submitted.length === 1, 'the first is under way');
      client.end();
      await until(() => stage.listener.counters.bytesOut > big.length, 'the first is answered');
      client.reset();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      // Behind so many bytes the acquire did not even start; what did not start needs no giving back.
      assert.deepEqual(
        stage.entrance.submitted.map(({ command }) => command.type),
        ['get'],
      );
    }));

  it('gives back a grant whose own answer is only half taken', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('x'.repeat(20_000_000), 3));
      const client = stage.client();
      client.socket.pause();
      client.send(acquire('b'));
      await until(() => stage.listener.counters.bytesOut > 0, 'it is answered');
      client.reset();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(
        stage.entrance.given.map(({ cookie }) => cookie),
        [3],
      );
    }));
});

describe('Connection: closing', () => {
  for (const [name, head] of [
    ['Connection: close', 'GET /a HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['HTTP/1.0', 'GET /a HTTP/1.0\r\n\r\n'],
  ] as const) {
    it(`ends after the answer to ${name}, without running what follows`, () =>
      on(async (stage) => {
        const client = stage.client();
        client.send(head + get('b'));
        await until(() => client.hasEnded, 'the server ends');
        assert.deepEqual(client.statuses, ['404']);
        client.end();
        await until(() => client.isClosed, 'all is closed');
        assert.equal(stage.entrance.submitted.length, 1);
      }));
  }

  it('answers a broken request in its turn, with 400, though the client keeps sending', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send(`${acquire('a')}PUT /a HTTP/1.1\r\nContent-Length: 2000000\r\n\r\n${'x'.repeat(2_000_000)}`);
      await inLine(stage, 1);
      assert.deepEqual(client.statuses, []);
      stage.entrance.answerFirstInLine({ type: 'missing' });
      client.send('y'.repeat(1_000_000));
      await until(() => client.hasEnded, 'the server ends');
      assert.deepEqual(client.statuses, ['404', '400']);
      assert.match(client.text, /Connection: close\r\nContent-Length: 0\r\n\r\n$/);
      assert.equal(client.isClosed, false);
      assert.equal(stage.listener.counters.badRequests['content-too-long'], 1);
      stage.advance(2_000);
      await until(() => client.send('z').isClosed, 'the server does not listen for ever');
    }));

  for (const type of ['moved', 'unknown'] as const) {
    it(`closes without an answer when a change is ${type}, after those before it`, () =>
      on(async (stage) => {
        decideBy(stage.entrance, (command) => (command.type === 'set' ? { type } : { type: 'missing' }));
        const client = stage.client();
        client.send(get('a') + put('a', 'v') + get('b'));
        await until(() => client.hasEnded, 'the server ends');
        assert.deepEqual(client.statuses, ['404']);
        assert.equal(stage.listener.counters.closedUnanswered, 1);
      }));

    it(`asks a reader to come again when it is ${type}`, () =>
      on(async (stage) => {
        decideBy(stage.entrance, () => ({ type }));
        const client = stage.client();
        await client.send(get('a') + acquire('a')).hasStatuses('423', '423');
        assert.equal(client.hasEnded, false);
      }));
  }
});
