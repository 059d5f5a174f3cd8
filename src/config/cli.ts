import { nearest } from './nearest.ts';
import { renderHelp } from './render.ts';
import { VERSION } from './version.ts';

/** What the command line has to know of a command to find and explain it. */
export interface Described {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
}

/** What the command line asks for. */
export type CommandLine<C extends Described = Described> =
  | { readonly type: 'serve'; readonly args: readonly string[] }
  | { readonly type: 'run'; readonly command: C; readonly args: readonly string[] }
  | { readonly type: 'print'; readonly text: string }
  | { readonly type: 'error'; readonly line: string };

/** The exit status of a command line, or a configuration, that cannot be followed. */
export const USAGE_EXIT_CODE = 2;

const SERVE = { name: 'serve', summary: 'Runs a member. "holdfast serve --help" lists its settings.' };
const HELP = { name: 'help', summary: 'Shows this, or with "help COMMAND" what that command takes.' };
const SHOW_VERSION = { name: 'version', summary: 'Shows the version.' };

/**
 * @param argv what follows the program's name
 * @param commands those there are beside `serve`, in the order in which the overview shows them
 */
export function parseCommandLine<C extends Described>(
  argv: readonly string[],
  commands: readonly C[] = [],
): CommandLine<C> {
  const [word, ...args] = argv;
  const asksHelp = args.includes('--help') || args.includes('-h');
  switch (word) {
    case undefined:
    case '--help':
    case '-h':
      return { type: 'print', text: overview(commands) };
    case 'help':
      return help(args, commands);
    case 'version':
    case '--version':
      return { type: 'print', text: `holdfast ${VERSION}\n` };
    case 'serve':
      return asksHelp ? { type: 'print', text: renderHelp() } : { type: 'serve', args };
    default: {
      const command = commands.find(({ name }) => name === word);
      if (command === undefined) return unknownCommand(word, commands);
      return asksHelp ? { type: 'print', text: command.help } : { type: 'run', command, args };
    }
  }
}

function overview(commands: readonly Described[]): string {
  const all = [SERVE, ...commands, HELP, SHOW_VERSION];
  const width = Math.max(...all.map(({ name }) => name.length)) + 4;
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `Usage: holdfast COMMAND\n\n${lines.join('\n')}\n`;
}

function help<C extends Described>([topic]: readonly string[], commands: readonly C[]): CommandLine<C> {
  if (topic === undefined || topic === 'help' || topic === 'version') {
    return { type: 'print', text: overview(commands) };
  }
  if (topic === 'serve') return { type: 'print', text: renderHelp() };
  const command = commands.find(({ name }) => name === topic);
  return command === undefined ? unknownCommand(topic, commands) : { type: 'print', text: command.help };
}

function unknownCommand(word: string, commands: readonly Described[]): { type: 'error'; line: string } {
  const candidate = nearest(word, ['serve', ...commands.map(({ name }) => name), 'help', 'version']);
  const advice = candidate === null ? '"holdfast help" lists the commands' : `did you mean ${candidate}?`;
  return { type: 'error', line: `unknown command ${JSON.stringify(word)}; ${advice}` };
}
