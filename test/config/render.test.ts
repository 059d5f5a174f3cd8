import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { renderConfigurationDoc, renderHelp } from '../../src/config/render.ts';
import { SETTING_IDS, SETTINGS } from '../../src/config/settings.ts';

describe('help and docs', () => {
  it('tell of every setting but the hidden ones', () => {
    for (const text of [renderHelp(), renderConfigurationDoc()]) {
      for (const id of SETTING_IDS) {
        assert.equal(text.includes(`--${SETTINGS[id].name}`), SETTINGS[id].section !== 'Hidden', id);
      }
      assert.doesNotMatch(text, /test.clock/i);
    }
  });

  it('show defaults as one would write them', () => {
    assert.match(renderHelp(), /--lock-lease DURATION\n[^-]+Default: 110s\. Allowed: /);
    assert.match(renderConfigurationDoc(), /### max-memory[^#]+- Default: half of the container's limit/);
  });

  it('fit a terminal', () => {
    for (const line of renderHelp().split('\n')) assert.ok(line.length <= 112, line);
  });
});

it('docs/configuration.md is what the schema says', () => {
  const present = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  assert.equal(present, renderConfigurationDoc(), 'run: npm run generate');
});
