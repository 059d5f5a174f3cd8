/**
 * Names the content of a session: equal versions, equal content. Opaque to clients.
 * `memory` is drawn at random when a partition's memory is new, so numbers of a lost life never fit the next one;
 * `sequence` is that of the last Set. Locks and renewals do not move it.
 */
export interface Version {
  /** Unsigned 48 bits. */
  readonly memory: number;
  readonly sequence: number;
}
