import type { RegisteredMember } from '../coordination.ts';

/** A registration as it lies in etcd: JSON, the same text for equal ones. */
export function encodeRegistration(registration: RegisteredMember): string {
  const { member, incarnation, zone, address, version, gatewayOnly, sawTable } = registration;
  return JSON.stringify({ member, incarnation, zone, address, version, gatewayOnly, sawTable });
}

/** Null if it is none. Fields that a newer version may write beside ours are passed over. */
export function decodeRegistration(text: string): RegisteredMember | null {
  const fields = fieldsOf(text);
  const { member, incarnation, zone, address, version, gatewayOnly, sawTable } = fields;
  if (typeof member !== 'string' || member === '') return null;
  if (typeof incarnation !== 'number' || !Number.isSafeInteger(incarnation) || incarnation <= 0) return null;
  if (typeof zone !== 'string' || typeof address !== 'string' || typeof version !== 'string') return null;
  if (typeof gatewayOnly !== 'boolean' || typeof sawTable !== 'boolean') return null;
  return Object.freeze({ member, incarnation, zone, address, version, gatewayOnly, sawTable });
}

interface Fields {
  readonly member?: unknown;
  readonly incarnation?: unknown;
  readonly zone?: unknown;
  readonly address?: unknown;
  readonly version?: unknown;
  readonly gatewayOnly?: unknown;
  readonly sawTable?: unknown;
}

function fieldsOf(text: string): Fields {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null ? document : {};
  } catch {
    return {};
  }
}
