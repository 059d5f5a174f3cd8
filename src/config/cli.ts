import { nearest } from './nearest.ts';
import { renderHelp } from './render.ts';
import { VERSION } from './version.ts';

/** What the command line asks for. */
export type CommandLine =
  | { readonly type: 'serve'; readonly args: readonly string[] }
  | { readonly type: 'print'; readonly text: string }
  | { readonly type: 'error'; readonly line: string };

/** The exit status of a command line, or a configuration, that cannot be followed. */
export const USAGE_EXIT_CODE = 2;

const SUBCOMMANDS = ['serve', 'help', 'version'];

const OVERVIEW = `Usage: holdfast COMMAND

  serve      Runs a member. "holdfast serve --help" lists its settings.
  help       Shows this, or with "help serve" the settings of serve.
  version    Shows the version.
`;

/** @param argv what follows the program's name */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const [command, ...args] = argv;
  switch (command) {
    case undefined:
    case '--help':
    case '-h':
      return { type: 'print', text: OVERVIEW };
    case 'help':
      return help(args);
    case 'version':
    case '--version':
      return { type: 'print', text: `holdfast ${VERSION}\n` };
    case 'serve':
      if (args.includes('--help') || args.includes('-h')) return { type: 'print', text: renderHelp() };
      return { type: 'serve', args };
    default:
      return unknownCommand(command);
  }
}

function help([topic]: readonly string[]): CommandLine {
  if (topic === undefined || topic === 'help' || topic === 'version') return { type: 'print', text: OVERVIEW };
  return topic === 'serve' ? { type: 'print', text: renderHelp() } : unknownCommand(topic);
}

function unknownCommand(word: string): CommandLine {
  const candidate = nearest(word, SUBCOMMANDS);
  const advice = candidate === null ? '"holdfast help" lists the commands' : `did you mean ${candidate}?`;
  return { type: 'error', line: `unknown command ${JSON.stringify(word)}; ${advice}` };
}
