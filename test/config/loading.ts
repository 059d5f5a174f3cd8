import assert from 'node:assert/strict';
import type { Config } from '../../src/config/config.ts';
import { type Loaded, loadConfig } from '../../src/config/load-config.ts';

const GIB = 2 ** 30;
/** What the machine of these tests calls itself. */
export const HOST = 'web-1';

export interface Given {
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

export function load({ flags = [], environment = {}, files = {} }: Given): Loaded {
  const readFile = (path: string): string => {
    const content = files[path];
    if (content === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' });
    return content;
  };
  return loadConfig(flags, environment, readFile, { memory: 4 * GIB, hostName: HOST });
}

export function configOf(given: Given): Config {
  const loaded = load(given);
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.line);
  return loaded.config;
}

export function lineOf(given: Given): string {
  const loaded = load(given);
  assert.ok(!loaded.ok, 'expected a refusal');
  assert.doesNotMatch(loaded.line, /\n/);
  return loaded.line;
}

export function warningsOf(given: Given): readonly string[] {
  const loaded = load(given);
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.line);
  return loaded.warnings;
}
