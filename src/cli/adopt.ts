import { holdfast } from '../rpc/generated/holdfast.js';
import { type CliIo, EXIT } from './cli-io.ts';
import { comesTrue } from './comes-true.ts';
import type { Command } from './command.ts';
import { type Connection, METHODS } from './connection.ts';
import { PROCESS_IO } from './process-io.ts';
import { failed, helpOf, JSON_FLAG, printJson, runAgainst, type Session, type Usage } from './run-against.ts';

const { v1 } = holdfast;

const USAGE: Usage = {
  name: 'adopt',
  words: [],
  flags: {
    'replaced-cluster': { value: 'ID', help: "Overwrite another cluster's table: the id that the refusal names." },
    ...JSON_FLAG,
  },
};

const HELP = `
Writes the table that the member asked goes by back into a coordination store that lost its memory, wiped or restored to
an older table, while members went on. Until then they serve by their own table and change nothing.
Refused where there is nothing to adopt, where the store's table is not older, and while another member knows a newer
one, goes by one that cannot be joined to it, or cannot be asked.
Needs an operator's token, or a member line (cluster-listen) with TLS or without operator tokens.
Ends with 0 if the store shows the table, 1 if not, 2 if it was called wrongly, 3 if the member asked does not answer.
`;

export const adopt = {
  name: USAGE.name,
  summary: 'Writes the table back into a coordination store that lost it.',
  help: helpOf(USAGE, HELP),
  run: (args: readonly string[], io: CliIo = PROCESS_IO) => runAgainst(USAGE, args, io, writeBack),
} satisfies Command;

async function writeBack({ connection, flags, io }: Session): Promise<number> {
  const request = v1.AdoptRequest.encode({ replacedCluster: flags.get('replaced-cluster') ?? '' });
  const answer = await connection.call(METHODS.adopt, request, v1.AdoptResponse);
  if (answer.type === 'failed') return failed(io, answer);
  const { cluster = '', version = 0 } = answer.message;
  const adopted = await comesTrue(() => isBelieved(connection), io);
  if (flags.has('json')) printJson(io, { cluster, version, adopted });
  if (!adopted) {
    const line = `the coordination store was asked, but does not show table ${version} yet`;
    return failed(io, { line: `${line}; look at "holdfast status", or try again`, exit: EXIT.refused });
  }
  if (!flags.has('json')) io.out(`table ${version} of cluster ${cluster} is in the coordination store\n`);
  return EXIT.good;
}

/** The member believes the store again as soon as that shows its table, or one that follows. */
async function isBelieved(connection: Connection): Promise<boolean> {
  const answer = await connection.call(METHODS.getHealth, v1.GetHealthRequest.encode({}), v1.GetHealthResponse);
  return answer.type === 'answered' && (answer.message.store?.refused ?? '') === '';
}
