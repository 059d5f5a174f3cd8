/** Requests of the state-server protocol as the stock client words them: one octet per character. */

export interface SetOptions {
  readonly content?: string;
  readonly cookie?: number | string;
  readonly timeout?: number;
  readonly extraFlags?: number;
}

const HOST = 'Host: 127.0.0.1:42424\r\n';

/** The request target for a session of the shop application, escaped as the stock client does. */
export function uriOf(id: string): string {
  return `%2fLM%2fW3SVC%2f1%2fROOT%2fshop(sx01GGAfrT%2fXm%2fAHJShXDlwTYPCa%2f39Yvs6vMn0QUyE%3d)%2f${id}`;
}

/** The same session's application, as gRPC names it. */
export const SHOP = '/LM/W3SVC/1/ROOT/shop(sx01GGAfrT/Xm/AHJShXDlwTYPCa/39Yvs6vMn0QUyE=)';

export function get(uri: string): string {
  return `GET ${uri} HTTP/1.1\r\n${HOST}\r\n`;
}

export function acquire(uri: string): string {
  return `GET ${uri} HTTP/1.1\r\n${HOST}Exclusive: acquire\r\n\r\n`;
}

export function release(uri: string, cookie: number | string): string {
  return `GET ${uri} HTTP/1.1\r\n${HOST}Exclusive: release\r\nLockCookie: ${cookie}\r\n\r\n`;
}

export function set(uri: string, options: SetOptions = {}): string {
  const { content = 'content', cookie, timeout = 20, extraFlags } = options;
  const lock = cookie === undefined ? '' : `LockCookie: ${cookie}\r\n`;
  const flags = extraFlags === undefined ? '' : `ExtraFlags: ${extraFlags}\r\n`;
  const head = `PUT ${uri} HTTP/1.1\r\n${HOST}Content-Length: ${content.length}\r\nTimeout: ${timeout}\r\n${lock}${flags}`;
  return `${head}\r\n${content}`;
}

export function remove(uri: string, cookie?: number | string): string {
  const lock = cookie === undefined ? '' : `LockCookie: ${cookie}\r\n`;
  return `DELETE ${uri} HTTP/1.1\r\n${HOST}${lock}\r\n`;
}

export function head(uri: string): string {
  return `HEAD ${uri} HTTP/1.1\r\n${HOST}\r\n`;
}
