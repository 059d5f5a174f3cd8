import type { Key } from '../base/key.ts';
import type { Command } from '../session/command.ts';
import type { SourceIndex } from '../session/source.ts';

/**
 * The reference under which a door finds whoever waits for an answer, unique among the requests a member has open.
 * A number, so that the core holds no socket, closure or promise.
 */
export type Asker = number;

/** Nobody waits: the answer is dropped. */
export const NOBODY: Asker = 0;

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
}
