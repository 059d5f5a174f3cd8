/** One process that holds a copy: a member in one of its incarnations. A restarted member is another holder. */
export interface Holder {
  readonly member: string;
  /** Positive; higher than any the member had before. */
  readonly incarnation: number;
}

/** Who holds a partition, or should. No member twice, in whichever incarnation. */
export interface Holders {
  readonly primary: Holder;
  /** In the order in which they were added. */
  readonly replicas: readonly Holder[];
}

export const MAX_COPIES = 5;

export function sameHolder(a: Holder, b: Holder): boolean {
  return a.member === b.member && a.incarnation === b.incarnation;
}

export function holds(holders: Holders, holder: Holder): boolean {
  return sameHolder(holders.primary, holder) || holders.replicas.some((replica) => sameHolder(replica, holder));
}

/** Equal roles for equal holders; the order of the replicas does not count. */
export function sameHolders(a: Holders, b: Holders): boolean {
  return (
    sameHolder(a.primary, b.primary) &&
    a.replicas.length === b.replicas.length &&
    a.replicas.every((replica) => b.replicas.some((other) => sameHolder(replica, other)))
  );
}

/** Made once for each holder: texts that are put together anew are slow to be looked up by. */
const names = new WeakMap<Holder, string>();

/** As one text, for maps and messages. */
export function nameOf(holder: Holder): string {
  let name = names.get(holder);
  if (name === undefined) {
    name = `${holder.member}#${holder.incarnation}`;
    names.set(holder, name);
  }
  return name;
}
