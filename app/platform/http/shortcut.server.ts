import type { IncomingMessage } from 'node:http';

/** What a shortcut is asked. */
export interface ShortcutRequest {
  /** What the groups of the pattern matched. */
  readonly parts: readonly string[];
  /** As a loader gets it, without a body. */
  readonly request: Request;
  readonly address: string;
}

/** A GET whose answer may lie ready, gzipped: null where it does not, and the page is asked as always. */
export interface Shortcut {
  /** Of path and query. */
  readonly pattern: RegExp;
  answer(asked: ShortcutRequest): Promise<{ headers: Record<string, string>; body: Uint8Array } | null>;
}

/** The shortcut that a request may take, with what its pattern matched. */
export function matchShortcut(shortcuts: readonly Shortcut[], { method, url = '', headers }: IncomingMessage) {
  if (method !== 'GET' || !/\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))) return null;
  for (const shortcut of shortcuts) {
    const match = shortcut.pattern.exec(url);
    if (match) return { shortcut, parts: match.slice(1) };
  }
  return null;
}

/** A whole Request costs more than what it is asked for here. */
export const bareRequest = (url: string, cookie: string | undefined): Request =>
  ({ url, method: 'GET', headers: new Headers(cookie === undefined ? {} : { Cookie: cookie }) }) as Request;
