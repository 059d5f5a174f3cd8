import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './fake-entrance.ts';
import { acquiresWait, decideBy, inLine, on } from './playing.ts';
import { acquire, get, type RawClient, type Stage, until } from './raw-client.ts';

const cookiesGiven = (stage: Stage) => stage.entrance.given.map(({ cookie }) => cookie);

async function ready(stage: Stage): Promise<RawClient> {
  const client = await stage.connected();
  await until(() => !client.socket.connecting, 'the client knows it is connected');
  return client;
}

describe('Connection: grants to clients that ended their side', () => {
  it('gives back a grant whose client closed right after asking', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('c', 3));
      const client = await ready(stage);
      client.send(acquire('a')).socket.destroy();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(cookiesGiven(stage), [3]);
      assert.equal(stage.listener.counters.undeliveredGrants, 1);
    }));

  it('gives back a grant that raced the end of its client', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      stage.entrance.cancel = () => stage.entrance.answerFirstInLine(found('c', 3));
      const client = await ready(stage);
      client.send(acquire('a'));
      await inLine(stage, 1);
      client.socket.destroy();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(cookiesGiven(stage), [3]);
    }));

  it('gives back every grant to a client that closed with several on the way', () =>
    on(async (stage) => {
      let cookie = 0;
      decideBy(stage.entrance, (command, key) => {
        if (command.type !== 'getExclusive') return acquiresWait(command, key);
        return command.wait > 0 ? null : found('c', ++cookie);
      });
      const client = await ready(stage);
      client.send(acquire('a') + acquire('b') + acquire('c') + get('d'));
      await inLine(stage, 1);
      stage.entrance.cancel = () => stage.entrance.answerFirstInLine({ type: 'missing' });
      client.socket.destroy();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(cookiesGiven(stage), [1, 2]);
    }));

  it('gives back a grant whose client asked to close, and closed without reading', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('c', 3));
      const client = await ready(stage);
      client.send(get('a', 'Exclusive: acquire\r\nConnection: close\r\n')).socket.destroy();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(cookiesGiven(stage), [3]);
    }));

  it('leaves the grant to a client that reads on, and ends its own side within about a second', () =>
    on(async (stage) => {
      decideBy(stage.entrance, (command) => (command.type === 'get' ? found('x') : found('c', 3)));
      const client = await ready(stage);
      client.send(acquire('a')).end();
      await client.hasStatuses('200');
      const other = stage.client();
      for (let quarter = 1; quarter <= 4; quarter++) {
        // The other's round trip gives an end the time to arrive.
        await other.send(get('b')).hasStatuses(...Array(quarter).fill('200'));
        assert.equal(client.hasEnded, false);
        stage.advance(250);
      }
      await until(() => client.isClosed, 'it is closed');
      await until(() => stage.entrance.enlisted === 1, 'the asker is dismissed');
      assert.deepEqual(cookiesGiven(stage), []);
    }));

  it('leaves the grant to a client that read it and closed', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('c', 3));
      const client = await ready(stage);
      await client.send(acquire('a')).hasStatuses('200');
      client.socket.destroy();
      await until(() => {
        stage.advance(250);
        return stage.entrance.enlisted === 0;
      }, 'the asker is dismissed');
      assert.deepEqual(cookiesGiven(stage), []);
    }));

  it('leaves the grant to a client that read it, asked for more and closed without reading that', () =>
    on(async (stage) => {
      decideBy(stage.entrance, (command) => (command.type === 'get' ? found('x') : found('c', 3)));
      const client = await ready(stage);
      await client.send(acquire('a')).hasStatuses('200');
      client.send(get('b')).socket.destroy();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.equal(stage.entrance.submitted.length, 2);
      assert.deepEqual(cookiesGiven(stage), []);
    }));

  it('leaves the grant to a client that asked to close, read it, and then reset', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('c', 3));
      const client = await ready(stage);
      client.send(get('a', 'Exclusive: acquire\r\nConnection: close\r\n'));
      await until(() => client.hasEnded, 'the server ends');
      assert.deepEqual(client.statuses, ['200']);
      client.reset();
      await until(() => stage.entrance.enlisted === 0, 'the asker is dismissed');
      assert.deepEqual(cookiesGiven(stage), []);
    }));

  it('ends at once after a grant that was read long before', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('c', 3));
      const client = await ready(stage);
      await client.send(acquire('a')).hasStatuses('200');
      stage.advance(1_000);
      client.end();
      await until(() => client.isClosed, 'it is closed');
      assert.deepEqual(cookiesGiven(stage), []);
    }));
});
