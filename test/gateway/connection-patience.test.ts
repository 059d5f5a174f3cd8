import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './fake-entrance.ts';
import { acquiresWait, decideBy, inLine, on } from './playing.ts';
import { acquire, get, type RawClient, type Stage, until } from './raw-client.ts';

describe('Connection: Expect', () => {
  const head = 'PUT /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n';

  it('tells a waiting client to go on, once', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      await client.send(head).hasStatuses('100');
      await client.send('a').send('bc').hasStatuses('100', '200');
      assert.ok(client.text.startsWith('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n'));
      await client.send(head).hasStatuses('100', '200', '100');
    }));

  it('says nothing to one that did not wait', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      await stage.client().send(`${head}abc`).hasStatuses('200');
    }));

  it('waits until everything before it is answered', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send(acquire('a') + head);
      await inLine(stage, 1);
      assert.deepEqual(client.statuses, []);
      stage.entrance.answerFirstInLine({ type: 'missing' });
      await client.hasStatuses('404', '100');
    }));
});

describe('Connection: standstill', () => {
  async function received(stage: Stage, client: RawClient, text: string): Promise<void> {
    const { bytesIn } = stage.listener.counters;
    client.send(text);
    await until(() => stage.listener.counters.bytesIn === bytesIn + text.length, 'it is received');
  }

  it('closes a sender who stops amid a request for 10 s, and none before', () =>
    on(async (stage) => {
      const client = stage.client();
      await received(stage, client, 'GET /a HT');
      stage.advance(9_999);
      await received(stage, client, 'TP/1.1\r\n');
      stage.advance(9_999);
      assert.equal(stage.listener.counters.connectionsOpen, 1);
      stage.advance(1);
      await until(() => client.hasEnded || client.isClosed, 'it is closed');
      assert.equal(stage.listener.counters.slowSendersClosed, 1);
    }));

  it('closes a reader who takes nothing for 10 s, and lets one be who takes some', () =>
    on(async (stage) => {
      decideBy(stage.entrance, () => found('x'.repeat(30_000_000)));
      const [stuck, slow] = [stage.client(), stage.client()];
      stuck.socket.pause();
      slow.socket.pause();
      stuck.send(get('a'));
      slow.send(get('a'));
      await until(() => stage.listener.counters.bytesOut > 60_000_000, 'both are answered');
      const quarter = slow.socket.bytesRead;
      stage.advance(6_000);
      slow.socket.resume();
      await until(() => slow.socket.bytesRead > quarter + 4_000_000, 'one reads on');
      slow.socket.pause();
      stage.advance(6_000);
      await until(() => stage.listener.counters.connectionsOpen === 1, 'the stuck one is closed');
      assert.equal(stage.listener.counters.slowReadersClosed, 1);
      slow.socket.resume();
      await until(() => slow.text.length > 30_000_000, 'the slow one has it all');
    }));

  it('keeps an idle connection for 60 s and closes it after 120 s', () =>
    on(async (stage) => {
      const client = stage.client();
      await client.send(get('a')).hasStatuses('404');
      stage.advance(60_000);
      await client.send(get('a')).hasStatuses('404', '404');
      stage.advance(119_999);
      await client.send(get('a')).hasStatuses('404', '404', '404');
      stage.advance(120_000);
      await until(() => client.hasEnded, 'it is closed');
      assert.equal(stage.listener.counters.idleClosed, 1);
    }));

  it('counts a connection as active as long as its client takes what it asked for', () =>
    on(async (stage) => {
      const big = 'x'.repeat(2_000_000);
      decideBy(stage.entrance, () => found(big));
      const client = stage.client();
      client.socket.pause();
      client.send(get('a').repeat(20));
      const { counters } = stage.listener;
      const isRead = (answers: number) => client.socket.bytesRead > answers * big.length;
      await until(() => counters.bytesOut > 0, 'the first is answered');
      for (let round = 0; round < 16; round++) {
        const { bytesRead } = client.socket;
        stage.advance(8_000);
        client.socket.resume();
        await until(() => client.socket.bytesRead > bytesRead + 2_500_000 || isRead(20), 'some is taken');
        client.socket.pause();
      }
      client.socket.resume();
      await until(() => counters.unreadBytes === 0 && isRead(20), 'all is taken');
      stage.advance(60_000);
      client.send(get('a'));
      await until(() => isRead(21), 'it is open');
      assert.equal(counters.idleClosed, 0);
      assert.equal(counters.slowReadersClosed, 0);
    }));

  it('closes an idle connection by ending its side, and does not reset a request that comes too late', () =>
    on(async (stage) => {
      const client = stage.client();
      let failed: Error | null = null;
      client.socket.on('error', (error) => {
        failed = error;
      });
      await client.send(get('a')).hasStatuses('404');
      stage.advance(120_000);
      assert.equal(stage.listener.counters.connectionsOpen, 1);
      client.send(get('b'));
      await until(() => client.hasEnded, 'the server ends');
      stage.advance(1_999);
      assert.equal(stage.listener.counters.connectionsOpen, 1);
      client.end();
      await until(() => client.isClosed && stage.listener.counters.connectionsOpen === 0, 'all is closed');
      assert.equal(failed, null);
      assert.equal(stage.entrance.submitted.length, 1);
      assert.equal(stage.listener.counters.idleClosed, 1);
    }));

  it('leaves alone who waits for us', () =>
    on(async (stage) => {
      decideBy(stage.entrance, acquiresWait);
      const client = stage.client();
      client.send(acquire('a'));
      await inLine(stage, 1);
      stage.advance(130_000);
      stage.entrance.answerFirstInLine({ type: 'missing' });
      await client.hasStatuses('404');
    }));
});
