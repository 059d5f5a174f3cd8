import type { Config } from '../config/config.ts';
import { placedAddress, placedId } from '../config/machine-relations.ts';
import { formatAddress } from '../config/relations.ts';
import { SETTINGS, type SettingId } from '../config/settings.ts';
import type { MemberPlan } from './supervisor.ts';

/**
 * What each member of a machine is started with. They are ordinary members of the cluster, in one zone, so that copies go
 * to other machines where there are any. Where there is no etcd, who starts them keeps the store for them.
 *
 * @param argv what follows `serve`
 */
export function planMachine(config: Config, argv: readonly string[]): readonly MemberPlan[] {
  // Nothing may be taken for an end of the flags before those that are decided here.
  const given = argv.filter((arg) => arg !== '--');
  return Array.from({ length: config.membersPerMachine }, (_, place) => {
    const decided = Object.entries(decidedFor(config, place));
    const flags = decided.map(([id, value]) => `--${SETTINGS[id as SettingId].name}=${value}`);
    // Of a flag given twice the last counts.
    return { id: placedId(config.memberId, place), args: ['serve', ...given, ...flags] };
  });
}

function decidedFor(config: Config, place: number): Partial<Record<SettingId, string | number | boolean>> {
  return {
    membersPerMachine: 1,
    machineMember: true,
    memberId: placedId(config.memberId, place),
    zone: config.zone === '' ? config.memberId : config.zone,
    clusterListen: formatAddress(placedAddress(config.clusterListen, place)),
    advertise: formatAddress(placedAddress(config.advertise, place)),
    maxMemory: Math.floor(config.maxMemory / config.membersPerMachine),
    ...(config.coordination === 'embedded'
      ? { coordination: 'supervisor', copies: config.copies, bootstrapMembers: config.bootstrapMembers }
      : {}),
  };
}
