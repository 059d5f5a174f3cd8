import { name } from './cluster-kinds.ts';
import type { Given } from './given-values.ts';
import { formatSize, LEAST_MEMORY, type ListenAddress } from './kinds.ts';
import { formatAddress, sameAddress } from './relations.ts';
import { SETTINGS, type SettingId } from './settings.ts';
import type { Settled } from './settled.ts';

const LAST_PORT = 65_535;

/** The id of the member at that place among the several of a machine. It stays the same, so a restarted one keeps it. */
export function placedId(machine: string, place: number): string {
  return `${machine}-${place}`;
}

/** The address of the member at that place, where the first has `address`. Port 0 is any, for each. */
export function placedAddress({ host, port }: ListenAddress, place: number): ListenAddress {
  return { host, port: port === 0 ? 0 : port + place };
}

/** What several members of one machine ask of the settings that they divide: the line for the first at odds, or null. */
export function checkMachineRelations(values: Settled, given: ReadonlyMap<SettingId, Given>): string | null {
  const { membersPerMachine: count, memberId, maxMemory, coordination } = values;
  if (count === 1) return null;
  const say = (id: SettingId) => `${SETTINGS[id].name} (${given.get(id)?.origin ?? 'default'})`;
  const many = `${say('membersPerMachine')}, which is ${count}`;

  if (coordination === 'supervisor' || values.machineMember || values.testClock) {
    const id = coordination === 'supervisor' ? 'coordination' : values.machineMember ? 'machineMember' : 'testClock';
    return `${say(id)}: ${values[id]} is for one member; allowed: with members-per-machine 1, not ${many}`;
  }
  if (name.parse(placedId(memberId, count - 1)) === undefined) {
    return `${say('memberId')}: is too long; allowed: what leaves room for a number behind it, with ${many}`;
  }
  if (maxMemory < count * LEAST_MEMORY) {
    return `${say('maxMemory')}: ${formatSize(maxMemory)} is too little; allowed: at least ${formatSize(LEAST_MEMORY)} for each of ${many}`;
  }
  for (const id of ['clusterListen', 'advertise'] as const) {
    if (placedAddress(values[id], count - 1).port > LAST_PORT) {
      return `${say(id)}: ${formatAddress(values[id])} leaves no port for each member; allowed: at most ${LAST_PORT - count + 1} with ${many}`;
    }
  }
  for (let place = 1; place < count; place++) {
    const address = placedAddress(values.clusterListen, place);
    const other = (['gatewayListen', 'grpcListen', 'adminListen'] as const).find((id) =>
      sameAddress(address, values[id]),
    );
    if (other === undefined) continue;
    return `${say(other)}: ${formatAddress(address)} is taken by ${say('clusterListen')} and ${many}; allowed: an address of its own`;
  }
  return null;
}
