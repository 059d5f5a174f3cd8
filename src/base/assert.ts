/**
 * A broken assumption of ours, never of a client's. It is not caught anywhere: the process ends, because a member
 * whose state is not what its code believes must not go on answering.
 */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Throws when `condition` does not hold. Stays on in production; split compound conditions so the failing line says which. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** For the branch of a closed union that the types say cannot be reached. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${String(value)}`);
}
