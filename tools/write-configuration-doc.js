// Writes docs/configuration.md from the settings' schema. With --check: changes nothing, fails if it would.
import { readFileSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const target = new URL('../docs/configuration.md', import.meta.url);
const { renderConfigurationDoc } = await tsImport('../src/config/render.ts', import.meta.url);
const rendered = renderConfigurationDoc();

if (process.argv.includes('--check')) {
  let present = '';
  try {
    present = readFileSync(target, 'utf8');
  } catch {
    // Missing counts as different.
  }
  if (present !== rendered) {
    console.error('docs/configuration.md is not what src/config/settings.ts says; run: npm run generate');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, rendered);
}
