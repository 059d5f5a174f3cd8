import { BackOff } from '../../base/back-off.ts';
import type { Random } from '../../base/random.ts';

/** Of whoever lost the store, and asks it again: 50 to 100 ms first, half a second to a second at last. */
export function storeBackOff(random: Random): BackOff {
  return new BackOff(random, 100, 1_000);
}
