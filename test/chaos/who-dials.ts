import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Which of these processes has the socket of loopback whose own port is `port` (Linux alone); null if none. Known as
 * soon as the connection is, before it carries a byte.
 */
export function whoDials(port: number, pids: ReadonlyMap<string, number>): string | null {
  const inode = inodeOf(port, readFileSync('/proc/net/tcp', 'utf8'));
  if (inode === null) return null;
  const link = `socket:[${inode}]`;
  for (const [name, pid] of pids) {
    if (descriptors(pid).some((descriptor) => linkOf(`/proc/${pid}/fd/${descriptor}`) === link)) return name;
  }
  return null;
}

/** Columns of /proc/net/tcp: number, local address, remote address, state, …, the tenth the inode. */
export function inodeOf(port: number, table: string): string | null {
  const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const line of table.split('\n')) {
    const columns = line.trim().split(/\s+/);
    if (columns[1] === local && columns[9] !== undefined && columns[9] !== '0') return columns[9];
  }
  return null;
}

function descriptors(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
