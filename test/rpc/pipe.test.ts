import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ClientDuplexStream, status } from '@grpc/grpc-js';
import type { Outcome } from '../../src/member/door.ts';
import type { google } from '../../src/rpc/generated/holdfast.js';
import { MAX_IN_FLIGHT } from '../../src/rpc/pipe.ts';
import { failure, type Message, readStatus, start, until } from './harness.ts';

const STORED: Outcome = { type: 'stored', created: true, versionMemory: 1, versionSequence: 2 };
const MISSING: Outcome = { type: 'missing' };

function granted(cookie: number, bytes = 1): Outcome {
  return {
    type: 'found',
    content: Buffer.alloc(bytes, 120),
    timeoutMinutes: 20,
    flagTaken: false,
    cookie,
    lockLease: 1000,
    again: false,
    versionMemory: 1,
    versionSequence: 2,
  };
}

/** Gathers what a stream says. */
function read(stream: ClientDuplexStream<Message, Message>) {
  const messages: Message[][] = [];
  const end = new Promise<void>((resolve, reject) => {
    stream.on('data', (message: Message) => messages.push(message['answers'] as Message[]));
    stream.on('error', reject);
    stream.on('end', resolve);
  });
  // Whether it matters is for the test to say.
  end.catch(() => {});
  return { messages, end, ids: () => messages.flat().map((answer) => answer['id'] ?? 0) };
}

function get(id: number, session = `s${id}`): Message {
  return { id, get: { application: 'a', id: session } };
}

function lock(id: number, session = `s${id}`): Message {
  return { id, get_exclusive: { application: 'a', id: session, wait_ms: 1000 } };
}

