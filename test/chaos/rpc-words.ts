import { type ServiceError, status } from '@grpc/grpc-js';
import { NO_COOKIE } from '../../src/member/door.ts';
import { type HistoryCommand, type HistoryOutcome, tagOf } from '../simulation/history.ts';
import type { Wish } from './gateway-words.ts';
import { APPLICATION } from './sessions.ts';

/** A message as the loader reads and writes it. */
export type Message = Readonly<Record<string, unknown>>;

const METHODS: Readonly<Record<HistoryCommand['type'], string>> = {
  get: 'Get',
  getExclusive: 'GetExclusive',
  set: 'Set',
  releaseExclusive: 'ReleaseExclusive',
  renewExclusive: 'RenewExclusive',
  remove: 'Remove',
  resetTimeout: 'ResetTimeout',
  describe: 'Describe',
};

export function rpcRequest(
  id: string,
  { command, content }: Wish,
  requestId: string,
): { readonly method: string; readonly request: Message } {
  const named = { application: APPLICATION, id, request_id: Buffer.from(requestId, 'latin1') };
  return { method: METHODS[command.type], request: { ...named, ...fieldsOf(command, content) } };
}

function fieldsOf(command: HistoryCommand, content: string): Message {
  switch (command.type) {
    case 'get':
      return { wait_ms: command.wait };
    case 'getExclusive':
      return { wait_ms: command.wait, lock_lease_ms: command.lockLease };
    case 'set': {
      const { timeoutMinutes: timeout_minutes, flags } = command;
      return {
        content: Buffer.from(content, 'latin1'),
        timeout_minutes,
        uninitialized: flags === 1,
        ...cookieOf(command.cookie),
      };
    }
    case 'releaseExclusive':
    case 'remove':
      return cookieOf(command.cookie);
    default:
      return {};
  }
}

function cookieOf(cookie: number): Message {
  return cookie === NO_COOKIE ? {} : { cookie };
}

/** What a response tells, what is false or 0 being absent; null if no outcome in it is one of the command's. */
export function toldByRpc(response: Message): HistoryOutcome | null {
  const type = response['outcome'];
  if (typeof type !== 'string') return null;
  const told = response[type] as Message;
  const number = (name: string): number => Number(told[name] ?? 0);
  const flagTaken = told['uninitialized'] === true;
  switch (type) {
    case 'found':
      return {
        type,
        content: tagOf(told['content'] as Uint8Array),
        version: versionText(told['version']),
        timeoutMinutes: number('timeout_minutes'),
        flagTaken,
        cookie: number('cookie'),
        lockLease: number('lease_ms'),
      };
    case 'locked':
      return { type, cookie: number('cookie'), age: number('age_ms'), flagTaken };
    case 'stored':
      return { type, created: told['created'] === true, version: versionText(told['version']) };
    case 'stale':
      return { type, newest: number('newest_cookie'), locked: told['locked'] === true, age: number('age_ms') };
    case 'released':
      return { type, flagTaken };
    case 'renewed':
      return { type, lockLease: number('lease_ms') };
    case 'missing':
    case 'removed':
      return { type };
    default:
      return null;
  }
}

/** A version's two numbers as the history writes them; it is opaque to every other client. */
function versionText(version: unknown): string {
  const bytes = Buffer.from(version as Uint8Array);
  return `${bytes.readUIntBE(0, 6).toString(16)}.${bytes.readUIntBE(6, 6)}`;
}

/**
 * What an error tells. `unsent`: there was nobody to send it to. `unavailable`: the server says that nothing happened.
 * `unknown`: it says that nobody knows. `silent`: it says nothing, so nobody knows either.
 */
export function toldByError(error: ServiceError): 'unsent' | 'unavailable' | 'unknown' | 'silent' {
  const isServers = (error.metadata?.get('grpc-status-details-bin').length ?? 0) > 0;
  switch (error.code) {
    case status.UNAVAILABLE:
      if (isServers) return 'unavailable';
      return error.details.startsWith('No connection established') ? 'unsent' : 'silent';
    case status.RESOURCE_EXHAUSTED:
      return isServers ? 'unavailable' : 'silent';
    case status.UNKNOWN:
      return isServers ? 'unknown' : 'silent';
    default:
      return 'silent';
  }
}
