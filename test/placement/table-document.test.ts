import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstTable, nextTable, type PartitionTable } from '../../src/placement/partition-table.ts';
import { preferenceOf } from '../../src/placement/preference.ts';
import { successionFlaw } from '../../src/placement/succession.ts';
import { decodeTable, encodeTable, validateTable } from '../../src/placement/table-document.ts';
import { targetOf } from '../../src/placement/target.ts';
import { randomHistory } from './random-tables.ts';

const HISTORIES = 60;

interface Document {
  format: number;
  version: number;
  cluster: string;
  copies: number;
  draining: [number, number] | null;
  members: [string, number, string, number][];
  partitions: [number, number, number, ...[number, number][]][];
  [field: string]: unknown;
}

const table = nextTable(
  firstTable(
    'cluster',
    2,
    ['a', 'b', 'c', 'd'].map((id) => ({ id, incarnation: 3, zone: '' })),
    [
      { primary: { member: 'a', incarnation: 3 }, replicas: [{ member: 'b', incarnation: 2 }] },
      { primary: { member: 'c', incarnation: 3 }, replicas: [] },
    ],
  ),
  [{ type: 'draining', holder: { member: 'd', incarnation: 3 } }],
);

function corrupted(change: (document: Document) => void): unknown {
  const document: Document = JSON.parse(encodeTable(table));
  change(document);
  return document;
}

/** Each breaks one promise of the table, and is to be refused with these words. */
const CORRUPTIONS: readonly [string, (document: Document) => void, RegExp][] = [
  ['another format', (d) => (d.format = 2), /format/],
  ['no format', (d) => delete (d as Partial<Document>).format, /format/],
  ['a field nobody knows', (d) => (d['more'] = 1), /unknown field more/],
  ['version 0', (d) => (d.version = 0), /version: not positive/],
  ['half a version', (d) => (d.version = 1.5), /version: not a whole/],
  ['a version as text', (d) => (d.version = '7' as unknown as number), /version: not a number/],
  ['a version beyond whole numbers', (d) => (d.version = 2 ** 53), /version: not a whole/],
  ['no version', (d) => delete (d as Partial<Document>).version, /version/],
  ['a nameless cluster', (d) => (d.cluster = ''), /cluster has no name/],
  ['a cluster without text', (d) => (d.cluster = 7 as unknown as string), /cluster: not text/],
  ['a cluster with a long name', (d) => (d.cluster = 'x'.repeat(254)), /cluster: longer/],
  ['half a character', (d) => (d.cluster = '\ud800'), /cluster: has/],
  ['no copies', (d) => (d.copies = 0), /copies: not positive/],
  ['six copies', (d) => (d.copies = 6), /copies: more than 5/],
  ['members that are no list', (d) => (d.members = {} as Document['members']), /members: not a list/],
  ['members not sorted', (d) => d.members.reverse(), /sorted/],
  ['a member twice', (d) => d.members.splice(1, 0, ['a', 9, '', 0]), /each once/],
  ['a nameless member', (d) => (d.members[0] = ['', 3, '', 0]), /id is empty/],
  ['a member with a control character', (d) => (d.members[0] = ['a\n', 3, '', 0]), /id: has/],
  ['a member without incarnation', (d) => (d.members[0] = ['a', 0, '', 0]), /incarnation: not positive/],
  ['a member with a short row', (d) => d.members[0]?.pop(), /four fields/],
  ['a zone that is no text', (d) => (d.members[0] = ['a', 3, null as unknown as string, 0]), /zone: not text/],
  ['an incarnation forgotten before its time', (d) => (d.members[0] = ['a', 3, '', 4]), /never was/],
  ['one that drains and is nobody', (d) => (d.draining = [4, 3]), /draining: holder is not a known member/],
  ['one that drains in a former incarnation', (d) => (d.draining = [3, 2]), /not the newest/],
  ['one that drains and is forgotten', (d) => (d.members[3] = ['d', 3, '', 3]), /draining: forgotten/],
  ['draining left out', (d) => delete (d as Partial<Document>).draining, /draining/],
  ['no partitions', (d) => (d.partitions = []), /none/],
  ['epoch 0', (d) => (d.partitions[0] = [0, 0, 0, [0, 3]]), /partition 0: epoch: not positive/],
  ['a negative epoch', (d) => (d.partitions[1] = [-1, 1, 0, [2, 3]]), /partition 1: epoch: negative/],
  ['a reign to come', (d) => (d.partitions[0] = [1, 2, 0, [0, 3]]), /reign is above/],
  ['reign 0', (d) => (d.partitions[0] = [1, 0, 0, [0, 3]]), /reign: not positive/],
  ['a life without a reign', (d) => (d.partitions[0] = [3, 1, 1, [0, 3]]), /lives/],
  ['a negative life', (d) => (d.partitions[0] = [1, 1, -1, [0, 3]]), /life: negative/],
  ['no primary', (d) => (d.partitions[0] = [1, 1, 0]), /no primary/],
  ['a holder twice', (d) => d.partitions[0]?.push([0, 3]), /twice/],
  ['a holder twice, in two incarnations', (d) => d.partitions[0]?.push([0, 2]), /twice/],
  ['copies + 2 holders', (d) => d.partitions[0]?.push([2, 3], [3, 3]), /more than 3 holders/],
  ['an unknown holder', (d) => d.partitions[0]?.push([4, 1]), /known member/],
  ['a holder from the future', (d) => (d.partitions[1] = [1, 1, 0, [2, 4]]), /never was/],
  ['a holder without incarnation', (d) => (d.partitions[1] = [1, 1, 0, [2, 0]]), /not positive/],
  ['a holder by its name', (d) => (d.partitions[1] = [1, 1, 0, ['c' as unknown as number, 3]]), /not a number/],
  [
    'a holder with too many fields',
    (d) => (d.partitions[1] = [1, 1, 0, [2, 3, 1] as unknown as [number, number]]),
    /two fields/,
  ],
  [
    'a partition that is no list',
    (d) => (d.partitions[0] = null as unknown as Document['partitions'][0]),
    /not a list/,
  ],
];

