import { Metadata, type StatusObject } from '@grpc/grpc-js';
import type $protobuf from 'protobufjs/minimal.js';
import { assert, unreachable } from '../base/assert.ts';
import { NEVER } from '../base/instant.ts';
import type {
  Clock,
  CommandType,
  Described,
  DescribedLock,
  Door,
  Locked,
  Outcome,
  OutcomeType,
  Source,
  SourceIndex,
  Stale,
} from '../member/door.ts';
import type { AnswerGatherer, Grant } from './answer-gatherer.ts';
import { google, holdfast } from './generated/holdfast.js';
import { type HotOutcome, isHot, responseBytes, writeResponse } from './hot-outcomes.ts';
import { type Trouble, type TroubleOutcome, troubleOf } from './status.ts';
import { versionToBytes } from './version-bytes.ts';

const { v1 } = holdfast;

/** Tells who a source is, for Describe; null if that is not known any more. */
export interface Sources {
  describe(index: SourceIndex): Source | null;
}

/** An encoded message, or the trouble there is instead of one. */
export type Encoded =
  | { readonly type: 'message'; readonly bytes: Buffer }
  | { readonly type: 'trouble'; readonly trouble: Trouble };

/** The other cases of all the responses together. A response's case bears the name of its outcome. */
interface Cases {
  locked?: holdfast.v1.Locked.$Properties;
  missing?: holdfast.v1.Missing.$Properties;
  stale?: holdfast.v1.Stale.$Properties;
  conflict?: holdfast.v1.Conflict.$Properties;
  full?: holdfast.v1.Full.$Properties;
  released?: holdfast.v1.Released.$Properties;
  renewed?: holdfast.v1.Renewed.$Properties;
  removed?: holdfast.v1.Removed.$Properties;
  described?: holdfast.v1.Described.$Properties;
}

type Rendered =
  | { readonly type: 'cases'; readonly cases: Cases }
  | { readonly type: 'trouble'; readonly trouble: Trouble };

interface Response {
  encode(message: Cases): $protobuf.Writer;
}

const RESPONSES: Readonly<Record<CommandType, Response>> = {
  get: v1.GetResponse,
  getExclusive: v1.GetExclusiveResponse,
  set: v1.SetResponse,
  releaseExclusive: v1.ReleaseExclusiveResponse,
  renewExclusive: v1.RenewExclusiveResponse,
  remove: v1.RemoveResponse,
  resetTimeout: v1.ResetTimeoutResponse,
  describe: v1.DescribeResponse,
};

/** Which outcomes each response has a case for. The core gives a command no others, except those that are trouble. */
export const EXPECTED: Readonly<Record<CommandType, readonly OutcomeType[]>> = {
  get: ['found', 'locked', 'missing'],
  getExclusive: ['found', 'locked', 'missing'],
  set: ['stored', 'locked', 'stale', 'conflict', 'full'],
  releaseExclusive: ['released', 'locked', 'missing'],
  renewExclusive: ['renewed', 'stale', 'missing'],
  remove: ['removed', 'locked', 'stale', 'missing'],
  resetTimeout: ['renewed', 'missing'],
  describe: ['described', 'missing'],
};

/** Outcomes in the core's words → the messages of the .proto files. */
export class ResponseCodec {
  private readonly clock: Clock;
  private readonly sources: Sources;

  constructor(clock: Clock, sources: Sources) {
    this.clock = clock;
    this.sources = sources;
  }

  /** The response to a call of its own. Copies what it needs of the outcome before it returns. */
  encode(type: CommandType, outcome: Outcome): Encoded {
    if (isHot(outcome)) {
      assertHasCase(type, outcome);
      const bytes = Buffer.allocUnsafe(responseBytes(outcome));
      writeResponse(outcome, bytes, 0);
      return { type: 'message', bytes };
    }
    const rendered = this.render(type, outcome);
    if (rendered.type === 'trouble') return rendered;
    return { type: 'message', bytes: finish(RESPONSES[type].encode(rendered.cases)) };
  }

  /**
   * Adds an answer to those of a Pipe that leave together, and tells how many octets it has. Copies what it needs of the
   * outcome before it returns.
   */
  addAnswer(answers: AnswerGatherer, id: number, type: CommandType, outcome: Outcome, grant: Grant | null): number {
    if (isHot(outcome)) {
      assertHasCase(type, outcome);
      return answers.addHot(id, type, outcome, grant);
    }
    const rendered = this.render(type, outcome);
    if (rendered.type === 'trouble') return answers.add(encodeTroubleAnswer(id, rendered.trouble));
    // The cases of PipeAnswer bear the names of the commands.
    return answers.add(finish(v1.PipeAnswer.encode({ id, [type]: rendered.cases })));
  }

