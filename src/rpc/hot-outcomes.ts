import { assert } from '../base/assert.ts';
import type { CommandType, Found, Outcome, Stored } from '../member/door.ts';
import { VERSION_BYTES, writeVersion } from './version-bytes.ts';
import { varintBytes, writeVarint } from './wire.ts';

/** The outcomes nearly all answers have. Those are written by hand, each once and at its place; all others by the library. */
export type HotOutcome = Found | Stored;

export function isHot(outcome: Outcome): outcome is HotOutcome {
  return outcome.type === 'found' || outcome.type === 'stored';
}

/** Tags of length-delimited fields. `found` and `stored` are field 1 of their responses, as `answers` is of PipeResponse. */
const FIRST_FIELD = 0x0a;
const FOUND = { content: 0x0a, timeoutMinutes: 0x10, uninitialized: 0x18, version: 0x22, cookie: 0x28, leaseMs: 0x30 };
const STORED = { created: 0x08, version: 0x12 };
const PIPE_ANSWER = { id: 0x08, get: 0x12, getExclusive: 0x1a, set: 0x22 };

/** Octets of GetResponse, GetExclusiveResponse or SetResponse. */
export function responseBytes(outcome: HotOutcome): number {
  return fieldBytes(outcomeBytes(outcome));
}

/** Writes that response; gives back where it ends. */
export function writeResponse(outcome: HotOutcome, into: Buffer, at: number): number {
  into[at] = FIRST_FIELD;
  const start = writeVarint(outcomeBytes(outcome), into, at + 1);
  return outcome.type === 'found' ? writeFound(outcome, into, start) : writeStored(outcome, into, start);
}

/** Octets of one of PipeResponse's `answers`, with its tag. */
export function pipedBytes(id: number, outcome: HotOutcome): number {
  return fieldBytes(answerBytes(id, responseBytes(outcome)));
}

/** Writes that answer; gives back where it ends. */
export function writePiped(id: number, type: CommandType, outcome: HotOutcome, into: Buffer, start: number): number {
  const response = responseBytes(outcome);
  let at = start;
  into[at++] = FIRST_FIELD;
  at = writeVarint(answerBytes(id, response), into, at);
  into[at++] = PIPE_ANSWER.id;
  at = writeVarint(id, into, at);
  assert(type === 'get' || type === 'getExclusive' || type === 'set', 'commands of other types have other outcomes');
  into[at++] = PIPE_ANSWER[type];
  at = writeVarint(response, into, at);
  return writeResponse(outcome, into, at);
}

function fieldBytes(length: number): number {
  return 1 + varintBytes(length) + length;
}

function answerBytes(id: number, response: number): number {
  return 1 + varintBytes(id) + fieldBytes(response);
}

function outcomeBytes(outcome: HotOutcome): number {
  if (outcome.type === 'stored') return (outcome.created ? 2 : 0) + fieldBytes(VERSION_BYTES);
  const { content, timeoutMinutes, flagTaken, cookie, lockLease } = outcome;
  const timeout = timeoutMinutes === 0 ? 0 : 1 + varintBytes(timeoutMinutes);
  const always = fieldBytes(content.length) + timeout + (flagTaken ? 2 : 0);
  const locked = cookie === 0 ? 0 : 2 + varintBytes(cookie) + varintBytes(whole(lockLease));
  return always + fieldBytes(VERSION_BYTES) + locked;
}

function writeFound(outcome: Found, into: Buffer, start: number): number {
  const { content, timeoutMinutes, flagTaken, cookie, lockLease } = outcome;
  let at = start;
  into[at++] = FOUND.content;
  at = writeVarint(content.length, into, at);
  into.set(content, at);
  at += content.length;
  if (timeoutMinutes !== 0) {
    into[at++] = FOUND.timeoutMinutes;
    at = writeVarint(timeoutMinutes, into, at);
  }
  if (flagTaken) {
    into[at++] = FOUND.uninitialized;
    into[at++] = 1;
  }
  into[at++] = FOUND.version;
  at = writeVersionField(outcome, into, at);
  if (cookie === 0) return at;
  into[at++] = FOUND.cookie;
  at = writeVarint(cookie, into, at);
  into[at++] = FOUND.leaseMs;
  return writeVarint(whole(lockLease), into, at);
}

function writeStored(outcome: Stored, into: Buffer, start: number): number {
  let at = start;
  if (outcome.created) {
    into[at++] = STORED.created;
    into[at++] = 1;
  }
  into[at++] = STORED.version;
  return writeVersionField(outcome, into, at);
}

function writeVersionField(outcome: HotOutcome, into: Buffer, at: number): number {
  into[at] = VERSION_BYTES;
  writeVersion(outcome.versionMemory, outcome.versionSequence, into, at + 1);
  return at + 1 + VERSION_BYTES;
}

function whole(length: number): number {
  return Math.max(0, Math.floor(length));
}
