import type { Kind } from './kinds.ts';

/**
 * One setting. Its flag is `--name`, its key in a file is `name`, its environment variable is `HOLDFAST_NAME`; help,
 * docs/configuration.md and the checks at start are all made from these fields.
 */
export interface Setting<T> {
  readonly name: string;
  readonly kind: Kind<T>;
  /** As one would write it; null: unset unless given. A function where it depends on the machine. */
  readonly byDefault: string | null | ((machine: Machine) => string);
  /** Says `byDefault` in help where its text alone would not do. */
  readonly defaultInWords: string | null;
  readonly help: string;
  readonly section: Section;
}

/** What defaults depend on. */
export interface Machine {
  /** Bytes this process may use. */
  readonly memory: number;
  readonly hostName: string;
}

export const SECTIONS = ['Listening', 'Sessions and locks', 'Limits', 'Guards', 'Cluster', 'Being run'] as const;
/** `Hidden` settings are for tests of this program, or between its processes: they work, and are neither in help nor in the docs. */
export type Section = (typeof SECTIONS)[number] | 'Hidden';

interface Words {
  readonly help: string;
  readonly defaultInWords?: string;
}

export function required<T>(
  section: Section,
  name: string,
  kind: Kind<T>,
  byDefault: string | ((machine: Machine) => string),
  { help, defaultInWords = undefined }: Words,
): Setting<T> {
  return { name, kind, byDefault, defaultInWords: defaultInWords ?? null, help, section };
}

export function optional<T>(
  section: Section,
  name: string,
  kind: Kind<T>,
  { help, defaultInWords = undefined }: Words,
): Setting<T | null> {
  return { name, kind, byDefault: null, defaultInWords: defaultInWords ?? null, help, section };
}
