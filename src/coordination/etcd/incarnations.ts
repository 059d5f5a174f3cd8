import type { EtcdClient } from './etcd-client.ts';
import { TXN } from './methods.ts';
import { found, isStill, look, put, when } from './questions.ts';
import { decodeRegistration } from './registration-document.ts';
import type { StoreKeys } from './store-keys.ts';
import { textOf } from './store-view.ts';

/**
 * Draws a new incarnation: higher than any that was drawn or is registered there, and not below `floor`, the seconds
 * since 1970, which puts it above those that a store without memory does not know of. Null if another process drew one
 * meanwhile.
 */
export async function drawIncarnation(
  client: EtcdClient,
  keys: StoreKeys,
  member: string,
  floor: number,
): Promise<number | null> {
  const drawnAt = keys.incarnation(member);
  const seen = await client.call(TXN, look(drawnAt, keys.member(member)));
  const [drawn] = found(seen, 0);
  const [registered] = found(seen, 1);
  const last = Math.max(
    wholeNumber(textOf(drawn?.value)),
    decodeRegistration(textOf(registered?.value))?.incarnation ?? 0,
  );
  const next = Math.max(last + 1, Math.floor(floor), 1);
  const { succeeded } = await client.once(TXN, when([isStill(drawnAt, drawn)], [put(drawnAt, String(next))]));
  return succeeded === true ? next : null;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
