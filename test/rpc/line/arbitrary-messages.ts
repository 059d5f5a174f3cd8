import fc from 'fast-check';
import type {
  ChangeName,
  Command,
  LoggedChange,
  OpenNumbers,
  Outcome,
  PeerMessage,
  Renewal,
  RequestName,
  RequestRecord,
  SessionFields,
  SessionState,
  Source,
  UnavailableReason,
  Version,
} from '../../../src/member/door.ts';
import { makeKey } from '../../../src/member/door.ts';
import type { LineSources } from '../../../src/rpc/line/session-kinds.ts';

// Any message that members may send each other. A type, or a property of one, that is missing here does not compile.

/** As many of each as a union has members; the compiler counts them. */
type Each<U extends { readonly type: string }> = { readonly [K in U['type']]: fc.Arbitrary<Extract<U, { type: K }>> };
type Model<T> = { readonly [P in keyof T]-?: fc.Arbitrary<T[P]> };

/** A table of sources in which every index has one. */
export const SOURCES: LineSources = {
  describe: (index) =>
    index === 0 ? null : { door: index % 2 === 0 ? 'grpc' : 'gateway', address: `10.0.0.${index}` },
  indexFor: (source) => (source === null ? 0 : Number(source.address.slice('10.0.0.'.length))),
};

const yesNo = fc.boolean();
const text = fc.string({ unit: 'binary', maxLength: 50 });
const bytes = fc.uint8Array({ maxLength: 300 });
const key = fc.uint8Array({ minLength: 1, maxLength: 100 }).map(makeKey);
const cookie = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.integer({ min: 0, max: 0x7fffffff }));
const flags = fc.integer();
const digest = fc.integer();
/** Where a byte more is needed, and where 32 bits do not suffice. */
const whole = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.constantFrom(2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 48 - 1, Number.MAX_SAFE_INTEGER),
  fc.maxSafeNat(),
);
const span = fc.oneof(
  fc.constantFrom(0, Number.POSITIVE_INFINITY, 0.1, -12.25),
  fc.double({ noNaN: true }).map((value) => (value === 0 ? 0 : value)),
);

function made<T>(model: Model<T>): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

function variant<T extends { readonly type: string }>(type: T['type'], model: Model<Omit<T, 'type'>>): fc.Arbitrary<T> {
  return made<Omit<T, 'type'>>(model).map((value) => ({ type, ...value }) as T);
}

function some<T>(of: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(of, { maxLength: 4 });
}

function orNull<T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(of, { nil: null });
}

const source = made<Source>({ door: fc.constantFrom('gateway', 'grpc'), address: text });
/** 48 bits, or what fits no session. */
const ofVersion = fc.oneof(
  fc.maxSafeNat().map((value) => value % 2 ** 48),
  fc.constantFrom(-1, 0, 2 ** 48 - 1),
);
const version = made<Version>({ memory: ofVersion, sequence: ofVersion });

export const COMMANDS: Each<Command> = {
  get: variant('get', { wait: span }),
  getExclusive: variant('getExclusive', { wait: span, lockLease: span }),
  set: variant('set', {
    cookie,
    content: bytes,
    timeoutMinutes: whole,
    flags,
    onlyIfAbsent: yesNo,
    onlyIfVersion: orNull(version),
  }),
  releaseExclusive: variant('releaseExclusive', { cookie }),
  renewExclusive: variant('renewExclusive', { cookie, lockLease: span }),
  remove: variant('remove', { cookie }),
  resetTimeout: variant('resetTimeout', {}),
  describe: variant('describe', {}),
};

const REASONS: Readonly<Record<UnavailableReason, true>> = {
  stopping: true,
  'replaced-by-second-try': true,
  'too-many-remembered': true,
  'no-primary': true,
  'too-many-held': true,
  'given-up': true,
};
const reason = fc.constantFrom(...(Object.keys(REASONS) as UnavailableReason[]));

