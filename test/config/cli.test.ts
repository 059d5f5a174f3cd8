import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCommandLine } from '../../src/config/cli.ts';
import { renderHelp } from '../../src/config/render.ts';
import { VERSION } from '../../src/config/version.ts';

const STATUS = { name: 'status', summary: 'Shows a cluster.', help: 'Usage: holdfast status\n' };

function printed(...argv: string[]): string {
  const commandLine = parseCommandLine(argv, [STATUS]);
  assert.equal(commandLine.type, 'print');
  return commandLine.type === 'print' ? commandLine.text : '';
}

describe('the command line', () => {
  it('hands the flags of serve on', () => {
    assert.deepEqual(parseCommandLine(['serve', '--log-level', 'warn']), {
      type: 'serve',
      args: ['--log-level', 'warn'],
    });
  });

  it('shows what there is', () => {
    for (const argv of [[], ['help'], ['--help'], ['-h'], ['help', 'help']]) {
      assert.match(printed(...argv), /^Usage: holdfast COMMAND\n/, argv.join(' '));
    }
    for (const argv of [
      ['serve', '--help'],
      ['serve', '--log-level=info', '-h'],
      ['help', 'serve'],
    ]) {
      assert.equal(printed(...argv), renderHelp());
    }
  });

  it('finds further commands by their name, with all that follows it', () => {
    assert.deepEqual(parseCommandLine(['status', '--watch', 'x'], [STATUS]), {
      type: 'run',
      command: STATUS,
      args: ['--watch', 'x'],
    });
    assert.deepEqual(parseCommandLine(['status']), {
      type: 'error',
      line: 'unknown command "status"; "holdfast help" lists the commands',
    });
  });

  it('explains further commands', () => {
    assert.match(printed(), /\n {2}serve {6}Runs a member\..*\n {2}status {5}Shows a cluster\.\n {2}help {7}/);
    for (const argv of [
      ['status', '--help'],
      ['status', 'x', '-h'],
      ['help', 'status'],
    ]) {
      assert.equal(printed(...argv), STATUS.help);
    }
    assert.deepEqual(parseCommandLine(['help', 'stats'], [STATUS]), {
      type: 'error',
      line: 'unknown command "stats"; did you mean status?',
    });
  });

  it('shows the version of the package', () => {
    assert.match(VERSION, /^\d+\.\d+\.\d+/);
    assert.equal(printed('version'), `holdfast ${VERSION}\n`);
    assert.equal(printed('--version'), `holdfast ${VERSION}\n`);
  });

  it('refuses an unknown command with one line', () => {
    assert.deepEqual(parseCommandLine(['sevre']), {
      type: 'error',
      line: 'unknown command "sevre"; did you mean serve?',
    });
    assert.deepEqual(parseCommandLine(['frobnicate\n']), {
      type: 'error',
      line: 'unknown command "frobnicate\\n"; "holdfast help" lists the commands',
    });
    assert.equal(parseCommandLine(['help', 'x']).type, 'error');
    assert.equal(parseCommandLine(['--log-level', 'warn']).type, 'error');
  });
});
