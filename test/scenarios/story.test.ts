import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDuration, tellDuration } from './durations.ts';
import { Nicknames } from './nicknames.ts';
import { playStory } from './play-story.ts';
import { differenceIn, parseStory, prefaceOf, renderStory, stepsOf } from './story.ts';

const TEXT = `# A title
#
# What it shows (P1).

start a b copies=2
  primary a, replica b (epoch 2)

# A remark.
client x at a: get app/1
  x: missing
table
`;

function play(...commands: string[]): string[][] {
  return playStory(stepsOf(parseStory(`${commands.join('\n')}\n`)));
}

describe('a story', () => {
  it('is read, and written back as it was', () => {
    const story = parseStory(TEXT);
    assert.deepEqual(stepsOf(story), [
      { line: 5, command: 'start a b copies=2', recorded: ['primary a, replica b (epoch 2)'] },
      { line: 9, command: 'client x at a: get app/1', recorded: ['x: missing'] },
      { line: 11, command: 'table', recorded: [] },
    ]);
    assert.equal(prefaceOf(story), 'A title\n\nWhat it shows (P1).');
    const recorded = stepsOf(story).map((step) => step.recorded);
    assert.equal(renderStory(story, recorded), TEXT);
    assert.equal(differenceIn(story, recorded), null);
  });

  it('has nothing recorded that no command led to', () => {
    assert.throws(() => parseStory('# A title\n  x: missing\n'), /line 2 is recorded under no command: x: missing/);
  });

  it('that goes another way than it is told fails where it does, and shows both ways', () => {
    const story = parseStory(TEXT.replace('x: missing', 'x: missing\n  y waits'));
    const results = playStory(stepsOf(story));
    assert.equal(
      differenceIn(story, results),
      ['line 9: client x at a: get app/1', '    x: missing', '  - y waits'].join('\n'),
    );
    const other = parseStory(TEXT.replace('x: missing', 'x: removed'));
    assert.equal(
      differenceIn(other, results),
      ['line 9: client x at a: get app/1', '  - x: removed', '  + x: missing'].join('\n'),
    );
    const shorter = parseStory(TEXT);
    assert.equal(differenceIn(shorter, results), 'line 11: table\n  + primary a, replica b (epoch 2)');
  });

  it('is the same whenever it is played', () => {
    const story = [
      'start a b c copies=2',
      'crash a',
      'client y at c: get app/1',
      'run 10s',
      'settle',
      'copies',
      'table',
    ];
    const first = play(...story);
    assert.deepEqual(play(...story), first);
    assert.ok(first.flat().some((line) => line.endsWith('s: b is primary')));
  });

  it('that says what no story can say, or comes to nothing, says where', () => {
    assert.throws(() => play('table'), /line 1, table: a story begins with members/);
    for (const [command, flaw] of [
      ['juggle a', /line 2, juggle a: no story can say: juggle a/],
      ['client x at a: fetch app/1', /line 2, .*: there is no command fetch/],
      ['client x at a: get app/1 cookie=#1', /line 2, .*: get takes no cookie/],
      ['client x at a: remove app/1 cookie=#1', /line 2, .*: no cookie #1 was given out/],
      ['client x at a: get app/1 wait=1h', /line 2, .*: 1h is no length of time/],
      ['run until c is primary', /line 2, .*: never seen: c is primary/],
      ['start a', /line 2, .*: a runs already/],
      ['forget d', /line 2, .*: no process d/],
    ] as const) {
      assert.throws(() => play('start a b copies=2', command), flaw);
    }
  });

  it('has clients that ask one thing at a time', () => {
    const twice = ['pause a', 'client x at a: get app/1', 'client x at a: get app/1'];
    assert.throws(() => play('start a copies=1', ...twice), /line 4, .*: x waits for an answer already/);
  });
});

describe('what a story tells', () => {
  it('is lengths of time as coarse as need be', () => {
    assert.deepEqual(['1500ms', '0.5s', '10m'].map(readDuration), [1_500, 500, 600_000]);
    assert.deepEqual([40, 1_549, 1_800, 600_000].map(tellDuration), ['0.0 s', '1.5 s', '2.0 s', '600.0 s']);
  });

  it('is numbers that say what they have to do with each other', () => {
    const names = new Nicknames();
    assert.deepEqual(
      [70, 72, 70, 0, 9].map((cookie) => names.cookie(cookie)),
      ['#1', '#3', '#1', 'none', '#elsewhere'],
    );
    assert.deepEqual(
      ['#3', '#elsewhere'].map((nickname) => names.cookieOf(nickname)),
      [72, 9],
    );
    assert.throws(() => names.cookieOf('#2'), /no cookie #2 was given out/);
    const version = (versionMemory: number, versionSequence: number) =>
      names.version({ versionMemory, versionSequence });
    assert.deepEqual([version(9, 4), version(8, 1), version(9, 5)], ['v4', 'v1 of memory 2', 'v5']);
  });
});
