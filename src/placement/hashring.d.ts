/** As much of the package `hashring` as is used here. */
export default class HashRing {
  /**
   * `algorithm` is the name of a hash that the platform offers; its digest must have at least 16 octets. A member with
   * `vnodes` of its own gets exactly that many, provided it is another number than `vnode count`.
   */
  constructor(
    members: Readonly<Record<string, { readonly vnodes: number }>>,
    algorithm: string,
    options: { readonly 'vnode count': number },
  );

  /** The first `size` distinct members from where `key` falls on the ring. */
  range(key: string, size: number): string[];
}
