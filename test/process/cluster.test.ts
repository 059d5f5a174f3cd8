import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ClusterProcess } from './cluster-process.ts';
import { GatewayClient } from './gateway-client.ts';
import { runMain } from './holdfast-process.ts';
import { acquire, get, set, uriOf } from './requests.ts';
import { until } from './within.ts';

const SESSIONS = 200;
/** A request is held so long at most; a takeover takes less. */
const ANSWER_BOUND = 10_000;
const HEAL_BOUND = 60_000;

const uri = (number: number): string => uriOf(`session-${number}`);

describe('three members on one machine', () => {
  let cluster: ClusterProcess;
  before(async () => {
    cluster = await ClusterProcess.start({ members: 3, copies: 2 });
  });
  after(async () => {
    assert.equal(await cluster.stop(), 0);
  });

  const clientOf = (index: number): Promise<GatewayClient> => {
    const address = cluster.gateways[index];
    assert.ok(address !== undefined);
    return GatewayClient.connect(address);
  };
  const status = () => runMain(['status', '--json', '--address', cluster.grpc]);

  it('serve every session at every gateway, and are healthy', async () => {
    const [writer, reader] = [await clientOf(0), await clientOf(2)];
    for (let number = 0; number < SESSIONS; number++) {
      assert.equal((await writer.ask(set(uri(number), { content: `value ${number}` }))).status, 200);
    }
    for (let number = 0; number < SESSIONS; number++) {
      const answer = await reader.ask(get(uri(number)));
      assert.equal(answer.status, 200);
      assert.match(answer.bytes.toString('latin1'), new RegExp(`value ${number}$`));
    }
    writer.close();
    reader.close();
    const { code, stdout } = await status();
    assert.equal(code, 0, stdout);
  });

  it('lose nothing when one of them is killed, keep its locks, and take it back', async () => {
    const client = await clientOf(0);
    const taken = await client.ask(acquire(uri(0)));
    const cookie = taken.headers.get('lockcookie');
    assert.equal(taken.status, 200);
    const former = cluster.incarnationOf('member-1');
    process.kill(cluster.pidOf('member-1'), 'SIGKILL');
    const held = await client.ask(acquire(uri(0)), ANSWER_BOUND);
    assert.equal(held.status, 423);
    assert.equal(held.headers.get('lockcookie'), cookie);
    for (let number = 1; number < SESSIONS; number++) {
      const answer = await client.ask(get(uri(number)), ANSWER_BOUND);
      assert.equal(answer.status, 200, `${uri(number)}: ${answer.statusLine}`);
      assert.match(answer.bytes.toString('latin1'), new RegExp(`value ${number}$`));
    }
    const stored = await client.ask(set(uri(0), { cookie: cookie ?? '', content: 'after' }), ANSWER_BOUND);
    assert.equal(stored.status, 200);
    client.close();
    await until(() => cluster.incarnationOf('member-1') > former, 'it is back, and ready', HEAL_BOUND);
  });

  it('pass on what a draining one holds', async () => {
    const drained = await runMain(['drain', 'member-2', '--wait', '--address', '127.0.0.1:27402']);
    assert.equal(drained.code, 0, drained.stderr);
    const client = await clientOf(1);
    for (let number = 1; number < SESSIONS; number++) {
      const answer = await client.ask(get(uri(number)), ANSWER_BOUND);
      assert.equal(answer.status, 200, `${uri(number)}: ${answer.statusLine}`);
    }
    client.close();
  });
});