export const OUTCOMES: Each<Outcome> = {
  found: variant('found', {
    content: bytes,
    timeoutMinutes: whole,
    flagTaken: yesNo,
    cookie,
    lockLease: span,
    again: yesNo,
    versionMemory: whole,
    versionSequence: whole,
  }),
  locked: variant('locked', { cookie, age: span, flagTaken: yesNo }),
  missing: variant('missing', {}),
  stored: variant('stored', { created: yesNo, versionMemory: whole, versionSequence: whole }),
  stale: variant('stale', { newest: cookie, locked: yesNo, age: span }),
  conflict: variant('conflict', { version: orNull(version) }),
  full: variant('full', {}),
  released: variant('released', { flagTaken: yesNo }),
  renewed: variant('renewed', { lockLease: span }),
  removed: variant('removed', {}),
  described: variant('described', {
    contentBytes: whole,
    timeoutMinutes: whole,
    timeLeft: span,
    uninitialized: yesNo,
    versionMemory: whole,
    versionSequence: whole,
    lock: orNull(made({ age: span, leaseLeft: span, holder: fc.integer({ min: 0, max: 4096 }), request: whole })),
    waiters: whole,
  }),
  invalid: variant('invalid', { flagTaken: yesNo }),
  moved: variant('moved', {}),
  unavailable: variant('unavailable', { reason }),
  unknown: variant('unknown', {}),
};

const command: fc.Arbitrary<Command> = fc.oneof(...Object.values(COMMANDS));
const outcome: fc.Arbitrary<Outcome> = fc.oneof(...Object.values(OUTCOMES));
const changeName = made<ChangeName>({ reign: whole, sequence: whole });
const requestName = made<RequestName>({ entry: text, number: whole });
const repeatName = orNull(text);
const requestRecord = made<RequestRecord>({ name: orNull(requestName), repeatName, outcome, keepFor: span });
const change = made<LoggedChange>({ reign: whole, sequence: whole, key: orNull(key), record: orNull(requestRecord) });
const fields = made<SessionFields>({
  content: bytes,
  timeoutMinutes: whole,
  timeLeft: span,
  extended: yesNo,
  flags,
  cookie,
  locked: yesNo,
  toldAgain: yesNo,
  lockAge: span,
  lockLease: span,
  lockLeft: span,
  holder: orNull(source),
  holderRequest: whole,
  version: whole,
  sequence: whole,
});
const state = made<SessionState>({ key, fields: orNull(fields) });
const renewal = made<Renewal>({ key, sequence: whole, timeLeft: span, lag: span, extended: yesNo });
const openNumbers = some(made<OpenNumbers>({ entry: text, upTo: whole, open: some(whole) }));
const waiter = made({
  name: requestName,
  attempt: whole,
  key,
  command,
  source: orNull(source),
  repeatId: orNull(text),
  waited: span,
  waitLeft: span,
});
const followed = { partition: whole, reign: whole, link: whole };
const beat = { cluster: text, tableVersion: whole, sentAt: span };
const history = {
  changes: some(change),
  states: some(state),
  newestCookie: cookie,
  versionMemory: whole,
  committed: whole,
  openNumbers,
  digest,
};

export const MESSAGES: Each<PeerMessage> = {
  heartbeat: variant('heartbeat', beat),
  'heartbeat-seen': variant('heartbeat-seen', beat),
  table: variant('table', { document: fc.string({ unit: 'binary', maxLength: 500 }) }),
  forward: variant('forward', {
    partition: whole,
    reign: whole,
    number: whole,
    upTo: whole,
    open: some(whole),
    attempt: whole,
    key,
    command,
    source: orNull(source),
    repeatId: orNull(text),
    waited: span,
    patience: span,
    givenUp: yesNo,
    undelivered: yesNo,
  }),
  cancel: variant('cancel', { partition: whole, number: whole }),
  answer: variant('answer', { number: whole, attempt: whole, outcome }),
  replicate: variant('replicate', { ...followed, after: changeName, common: changeName, ...history }),
  replicated: variant('replicated', { ...followed, last: changeName, agrees: yesNo }),
  astray: variant('astray', {
    ...followed,
    last: changeName,
    whole: yesNo,
    tail: some(made({ reign: whole, sequence: whole, key: orNull(key) })),
  }),
  'catch-up': variant('catch-up', {
    ...followed,
    epoch: whole,
    portion: whole,
    ...history,
    records: some(requestRecord),
    last: changeName,
    done: yesNo,
  }),
  'caught-up': variant('caught-up', { ...followed, portion: whole }),
  abandon: variant('abandon', followed),
  'hand-over': variant('hand-over', {
    partition: whole,
    reign: whole,
    waiters: some(waiter),
    renewals: orNull(some(renewal)),
  }),
  goodbye: variant('goodbye', { partitions: some(made({ partition: whole, reign: whole })) }),
};

export const anyMessage: fc.Arbitrary<PeerMessage> = fc.oneof(...Object.values(MESSAGES));
