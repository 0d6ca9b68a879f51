/** The value of one cookie of a request, or null. */
export function readCookie(request: Request, name: string): string | null {
  const header = request.headers.get('Cookie');
  if (!header) return null;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}

/** Whether the browser spoke TLS, to us or to the proxy in front. */
export const isSecure = (request: Request): boolean => new URL(request.url).protocol === 'https:';

const sessionCookie = 'hoctap35_session';

/** The session token that the browser holds, or null. */
export const readSessionToken = (request: Request): string | null => readCookie(request, sessionCookie);

/** The Set-Cookie header that gives a browser its session: not for scripts, not across sites, over TLS where there is TLS. */
export function sessionCookieHeader(request: Request, token: string, maxAgeSeconds: number): string {
  const secure = isSecure(request) ? '; Secure' : '';
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

/** The Set-Cookie header that takes it away. */
export const endedSessionCookieHeader = (request: Request): string => sessionCookieHeader(request, '', 0);
