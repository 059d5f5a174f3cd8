import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { Config } from './config.ts';
import { freezeDeep } from './freeze-deep.ts';
import {
  type Given,
  givenByEnvironment,
  givenByFile,
  givenByFlags,
  quote,
  type Refusal,
  refuse,
} from './given-values.ts';
import { readGuards } from './guards.ts';
import { type ReadFile, readText } from './read-text.ts';
import { checkRelations, warningsFor } from './relations.ts';
import { SETTING_IDS, SETTINGS, type Setting, type SettingId, type Values } from './settings.ts';

export type Loaded = { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] } | Refusal;

/**
 * The configuration for `holdfast serve`: flags before environment before file before default. Nothing is kept or
 * started; the first thing wrong ends it with one line.
 *
 * @param argv what follows `serve`
 * @param memory bytes this process may use, of which the default of max-memory is a part
 */
export function loadConfig(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  readFile: ReadFile = (path) => readFileSync(path, 'utf8'),
  memory: number = availableMemory(),
): Loaded {
  const flags = givenByFlags(argv);
  if (!flags.ok) return flags;
  const variables = givenByEnvironment(environment);
  if (!variables.ok) return variables;

  const given = new Map<SettingId, Given>([...variables.given, ...flags.given]);
  const configFile = given.get('config');
  if (configFile !== undefined) {
    const content = readText(configFile.text, readFile);
    if (!content.ok) return refuse(`config (${configFile.origin}): ${content.line}`);
    const written = givenByFile(configFile.text, content.text);
    if (!written.ok) return written;
    for (const [id, value] of written.given) if (!given.has(id)) given.set(id, value);
  }

  const values: Partial<Record<SettingId, unknown>> = {};
  for (const id of SETTING_IDS) {
    const setting: Setting<unknown> = SETTINGS[id];
    const value = given.get(id);
    const parsed = value === undefined ? defaultValue(setting, memory) : setting.kind.parse(value.text);
    if (parsed === undefined) {
      return refuse(
        `${setting.name} (${value?.origin ?? 'default'}): ${quote(value?.text ?? '')} is not allowed; allowed: ${setting.kind.allowed}`,
      );
    }
    values[id] = parsed;
  }
  return finish(values as Values, given, readFile, memory);
}

function finish(values: Values, given: ReadonlyMap<SettingId, Given>, readFile: ReadFile, memory: number): Loaded {
  const conflict = checkRelations(values, given);
  if (conflict !== null) return refuse(conflict);
  const guards = readGuards(values, given, (path) => readText(path, readFile));
  if (!guards.ok) return guards;
  const {
    config: _file,
    grpcTlsCert: _cert,
    grpcTlsKey: _key,
    grpcTlsClientCa: _ca,
    grpcTokenFile: _tokens,
    ...rest
  } = values;
  const config: Config = { ...rest, grpcTls: guards.grpcTls, grpcTokens: guards.grpcTokens };
  return { ok: true, config: freezeDeep(config), warnings: warningsFor(config, memory) };
}

function defaultValue(setting: Setting<unknown>, memory: number): unknown {
  if (setting.byDefault === null) return null;
  return setting.kind.parse(typeof setting.byDefault === 'string' ? setting.byDefault : setting.byDefault(memory));
}

/** The container's limit where there is one, else the machine's memory. */
function availableMemory(): number {
  // 0 or a number beyond all memory stands for "no limit".
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
