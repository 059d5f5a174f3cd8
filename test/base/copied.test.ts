import assert from 'node:assert/strict';
import { it } from 'node:test';
import { copied } from '../../src/base/copied.ts';
import { Random } from '../../src/base/random.ts';

it('copies stay what they were, whatever becomes of the original and of other copies', () => {
  const random = new Random(1);
  const kept: { readonly copy: Uint8Array; readonly text: string }[] = [];
  for (let i = 0; i < 500; i++) {
    const bytes = Uint8Array.from({ length: random.below(random.below(10) === 0 ? 9_000 : 300) }, () =>
      random.below(256),
    );
    const copy = copied(bytes);
    assert.notEqual(copy.buffer, bytes.buffer);
    kept.push({ copy, text: Buffer.from(bytes).toString('hex') });
    bytes.fill(0);
  }
  for (const { copy, text } of kept) assert.equal(Buffer.from(copy).toString('hex'), text);
});
