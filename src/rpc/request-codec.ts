import $protobuf from 'protobufjs/minimal.js';
import type { Key } from '../base/key.ts';
import {
  type Command,
  type CommandType,
  type Cookie,
  DEFAULT_TIMEOUT_MINUTES,
  MAX_TIMEOUT_MINUTES,
  makeKey,
  NO_COOKIE,
  UNINITIALIZED,
  type Version,
} from '../member/door.ts';
import { holdfast } from './generated/holdfast.js';
import { invalidField, MALFORMED_REQUEST, type Trouble } from './status.ts';
import { versionFromBytes } from './version-bytes.ts';

const { v1 } = holdfast;

/** A request as the core wants it, or why it is none. */
export type CheckedRequest = Asked | Refused;

export interface Asked {
  readonly type: 'asked';
  readonly key: Key;
  readonly command: Command;
  readonly repeatId: string | null;
}

export interface Refused {
  readonly type: 'refused';
  readonly trouble: Trouble;
}

/** One message of a Pipe. */
export type CheckedPipeRequest = { readonly type: 'commands'; readonly commands: readonly PipedRequest[] } | Refused;

export interface PipedRequest {
  readonly id: number;
  readonly request: CheckedRequest;
}

export interface RequestLimits {
  readonly maxContentBytes: number;
  /** Milliseconds a lock holds if the caller names no lease. */
  readonly lockLease: number;
}

/** A message of a Pipe that holds more is refused before its commands take memory. */
export const MAX_COMMANDS_PER_MESSAGE = 4096;

export const MAX_NAME_BYTES = 512;
const MAX_WAIT = 60_000;
const MAX_LOCK_LEASE = 86_400_000;
const MAX_COOKIE = 0x7fffffff;
const MAX_REQUEST_ID_BYTES = 16;

/** Every request message has these. */
interface Named {
  application?: string | null;
  id?: string | null;
  requestId?: Uint8Array | null;
}

/** How the request message `M` of one command is read. */
interface Reading<M> {
  fromBytes(bytes: Uint8Array, limits: RequestLimits): CheckedRequest;
  fromMessage(message: M, limits: RequestLimits): CheckedRequest;
}

const READINGS = {
  get: reading<holdfast.v1.GetRequest.$Properties>(v1.GetRequest, (message) => ({
    type: 'get',
    wait: wait(message.waitMs),
  })),
  getExclusive: reading<holdfast.v1.GetExclusiveRequest.$Properties>(v1.GetExclusiveRequest, (message, limits) => ({
    type: 'getExclusive',
    wait: wait(message.waitMs),
    lockLease: lockLease(message.lockLeaseMs, limits),
  })),
  set: reading<holdfast.v1.SetRequest.$Properties>(v1.SetRequest, toSet),
  releaseExclusive: reading<holdfast.v1.ReleaseExclusiveRequest.$Properties>(v1.ReleaseExclusiveRequest, (message) => ({
    type: 'releaseExclusive',
    cookie: cookie(message.cookie ?? 0),
  })),
  renewExclusive: reading<holdfast.v1.RenewExclusiveRequest.$Properties>(
    v1.RenewExclusiveRequest,
    (message, limits) => ({
      type: 'renewExclusive',
      cookie: cookie(message.cookie ?? 0),
      lockLease: lockLease(message.lockLeaseMs, limits),
    }),
  ),
  remove: reading<holdfast.v1.RemoveRequest.$Properties>(v1.RemoveRequest, (message) => ({
    type: 'remove',
    cookie: optionalCookie(message.cookie),
  })),
  resetTimeout: reading<holdfast.v1.ResetTimeoutRequest.$Properties>(v1.ResetTimeoutRequest, () => ({
    type: 'resetTimeout',
  })),
  describe: reading<holdfast.v1.DescribeRequest.$Properties>(v1.DescribeRequest, () => ({ type: 'describe' })),
};

/**
 * Reads the request message of the command `type`. Never throws on what a client sent. Content stays a view of `bytes`:
 * the core copies it when it stores it.
 */
export function decodeRequest(type: CommandType, bytes: Uint8Array, limits: RequestLimits): CheckedRequest {
  return READINGS[type].fromBytes(bytes, limits);
}

/** As `decodeRequest`, for a message of a Pipe. A bad command in it is refused by itself. */
export function decodePipeRequest(bytes: Uint8Array, limits: RequestLimits): CheckedPipeRequest {
  const message = attempt(() => {
    refuseIf(countFields(bytes) > MAX_COMMANDS_PER_MESSAGE, 'commands', `at most ${MAX_COMMANDS_PER_MESSAGE}`);
    return decoded(v1.PipeRequest, bytes);
  });
  if (isRefused(message)) return message;
  const commands: PipedRequest[] = [];
  for (const command of message.commands) {
    commands.push({ id: command.id ?? 0, request: readPiped(command, limits) });
  }
  return { type: 'commands', commands };
}

function readPiped(message: holdfast.v1.PipeCommand.$Properties, limits: RequestLimits): CheckedRequest {
  if (message.get) return READINGS.get.fromMessage(message.get, limits);
  if (message.getExclusive) return READINGS.getExclusive.fromMessage(message.getExclusive, limits);
  if (message.set) return READINGS.set.fromMessage(message.set, limits);
  if (message.releaseExclusive) return READINGS.releaseExclusive.fromMessage(message.releaseExclusive, limits);
  if (message.renewExclusive) return READINGS.renewExclusive.fromMessage(message.renewExclusive, limits);
  if (message.remove) return READINGS.remove.fromMessage(message.remove, limits);
  if (message.resetTimeout) return READINGS.resetTimeout.fromMessage(message.resetTimeout, limits);
  if (message.describe) return READINGS.describe.fromMessage(message.describe, limits);
  return { type: 'refused', trouble: invalidField('command', 'set to one of the commands') };
}

