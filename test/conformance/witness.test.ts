import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { GatewayClient } from '../process/gateway-client.ts';
import { Witness } from './witness.ts';

test('segments sent with the witness in between reach the server one by one', async (t) => {
  const answer = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n';
  const segments: string[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1');
      if (text.startsWith('GET')) socket.write(answer);
      else segments.push(text);
    });
  });
  t.after(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  assert(typeof listening === 'object' && listening !== null);
  const address = { host: '127.0.0.1', port: listening.port };
  const witness = new Witness(address);
  const clients = await Promise.all(Array.from({ length: 20 }, () => GatewayClient.connect(address)));
  t.after(() => {
    witness.close();
    for (const client of clients) client.close();
  });

  await Promise.all(
    clients.map(async (client, index) => {
      await client.ask('GET');
      for (const part of ['a', 'b', 'c']) {
        client.send(`${part}${index};`);
        await witness.hasRead();
      }
    }),
  );

  assert.equal(segments.length, 60);
  assert.ok(
    segments.every((text) => /^[abc]\d+;$/.test(text)),
    segments.join(' '),
  );
});
