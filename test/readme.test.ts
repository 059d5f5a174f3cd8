import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { within } from './process/within.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readFileSync(`${ROOT}/README.md`, 'utf8');
const START_BOUND = 120_000;
/** Longer than the minute for which Linux keeps the port of a client's closed connection. */
const PORTS_BOUND = 90_000;
const run = promisify(execFile);

/** The README's code blocks in one language, as they stand there. */
function blocks(language: string): string[] {
  return [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map((match) => match[2] as string);
}

function only(language: string): string {
  const found = blocks(language);
  assert.equal(found.length, 1, `the README has one ${language} block`);
  return found[0] as string;
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}

/** A client's end of some connection may sit on one of these ports for a moment: 42424 is one that Linux gives to clients. */
async function becomeFree(ports: readonly number[], bound: number): Promise<boolean> {
  const until = performance.now() + bound;
  for (const port of ports) {
    while (!(await canListen(port))) {
      if (performance.now() > until) return false;
    }
  }
  return true;
}

const [start, help, testCommand] = blocks('sh').map((block) => block.trim());
const portsFree = await becomeFree([42424, 7400, 7401], PORTS_BOUND);
const skip = portsFree ? false : 'another process listens on the ports the README names (42424, 7400, 7401)';

describe('the README, followed as written', { skip }, () => {
  let member: ChildProcess;

  before(async () => {
    assert.equal(start, 'npm start');
    member = spawn('npm', ['start'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const output = member.stdout;
    assert.ok(output !== null);
    const ready = new Promise<void>((resolve, reject) => {
      createInterface({ input: output }).on('line', (line) => {
        if (line.includes('"msg":"ready"')) resolve();
      });
      member.once('exit', () => reject(new Error('npm start ended before the member was ready')));
    });
    await within(ready, START_BOUND, 'npm start');
  });

  after(async () => {
    if (member.pid === undefined || member.exitCode !== null) return;
    const ended = once(member, 'exit');
    // The whole group: npm passes the signal on to a shell that need not pass it further.
    process.kill(-member.pid, 'SIGTERM');
    await within(ended, 15_000, 'stopping npm start');
  });

  test('the address in web.config is where the gateway speaks to ASP.NET', async () => {
    const element = /<sessionState mode="StateServer" stateConnectionString="tcpip=([\d.]+):(\d+)" timeout="20" \/>/;
    const match = element.exec(only('xml'));
    assert.ok(match !== null);
    const [, host, port] = match;
    const script = `exec 3<>/dev/tcp/${host}/${port}
      printf 'HEAD %%2flm%%2fw3svc%%2f1%%2froot(x)%%2f1 HTTP/1.1\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3`;
    const { stdout } = await run('bash', ['-c', script]);
    assert.match(stdout, /^HTTP\/1\.1 404 Not Found\r\nX-AspNet-Version: 2\./);
  });

  test('the session by hand is stored, read and locked', async () => {
    const { stdout } = await run('bash', ['-c', only('bash')]);
    assert.match(
      stdout,
      /^HTTP\/1\.1 200 OK\r\n[\s\S]*?\r\n\r\nHTTP\/1\.1 200 OK\r\n[\s\S]*LockCookie: \d+\r\n[\s\S]*\r\n\r\nworld$/,
    );
  });

  test('the gRPC example prints what the README says', async () => {
    const file = `${ROOT}/readme-example.mjs`;
    writeFileSync(file, only('js'));
    try {
      const { stdout } = await run('node', [file], { cwd: ROOT });
      assert.equal(stdout, 'found empty\nstored\n');
    } finally {
      rmSync(file);
    }
  });

  test('the admin addresses answer', async () => {
    for (const path of ['healthz', 'readyz', 'metrics']) {
      const response = await fetch(`http://127.0.0.1:7401/${path}`);
      assert.equal(response.status, 200, path);
      await response.arrayBuffer();
    }
  });

  test('the settings are listed', async () => {
    const [program = '', ...args] = (help as string).split(' ');
    const { stdout } = await run(program, args, { cwd: ROOT });
    for (const [, setting] of README.matchAll(/`(--[a-z-]+)/g)) assert.match(stdout, new RegExp(`${setting}\\b`));
  });

  test('the command for the tests is the one that runs them', () => {
    assert.equal(testCommand, 'npm test');
  });
});
