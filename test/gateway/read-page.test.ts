import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { ReadPage } from '../../src/gateway/read-page.ts';
import { until } from './raw-client.ts';

/** What one accepted socket was told. */
interface Heard {
  readonly socket: Socket;
  readonly isByPage: boolean;
  text: string;
  hasEnded: boolean;
  readonly buffers: Set<ArrayBufferLike>;
}

describe('a page that accepted sockets read into', () => {
  const page = new ReadPage();
  const heard: Heard[] = [];
  const clients: Socket[] = [];
  let server: Server;

  before(async () => {
    server = createServer({ allowHalfOpen: true }, (socket) => {
      const buffers = new Set<ArrayBufferLike>();
      const isByPage = page.attach(socket, (chunk) => {
        buffers.add(chunk.buffer);
        ears.text += chunk.toString('latin1');
      });
      const ears: Heard = { socket, isByPage, text: '', hasEnded: false, buffers };
      socket.on('end', () => {
        ears.hasEnded = true;
      });
      socket.on('error', () => {});
      heard.push(ears);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  after(() => {
    for (const client of clients) client.destroy();
    for (const { socket } of heard) socket.destroy();
    server.close();
  });

  async function pair(): Promise<{ client: Socket; ears: Heard }> {
    const known = heard.length;
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    clients.push(client);
    await until(() => heard.length > known, 'the connection is accepted');
    return { client, ears: heard[known] as Heard };
  }

  it('is found on this version of Node, and is the same for all', { skip: process.platform === 'win32' }, async () => {
    const [a, b] = [await pair(), await pair()];
    assert.deepEqual([a.ears.isByPage, b.ears.isByPage], [true, true]);
    for (let round = 0; round < 50; round++) {
      a.client.write(`a${round} `);
      b.client.write(`bb${round} `);
    }
    const textOf = (name: string) => Array.from({ length: 50 }, (_, round) => `${name}${round} `).join('');
    await until(() => a.ears.text === textOf('a') && b.ears.text === textOf('bb'), 'each hears its own');
    assert.equal(new Set([...a.ears.buffers, ...b.ears.buffers]).size, 1);
  });

  it('brings more than fits it in several pieces, and then the end', async () => {
    const { client, ears } = await pair();
    const sent = Array.from({ length: 50_000 }, (_, at) => `${at},`).join('');
    client.end(sent);
    await until(() => ears.hasEnded, 'the end is heard');
    assert.equal(ears.text, sent);
  });

  it('brings nothing while the socket is paused', async () => {
    const { client, ears } = await pair();
    client.write('before');
    await until(() => ears.text === 'before', 'the first word is heard');
    ears.socket.pause();
    const other = await pair();
    client.write(' after');
    other.client.write('meanwhile');
    await until(() => other.ears.text === 'meanwhile', 'another one is heard');
    assert.equal(ears.text, 'before');
    ears.socket.resume();
    await until(() => ears.text === 'before after', 'the rest is heard');
  });

  it('is done without where a socket has no place for it', () => {
    const socket = new Socket();
    let text = '';
    assert.equal(
      page.attach(socket, (chunk) => {
        text += chunk.toString('latin1');
      }),
      false,
    );
    socket.emit('data', Buffer.from('as ever'));
    assert.equal(text, 'as ever');
    socket.destroy();
  });
});
