import { createHmac, randomBytes } from 'node:crypto';
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';

export type Log = Logger;

/** Log lines kept while whoever reads them is slow; beyond that the newest are dropped. In characters. */
const KEPT_UNWRITTEN = 16 * 2 ** 20;

/**
 * JSON lines on standard output: level by name, ISO time, nothing else unasked. Written asynchronously, because a full
 * pipe must not stop the loop; pino writes what is left when the process exits.
 */
export function createLog(level: string, stream: DestinationStream = standardOutput()): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (name) => ({ level: name }) },
    },
    stream,
  );
}

/** A short name for a session in logs: equal for equal keys within one process, and no way back to the session's id. */
export type SessionTag = (keyBytes: Uint8Array) => string;

/** Session ids open sessions to whoever knows them, so they are hashed under a secret that lives and dies with the process. */
export function createSessionTag(secret: Uint8Array = randomBytes(32)): SessionTag {
  return (keyBytes) => createHmac('sha256', secret).update(keyBytes).digest('hex').slice(0, 12);
}

function standardOutput(): DestinationStream {
  return destination({ dest: 1, sync: false, minLength: 0, maxLength: KEPT_UNWRITTEN });
}
