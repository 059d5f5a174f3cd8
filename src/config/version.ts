import { readFileSync } from 'node:fs';
import { assert } from '../base/assert.ts';

/** The version of this program, from package.json, which lies two folders up from here in src/ and in dist/ alike. */
export const VERSION: string = readVersion();

function readVersion(): string {
  const description: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  assert(typeof description === 'object' && description !== null, 'package.json holds an object');
  assert('version' in description && typeof description.version === 'string', 'package.json names a version');
  return description.version;
}
