import type { Announcement, RegisteredMember } from './coordination.ts';

/**
 * What a member process says to the supervisor that started it. `ask` is what the answer will name. The last two come
 * from members that share a machine's listeners: the supervisor has the one that operators look at.
 */
export type ToSupervisor =
  | { readonly type: 'draw'; readonly ask: number }
  | { readonly type: 'begin'; readonly incarnation: number; readonly announcement: Announcement }
  | { readonly type: 'table-known' }
  | { readonly type: 'alive' }
  | { readonly type: 'swap'; readonly ask: number; readonly expected: string | null; readonly next: string }
  | { readonly type: 'read'; readonly ask: number }
  | { readonly type: 'leave'; readonly ask: number }
  | { readonly type: 'standing'; readonly ready: boolean }
  | { readonly type: 'metrics'; readonly ask: number; readonly text: string };

/** What the supervisor says: answers, news of what its store holds, that metrics are asked for, and that all stop. */
export type ToMember =
  | { readonly type: 'drawn'; readonly ask: number; readonly incarnation: number }
  | { readonly type: 'swapped'; readonly ask: number; readonly document: string | null }
  | {
      readonly type: 'read';
      readonly ask: number;
      readonly document: string | null;
      readonly members: readonly RegisteredMember[];
    }
  | { readonly type: 'left'; readonly ask: number }
  | { readonly type: 'table'; readonly document: string | null }
  | { readonly type: 'members'; readonly members: readonly RegisteredMember[] }
  | { readonly type: 'show-metrics'; readonly ask: number }
  | { readonly type: 'stop' };

const TO_SUPERVISOR = ['draw', 'begin', 'table-known', 'alive', 'swap', 'read', 'leave', 'standing', 'metrics'];
const TO_MEMBER = ['drawn', 'swapped', 'read', 'left', 'table', 'members', 'show-metrics', 'stop'];

/** Both ends are this very program; but loaders and debuggers may use the same channel for messages of their own. */
export function isToSupervisor(message: unknown): message is ToSupervisor {
  return TO_SUPERVISOR.includes(typeOf(message));
}

export function isToMember(message: unknown): message is ToMember {
  return TO_MEMBER.includes(typeOf(message));
}

function typeOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'type' in message ? String(message.type) : '';
}
