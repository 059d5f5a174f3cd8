import { BUGS_OF_HISTORY } from './bugs-of-history.ts';
import { BUGS_OF_LEASES } from './bugs-of-leases.ts';
import { BUGS_OF_REQUESTS } from './bugs-of-requests.ts';
import { BUGS_OF_SESSIONS } from './bugs-of-sessions.ts';
import { BUGS_OF_TABLES } from './bugs-of-tables.ts';
import type { Ground, PlantedBug } from './planted-bug.ts';

/** All of them, by what they are about. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  ...BUGS_OF_LEASES,
  ...BUGS_OF_TABLES,
  ...BUGS_OF_HISTORY,
  ...BUGS_OF_REQUESTS,
  ...BUGS_OF_SESSIONS,
];

/** Where the bug of this name is hunted; null is nobody's ground. Throws if there is none of the name. */
export function groundOf(name: string | null): Ground {
  if (name === null) return {};
  const bug = PLANTED_BUGS.find((each) => each.name === name);
  if (bug === undefined) throw new Error(`one of ${PLANTED_BUGS.map((each) => each.name).join(', ')}`);
  return bug.ground;
}
