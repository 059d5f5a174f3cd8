import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { Random } from '../../src/base/random.ts';
import { within } from '../process/within.ts';
import { FAIR, resent } from './pump.ts';
import { inodeOf, whoDials } from './who-dials.ts';
import { Wires } from './wires.ts';

const BOUND = 5_000;
const ME = new Map([['m0', process.pid]]);

interface Wired {
  readonly wires: Wires;
  readonly dialling: Socket;
  readonly dialled: Socket;
}

/** Two ends of a wire from m0 to m1, both of this process. */
async function wired(t: TestContext, pids: ReadonlyMap<string, number> = ME): Promise<Wired> {
  const target = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
  await once(target, 'listening');
  const wires = new Wires(new Random(1), () => pids);
  const address = await wires.to('m1', { host: '127.0.0.1', port: (target.address() as AddressInfo).port });
  const accepted = once(target, 'connection');
  const dialling = connect({ ...address, allowHalfOpen: true });
  t.after(() => {
    wires.close();
    dialling.destroy();
    target.close();
  });
  dialling.on('error', () => {});
  const closed = new Promise<[Socket]>((resolve) => dialling.once('close', () => resolve([dialling])));
  const [dialled] = (await within(Promise.race([accepted, closed]), BOUND, 'a line')) as [Socket];
  return { wires, dialling, dialled };
}

async function heard(socket: Socket): Promise<string> {
  const [bytes] = (await within(once(socket, 'data'), BOUND, 'hearing something')) as [Buffer];
  return bytes.toString();
}

const skip = process.platform === 'linux' ? false : 'needs /proc';

describe('wires', { skip }, () => {
  it('carry what is sent, and the end of it, both ways', async (t) => {
    const { dialling, dialled } = await wired(t);
    dialling.write('there');
    assert.equal(await heard(dialled), 'there');
    dialled.write('back');
    assert.equal(await heard(dialling), 'back');
    dialling.end();
    dialled.resume();
    await within(once(dialled, 'end'), BOUND, 'the end');
  });

  it('hold what is sent the way that is cut, and nothing else, until they are healed', async (t) => {
    const { wires, dialling, dialled } = await wired(t);
    wires.set('m0', 'm1', { cut: true });
    let early = '';
    const hear = (bytes: Buffer): void => {
      early += bytes;
    };
    dialled.on('data', hear);
    dialling.write('late');
    // Whatever goes the other way meanwhile is there and back long after the held bytes would have been.
    for (let turn = 0; turn < 5; turn++) {
      dialled.write('meanwhile');
      await heard(dialling);
    }
    assert.equal(early, '');
    dialled.off('data', hear);
    const hearing = heard(dialled);
    wires.heal();
    assert.equal(await hearing, 'late');
  });

  it('do not tell that the other end is gone while they are cut', async (t) => {
    const { wires, dialling, dialled } = await wired(t);
    wires.set('m0', 'm1', { cut: true });
    let ended = false;
    dialled.once('end', () => {
      ended = true;
    });
    dialled.resume();
    dialling.end();
    dialled.write('meanwhile');
    await heard(dialling);
    assert.equal(ended, false);
    wires.heal();
    await within(once(dialled, 'end'), BOUND, 'the end');
  });

  it('delay what they carry', async (t) => {
    const { wires, dialling, dialled } = await wired(t);
    wires.set('m0', 'm1', { delay: 30 });
    const begun = performance.now();
    dialling.write('a');
    assert.equal(await heard(dialled), 'a');
    assert.ok(performance.now() - begun >= 30);
  });

  it('keep the order of what they carry, whatever has to be sent again', async (t) => {
    const { wires, dialling, dialled } = await wired(t);
    wires.set('m0', 'm1', { loss: 0.5 });
    const sent = '0123456789';
    let all = '';
    dialled.on('data', (bytes: Buffer) => {
      all += bytes;
    });
    for (const digit of sent) {
      dialling.write(digit);
      // There and back the other way: the next one is another packet.
      dialled.write('meanwhile');
      await heard(dialling);
    }
    while (all.length < sent.length) await within(once(dialled, 'data'), BOUND, 'more');
    assert.equal(all, sent);
  });

  it('are closed to processes that are none of ours', async (t) => {
    const { dialling } = await wired(t, new Map());
    assert.equal(dialling.destroyed, true);
  });
});

describe('who dials', { skip }, () => {
  it('is the process that owns the socket', async (t) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    t.after(() => {
      socket.destroy();
      server.close();
    });
    await once(socket, 'connect');
    assert.equal(whoDials(socket.localPort ?? 0, ME), 'm0');
    assert.equal(whoDials(socket.localPort ?? 0, new Map([['init', 1]])), null);
    assert.equal(whoDials(1, ME), null);
  });

  it('is found by the tenth column', () => {
    const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
    const line = (port: string, inode: number): string =>
      `   0: 0100007F:${port} 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0`;
    assert.equal(inodeOf(0x1234, [header, line('0016', 7), line('1234', 4711)].join('\n')), '4711');
    assert.equal(inodeOf(0x1234, [header, line('1234', 0)].join('\n')), null);
  });
});

describe('lost packets', () => {
  it('are sent again after a while, the more of them the more bytes there are', () => {
    const random = new Random(3);
    const weather = { cut: false, delay: 20, loss: 0.01 };
    const lostOf = (bytes: number): number =>
      Array.from({ length: 10_000 }, () => resent(bytes, weather, random)).filter((wait) => wait > 0).length;
    assert.ok(Math.abs(lostOf(100) - 100) < 50);
    assert.ok(Math.abs(lostOf(14_000) - 956) < 150);
    assert.equal(resent(100, FAIR, random), 0);
    assert.equal(resent(100, { ...weather, loss: 1 }, random), 240);
  });
});
