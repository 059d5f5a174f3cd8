import type {
  Abandon,
  Answer,
  Astray,
  Cancelled,
  CatchUp,
  CaughtUp,
  ChangeName,
  Forward,
  Goodbye,
  HandedWaiter,
  HandOver,
  Heartbeat,
  HeartbeatSeen,
  LoggedChange,
  OpenNumbers,
  PeerMessage,
  Renewal,
  Replicate,
  Replicated,
  RequestName,
  RequestRecord,
  SessionFields,
  SessionState,
  TablePassed,
} from '../../member/door.ts';
import { COMMAND, type LineSources, outcomeKind, SOURCE } from './session-kinds.ts';
import { bits, bytes, list, maybe, must, real, signed, text, whole, wholes, yesNo } from './wire-fields.ts';
import { KEY, type Kind, TEXT } from './wire-kinds.ts';
import { oneOf, record, variant } from './wire-messages.ts';

// Messages between members, as proto/holdfast/peer/v1/message.proto and replication.proto have them.

const CHANGE_NAME = record<ChangeName>({ reign: whole(1), sequence: whole(2) });

const REQUEST_NAME = record<RequestName>({ entry: text(1), number: whole(2) });

const OPEN_NUMBERS = record<OpenNumbers>({ entry: text(1), upTo: whole(2), open: wholes(3) });

const SESSION_FIELDS = record<SessionFields>({
  content: bytes(1),
  timeoutMinutes: whole(2),
  timeLeft: real(3),
  extended: yesNo(4),
  flags: signed(5),
  cookie: signed(6),
  locked: yesNo(7),
  toldAgain: yesNo(8),
  lockAge: real(9),
  lockLease: real(10),
  lockLeft: real(11),
  holder: maybe(12, SOURCE),
  holderRequest: whole(13),
  version: whole(14),
  sequence: whole(15),
});

const SESSION_STATE = record<SessionState>({ key: must(1, KEY), fields: maybe(2, SESSION_FIELDS) });

const RENEWAL = record<Renewal>({
  key: must(1, KEY),
  sequence: whole(2),
  timeLeft: real(3),
  lag: real(4),
  extended: yesNo(5),
});

const RENEWALS = record<{ readonly renewals: readonly Renewal[] }>({ renewals: list(1, RENEWAL) });

/** No renewals are told apart from an empty list of them. */
const RENEWAL_LIST: Kind<readonly Renewal[]> = {
  wire: RENEWALS.wire,
  write: (renewals, writer) => RENEWALS.write({ renewals }, writer),
  read: (reader) => RENEWALS.read(reader).renewals,
};

const HANDED_WAITER = record<HandedWaiter>({
  name: must(1, REQUEST_NAME),
  attempt: whole(2),
  key: must(3, KEY),
  command: must(4, COMMAND),
  source: maybe(5, SOURCE),
  repeatId: maybe(6, TEXT),
  waited: real(7),
  waitLeft: real(8),
});

const PARTITION_REIGN = record<Goodbye['partitions'][number]>({ partition: whole(1), reign: whole(2) });

const TAIL_NAME = record<Astray['tail'][number]>({ reign: whole(1), sequence: whole(2), key: maybe(3, KEY) });

const FOLLOWED = { partition: whole(1), reign: whole(2), link: whole(3) };

const FORWARD = variant<Forward>('forward', {
  partition: whole(1),
  reign: whole(2),
  number: whole(3),
  upTo: whole(4),
  open: wholes(5),
  attempt: whole(6),
  key: must(7, KEY),
  command: must(8, COMMAND),
  source: maybe(9, SOURCE),
  repeatId: maybe(10, TEXT),
  waited: real(11),
  patience: real(12),
  givenUp: yesNo(13),
  undelivered: yesNo(14),
});

const BEAT = { cluster: text(1), tableVersion: whole(2), sentAt: real(3) };

/** Every message there is between members. */
export function messageKind(sources: LineSources): Kind<PeerMessage> {
  const outcome = must(3, outcomeKind(sources));
  const requestRecord = record<RequestRecord>({
    name: maybe(1, REQUEST_NAME),
    repeatName: maybe(2, TEXT),
    outcome,
    keepFor: real(4),
  });
  const change = record<LoggedChange>({
    reign: whole(1),
    sequence: whole(2),
    key: maybe(3, KEY),
    record: maybe(4, requestRecord),
  });
  const replicate = variant<Replicate>('replicate', {
    ...FOLLOWED,
    after: must(4, CHANGE_NAME),
    common: must(5, CHANGE_NAME),
    changes: list(6, change),
    states: list(7, SESSION_STATE),
    newestCookie: signed(8),
    versionMemory: whole(9),
    committed: whole(10),
    openNumbers: list(11, OPEN_NUMBERS),
    digest: bits(12),
  });
  const catchUp = variant<CatchUp>('catch-up', {
    ...FOLLOWED,
    epoch: whole(4),
    portion: whole(5),
    changes: list(6, change),
    states: list(7, SESSION_STATE),
    records: list(8, requestRecord),
    last: must(9, CHANGE_NAME),
    newestCookie: signed(10),
    versionMemory: whole(11),
    committed: whole(12),
    openNumbers: list(13, OPEN_NUMBERS),
    done: yesNo(14),
    digest: bits(15),
  });
  const last = must(4, CHANGE_NAME);
  return oneOf<PeerMessage>({
    heartbeat: [1, variant<Heartbeat>('heartbeat', BEAT)],
    'heartbeat-seen': [2, variant<HeartbeatSeen>('heartbeat-seen', BEAT)],
    table: [3, variant<TablePassed>('table', { document: text(1) })],
    forward: [4, FORWARD],
    cancel: [5, variant<Cancelled>('cancel', { partition: whole(1), number: whole(2) })],
    answer: [6, variant<Answer>('answer', { number: whole(1), attempt: whole(2), outcome })],
    replicate: [7, replicate],
    replicated: [8, variant<Replicated>('replicated', { ...FOLLOWED, last, agrees: yesNo(5) })],
    astray: [9, variant<Astray>('astray', { ...FOLLOWED, last, whole: yesNo(5), tail: list(6, TAIL_NAME) })],
    'catch-up': [10, catchUp],
    'caught-up': [11, variant<CaughtUp>('caught-up', { ...FOLLOWED, portion: whole(4) })],
    abandon: [12, variant<Abandon>('abandon', FOLLOWED)],
    'hand-over': [
      13,
      variant<HandOver>('hand-over', {
        partition: whole(1),
        reign: whole(2),
        waiters: list(3, HANDED_WAITER),
        renewals: maybe(4, RENEWAL_LIST),
      }),
    ],
    goodbye: [14, variant<Goodbye>('goodbye', { partitions: list(1, PARTITION_REIGN) })],
  });
}
