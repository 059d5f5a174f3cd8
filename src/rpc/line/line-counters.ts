/** What the lines of a process count since its start; the last two are how it stands now. */
export interface LineCounters {
  /** Lines that came to stand. */
  linesUp: number;
  /** Lines that stood and ended, for whatever reason. */
  linesBroken: number;
  /** Of those: ended because the peer did not take what was sent. */
  slowPeersEnded: number;
  /** Greetings after which one of both sides wanted no line. */
  refused: number;
  /** Of messages of the calls, without what carries them. */
  bytesIn: number;
  bytesOut: number;
  /** Frames, and parts of frames. */
  framesIn: number;
  framesOut: number;
  linesStanding: number;
  /** Handed over to be sent, and not yet taken by the peer's connection. */
  unsentBytes: number;
}

export function newLineCounters(): LineCounters {
  return {
    linesUp: 0,
    linesBroken: 0,
    slowPeersEnded: 0,
    refused: 0,
    bytesIn: 0,
    bytesOut: 0,
    framesIn: 0,
    framesOut: 0,
    linesStanding: 0,
    unsentBytes: 0,
  };
}
