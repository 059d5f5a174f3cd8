import type { CliIo } from './cli-io.ts';
import { EXIT } from './cli-io.ts';
import { Connection } from './connection.ts';
import { describeFlags, type FlagSpecs, parseFlags } from './flags.ts';
import { TARGET_FLAGS, targetOf } from './target.ts';

/** What a command that asks a member works with. */
export interface Session {
  readonly connection: Connection;
  readonly flags: ReadonlyMap<string, string>;
  readonly words: readonly string[];
  readonly io: CliIo;
}

export interface Usage {
  readonly name: string;
  /** What must follow the name, as usage shows it. */
  readonly words: readonly string[];
  /** Those of its own; all commands have those that say whom to ask. */
  readonly flags: FlagSpecs;
}

export const JSON_FLAG: FlagSpecs = { json: { value: null, help: 'Print JSON, for scripts.' } };

/** Reads the arguments, connects, lets `work` do the rest and closes. @returns what the command ends with */
export async function runAgainst(
  usage: Usage,
  args: readonly string[],
  io: CliIo,
  work: (session: Session) => Promise<number>,
): Promise<number> {
  const parsed = parseFlags(args, { ...usage.flags, ...TARGET_FLAGS }, usage.words);
  if (parsed.type === 'error') return usageError(io, usage, parsed.line);
  const found = targetOf(parsed.flags, io);
  if (found.type === 'error') return usageError(io, usage, found.line);
  const connection = new Connection(found.target);
  try {
    return await work({ connection, flags: parsed.flags, words: parsed.words, io });
  } finally {
    connection.close();
  }
}

/** Prints why a command went no further. @returns what it ends with */
export function failed(io: CliIo, { line, exit }: { readonly line: string; readonly exit: number }): number {
  io.err(`holdfast: ${line}\n`);
  return exit;
}

export function printJson(io: CliIo, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}

export function helpOf({ name, words, flags }: Usage, text: string): string {
  const line = ['holdfast', name, ...words, '[FLAGS]'].join(' ');
  return `Usage: ${line}\n\n${text.trim()}\n\n${describeFlags({ ...flags, ...TARGET_FLAGS })}`;
}

function usageError(io: CliIo, { name }: Usage, line: string): number {
  return failed(io, { line: `${line}; "holdfast ${name} --help" says more`, exit: EXIT.usage });
}
