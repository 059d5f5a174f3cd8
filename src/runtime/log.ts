import { createHmac, randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { LineSink } from './line-sink.ts';

export type Log = Logger;

/** Bytes of log lines kept while whoever reads them is behind: some 15,000 lines. */
const KEPT_UNWRITTEN = 4 * 2 ** 20;

/**
 * JSON lines on standard output: level by name, ISO time, nothing else unasked. Who reads them slowly, or no longer,
 * stops neither the loop nor the end of the process; what is logged before `process.exit` is written if he is there.
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

/**
 * pino's own asynchronous destination will not do. When its reader is gone, its exit hook tries one write for ever; and
 * a write that it has left to another thread may be overtaken by those at the exit, or keep the process from ending.
 */
export function standardOutput(): DestinationStream {
  // Asked for its stream, Node makes a pipe or socket one that does not block, and puts that back when the process ends.
  // Files and terminals are written at once, as fast as they are.
  const { fd } = process.stdout;
  const never = new Int32Array(new SharedArrayBuffer(4));
  const sink = new LineSink(
    {
      write: (bytes) => writeSync(fd, bytes),
      now: () => performance.now(),
      soon: (run) => void setImmediate(run),
      later: (run, after) => void setTimeout(run, after).unref(),
      sleep: (duration) => void Atomics.wait(never, 0, 0, duration),
    },
    { keep: KEPT_UNWRITTEN, gapLine },
  );
  process.once('exit', () => sink.finish());
  return sink;
}

/** Written whatever the log's level is: what is missing are lines that were asked for. */
function gapLine(dropped: number): string {
  let text = '';
  const log = createLog('warn', {
    write: (line) => {
      text = line;
    },
  });
  log.warn({ dropped }, 'log lines dropped: nobody read them in time');
  return text;
}
