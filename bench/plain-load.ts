import type { Address } from '../test/process/address.ts';
import type { LoadPlan } from './load-plan.ts';

export const SESSIONS = 1_000;
export const CONNECTIONS = 64;
export const CONTENT_BYTES = 1_024;
/** The first rounds compile the hot path; a second before each round lets it settle. */
export const FIRST_WARM_UP_MS = 3_000;
export const WARM_UP_MS = 1_000;

/** What a few applications ask of the gateway, one request after the other on each connection. */
export function plainLoad(mix: LoadPlan['mix'], targets: readonly Address[]): LoadPlan {
  return {
    targets,
    mix,
    connections: CONNECTIONS,
    sessions: SESSIONS,
    contentBytes: CONTENT_BYTES,
    timeoutMinutes: 20,
    depth: 1,
  };
}
