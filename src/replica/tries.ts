import { type Duration, type Instant, NEVER } from '../base/instant.ts';
import type { Command } from '../session/command.ts';
import { NOBODY, type Request } from './request.ts';

/** How long the request would wait for a lock. */
export function waitOf(command: Command): Duration {
  return command.type === 'get' || command.type === 'getExclusive' ? command.wait : 0;
}

/** Until when a request may wait: as long as it would, counted at its entry. */
export function untilOf({ command, origin }: Request, at: Instant): Instant {
  return Math.min((origin?.since ?? at) + waitOf(command), origin?.until ?? NEVER);
}

export function isUndelivered({ asker, origin }: Request): boolean {
  return origin === undefined ? asker === NOBODY : origin.undelivered;
}

export function isSecondTry(request: Request, first: Request, self: string): boolean {
  if (request.command.type !== first.command.type) return false;
  if (request.repeatId !== null && request.repeatId === first.repeatId) return true;
  return isOfNumber(request, first, self);
}

/** Tries of one entry, whatever the client calls the request. */
export function isOfNumber(request: Request, first: Request, self: string): boolean {
  return request.number === first.number && (request.origin?.entry ?? self) === (first.origin?.entry ?? self);
}
