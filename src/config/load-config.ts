import { readFileSync } from 'node:fs';
import { hostname, totalmem } from 'node:os';
import { checkClusterRelations } from './cluster-relations.ts';
import { type Config, READ_AT_START, type ReadAtStart } from './config.ts';
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
import { checkMachineRelations } from './machine-relations.ts';
import { type ReadFile, readText } from './read-text.ts';
import { checkRelations } from './relations.ts';
import type { Machine, Setting } from './setting.ts';
import { SETTING_IDS, SETTINGS, type SettingId, type Values } from './settings.ts';
import { type Settled, settle } from './settled.ts';
import { warningsFor } from './warnings.ts';

export type Loaded = { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] } | Refusal;

/** What was given for the settings, wherever it was; or the line for the first thing wrong with it. */
export type Gathered = { readonly ok: true; readonly given: ReadonlyMap<SettingId, Given> } | Refusal;

/**
 * The configuration for `holdfast serve`: flags before environment before file before default. Nothing is kept or
 * started; the first thing wrong ends it with one line.
 *
 * @param argv what follows `serve`
 */
export function loadConfig(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  readFile: ReadFile = readUtf8,
  machine: Machine = thisMachine(),
): Loaded {
  const gathered = gatherGiven(argv, environment, readFile);
  if (!gathered.ok) return gathered;
  const { given } = gathered;
  const values: Partial<Record<SettingId, unknown>> = {};
  for (const id of SETTING_IDS) {
    const setting: Setting<unknown> = SETTINGS[id];
    const value = given.get(id);
    const parsed = value === undefined ? defaultValue(setting, machine) : setting.kind.parse(value.text);
    if (parsed === undefined) {
      return refuse(
        `${setting.name} (${value?.origin ?? 'default'}): ${quote(value?.text ?? '')} is not allowed; allowed: ${setting.kind.allowed}`,
      );
    }
    values[id] = parsed;
  }
  return finish(settle(values as Values, machine.hostName), given, readFile, machine);
}

/** Of a setting that several places give, the one that counts. */
export function gatherGiven(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  readFile: ReadFile = readUtf8,
): Gathered {
  const flags = givenByFlags(argv);
  if (!flags.ok) return flags;
  const variables = givenByEnvironment(environment);
  if (!variables.ok) return variables;

  const given = new Map<SettingId, Given>([...variables.given, ...flags.given]);
  const configFile = given.get('config');
  if (configFile === undefined) return { ok: true, given };
  const content = readText(configFile.text, readFile);
  if (!content.ok) return refuse(`config (${configFile.origin}): ${content.line}`);
  const written = givenByFile(configFile.text, content.text);
  if (!written.ok) return written;
  for (const [id, value] of written.given) if (!given.has(id)) given.set(id, value);
  return { ok: true, given };
}

function finish(
  values: Settled,
  given: ReadonlyMap<SettingId, Given>,
  readFile: ReadFile,
  { memory }: Machine,
): Loaded {
  const conflict =
    checkRelations(values, given) ?? checkClusterRelations(values, given) ?? checkMachineRelations(values, given);
  if (conflict !== null) return refuse(conflict);
  const read = readGuards(values, given, (path) => readText(path, readFile));
  if (!read.ok) return read;
  const config = { ...withoutFiles(values), ...read.guards };
  return { ok: true, config: freezeDeep(config), warnings: warningsFor(config, memory) };
}

function withoutFiles(values: Settled): Omit<Settled, ReadAtStart> {
  const kept: Partial<Settled> = { ...values };
  for (const id of READ_AT_START) delete kept[id];
  return kept as Omit<Settled, ReadAtStart>;
}

function defaultValue(setting: Setting<unknown>, machine: Machine): unknown {
  if (setting.byDefault === null) return null;
  return setting.kind.parse(typeof setting.byDefault === 'string' ? setting.byDefault : setting.byDefault(machine));
}

function readUtf8(path: string): string {
  return readFileSync(path, 'utf8');
}

function thisMachine(): Machine {
  return { memory: availableMemory(), hostName: hostname() };
}

/** The container's limit where there is one, else the machine's memory. */
export function availableMemory(): number {
  // 0 or a number beyond all memory stands for "no limit".
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
