import type { SessionRecords, Slot } from '../session/session-records.ts';
import type { Effects } from './effects.ts';
import type { Request } from './request.ts';

/** Tells of a write that was refused because its lock has passed on, and to whom; false if it was no write. */
export function traceStaleWrite(request: Request, records: SessionRecords, slot: Slot, effects: Effects): boolean {
  const { command, key, source } = request;
  if (command.type !== 'set' && command.type !== 'remove') return false;
  effects.trace({
    type: 'stale-write',
    command: command.type,
    key,
    refused: source,
    refusedCookie: command.cookie,
    holder: records.holder(slot),
    holderCookie: records.cookie(slot),
  });
  return true;
}
