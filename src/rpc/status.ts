import { status } from '@grpc/grpc-js';
import { unreachable } from '../base/assert.ts';
import type { Invalid, Moved, Unavailable, Unknown } from '../member/door.ts';

/** Something went wrong that a correct client need not expect: it becomes a gRPC status, never a response. */
export interface Trouble {
  readonly code: number;
  /** For people. */
  readonly message: string;
  /** For programs: a constant that `session_service.proto` lists. */
  readonly reason: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export type TroubleOutcome = Invalid | Moved | Unavailable | Unknown;

export const STOPPING = trouble(status.UNAVAILABLE, 'STOPPING', 'the server is stopping; nothing happened');

export const TOO_MANY_COMMANDS = trouble(
  status.RESOURCE_EXHAUSTED,
  'TOO_MANY_COMMANDS',
  'too many commands are in work; nothing happened',
);

export const TOO_MANY_STREAMS = trouble(
  status.RESOURCE_EXHAUSTED,
  'TOO_MANY_STREAMS',
  'too many streams are open; nothing happened',
);

export const TOO_MANY_BYTES = trouble(
  status.RESOURCE_EXHAUSTED,
  'TOO_MANY_BYTES',
  'too many bytes of answers wait for their clients to take them; nothing happened',
);

/** Health is asked for a name it does not know. */
export const SERVICE_UNKNOWN = trouble(status.NOT_FOUND, 'SERVICE_UNKNOWN', 'there is no service of that name');

export const SIDE_REQUEST_TOO_LARGE = trouble(status.INVALID_ARGUMENT, 'MALFORMED_REQUEST', 'the request is too large');

export const MALFORMED_REQUEST = trouble(
  status.INVALID_ARGUMENT,
  'MALFORMED_REQUEST',
  'the request is not a message of the declared type, or a text in it is not UTF-8',
);

export const TOKEN_MISSING = trouble(
  status.UNAUTHENTICATED,
  'TOKEN_MISSING',
  'the call needs the header authorization: Bearer <token>',
);

export const TOKEN_UNKNOWN = trouble(status.UNAUTHENTICATED, 'TOKEN_UNKNOWN', 'the token is not one of those accepted');

const MOVED = trouble(status.UNAVAILABLE, 'MOVED', 'the session is served elsewhere now; nothing happened');

const NO_PRIMARY = trouble(
  status.UNAVAILABLE,
  'NO_PRIMARY',
  'nobody was allowed to decide for the session in the time there was; nothing happened',
);

const TOO_MANY_HELD = trouble(
  status.RESOURCE_EXHAUSTED,
  'TOO_MANY_HELD',
  'too many commands wait for their primaries; nothing happened',
);

const GIVEN_UP = trouble(status.UNAVAILABLE, 'GIVEN_UP', 'the command had been given up; nothing happened');

const REPLACED = trouble(
  status.UNAVAILABLE,
  'REPLACED_BY_SECOND_TRY',
  'a repeat of this request took its place in line; nothing happened under this one',
);

const TOO_MANY_REMEMBERED = trouble(
  status.RESOURCE_EXHAUSTED,
  'TOO_MANY_REMEMBERED',
  'the memory for request ids is full; nothing happened',
);

export const OUTCOME_UNKNOWN = trouble(
  status.UNKNOWN,
  'OUTCOME_UNKNOWN',
  'it may have happened; repeat with the same request_id to learn the outcome',
);

/** `field`: its name in the .proto files. `allowed` completes the sentence "must be …". */
export function invalidField(field: string, allowed: string): Trouble {
  return {
    code: status.INVALID_ARGUMENT,
    message: `${field} must be ${allowed}`,
    reason: 'INVALID_FIELD',
    metadata: { field, allowed },
  };
}

/** The table of the outcomes that are errors over gRPC. */
export function troubleOf(outcome: TroubleOutcome): Trouble {
  switch (outcome.type) {
    case 'moved':
      return MOVED;
    case 'unknown':
      return OUTCOME_UNKNOWN;
    // The codec lets no bad cookie through; the core may still call one bad.
    case 'invalid':
      return invalidField('cookie', 'a cookie as the server gave it');
    case 'unavailable':
      switch (outcome.reason) {
        case 'stopping':
          return STOPPING;
        case 'replaced-by-second-try':
          return REPLACED;
        case 'too-many-remembered':
          return TOO_MANY_REMEMBERED;
        case 'no-primary':
          return NO_PRIMARY;
        case 'too-many-held':
          return TOO_MANY_HELD;
        case 'given-up':
          return GIVEN_UP;
        default:
          return unreachable(outcome.reason);
      }
    default:
      return unreachable(outcome);
  }
}

function trouble(code: number, reason: string, message: string): Trouble {
  return { code, message, reason, metadata: {} };
}
