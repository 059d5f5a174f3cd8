import { status } from '@grpc/grpc-js';

/** What grpc-js gives for a call that failed, whoever it was that ended it. */
export interface Trouble extends Error {
  readonly code: status;
  readonly details: string;
}

/** Anything else that is thrown here is a fault of our own. */
export function isTrouble(error: unknown): error is Trouble {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'details' in error;
}

/** Found on this side of the line. */
export function trouble(code: status, details: string): Trouble {
  return Object.assign(new Error(details), { code, details });
}

/** For logs. Neither token nor password is ever in it. */
export function textOf({ code, details }: Trouble): string {
  return `${status[code]}: ${details}`;
}

/** It may be this endpoint's alone: another one is worth a try. */
export function isOfEndpoint({ code }: Trouble): boolean {
  switch (code) {
    case status.UNAVAILABLE:
    case status.DEADLINE_EXCEEDED:
    case status.CANCELLED:
    case status.INTERNAL:
    case status.UNKNOWN:
    case status.UNIMPLEMENTED:
      return true;
    default:
      return false;
  }
}

/** No trouble at all but an answer: there is no such lease, or one already. */
export function isAnswer({ code }: Trouble): boolean {
  return code === status.NOT_FOUND || code === status.FAILED_PRECONDITION;
}

/** The token is of no use, or one is wanted: nothing was done. */
export function wantsToken({ code, details }: Trouble): boolean {
  if (code === status.UNAUTHENTICATED) return true;
  return code === status.INVALID_ARGUMENT && /user name is empty|auth store is old/.test(details);
}

/** Users are not in use there: it takes everybody. */
export function isWithoutUsers({ code, details }: Trouble): boolean {
  return code === status.FAILED_PRECONDITION && details.includes('authentication is not enabled');
}

/** Nothing can be written until somebody makes room. */
export function isOutOfSpace({ code, details }: Trouble): boolean {
  return code === status.RESOURCE_EXHAUSTED && details.includes('space exceeded');
}
