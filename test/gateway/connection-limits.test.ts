import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found, STORED } from './fake-entrance.ts';
import { acquiresWait, decideBy, inLine, on } from './playing.ts';
import { acquire, get, type RawClient, type Stage, until } from './raw-client.ts';

const BIG = 'x'.repeat(10_000_000);

function deaf(stage: Stage): RawClient {
  const client = stage.client();
  client.socket.pause();
  return client;
}

describe('Connection: answers nobody reads', () => {
  it('starts no request while half of the limit is not taken, and goes on when readers read', () =>
    on(
      async (stage) => {
        decideBy(stage.entrance, () => found(BIG));
        const clients = Array.from({ length: 12 }, () => deaf(stage));
        for (const [at, client] of clients.entries()) {
          client.send(get('a'));
          await until(() => stage.listener.counters.requestsParsed === at + 1, 'it is parsed');
          const { submitted } = stage.entrance;
          // Whatever was started is answered before the next client asks.
          await until(
            () => stage.listener.counters.bytesOut > submitted.length * BIG.length,
            'all started are answered',
          );
        }
        const { counters } = stage.listener;
        assert.equal(stage.entrance.submitted.length, 3);
        assert.ok(counters.unreadBytes > 30_000_000 && counters.unreadBytes <= 41_000_000, `${counters.unreadBytes}`);
        for (const client of clients) client.socket.resume();
        await until(() => {
          stage.listener.sweep();
          return clients.every(({ socket }) => socket.bytesRead > BIG.length);
        }, 'everybody has the answer');
        assert.deepEqual(
          clients.map(({ statuses }) => statuses.join()),
          Array(12).fill('200'),
        );
        await until(() => counters.unreadBytes === 0, 'nothing is left');
      },
      { maxBytesInFlight: 41_000_000, maxContentBytes: 10_000_000 },
    ));

  it('starts all that was held back as soon as there is room for them', () =>
    on(
      async (stage) => {
        decideBy(stage.entrance, (_, key) => found(key === '/big' ? BIG : 'small'));
        const { counters } = stage.listener;
        const big = deaf(stage).send(get('big'));
        await until(() => counters.bytesOut > BIG.length, 'it is answered');
        const clients = Array.from({ length: 20 }, () => stage.client().send(get('a')));
        await until(() => counters.requestsParsed === 21, 'all are parsed');
        assert.equal(stage.entrance.submitted.length, 1);
        big.socket.resume();
        await until(() => counters.unreadBytes === 0, 'it is taken');
        stage.listener.sweep();
        for (const client of clients) await client.hasStatuses('200');
      },
      { maxBytesInFlight: 10_500_000, maxContentBytes: 10_000_000 },
    ));

  it('ends without an answer what would pass the limit, gives back its grant, and warns once in a while', () =>
    on(
      async (stage) => {
        decideBy(stage.entrance, acquiresWait);
        const clients = Array.from({ length: 6 }, () => deaf(stage).send(acquire('a')));
        await inLine(stage, 6);
        for (let cookie = 1; cookie <= 6; cookie++) stage.entrance.answerFirstInLine(found(BIG, cookie));
        const { counters } = stage.listener;
        await until(() => counters.unreadLimitClosed === 2, 'two are refused');
        assert.deepEqual(
          stage.entrance.given.map(({ cookie }) => cookie),
          [5, 6],
        );
        assert.equal(counters.undeliveredGrants, 2);
        assert.ok(counters.unreadBytes <= 40_500_000, `${counters.unreadBytes}`);
        assert.equal(stage.warnings.length, 1);
        for (const client of clients) client.socket.resume();
        await until(
          () => clients.filter(({ socket }) => socket.bytesRead > BIG.length).length === 4,
          'four are answered',
        );
        const refused = clients.filter(({ hasEnded }) => hasEnded);
        assert.deepEqual(
          refused.map(({ text }) => text),
          ['', ''],
        );
      },
      { maxBytesInFlight: 40_500_000, maxContentBytes: 10_000_000 },
    ));

  it('counts an answer whole until all of it is taken, and nothing of one whose client is gone', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('x'.repeat(30_000_000)));
      const client = deaf(stage).send(get('a'));
      const { counters } = stage.listener;
      await until(() => counters.bytesOut > 0, 'it is answered');
      client.socket.resume();
      await until(() => client.socket.bytesRead > 8_000_000, 'some is read');
      client.socket.pause();
      assert.ok(counters.unreadBytes === 0 || counters.unreadBytes > 30_000_000, `${counters.unreadBytes}`);
      client.reset();
      await until(() => counters.unreadBytes === 0, 'nothing is left');
    }));
});

describe('Connection: requests that wait', () => {
  it('do not keep the chunks they came in', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const kept: Uint8Array[] = [];
      stage.entrance.decide = (command) => {
        if (command.type === 'getExclusive') return null;
        if (command.type === 'set') kept.push(command.content);
        return STORED;
      };
      const client = stage.client();
      const small = `PUT /s HTTP/1.1\r\nContent-Length: 1\r\nX: ${'h'.repeat(20_000)}\r\n\r\nz`;
      const large = `PUT /l HTTP/1.1\r\nContent-Length: 20000\r\n\r\n${'y'.repeat(20_000)}`;
      client.send(acquire('a'));
      await inLine(stage, 1);
      for (const [at, text] of [small, large].entries()) {
        client.send(text);
        await until(() => stage.listener.counters.requestsParsed === at + 2, 'it is parsed');
      }
      stage.entrance.answerFirstInLine({ type: 'missing' });
      await client.hasStatuses('404', '200', '200');
      assert.deepEqual(
        kept.map((content) => Buffer.from(content).toString()),
        ['z', 'y'.repeat(20_000)],
      );
      for (const content of kept) {
        assert.ok(content.buffer.byteLength <= 2 * content.length, `${content.length} of ${content.buffer.byteLength}`);
      }
    }));
});
