import type { Server } from 'node:net';
import { assert } from '../base/assert.ts';
import type { Instant } from '../base/instant.ts';
import type { Clock } from '../member/door.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

interface ListenerLog {
  warn(fields: { readonly error: string }, message: string): void;
}

/** Milliseconds between two lines in the log about a listener that fails. */
const WARN_INTERVAL = 10_000;

/**
 * Resolves to the address with the real port (port 0 lets the system choose). Rejects if it cannot be had. `name`: what
 * listens there, for the error; `label`: the same, to begin a line of the log with; `shared`: with
 * the other members of the machine, where one process accepts for several.
 */
export function openListener(
  listener: Server,
  { host, port }: Address,
  { name, label, shared = false }: { readonly name: string; readonly label: string; readonly shared?: boolean },
  clock: Clock,
  log: ListenerLog,
): Promise<Address> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      reject(new Error(`${name} cannot listen on ${host}:${port}: ${error.code ?? error.message}`));
    listener.once('error', onError);
    listener.listen({ host, port, exclusive: !shared }, () => {
      listener.off('error', onError);
      // Running out of file descriptors, say: those who are connected go on.
      let warnedAt: Instant = Number.NEGATIVE_INFINITY;
      listener.on('error', (error) => {
        const now = clock.now();
        if (now - warnedAt < WARN_INTERVAL) return;
        warnedAt = now;
        log.warn({ error: error.message }, `${label}: cannot accept connections`);
      });
      const bound = listener.address();
      assert(bound !== null && typeof bound === 'object', 'a listener on a host has a port');
      resolve({ host, port: bound.port });
    });
  });
}
