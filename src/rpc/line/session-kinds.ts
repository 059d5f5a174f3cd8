import type {
  Command,
  Conflict,
  Described,
  DescribedLock,
  Door,
  Found,
  Locked,
  Outcome,
  SetSession,
  Source,
  SourceIndex,
  Stale,
  Stored,
  Unavailable,
  UnavailableReason,
  Version,
} from '../../member/door.ts';
import { bytes, type Field, maybe, must, real, signed, text, whole, yesNo } from './wire-fields.ts';
import { KEPT_BYTES, type Kind, word } from './wire-kinds.ts';
import { oneOf, record, variant } from './wire-messages.ts';

// Commands and outcomes, as proto/holdfast/peer/v1/command.proto and outcome.proto have them.

/** The member's table of sources, whose indexes mean nothing elsewhere. */
export interface LineSources {
  describe(index: SourceIndex): Source | null;
  indexFor(source: Source | null): SourceIndex;
}

const DOOR = word<Door>({ gateway: 1, grpc: 2 });

export const SOURCE = record<Source>({ door: must(1, DOOR), address: text(2) });

const VERSION = record<Version>({ memory: signed(1), sequence: signed(2) });

export const COMMAND: Kind<Command> = oneOf<Command>({
  get: [1, variant('get', { wait: real(1) })],
  getExclusive: [2, variant('getExclusive', { wait: real(1), lockLease: real(2) })],
  set: [
    3,
    variant<SetSession>('set', {
      cookie: signed(1),
      // It may have to wait for its primary to be allowed to decide.
      content: bytes(2, KEPT_BYTES),
      timeoutMinutes: whole(3),
      flags: signed(4),
      onlyIfAbsent: yesNo(5),
      onlyIfVersion: maybe(6, VERSION),
    }),
  ],
  releaseExclusive: [4, variant('releaseExclusive', { cookie: signed(1) })],
  renewExclusive: [5, variant('renewExclusive', { cookie: signed(1), lockLease: real(2) })],
  remove: [6, variant('remove', { cookie: signed(1) })],
  resetTimeout: [7, variant('resetTimeout', {})],
  describe: [8, variant('describe', {})],
});

const REASON = word<UnavailableReason>({
  stopping: 1,
  'replaced-by-second-try': 2,
  'too-many-remembered': 3,
  'no-primary': 4,
  'too-many-held': 5,
  'given-up': 6,
});

export function outcomeKind(sources: LineSources): Kind<Outcome> {
  const holder = indexed(sources);
  const lock = record<DescribedLock>({ age: real(1), leaseLeft: real(2), holder, request: whole(4) });
  return oneOf<Outcome>({
    found: [
      1,
      variant<Found>('found', {
        content: bytes(1),
        timeoutMinutes: whole(2),
        flagTaken: yesNo(3),
        cookie: signed(4),
        lockLease: real(5),
        again: yesNo(6),
        versionMemory: whole(7),
        versionSequence: whole(8),
      }),
    ],
    locked: [2, variant<Locked>('locked', { cookie: signed(1), age: real(2), flagTaken: yesNo(3) })],
    missing: [3, variant('missing', {})],
    stored: [4, variant<Stored>('stored', { created: yesNo(1), versionMemory: whole(2), versionSequence: whole(3) })],
    stale: [5, variant<Stale>('stale', { newest: signed(1), locked: yesNo(2), age: real(3) })],
    conflict: [6, variant<Conflict>('conflict', { version: maybe(1, VERSION) })],
    full: [7, variant('full', {})],
    released: [8, variant('released', { flagTaken: yesNo(1) })],
    renewed: [9, variant('renewed', { lockLease: real(1) })],
    removed: [10, variant('removed', {})],
    described: [
      11,
      variant<Described>('described', {
        contentBytes: whole(1),
        timeoutMinutes: whole(2),
        timeLeft: real(3),
        uninitialized: yesNo(4),
        versionMemory: whole(5),
        versionSequence: whole(6),
        lock: maybe(7, lock),
        waiters: whole(8),
      }),
    ],
    invalid: [12, variant('invalid', { flagTaken: yesNo(1) })],
    moved: [13, variant('moved', {})],
    unavailable: [14, variant<Unavailable>('unavailable', { reason: must(1, REASON) })],
    unknown: [15, variant('unknown', {})],
  });
}

/** Of a source that found no place. */
const ELSEWHERE: SourceIndex = 0;

/** An index of ours travels as the source it stands for, and becomes one of theirs. */
function indexed(sources: LineSources): Field<SourceIndex> {
  const tag = 3 * 8 + SOURCE.wire;
  return {
    form: 'own',
    tag,
    absent: ELSEWHERE,
    write: (index, writer) => {
      const source = sources.describe(index);
      if (source !== null) SOURCE.write(source, writer.uint32(tag));
    },
    read: (reader) => sources.indexFor(SOURCE.read(reader)),
  };
}
