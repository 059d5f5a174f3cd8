#!/usr/bin/env node
import { OPERATOR_COMMANDS } from './cli/operator-commands.ts';
import { parseCommandLine, USAGE_EXIT_CODE } from './config/cli.ts';
import { loadConfig } from './config/load-config.ts';
import { CLUSTER_COMMAND } from './supervisor/cluster-command.ts';
import { runMachine } from './supervisor/run-machine.ts';
import { serve } from './wiring/serve.ts';

const asked = parseCommandLine(process.argv.slice(2), [CLUSTER_COMMAND, ...OPERATOR_COMMANDS]);
switch (asked.type) {
  case 'print':
    process.stdout.write(asked.text);
    break;
  case 'error':
    refuse(asked.line);
    break;
  case 'run':
    process.exitCode = await asked.command.run(asked.args);
    break;
  case 'serve': {
    const loaded = loadConfig(asked.args, process.env);
    if (!loaded.ok) {
      refuse(loaded.line);
    } else if (loaded.config.membersPerMachine === 1) {
      await serve(loaded.config, loaded.warnings);
    } else {
      process.exitCode = await runMachine(loaded, asked.args);
    }
    break;
  }
}

function refuse(line: string): void {
  process.stderr.write(`holdfast: ${line}\n`);
  process.exitCode = USAGE_EXIT_CODE;
}
