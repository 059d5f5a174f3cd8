import { parseArgs } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { nearest } from './nearest.ts';
import { environmentVariable, SETTING_IDS, SETTINGS, type SettingId } from './settings.ts';

/** A setting's text as somebody wrote it, and where: `flag --lock-lease`, `environment HOLDFAST_LOCK_LEASE`, `file a.yaml: lock-lease`. */
export interface Given {
  readonly text: string;
  readonly origin: string;
}

/** What one place says about the settings; or the line that tells what is wrong with it. */
export type GivenValues = { readonly ok: true; readonly given: Map<SettingId, Given> } | Refusal;

export interface Refusal {
  readonly ok: false;
  /** One line for whoever starts the program. */
  readonly line: string;
}

const ID_BY_NAME = new Map(SETTING_IDS.map((id) => [SETTINGS[id].name as string, id]));
const ID_BY_VARIABLE = new Map(SETTING_IDS.map((id) => [environmentVariable(SETTINGS[id].name), id]));
const SHOWN_NAMES = SETTING_IDS.filter((id) => SETTINGS[id].section !== 'Hidden').map((id) => SETTINGS[id].name);

export function refuse(line: string): Refusal {
  return { ok: false, line: line.replaceAll(/[\r\n]+/g, ' ') };
}

/** The arguments after `holdfast serve`. Of a flag given twice the last counts, so that a wrapper's flags can be overridden. */
export function givenByFlags(argv: readonly string[]): GivenValues {
  const options = Object.fromEntries(
    SETTING_IDS.map((id) => [SETTINGS[id].name, { type: isSwitch(id) ? ('boolean' as const) : ('string' as const) }]),
  );
  // Not strict, because its errors name neither what is allowed nor the nearest flag.
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<SettingId, Given>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return refuse(`unexpected argument ${quote(token.value)}; allowed: flags alone`);
    const id = token.rawName.startsWith('--') ? ID_BY_NAME.get(token.name) : undefined;
    if (id === undefined) return refuse(`unknown flag ${token.rawName}${suggest(token.name, SHOWN_NAMES, '--')}`);
    const origin = `flag --${token.name}`;
    if (isSwitch(id)) {
      given.set(id, { text: token.value ?? 'true', origin });
    } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))) {
      return refuse(`${token.name} (${origin}): has no value; allowed: ${SETTINGS[id].kind.allowed}`);
    } else {
      given.set(id, { text: token.value, origin });
    }
  }
  return { ok: true, given };
}

/** Variables called `HOLDFAST_…`. One that is no setting's is refused as a slip, unless Kubernetes put it there. */
export function givenByEnvironment(environment: Readonly<Record<string, string | undefined>>): GivenValues {
  const given = new Map<SettingId, Given>();
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith('HOLDFAST_') || text === undefined) continue;
    const id = ID_BY_VARIABLE.get(variable);
    if (id !== undefined) {
      given.set(id, { text, origin: `environment ${variable}` });
    } else if (!isServiceVariable(variable, text)) {
      const suggestion = suggest(variable, SHOWN_NAMES.map(environmentVariable), '');
      return refuse(`unknown environment variable ${variable}${suggestion}`);
    }
  }
  return { ok: true, given };
}

/** A map from setting to scalar; `gateway-allow` may be a list as well. */
export function givenByFile(path: string, content: string): GivenValues {
  // The failsafe schema leaves every scalar as the text that was written, so that an error can show it.
  const document = parseDocument(content, { schema: 'failsafe', prettyErrors: false });
  const trouble = document.errors[0];
  if (trouble !== undefined) return refuse(`file ${path}: is not valid YAML: ${oneLine(trouble.message)}`);
  const given = new Map<SettingId, Given>();
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === '')) return { ok: true, given };
  if (!isMap(root)) return refuse(`file ${path}: is not a map of settings; allowed: lines such as "lock-lease: 110s"`);
  for (const { key, value } of root.items) {
    const name = isScalar(key) ? String(key.value) : String(key);
    const id = ID_BY_NAME.get(name);
    if (id === undefined) return refuse(`file ${path}: unknown key ${quote(name)}${suggest(name, SHOWN_NAMES, '')}`);
    const origin = `file ${path}: ${name}`;
    if (id === 'config')
      return refuse(`config (${origin}): a file cannot name another; allowed: the flag or the environment`);
    const text = textOf(value);
    if (text === null) return refuse(`${name} (${origin}): is no single value; allowed: ${SETTINGS[id].kind.allowed}`);
    given.set(id, { text, origin });
  }
  return { ok: true, given };
}

/** In quotes, on one line whatever it holds, and not without end. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function textOf(value: unknown): string | null {
  if (value === null) return '';
  if (isScalar(value)) return typeof value.value === 'string' ? value.value : null;
  if (!isSeq(value)) return null;
  const parts = value.items.map(textOf);
  return parts.every((part) => part !== null) ? parts.join(',') : null;
}

function suggest(word: string, names: readonly string[], prefix: string): string {
  const candidate = nearest(word, names);
  return candidate === null ? '; "holdfast serve --help" lists all settings' : `; did you mean ${prefix}${candidate}?`;
}

function isSwitch(id: SettingId): boolean {
  return SETTINGS[id].kind.placeholder === '';
}

/** Kubernetes tells every container of the services around it, in variables named after them: a service `holdfast` is told so. */
function isServiceVariable(variable: string, text: string): boolean {
  if (/_SERVICE_HOST$|_SERVICE_PORT(_[A-Z0-9_]+)?$/.test(variable)) return true;
  if (/_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/.test(variable)) return true;
  return variable.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(text);
}
