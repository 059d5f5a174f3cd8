import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ClusterClients } from './cluster-clients.ts';
import { World } from './world/world.ts';

const MEMBERS = ['a', 'b', 'c', 'd', 'e'];
/** What happens to copies when something is wrong, or something is to be moved. */
const UPHEAVAL = new Set([
  'replica-removed',
  'refill-wanted',
  'digest-mismatch',
  'catch-up-began',
  'asked-to-take-over',
]);

it('a cluster without faults, under load, leaves its copies where they are', () => {
  const world = new World({ seed: 5, copies: 2, partitions: 64, bootstrapMembers: MEMBERS.length });
  const upheavals: string[] = [];
  world.onTrace((id, event) => {
    if (UPHEAVAL.has(event.type)) upheavals.push(`${world.now} ${id} ${event.type}`);
  });
  const clients = new ClusterClients(world, { jostling: 8, hotKeys: 4, visiting: 15, dozing: 12 }, 5);
  for (const member of MEMBERS) world.start(member);
  clients.start();
  world.runUntil(120_000);
  assert.ok(clients.history.entries.length > 2_000, 'there was load');
  assert.deepEqual(upheavals, []);
});