describe('the document of a table', () => {
  it('gives back every table of every history, to the last character, and frozen', () => {
    for (let seed = 0; seed < HISTORIES; seed++) {
      for (const made of randomHistory(seed, 8, 40)) {
        const text = encodeTable(made);
        const read = decodeTable(text);
        assert.deepEqual(read, made);
        assert.ok(Object.isFrozen((read as PartitionTable).partitions[0]?.primary));
        assert.equal(encodeTable(read as PartitionTable), text);
      }
    }
  });

  it('says what it is in words one can read', () => {
    assert.equal(
      encodeTable(table),
      '{"format":1,"version":2,"cluster":"cluster","copies":2,"draining":[3,3],' +
        '"members":[["a",3,"",0],["b",3,"",0],["c",3,"",0],["d",3,"",0]],' +
        '"partitions":[[1,1,0,[0,3],[1,2]],[1,1,0,[2,3]]]}',
    );
  });

  it('refuses whatever breaks a promise, and says which', () => {
    assert.equal(typeof validateTable(corrupted(() => undefined)), 'object');
    for (const [what, corrupt, why] of CORRUPTIONS) {
      const flaw = validateTable(corrupted(corrupt));
      assert.equal(typeof flaw, 'string', `${what} was accepted`);
      assert.match(flaw as string, why, what);
    }
    for (const nothing of [null, undefined, 1, 'table', [], {}]) assert.match(String(validateTable(nothing)), /format/);
  });

  it('refuses text that this program would not write: a swap could never compare equal to it', () => {
    const text = encodeTable(table);
    assert.match(String(decodeTable(text.replace(':', ': '))), /written/);
    assert.match(String(decodeTable(text.replace('"copies":2', '"copies":2.0'))), /written/);
    assert.match(String(decodeTable(text.slice(0, -1))), /JSON/);
  });

  it('stays small', () => {
    const members = Array.from({ length: 50 }, (_, place) => ({
      id: `holdfast-${place}.holdfast.production.svc.cluster.local`,
      incarnation: 1_000 + place,
      zone: `eu-central-1${'abc'[place % 3]}`,
    }));
    const preference = preferenceOf(
      members.map(({ id }) => id),
      256,
    );
    const placement = targetOf({ members, copies: 5, present: [], preference }) ?? [];
    const size = encodeTable(firstTable('0123456789abcdef0123456789abcdef', 5, members, placement)).length;
    assert.ok(size < 30_000, `${size} octets`);
  });
});

describe('the succession of tables', () => {
  it('accepts any later table of one history, and none that is earlier or the same', () => {
    for (let seed = 0; seed < HISTORIES; seed++) {
      const history = randomHistory(seed, 8, 30);
      for (let at = 0; at + 7 < history.length; at++) {
        const [now, next, later] = [history[at], history[at + 1], history[at + 7]] as [
          PartitionTable,
          PartitionTable,
          PartitionTable,
        ];
        assert.equal(successionFlaw(now, next), null);
        assert.equal(successionFlaw(now, later), null);
        assert.match(successionFlaw(now, now) ?? '', /version/);
        assert.match(successionFlaw(later, now) ?? '', /version/);
      }
    }
  });

  it('refuses what another cluster, or a store restored from a backup, would show', () => {
    const entry = table.partitions[0];
    const member = table.members[0];
    assert.ok(entry !== undefined && member !== undefined);
    const later = { ...table, version: table.version + 1 };
    const held = { ...later, partitions: table.partitions.map((e) => ({ ...e, epoch: 5, reign: 3, life: 2 })) };
    const first = (change: object, of = held) => ({
      ...of,
      version: 9,
      partitions: of.partitions.map((e) => ({ ...e, ...change })),
    });
    assert.equal(successionFlaw(table, later), null);
    assert.match(successionFlaw(table, { ...later, cluster: 'other' }) ?? '', /another cluster/);
    assert.match(successionFlaw(table, { ...later, partitions: [] }) ?? '', /number of partitions/);
    assert.match(successionFlaw(held, first({ epoch: 4 })) ?? '', /older epoch/);
    assert.match(successionFlaw(held, first({ epoch: 6, reign: 2 })) ?? '', /older reign/);
    assert.match(successionFlaw(held, first({ epoch: 6, life: 1 })) ?? '', /older life/);
    assert.match(successionFlaw(held, first({ reign: 4 })) ?? '', /within its epoch/);
    assert.match(successionFlaw(held, first({ life: 3 })) ?? '', /within its epoch/);
    assert.match(
      successionFlaw(held, first({ replicas: [{ member: 'd', incarnation: 3 }] })) ?? '',
      /within its epoch/,
    );
    const other = (change: object) => ({ ...later, members: table.members.map((m) => ({ ...m, ...change })) });
    assert.match(successionFlaw(table, other({ incarnation: 2 })) ?? '', /older incarnation/);
    assert.match(successionFlaw(other({ forgotten: 2 }), { ...table, version: 9 }) ?? '', /no longer forgotten/);
  });
});
