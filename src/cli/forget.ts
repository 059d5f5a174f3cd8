import { holdfast } from '../rpc/generated/holdfast.js';
import { type CliIo, EXIT } from './cli-io.ts';
import { comesTrue } from './comes-true.ts';
import type { Command } from './command.ts';
import { type Connection, METHODS } from './connection.ts';
import { PROCESS_IO } from './process-io.ts';
import { failed, helpOf, JSON_FLAG, printJson, runAgainst, type Session, type Usage } from './run-against.ts';
import { type Process, processText } from './status-report.ts';
import { counted } from './text-table.ts';

const { v1 } = holdfast;

const USAGE: Usage = { name: 'forget', words: ['MEMBER', 'INCARNATION'], flags: JSON_FLAG };

const HELP = `
Declares that a process is gone for good, with the memory it had: partitions that nobody else holds begin anew, empty.
Never needed for a member that restarts under its id. "holdfast status" shows incarnations.
Refused while the process is registered or any member hears it.
Needs an operator's token, or a member line (cluster-listen) with TLS or without operator tokens.
Ends with 0 if the table says so, 1 if not, 2 if it was called wrongly, 3 if the member asked does not answer.
`;

export const forget = {
  name: USAGE.name,
  summary: 'Declares that a process is gone for good.',
  help: helpOf(USAGE, HELP),
  run: (args: readonly string[], io: CliIo = PROCESS_IO) => runAgainst(USAGE, args, io, declare),
} satisfies Command;

async function declare({ connection, flags, words, io }: Session): Promise<number> {
  const [member = '', text = ''] = words;
  const incarnation = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  if (incarnation < 1 || !Number.isSafeInteger(incarnation)) {
    return failed(io, {
      line: `INCARNATION ${JSON.stringify(text)}; allowed: a whole number from 1 on`,
      exit: EXIT.usage,
    });
  }
  const request = v1.ForgetRequest.encode({ member, incarnation });
  const answer = await connection.call(METHODS.forget, request, v1.ForgetResponse);
  if (answer.type === 'failed') return failed(io, answer);
  const process = { member, incarnation };
  const partitionsLost = answer.message.partitionsLost ?? 0;
  const forgotten = answer.message.forgotten === true || (await comesTrue(() => isInTable(connection, process), io));
  if (flags.has('json')) printJson(io, { ...process, forgotten, partitionsLost });
  if (!forgotten) {
    const line = `a member was told, but its table does not say yet that ${processText(process)} is forgotten`;
    return failed(io, { line: `${line}; look at "holdfast status", or try again`, exit: EXIT.refused });
  }
  if (!flags.has('json')) {
    const lost =
      partitionsLost === 0 ? '' : `; sessions are lost: ${counted(partitionsLost, 'partition')} had no other copy`;
    io.out(`${processText(process)} is forgotten${lost}\n`);
  }
  return EXIT.good;
}

/** The member proposes it to the coordination store; others may be first a few times. */
async function isInTable(connection: Connection, { member, incarnation }: Process): Promise<boolean> {
  const answer = await connection.call(METHODS.getTable, v1.GetTableRequest.encode({}), v1.GetTableResponse);
  if (answer.type === 'failed') return false;
  const listed = answer.message.table?.members?.find((each) => each.member === member);
  if (listed === undefined || (listed.incarnation ?? 0) > incarnation) return true;
  return (listed.forgottenIncarnation ?? 0) >= incarnation;
}
