const BODY_EDGE = 64;

/** Where the head of the request ends and its body begins. */
export function headLength(request: Buffer): number {
  const end = request.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('a request without the end of its head');
  return end + 4;
}

/**
 * The offsets at which a request is cut in two: every one within its head and at its end, and the body's first and
 * last 64.
 */
export function cutsOf(request: Buffer): number[] {
  const body = headLength(request);
  const cuts: number[] = [];
  for (let at = 1; at < request.length; at++) {
    if (at <= body + BODY_EDGE || at >= request.length - BODY_EDGE) cuts.push(at);
  }
  return cuts;
}
