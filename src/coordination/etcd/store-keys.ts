/** Where a cluster's things lie in etcd, all under one prefix, so that clusters of other names may share it. */
export class StoreKeys {
  /** Of all the others. */
  readonly prefix: Buffer;
  readonly table: Buffer;
  /** Of the registrations. */
  readonly members: Buffer;
  private readonly root: string;

  constructor(clusterName: string) {
    this.root = `holdfast/${segment(clusterName)}/`;
    this.prefix = Buffer.from(this.root);
    this.table = Buffer.from(`${this.root}table`);
    this.members = Buffer.from(`${this.root}members/`);
  }

  /** The registration of a member. */
  member(id: string): Buffer {
    return Buffer.from(`${this.root}members/${segment(id)}`);
  }

  /** The last incarnation that was drawn for a member. */
  incarnation(id: string): Buffer {
    return Buffer.from(`${this.root}incarnations/${segment(id)}`);
  }
}

/** The first key behind all that begin with this one, whose last byte is a slash. */
export function endOf(prefix: Buffer): Buffer {
  const end = Buffer.from(prefix);
  const last = end.length - 1;
  end.writeUInt8(end.readUInt8(last) + 1, last);
  return end;
}

/** A slash within a name must not look like the one behind it. */
function segment(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('/', '%2F');
}
