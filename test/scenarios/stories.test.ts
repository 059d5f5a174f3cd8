import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CONTENTS } from './contents.ts';
import { playStory } from './play-story.ts';
import { differenceIn, parseStory, prefaceOf, renderStory, stepsOf } from './story.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const UPDATE = 'UPDATE=1 node --import tsx --test test/scenarios/stories.test.ts';

// With UPDATE=1 what happens is written into the stories: read what has changed before you believe it.
const update = process.env['UPDATE'] === '1';

for (const [chapter, files] of Object.entries(CONTENTS)) {
  describe(`stories: ${chapter}`, () => {
    for (const file of files) {
      const story = parseStory(readFileSync(FOLDER + file, 'utf8'));
      const [title = ''] = prefaceOf(story).split('\n');
      it(title, () => {
        const results = playStory(stepsOf(story));
        if (update) writeFileSync(FOLDER + file, renderStory(story, results));
        const difference = update ? null : differenceIn(story, results);
        if (difference !== null) assert.fail(`${file}, ${difference}\nIf that is as it should be: ${UPDATE}`);
      });
    }
  });
}

describe('all stories', () => {
  it('are in the table of contents, once', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
    assert.deepEqual(Object.values(CONTENTS).flat().sort(), files.sort());
  });

  it('say in words what they show, and which promise that holds', () => {
    for (const file of Object.values(CONTENTS).flat()) {
      const preface = prefaceOf(parseStory(readFileSync(FOLDER + file, 'utf8')));
      assert.match(preface, /^\S.*\n\n[\s\S]*\bP([1-9]|1[0-2])\b/, file);
    }
  });
});