function reading<M extends Named>(
  wire: { decode(bytes: Uint8Array): M },
  toCommand: (message: M, limits: RequestLimits) => Command,
): Reading<M> {
  const read = (message: M, limits: RequestLimits): Asked => {
    const key = makeKey(identity(message));
    return { type: 'asked', key, command: toCommand(message, limits), repeatId: repeatId(message.requestId) };
  };
  return {
    fromBytes: (bytes, limits) => attempt(() => read(decoded(wire, bytes), limits)),
    fromMessage: (message, limits) => attempt(() => read(message, limits)),
  };
}

function toSet(message: holdfast.v1.SetRequest.$Properties, limits: RequestLimits): Command {
  const content = message.content ?? NOTHING;
  const { maxContentBytes } = limits;
  refuseIf(content.length < 1 || content.length > maxContentBytes, 'content', `1 to ${maxContentBytes} bytes`);
  const timeoutMinutes = message.timeoutMinutes ?? DEFAULT_TIMEOUT_MINUTES;
  refuseIf(timeoutMinutes > MAX_TIMEOUT_MINUTES, 'timeout_minutes', `0 to ${MAX_TIMEOUT_MINUTES}`);
  const onlyIfAbsent = message.onlyIfAbsent ?? false;
  const onlyIfVersion = version(message.onlyIfVersion);
  refuseIf(onlyIfAbsent && onlyIfVersion !== null, 'only_if_version', 'absent when only_if_absent is true');
  return {
    type: 'set',
    cookie: optionalCookie(message.cookie),
    content,
    timeoutMinutes,
    flags: message.uninitialized ? UNINITIALIZED : 0,
    onlyIfAbsent,
    onlyIfVersion,
  };
}

const NOTHING = new Uint8Array(0);

function identity(message: Named): Uint8Array {
  const application = message.application ?? '';
  const id = message.id ?? '';
  const allowed = `1 to ${MAX_NAME_BYTES} bytes of UTF-8`;
  refuseIf(application === '' || Buffer.byteLength(application) > MAX_NAME_BYTES, 'application', allowed);
  refuseIf(id === '' || Buffer.byteLength(id) > MAX_NAME_BYTES, 'id', allowed);
  refuseIf(id.includes('/'), 'id', 'without a slash');
  return Buffer.from(`${application}/${id}`, 'utf8');
}

/** A byte each becomes a character each: the core compares names, it does not read them. */
function repeatId(requestId: Uint8Array | null | undefined): string | null {
  if (requestId === null || requestId === undefined) return null;
  const { length } = requestId;
  refuseIf(length < 1 || length > MAX_REQUEST_ID_BYTES, 'request_id', `1 to ${MAX_REQUEST_ID_BYTES} bytes`);
  return String.fromCharCode(...requestId);
}

function wait(waitMs: number | null | undefined): number {
  return Math.min(waitMs ?? 0, MAX_WAIT);
}

function lockLease(lockLeaseMs: number | null | undefined, limits: RequestLimits): number {
  if (lockLeaseMs === null || lockLeaseMs === undefined) return limits.lockLease;
  refuseIf(lockLeaseMs < 1 || lockLeaseMs > MAX_LOCK_LEASE, 'lock_lease_ms', `1 to ${MAX_LOCK_LEASE}`);
  return lockLeaseMs;
}

function cookie(value: number): Cookie {
  refuseIf(value < 1 || value > MAX_COOKIE, 'cookie', `1 to ${MAX_COOKIE}`);
  return value;
}

function optionalCookie(value: number | null | undefined): Cookie {
  return value === null || value === undefined ? NO_COOKIE : cookie(value);
}

function version(bytes: Uint8Array | null | undefined): Version | null {
  return bytes === null || bytes === undefined ? null : versionFromBytes(bytes);
}

/** Stays within this file: `attempt` turns it into a value. */
class Refusal extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.message);
    this.trouble = trouble;
  }
}

function refuseIf(refused: boolean, field: string, allowed: string): void {
  if (refused) throw new Refusal(invalidField(field, allowed));
}

function attempt<T>(read: () => T): T | Refused {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return { type: 'refused', trouble: error.trouble };
    throw error;
  }
}

function isRefused<T extends object>(value: T | Refused): value is Refused {
  return 'type' in value && value.type === 'refused';
}

/** Only the library's own reading may fail on what a client sent; it has several classes of error for it. */
function decoded<M>(wire: { decode(bytes: Uint8Array): M }, bytes: Uint8Array): M {
  try {
    return wire.decode(bytes);
  } catch {
    throw new Refusal(MALFORMED_REQUEST);
  }
}

/** How many fields a message has on its outermost level, without reading them. */
function countFields(bytes: Uint8Array): number {
  try {
    const reader = $protobuf.Reader.create(bytes);
    let count = 0;
    while (reader.pos < reader.len) {
      reader.skipType(reader.uint32() & 7);
      count++;
    }
    return count;
  } catch {
    throw new Refusal(MALFORMED_REQUEST);
  }
}
