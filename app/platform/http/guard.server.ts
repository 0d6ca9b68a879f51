import type { IncomingMessage } from 'node:http';

/** The largest body of a request: forms and answers are small. */
export const largestBody = 1024 * 1024;
/** The largest body where files are sent: more than any file may be, so that the page can say which limit was passed. */
export const largestUpload = 201 * 1024 * 1024;

/** The same where whole courses are sent. */
export const largestPackageUpload = 501 * 1024 * 1024;

/** Where files are sent, with and without JavaScript. */
const uploadPath =
  /^\/(?:media|roster-imports|author\/courses\/[\w-]+\/(?:word|lessons\/[\w-]+\/(?:paste|files))|author\/library\/[\w-]+|attempts\/[\w-]+\/files|author\/imports(?:\/[\w-]+(?:\/source)?)?|units\/[\w-]+\/presence\/import)(?:\.data)?(?:\?|$)/;

const packagePath = /^\/author\/packages\/new(?:\.data)?(?:\?|$)/;

export type Refusal = { status: number; reason: 'cross-site' | 'length-required' | 'too-large' | 'method' | 'host' };

const methods = new Set(['GET', 'HEAD', 'POST']);

/** A name or address with or without a port: what is none makes no URL. */
const hostName = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * What is refused before any page sees it: a change asked for by another site (the browser's Sec-Fetch-Site, or Origin
 * against Host), a body of unknown or too great length, a method that no page uses, a host that is none. Null = go on.
 */
export function refusalOf(request: Pick<IncomingMessage, 'method' | 'headers' | 'url'>, host: string): Refusal | null {
  const method = request.method ?? 'GET';
  if (!methods.has(method)) return { status: 405, reason: 'method' };
  if (!hostName.test(host)) return { status: 400, reason: 'host' };
  if (method !== 'POST') return null;
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  const origin = headers.origin;
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'cross-site' };
  } else if (origin !== undefined) {
    if (hostOf(origin) !== host) return { status: 403, reason: 'cross-site' };
  } else if (headers.cookie !== undefined) {
    return { status: 403, reason: 'cross-site' };
  }
  if (headers['content-length'] === undefined) return { status: 411, reason: 'length-required' };
  const url = request.url ?? '';
  const largest = packagePath.test(url) ? largestPackageUpload : uploadPath.test(url) ? largestUpload : largestBody;
  if (Number(headers['content-length']) > largest) return { status: 413, reason: 'too-large' };
  return null;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** The policy of a page: our own files only, scripts only with this response's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    // Charts and progress bars set lengths on elements; an attribute can run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Sent with every answer. */
export const plainSecurityHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
};
