import { ServerProcess } from './server-process.ts';

export const MEMCACHED = 'memcached';
const MOST_MEBIBYTES = 16_384;
const MOST_CONNECTIONS = 4_096;

/** memcached with one thread, as the others have; it refuses to store rather than forget. */
export function startMemcached(prefix: readonly string[]): Promise<ServerProcess> {
  // It does not run as root unless told so.
  const user = process.getuid?.() === 0 ? ['-u', 'root'] : [];
  return ServerProcess.start(prefix, MEMCACHED, (port) => [
    ...['-l', '127.0.0.1', '-p', String(port), '-U', '0', '-t', '1', '-M'],
    ...['-m', String(MOST_MEBIBYTES), '-c', String(MOST_CONNECTIONS), ...user],
  ]);
}
