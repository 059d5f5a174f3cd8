import assert from 'node:assert/strict';
import { it } from 'node:test';
import { mergeMetrics } from '../../src/supervisor/merged-metrics.ts';

it('several pages of metrics become one, on which each family is once', () => {
  const pageOf = (member: string, value: number): string =>
    [
      '# HELP time How long.',
      '# TYPE time histogram',
      `time_bucket{le="1",member="${member}"} ${value}`,
      `time_count{member="${member}"} ${value}`,
      '',
      '# HELP up Whether.',
      '# TYPE up gauge',
      `up{member="${member}"} 1`,
      '',
    ].join('\n');
  const more = '# HELP more Only here.\n# TYPE more gauge\nmore 1\n';
  assert.equal(
    mergeMetrics([pageOf('a', 1), `${pageOf('b', 2)}\n${more}`]),
    [
      '# HELP time How long.',
      '# TYPE time histogram',
      'time_bucket{le="1",member="a"} 1',
      'time_count{member="a"} 1',
      'time_bucket{le="1",member="b"} 2',
      'time_count{member="b"} 2',
      '',
      '# HELP up Whether.',
      '# TYPE up gauge',
      'up{member="a"} 1',
      'up{member="b"} 1',
      '',
      more,
    ].join('\n'),
  );
  assert.equal(mergeMetrics([]), '');
});
