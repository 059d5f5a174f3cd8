import type { ServerHttp2Session } from 'node:http2';
import { WINDOW_BYTES } from './line-stream.ts';

/**
 * Lets whoever calls send further ahead than HTTP/2 does unasked: 64 KiB each time that our word takes to reach him,
 * which is little between places far apart. grpc-js offers that to its clients alone and hands out no session, so the
 * session is looked for behind the call. Where it is not found a line is no less sound, but slower.
 */
export function widenWindow(call: object): void {
  const session = sessionBehind(call);
  session?.setLocalWindowSize(WINDOW_BYTES);
  session?.settings({ initialWindowSize: WINDOW_BYTES });
}

/** A call leads to its stream through any number of interceptors. */
function sessionBehind(call: object): ServerHttp2Session | null {
  let inner = property(call, 'call');
  for (let next = inner; next !== null; next = property(inner, 'nextCall')) inner = next;
  const session = property(property(inner, 'stream'), 'session');
  return session !== null && 'setLocalWindowSize' in session ? (session as ServerHttp2Session) : null;
}

function property(of: object | null, name: string): object | null {
  const value: unknown = of === null ? null : Reflect.get(of, name);
  return typeof value === 'object' ? value : null;
}