  /** The table of all other outcomes. */
  private render(type: CommandType, outcome: Exclude<Outcome, HotOutcome>): Rendered {
    switch (outcome.type) {
      case 'invalid':
      case 'moved':
      case 'unavailable':
      case 'unknown':
        return { type: 'trouble', trouble: troubleOf(outcome) };
      default:
        assertHasCase(type, outcome);
        return { type: 'cases', cases: this.cases(outcome) };
    }
  }

  private cases(outcome: Exclude<Outcome, HotOutcome | TroubleOutcome>): Cases {
    switch (outcome.type) {
      case 'locked':
        return { locked: this.locked(outcome) };
      case 'missing':
        return { missing: {} };
      case 'stale':
        return { stale: this.stale(outcome) };
      case 'conflict': {
        const { version } = outcome;
        return { conflict: version === null ? {} : { version: versionToBytes(version.memory, version.sequence) } };
      }
      case 'full':
        return { full: {} };
      case 'released':
        return { released: { uninitialized: outcome.flagTaken } };
      case 'renewed':
        return { renewed: outcome.lockLease === 0 ? {} : { leaseMs: whole(outcome.lockLease) } };
      case 'removed':
        return { removed: {} };
      case 'described':
        return { described: this.described(outcome) };
      default:
        return unreachable(outcome);
    }
  }

  private locked(outcome: Locked): holdfast.v1.Locked.$Properties {
    const { cookie, age, flagTaken } = outcome;
    return { cookie, ageMs: whole(age), since: this.since(age), uninitialized: flagTaken };
  }

  private stale(outcome: Stale): holdfast.v1.Stale.$Properties {
    const { newest, locked, age } = outcome;
    if (!locked) return { newestCookie: newest, locked };
    return { newestCookie: newest, locked, ageMs: whole(age), since: this.since(age) };
  }

  private described(outcome: Described): holdfast.v1.Described.$Properties {
    return {
      contentBytes: outcome.contentBytes,
      timeoutMinutes: outcome.timeoutMinutes,
      timeLeftMs: outcome.timeLeft === NEVER ? null : whole(outcome.timeLeft),
      uninitialized: outcome.uninitialized,
      version: versionToBytes(outcome.versionMemory, outcome.versionSequence),
      ...(outcome.lock === null ? {} : { lock: this.describedLock(outcome.lock) }),
      waiters: outcome.waiters,
    };
  }

  private describedLock(lock: DescribedLock): holdfast.v1.DescribedLock.$Properties {
    const holder = this.sources.describe(lock.holder);
    return {
      ageMs: whole(lock.age),
      since: this.since(lock.age),
      leaseLeftMs: whole(lock.leaseLeft),
      holderDoor: holder === null ? v1.Door.DOOR_UNSPECIFIED : DOORS[holder.door],
      holderAddress: holder === null ? '' : holder.address,
      requestNumber: lock.request,
    };
  }

  private since(age: number): google.protobuf.Timestamp.$Properties {
    const at = Math.floor(this.clock.wallTime() - age);
    const seconds = Math.floor(at / 1000);
    return { seconds, nanos: (at - seconds * 1000) * 1_000_000 };
  }
}

const DOORS: Readonly<Record<Door, holdfast.v1.Door>> = { gateway: v1.Door.DOOR_GATEWAY, grpc: v1.Door.DOOR_GRPC };

/** An answer of a Pipe that is an error. */
export function encodeTroubleAnswer(id: number, trouble: Trouble): Buffer {
  return finish(v1.PipeAnswer.encode({ id, error: statusMessage(trouble) }));
}

/** What ends a call in trouble: the status, and its detail for programs in the trailer libraries look at. */
export function grpcStatus(trouble: Trouble): StatusObject {
  const metadata = new Metadata();
  metadata.set('grpc-status-details-bin', finish(google.rpc.Status.encode(statusMessage(trouble))));
  return { code: trouble.code, details: trouble.message, metadata };
}

function statusMessage(trouble: Trouble): google.rpc.Status.$Properties {
  const { code, message, reason, metadata } = trouble;
  const info = google.rpc.ErrorInfo.encode({ reason, domain: 'holdfast', metadata: { ...metadata } });
  return { code, message, details: [{ type_url: ERROR_INFO_TYPE, value: finish(info) }] };
}

export const ERROR_INFO_TYPE = 'type.googleapis.com/google.rpc.ErrorInfo';

function whole(length: number): number {
  return Math.max(0, Math.floor(length));
}

export function finish(writer: $protobuf.Writer): Buffer {
  const bytes = writer.finish();
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function assertHasCase(type: CommandType, outcome: Outcome): void {
  assert(EXPECTED[type].includes(outcome.type), `${type} has no case for ${outcome.type}`);
}
