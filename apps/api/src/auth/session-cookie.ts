export const sessionCookieName = 'cambium_session';

/** The session's secret in a Cookie header; undefined when there is none. */
export function readSessionCookie(header: string | undefined): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=');
    if (name === sessionCookieName && value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** Readable by no script and sent by no cross-site form or fetch. `secure` where the page is served over HTTPS. */
export function sessionCookie(secret: string, { maxAgeMs, secure }: { maxAgeMs: number; secure: boolean }): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${Math.floor(maxAgeMs / 1000)}`];
  return [`${sessionCookieName}=${secret}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}
