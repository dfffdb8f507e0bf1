import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const newSecret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export interface Sessions {
  /** Part of the address that is printed; opens a session until one of its sessions is used. */
  readonly code: string;
  readonly cookieName: string;
  /** A new session's token, or undefined when the code is wrong or used up. */
  redeem(code: string): string | undefined;
  /**
   * A second secret, which the page keeps in its origin's storage and sends in a header: a browser hands our cookie to any
   * server on 127.0.0.1, whatever its port, but that storage to none.
   */
  readonly key: string;
  holdsKey(header: string | undefined): boolean;
  /** A session for ourselves: the printer needs no code. */
  grant(): string;
  /** Whether a request's Cookie header belongs to a session. */
  knows(cookieHeader: string | undefined): boolean;
}

const mostSessions = 32;

/**
 * The code stays good until a page that it opened comes back with its cookie: a link preview or `curl` that only
 * fetches the address does not lock the person out, and afterwards the address in a terminal's scrollback is worthless.
 */
export const createSessions = (port: number): Sessions => {
  const code = newSecret();
  const codeDigest = digest(code);
  const key = newSecret();
  const keyDigest = digest(key);
  // Cookies are shared by all ports of a host, so the port is part of the name.
  const cookieName = `forkcast-${port}`;
  const tokens: Buffer[] = [];
  let codeUsed = false;
  const grant = (): string => {
    const token = newSecret();
    tokens.push(digest(token));
    if (tokens.length > mostSessions) tokens.splice(0, 1);
    return token;
  };
  const redeemed = new Set<string>();
  return {
    code,
    cookieName,
    key,
    holdsKey: header => header !== undefined && timingSafeEqual(digest(header), keyDigest),
    grant,
    redeem: offered => {
      if (codeUsed || !timingSafeEqual(digest(offered), codeDigest)) return undefined;
      const token = grant();
      redeemed.add(digest(token).toString('hex'));
      return token;
    },
    knows: header => {
      const token = cookieValue(header, cookieName);
      if (token === undefined) return false;
      const asked = digest(token);
      const known = tokens.some(one => timingSafeEqual(one, asked));
      if (known && redeemed.has(asked.toString('hex'))) codeUsed = true;
      return known;
    },
  };
};

const cookieValue = (header: string | undefined, name: string): string | undefined => {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
};
