/** What the name of a container image says. */
export interface ImageName {
  /** Null: whatever the machine that runs it looks in. */
  readonly registry: string | null;
  readonly name: string;
  readonly tag: string | null;
}

/** By the rule of docker: what stands before the first slash is a host if it has a dot or a port, or is `localhost`. */
export function imageParts(image: string): ImageName {
  const slash = image.indexOf('/');
  const first = slash < 0 ? '' : image.slice(0, slash);
  const registry = /[.:]/.test(first) || first === 'localhost' ? first : null;
  const rest = registry === null ? image : image.slice(slash + 1);
  const [, name = rest, tag = null] = /^([^:@]+)(?::([\w.-]+))?$/.exec(rest) ?? [];
  return { registry, name, tag };
}
