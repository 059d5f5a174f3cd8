export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Reads `127.0.0.1:42424` or `[::1]:42424`. */
export function parseAddress(text: string): Address {
  const parts = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(text);
  const host = parts?.[1] ?? parts?.[2];
  if (host === undefined) throw new Error(`not an address: ${JSON.stringify(text)}`);
  return { host, port: Number(parts?.[3]) };
}
