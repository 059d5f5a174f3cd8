import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load-config.ts';
import { clusterOf } from '../k8s/cluster.ts';
import { imageParts } from '../k8s/image-name.ts';
import { buildKustomization } from '../k8s/kustomization.ts';
import { parseDockerfile, type Stage, type Step } from './dockerfile.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function only<T extends Step['type']>(stage: Stage | undefined, type: T): Step & { type: T } {
  const found = stage?.steps.filter((step): step is Step & { type: T } => step.type === type) ?? [];
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} ${type}`);
  return first;
}

describe('the Dockerfile', () => {
  const stages = parseDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
  const last = stages.at(-1);
  const members = clusterOf(buildKustomization(join(ROOT, 'k8s/overlays/single-member'))).pods[0];

  it('stands on one version of Node.js, from no registry by name', () => {
    assert.equal(new Set(stages.map(({ base }) => base)).size, 1);
    const { registry, name, tag } = imageParts(last?.base ?? '');
    assert.deepEqual([registry, name], [null, 'node']);
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };
    assert.equal(`>=${Number.parseInt(tag ?? '', 10)}`, engines.node);
  });

  it('runs what is built, and takes the arguments of a container for those of the program', () => {
    assert.deepEqual(only(last, 'entrypoint').command, ['node', '/app/dist/main.js']);
    assert.deepEqual(only(last, 'cmd').command, ['serve']);
    assert.equal(only(last, 'workdir').path, '/app');
  });

  it('takes nothing into the image but from the stage that built it, and runs nothing there', () => {
    const copied = last?.steps.flatMap((step) => (step.type === 'copy' ? [step.from] : [])) ?? [];
    assert.ok(copied.length > 0 && copied.every((from) => from === stages[0]?.name));
    assert.ok(last?.steps.every(({ type }) => type !== 'run'));
  });

  it('listens where a container is reached, and says so', () => {
    const loaded = loadConfig([], only(last, 'env').variables);
    assert.ok(loaded.ok);
    const { gatewayListen, grpcListen, adminListen, clusterListen } = loaded.config;
    const listening = [gatewayListen, grpcListen, adminListen, clusterListen];
    assert.deepEqual([...new Set(listening.map(({ host }) => host))], ['0.0.0.0']);
    const ports = listening.map(({ port }) => port);
    assert.deepEqual(only(last, 'expose').ports, ports);
    assert.deepEqual([...(members?.ports.values() ?? [])], ports);
  });

  it('runs as the user as whom Kubernetes runs it', () => {
    const { runAsUser, runAsGroup } = members?.set.spec?.template.spec?.securityContext ?? {};
    assert.equal(only(last, 'user').user, `${runAsUser}:${runAsGroup}`);
    assert.equal(only(last, 'user').user, '10001:10001');
  });

  it('asks /healthz of the port that is set', () => {
    const [program, flag, script = ''] = only(last, 'healthcheck').command;
    assert.deepEqual([program, flag], ['node', '-e']);
    assert.match(script, /HOLDFAST_ADMIN_LISTEN.*\/healthz/);
  });
});

describe('the reader of Dockerfiles', () => {
  it('reads every instruction it knows', () => {
    const text = `# A comment.
      FROM a AS one
      RUN first && \\
          # Another, in the midst of a command.
          second
      FROM b:1
      WORKDIR /app
      COPY --from=one x y z/
      ENV A=1 \\
          B=two
      USER 7:8
      EXPOSE 1 2
      HEALTHCHECK --interval=1s --timeout=2s CMD ["c", "d"]
      ENTRYPOINT ["e"]
      CMD []`;
    assert.deepEqual(parseDockerfile(text), [
      { base: 'a', name: 'one', steps: [{ type: 'run', command: 'first && second' }] },
      {
        base: 'b:1',
        name: null,
        steps: [
          { type: 'workdir', path: '/app' },
          { type: 'copy', from: 'one', sources: ['x', 'y'], target: 'z/' },
          { type: 'env', variables: { A: '1', B: 'two' } },
          { type: 'user', user: '7:8' },
          { type: 'expose', ports: [1, 2] },
          { type: 'healthcheck', command: ['c', 'd'] },
          { type: 'entrypoint', command: ['e'] },
          { type: 'cmd', command: [] },
        ],
      },
    ]);
  });

  it('refuses what it would carry out in another way than an engine', () => {
    for (const [line, reason] of [
      ['ADD a b/', /ADD is not known/],
      ['RUN --mount=type=cache,target=/x a', /only plain commands/],
      ['RUN ["a"]', /only plain commands/],
      ['COPY --chown=1:1 a b/', /no known form/],
      ['COPY *.json b/', /no known form/],
      ['COPY a', /no known form/],
      ['ENV A 1', /no known form/],
      ['ENV A="1 2"', /no known form/],
      ['CMD node main.js', /no list of texts/],
      ['HEALTHCHECK NONE', /no list of texts/],
      ['FROM a AS', /no known form/],
    ] as const) {
      assert.throws(() => parseDockerfile(`FROM a\n${line}`), { message: reason }, line);
    }
    assert.throws(() => parseDockerfile('RUN a'), { message: /before the first FROM/ });
  });
});
