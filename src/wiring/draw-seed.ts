import { randomBytes } from 'node:crypto';

/** For whatever is drawn at random in this process. */
export function drawSeed(): number {
  return randomBytes(6).readUIntBE(0, 6);
}
