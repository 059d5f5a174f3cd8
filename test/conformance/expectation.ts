import type { Response } from '../process/response-reader.ts';
import type { CookieBook } from './cookie-book.ts';
import type { Expectation, ExpectedHeader } from './vector.ts';

/**
 * Everything in which `response` differs from `expect`, in words; empty when it conforms. Learns cookies on the way.
 */
export function differences(response: Response, expect: Expectation, cookies: CookieBook): string[] {
  const found: string[] = [];
  if (response.status !== expect.status) found.push(`status ${response.status} instead of ${expect.status}`);
  if (expect.statusLine !== null && response.statusLine !== expect.statusLine) {
    found.push(`"${response.statusLine}" instead of "${expect.statusLine}"`);
  }
  for (const header of expect.headers) {
    const difference = headerDifference(response, header, cookies);
    if (difference !== null) found.push(difference);
  }
  for (const name of expect.absent) {
    const value = response.headers.get(name.toLowerCase());
    if (value !== undefined) found.push(`"${name}: ${value}" should not be there`);
  }
  if (expect.body !== null && !response.body.equals(expect.body)) {
    found.push(`body of ${response.body.length} octets instead of ${expect.body.length}, or other ones`);
  }
  return found;
}

function headerDifference(response: Response, { name, value }: ExpectedHeader, cookies: CookieBook): string | null {
  const actual = response.headers.get(name.toLowerCase());
  if (actual === undefined) return `no ${name}`;
  if (value instanceof RegExp) return value.test(actual) ? null : `"${name}: ${actual}" does not match ${value}`;
  if (name === 'LockCookie' && response.status === 200) return cookies.granted(value, actual);
  const wanted = name === 'LockCookie' ? cookies.expected(value) : value;
  return actual === wanted ? null : `"${name}: ${actual}" instead of "${wanted}"`;
}
