import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawPlan } from '../cluster-plan.ts';
import { runCluster } from '../cluster-run.ts';
import { readArguments } from '../simulate-arguments.ts';
import { tellWrongs } from '../simulate-report.ts';

/** What happened how often, in three members under faults of one kind, with nothing wrong. */
function marksUnder(kind: string, seed: number): Readonly<Record<string, number>> {
  const given = readArguments(['--seed', `${seed}`, '--minutes', '0.3', '--members', '3', '--copies', '2']);
  const { report } = runCluster({ ...drawPlan(seed, given), faults: [kind], pace: { gap: 2_000, heels: 0 } });
  assert.deepEqual(report.wrongs, [], tellWrongs(report));
  return report.marks;
}

describe('a garbled message', () => {
  it('makes a copy that differs be removed, filled and added again', () => {
    const marks = marksUnder('garbled digest', 1);
    const {
      'fault: garbled digest': faults = 0,
      'digest mismatch': found = 0,
      'refill after digest': mended = 0,
    } = marks;
    assert.ok(faults >= 4, `${faults} faults`);
    assert.ok(found >= faults / 2 && found <= faults, `${found} of ${faults} were found`);
    assert.ok(mended >= found / 2, `${mended} of ${found} were mended`);
    assert.equal(marks['refill wanted'], undefined);
  });

  it('makes a copy whose standing is not known be filled again', () => {
    const marks = marksUnder('garbled standing', 1);
    const { 'fault: garbled standing': faults = 0, 'refill wanted': wanted = 0 } = marks;
    assert.ok(faults >= 4, `${faults} faults`);
    assert.ok(wanted >= faults / 2 && wanted <= faults, `${wanted} of ${faults}`);
    assert.ok((marks['replica added'] ?? 0) >= wanted);
    assert.equal(marks['digest mismatch'], undefined);
  });

  it('is none without such faults', () => {
    const marks = marksUnder('line breaks', 1);
    assert.ok((marks['realigned'] ?? 0) > 0);
    assert.equal(marks['digest mismatch'], undefined);
    assert.equal(marks['refill wanted'], undefined);
  });
});
