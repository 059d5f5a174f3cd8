import type { Address } from '../test/process/address.ts';
import { GatewayClient } from '../test/process/gateway-client.ts';
import { acquire, get, set } from '../test/process/requests.ts';
import { contentOf, type LoadPlan, sessionUri } from './load-plan.ts';

/** Holdfast's own answers about a session of so many octets, which exists, for the floor to repeat. */
export async function recordAnswers(
  address: Address,
  mix: LoadPlan['mix'],
  contentBytes: number,
): Promise<{ toGet: Buffer; toPut: Buffer }> {
  const client = await GatewayClient.connect(address);
  const uri = sessionUri(0);
  const acquired = await client.ask(acquire(uri));
  const cookie = acquired.headers.get('lockcookie') ?? '';
  const stored = await client.ask(set(uri, { cookie, content: contentOf(contentBytes) }));
  const read = await client.ask(get(uri));
  client.close();
  for (const answer of [acquired, stored, read]) {
    if (answer.status !== 200) throw new Error(`recording answers: ${answer.statusLine}`);
  }
  return { toGet: mix === 'get' ? read.bytes : acquired.bytes, toPut: stored.bytes };
}
