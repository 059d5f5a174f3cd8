/** `127.0.0.1:50123` and `::ffff:127.0.0.1:50123` → `127.0.0.1`; `::1:50123` → `::1`. */
export function addressOf(peer: string): string {
  const colon = peer.lastIndexOf(':');
  const address = colon < 0 ? peer : peer.slice(0, colon);
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
}
