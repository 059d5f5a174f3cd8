import type { Instant } from '../base/instant.ts';
import type { Key } from '../base/key.ts';
import type { Command } from '../session/command.ts';
import type { SourceIndex } from '../session/source.ts';

/**
 * The reference under which a door finds whoever waits for an answer. A number, so that the core holds no socket,
 * closure or promise. Each request has its own, never used again: the core may bring a request to its end long after
 * its asker was told that nobody knows, and was told something else since.
 */
export type Asker = number;

/** Nobody waits: the answer is dropped. */
export const NOBODY: Asker = 0;

/** What is known of a request that is not a client's first and only try at the member that decides it. */
export interface Origin {
  /** The member that answers the client, in its incarnation; under this and `Request.number` further tries are known. */
  readonly entry: string;
  /** Since when its client waits, and until when a try may be decided. */
  readonly since: Instant;
  readonly until: Instant;
  /** The client has gone: whatever an earlier try was granted is given back. */
  readonly givenUp: boolean;
  /** It gives back a grant that did not reach its client. */
  readonly undelivered: boolean;
}

/** A client's command, whole and checked by its door. Answered exactly once. */
export interface Request {
  readonly type: 'request';
  readonly asker: Asker;
  /** Numbers the requests of this process, for logs and Describe. */
  readonly number: number;
  readonly source: SourceIndex;
  readonly key: Key;
  readonly command: Command;
  /** The client's own name for this request, if it gave one: a repeat under the same name gets the first outcome. */
  readonly repeatId: string | null;
  readonly origin?: Origin;
}
