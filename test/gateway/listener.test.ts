import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { found } from './fake-entrance.ts';
import { on } from './playing.ts';
import { acquire, get, put, rangeOf, Stage, until } from './raw-client.ts';

describe('GatewayListener: who may connect', () => {
  it('closes at once whom the allow list does not name, counts it, and warns once in a while', () =>
    on(
      async (stage) => {
        const clients = [stage.client(), stage.client()];
        await until(() => clients.every((client) => client.isClosed || client.hasEnded), 'both are closed');
        assert.equal(stage.listener.counters.refusedByAddress, 2);
        assert.equal(stage.listener.counters.connectionsAccepted, 0);
        assert.equal(stage.warnings.length, 1);
        stage.advance(10_000);
        stage.client();
        await until(() => stage.warnings.length === 2, 'another warning');
      },
      { allow: ['10.0.0.0/8', '::1'].map(rangeOf) },
    ));

  it('knows an IPv4 client of an IPv6 socket by its IPv4 address', () =>
    on(
      async (stage) => {
        await stage.client('127.0.0.1').send(get('a')).hasStatuses('404');
        assert.deepEqual(stage.entrance.addresses, ['127.0.0.1']);
      },
      { allow: [rangeOf('127.0.0.0/8')] },
      '::',
    ));

  it('closes connections beyond the limit at once, and takes others when there is room again', () =>
    on(
      async (stage) => {
        const first = await stage.connected();
        await stage.connected();
        const third = stage.client();
        await until(() => third.isClosed || third.hasEnded, 'the third is closed');
        assert.equal(stage.listener.counters.refusedAtLimit, 1);
        first.socket.destroy();
        await until(() => stage.listener.counters.connectionsOpen === 1, 'one has left');
        await stage.client().send(get('a')).hasStatuses('404');
      },
      { maxConnections: 2 },
    ));

  it('refuses requests beyond the bytes in flight, over all connections', () =>
    on(
      async (stage) => {
        stage.entrance.decide = (command) => (command.type === 'getExclusive' ? null : { type: 'missing' });
        const half = stage.client().send(acquire('a') + put('b', 'x'.repeat(600)));
        await until(() => stage.listener.counters.requestsParsed === 2, 'the first waits');
        const other = stage.client();
        other.send(put('c', 'x'.repeat(600)));
        await until(() => other.hasEnded, 'the second is refused');
        assert.deepEqual(other.statuses, ['400']);
        assert.equal(stage.listener.counters.badRequests['in-flight'], 1);
        assert.equal(stage.warnings.length, 1);
        half.reset();
        await until(() => stage.listener.bytesInFlight === 0, 'the first is gone');
        await stage
          .client()
          .send(put('c', 'x'.repeat(600)))
          .hasStatuses('404');
      },
      { maxBytesInFlight: 1000 },
    ));
});

describe('GatewayListener: listen', () => {
  it('says what failed', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    assert.ok(address !== null && typeof address === 'object');
    const stage = new Stage();
    await assert.rejects(stage.listener.listen({ host: '127.0.0.1', port: address.port }), {
      message: `gateway cannot listen on 127.0.0.1:${address.port}: EADDRINUSE`,
    });
    await stage.listener.stop();
    blocker.close();
  });
});

describe('GatewayListener: stop', () => {
  it('accepts no more, answers what is under way, ends idle connections after 500 ms', async () => {
    const stage = await new Stage().open();
    stage.entrance.decide = () => null;
    const [busy, idle] = [await stage.connected(), await stage.connected()];
    busy.send(acquire('a') + get('b') + get('c'));
    await until(() => stage.listener.counters.requestsParsed === 3, 'all are parsed');
    let isStopped = false;
    const stopped = stage.listener.stop().then(() => {
      isStopped = true;
    });
    const late = stage.client();
    await until(() => late.isClosed, 'nobody gets in any more');
    stage.advance(499);
    assert.equal(stage.listener.counters.connectionsOpen, 2);
    stage.advance(1);
    await until(() => idle.hasEnded, 'the idle one ends');
    assert.equal(busy.hasEnded, false);
    stage.entrance.decide = () => found('x');
    stage.entrance.answerFirstInLine(found('x', 4));
    await busy.hasStatuses('200', '200', '200');
    await until(() => busy.hasEnded, 'the busy one ends');
    assert.equal(isStopped, false);
    busy.end();
    idle.end();
    await stopped;
    await stage.close();
  });

  it('gives a request that is still coming its answer', async () => {
    const stage = await new Stage().open();
    const client = await stage.connected();
    client.send('GET /a HTTP/1.1\r\n');
    await until(() => stage.listener.counters.bytesIn > 0, 'it has begun');
    const stopped = stage.listener.stop();
    stage.advance(5_000);
    await client.send('\r\n').hasStatuses('404');
    await until(() => client.hasEnded, 'then it ends');
    client.end();
    await stopped;
    await stage.close();
  });

  it('lets connections go on for a while where others serve on', async () => {
    const stage = await new Stage().open();
    const [busy, idle] = [await stage.connected(), await stage.connected()];
    const stopped = stage.listener.stop(6_000);
    stage.advance(4_000);
    await busy.send(get('a')).hasStatuses('404');
    stage.advance(1_999);
    assert.equal(busy.hasEnded || idle.hasEnded, false);
    stage.advance(1);
    await until(() => idle.hasEnded, 'idle for all that time, it ends');
    assert.equal(busy.hasEnded, false);
    await busy.send(get('b')).hasStatuses('404');
    await until(() => busy.hasEnded, 'it ends after its next answer');
    busy.end();
    idle.end();
    await stopped;
    await stage.close();
  });

  it('does not wait for a client that keeps its side open', async () => {
    const stage = await new Stage().open();
    const client = await stage.connected();
    const stopped = stage.listener.stop();
    await client.send(get('a')).hasStatuses('404');
    await until(() => client.hasEnded, 'it ends');
    stage.advance(500);
    await stopped;
    await stage.close();
  });

  it('destroys at 10 s whatever is left', async () => {
    const stage = await new Stage().open();
    stage.entrance.decide = () => null;
    const client = await stage.connected();
    client.send(acquire('a'));
    await until(() => stage.entrance.inLine.length === 1, 'it waits');
    const stopped = stage.listener.stop();
    stage.advance(9_999);
    assert.equal(stage.listener.counters.connectionsOpen, 1);
    stage.advance(1);
    await stopped;
    await stage.close();
  });
});