describe('a Pipe', () => {
  it('takes commands in order, many to a message, and gathers the answers of a turn', async (t) => {
    const { entrance, client, server } = await start(t);
    entrance.decide = ({ command }) => (command.type === 'set' ? STORED : MISSING);
    const stream = client.stream('Pipe');
    const { messages, end } = read(stream);
    const name = { application: 'a', id: 'b' };
    stream.write({
      commands: [
        { id: 1, set: { ...name, content: Buffer.from('x') } },
        { id: 2, get: name },
        { id: 3, get_exclusive: name },
        { id: 4, release_exclusive: { ...name, cookie: 1 } },
        { id: 5, renew_exclusive: { ...name, cookie: 1 } },
        { id: 6, remove: name },
        { id: 7, reset_timeout: name },
        { id: 8, describe: name },
      ],
    });
    stream.end();
    await end;
    assert.deepEqual(
      entrance.submitted.map(({ command }) => command.type),
      ['set', 'get', 'getExclusive', 'releaseExclusive', 'renewExclusive', 'remove', 'resetTimeout', 'describe'],
    );
    assert.equal(messages.length, 1);
    assert.deepEqual(
      messages[0]?.map((answer) => [answer['id'], answer['answer'], outcomeOf(answer)]),
      [
        [1, 'set', 'stored'],
        [2, 'get', 'missing'],
        [3, 'get_exclusive', 'missing'],
        [4, 'release_exclusive', 'missing'],
        [5, 'renew_exclusive', 'missing'],
        [6, 'remove', 'missing'],
        [7, 'reset_timeout', 'missing'],
        [8, 'describe', 'missing'],
      ],
    );
    await until(() => server.counters.pipesOpen === 0, 'the stream is over');
    assert.equal(entrance.enlisted, 0);
    assert.equal(server.counters.commandsInWork, 0);
  });

  it('answers in whatever order the core does, and keeps content as it was when decided', async (t) => {
    const { entrance, client } = await start(t);
    const stream = client.stream('Pipe');
    const { messages, end, ids } = read(stream);
    stream.write({ commands: [lock(1), lock(2), lock(3)] });
    await until(() => entrance.submitted.length === 3, 'all are with the core');
    const [first, second, third] = entrance.submitted;
    assert(first && second && third);
    const changing = Buffer.from('before');
    entrance.answer([third, { ...granted(33), content: changing } as Outcome]);
    await until(() => messages.length === 1, 'the third is answered');
    entrance.answer([second, { ...granted(22), content: changing } as Outcome], [first, MISSING]);
    stream.end();
    await end;
    assert.deepEqual(ids(), [3, 2, 1]);
    assert.deepEqual(
      messages.map((answers) => answers.length),
      [1, 2],
    );
    const reply = (messages[0]?.[0]?.['get_exclusive'] ?? {}) as Message;
    const found = (reply['found'] ?? {}) as Message;
    assert.equal(String(found['content']), 'before');
    assert.equal(found['cookie'], 33);
    assert.deepEqual(entrance.givenBack, []);
  });

  it('answers a wrong command and a troubled one with an error, and goes on', async (t) => {
    const { entrance, client } = await start(t);
    entrance.decide = ({ name }) => (name === 'a/lost' ? { type: 'unknown' } : MISSING);
    const stream = client.stream('Pipe');
    const { messages, end } = read(stream);
    stream.write({ commands: [{ id: 1 }, { id: 2, get: { application: 'a', id: 'b/c' } }, get(3, 'lost'), get(4)] });
    stream.end();
    await end;
    const told = new Map(messages.flat().map((answer) => [answer['id'], answer]));
    const error = (id: number): google.rpc.Status => told.get(id)?.['error'] as google.rpc.Status;
    assert.deepEqual(
      [1, 2, 3].map((id) => [error(id).code, reasonOf(error(id))]),
      [
        [status.INVALID_ARGUMENT, 'INVALID_FIELD command'],
        [status.INVALID_ARGUMENT, 'INVALID_FIELD id'],
        [status.UNKNOWN, 'OUTCOME_UNKNOWN '],
      ],
    );
    assert.equal(outcomeOf(told.get(4) ?? {}), 'missing');
  });

  it('keeps waiting for answers after the client has ended its side', async (t) => {
    const { entrance, client } = await start(t);
    const stream = client.stream('Pipe');
    const { end, ids } = read(stream);
    stream.write({ commands: [lock(9)] });
    stream.end();
    await until(() => entrance.submitted.length === 1, 'it waits');
    entrance.answer([entrance.submitted[0] ?? assert.fail(), granted(1)]);
    await end;
    assert.deepEqual(ids(), [9]);
    assert.deepEqual(entrance.cancelled, []);
  });

  it('when cancelled leaves the lines, and gives back what is granted meanwhile', async (t) => {
    const { entrance, client, server } = await start(t);
    const stream = client.stream('Pipe');
    const { end } = read(stream);
    stream.write({ commands: [lock(1), lock(2)] });
    await until(() => entrance.submitted.length === 2, 'both wait');
    stream.cancel();
    await assert.rejects(end);
    await until(() => entrance.cancelled.length === 2, 'the core is told');
    const [first, second] = entrance.submitted;
    assert(first && second);
    entrance.answer([first, granted(41)], [second, { type: 'locked', cookie: 1, age: 0, flagTaken: false }]);
    await until(() => entrance.enlisted === 0, 'both are answered');
    assert.deepEqual(entrance.givenBack, [{ name: 'a/s1', cookie: 41 }]);
    assert.equal(server.counters.pipesOpen, 0);
    assert.equal(server.counters.commandsInWork, 0);
  });

  it('gives back no lock told again to a repeat, whether decided before it broke or after', async (t) => {
    const { entrance, client, server } = await start(t, { maxContentBytes: 32 * 1024 * 1024 });
    const stream = client.stream('Pipe');
    // Nobody reads: the stream's window fills up.
    stream.pause();
    stream.on('error', () => {});
    stream.write({ commands: [lock(1), lock(2), lock(3)] });
    await until(() => entrance.submitted.length === 3, 'all are there');
    const [first, second, third] = entrance.submitted;
    assert(first && second && third);
    const again = (cookie: number, bytes: number) => ({ ...granted(cookie, bytes), again: true }) as Outcome;
    entrance.answer([first, again(61, 16 * 1024 * 1024)], [second, granted(62, 16 * 1024 * 1024)]);
    await until(() => entrance.enlisted === 1, 'two are answered');
    assert(server.counters.unwrittenBytes > 16 * 1024 * 1024);
    stream.cancel();
    await until(() => entrance.cancelled.length === 1, 'the core is told');
    entrance.answer([third, again(63, 1)]);
    await until(() => entrance.enlisted === 0, 'the third is answered');
    assert.deepEqual(entrance.givenBack, [{ name: 'a/s2', cookie: 62 }]);
    assert.equal(server.counters.unwrittenBytes, 0);
    assert.equal(server.counters.commandsInWork, 0);
  });

  it('gives back locks in answers that were not written when it broke', async (t) => {
    const { entrance, client } = await start(t, { maxContentBytes: 32 * 1024 * 1024 });
    const stream = client.stream('Pipe');
    // Nobody reads: the stream's window fills up.
    stream.pause();
    stream.on('error', () => {});
    stream.write({ commands: [lock(1), lock(2)] });
    await until(() => entrance.submitted.length === 2, 'both are there');
    const [first, second] = entrance.submitted;
    assert(first && second);
    entrance.answer([first, granted(51, 16 * 1024 * 1024)], [second, granted(52, 16 * 1024 * 1024)]);
    await until(() => entrance.enlisted === 0, 'both are answered');
    stream.cancel();
    await until(() => entrance.givenBack.length === 2, 'both locks are given back');
    assert.deepEqual(entrance.givenBack, [
      { name: 'a/s1', cookie: 51 },
      { name: 'a/s2', cookie: 52 },
    ]);
  });

  it('takes up no more than its bound until answers leave', async (t) => {
    const { entrance, client } = await start(t);
    const stream = client.stream('Pipe');
    const { end, ids } = read(stream);
    const total = MAX_IN_FLIGHT * 2 + 10;
    stream.write({ commands: Array.from({ length: total }, (_, id) => get(id)) });
    stream.write({ commands: [get(total)] });
    stream.end();
    await until(() => entrance.submitted.length === MAX_IN_FLIGHT, 'the bound is reached');
    // What must not happen would have happened in the turns that a round trip takes.
    const other = client.call('Get', { application: 'a', id: 'other' });
    await until(() => entrance.submitted.length === MAX_IN_FLIGHT + 1, 'another call came through');
    assert.equal(entrance.submitted[MAX_IN_FLIGHT]?.name, 'a/other');
    entrance.decide = () => MISSING;
    entrance.answer(...entrance.submitted.map((submitted) => [submitted, MISSING] as const));
    await Promise.all([end, other]);
    assert.deepEqual(
      ids().sort((a, b) => Number(a) - Number(b)),
      Array.from({ length: total + 1 }, (_, id) => id),
    );
  });

  it('splits answers that are large together', async (t) => {
    const { entrance, client } = await start(t);
    entrance.decide = () => granted(1, 400_000);
    const stream = client.stream('Pipe');
    const { end, ids, messages } = read(stream);
    stream.write({ commands: Array.from({ length: 10 }, (_, id) => lock(id)) });
    stream.end();
    await end;
    assert.equal(ids().length, 10);
    assert(messages.length >= 5, `${messages.length} messages`);
  });

  it('refuses commands beyond the limit of all of them together', async (t) => {
    const { entrance, client } = await start(t, { maxCommandsInWork: 1 });
    const stream = client.stream('Pipe');
    const { messages } = read(stream);
    stream.write({ commands: [lock(1), lock(2)] });
    await until(() => messages.length === 1, 'the second is refused');
    assert.equal(reasonOf(messages[0]?.[0]?.['error'] as google.rpc.Status), 'TOO_MANY_COMMANDS ');
    assert.equal(entrance.submitted.length, 1);
    stream.cancel();
  });

  it('ends with INVALID_ARGUMENT at octets that are no message', async (t) => {
    const { client } = await start(t);
    const stream = client.stream('Pipe');
    const { end } = read(stream);
    // Half a UTF-16 pair, which this client's library writes as three octets that are no UTF-8.
    stream.write({ commands: [{ id: 1, get: { application: '\ud800', id: 'x' } }] });
    const failed = await failure(end);
    assert.equal(failed.code, status.INVALID_ARGUMENT);
    assert.equal(failed.reason, 'MALFORMED_REQUEST');
  });

  it('ends when the server stops, once what waits is answered', async (t) => {
    const { entrance, client, server } = await start(t);
    const stream = client.stream('Pipe');
    const { end, ids } = read(stream);
    stream.write({ commands: [lock(1)] });
    await until(() => entrance.submitted.length === 1, 'it waits');
    const stopped = server.stop(5_000);
    entrance.answer([entrance.submitted[0] ?? assert.fail(), { type: 'locked', cookie: 1, age: 0, flagTaken: false }]);
    const failed = await failure(end);
    assert.equal(failed.code, status.UNAVAILABLE);
    assert.equal(failed.reason, 'STOPPING');
    assert.deepEqual(ids(), [1]);
    await stopped;
  });
});

function outcomeOf(answer: Message): unknown {
  return (answer[String(answer['answer'])] as Message | undefined)?.['outcome'];
}

function reasonOf(error: google.rpc.Status): string {
  const { reason, metadata } = readStatus(error);
  return `${reason} ${metadata['field'] ?? ''}`;
}
