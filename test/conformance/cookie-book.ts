/**
 * Cookies are opaque: a vector says 2 where the server says 1746013112. The book pairs the numbers a vector is written
 * with and those the server gave in their stead, for the length of one vector.
 */
export class CookieBook {
  /** Written number → given number. */
  private readonly given = new Map<string, string>();
  private readonly everGiven = new Set<string>();

  /**
   * A lock was granted under `given` where the vector writes `written`.
   * A number already written once is written again only where the session began a new life: it stands for the newer
   * lock from then on. The server never gives one number twice.
   *
   * @returns what is wrong, or null
   */
  granted(written: string, given: string): string | null {
    if (!isCookie(given)) return `LockCookie ${JSON.stringify(given)} is no number from 1 to 2147483647`;
    if (this.everGiven.has(given)) return `LockCookie ${given} was granted before`;
    this.everGiven.add(given);
    this.given.set(written, given);
    return null;
  }

  /** The number the server must show where the vector writes `written`. */
  expected(written: string): string {
    return this.given.get(written) ?? written;
  }

  /**
   * The number to send where the vector writes `written`: the server's for one that was granted; for one that stands
   * for a wrong cookie itself, or another if that happens to be right.
   */
  toSend(written: string): string {
    const given = this.given.get(written);
    if (given !== undefined) return given;
    let wrong = written;
    while (this.everGiven.has(wrong)) wrong = String((Number(wrong) % 2_147_483_647) + 1);
    return wrong;
  }
}

function isCookie(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647;
}
