import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ServerBuild } from '@remix-run/node';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';
import sirv from 'sirv';
import { env } from '../env.server.ts';
import { log } from '../log.server.ts';
import { answerDirectly, directRoutes, matchDirect } from './direct-route.server.ts';
import { endEventStreams } from './event-stream.server.ts';
import { contentSecurityPolicy, plainSecurityHeaders, refusalOf } from './guard.server.ts';
import { pageHandlers } from './page-handlers.server.ts';
import { markRequest } from './request-mark.server.ts';
import { bareRequest, matchShortcut, type Shortcut } from './shortcut.server.ts';
import { Turnstile } from './turnstile.server.ts';

/** What loaders and actions get beside the request. */
export interface ServerContext {
  nonce: string;
  address: string;
}

declare module '@remix-run/node' {
  interface AppLoadContext extends ServerContext {}
}

// Loaders' instants and undefined values arrive as they are, and are typed so.
declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** The client's address: the socket's, or what the trusted proxies say. */
function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return socket;
  const hops = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops[hops.length - trustedProxies] ?? socket;
}

function isHtml(response: Response): boolean {
  return (response.headers.get('Content-Type') ?? '').startsWith('text/html');
}

const gzipped = promisify(gzip);

/**
 * How many pages are made at once. A page is milliseconds of work, a start or a save a fraction of one: when a brigade
 * begins in one second, the small ones go between the pages and not behind two thousand of them.
 */
const pagesAtOnce = 3;

/** Shorter texts gain nothing by it. */
const leastGzipped = 1024;

/** What is sent whole; a stream of events is a text that never ends. */
const wholeText = /^(text\/(?!event-stream)|application\/json|image\/svg)/;

/** An answer that is sent whole is read whole, which is when its page is rendered; other kinds are left to stream. */
async function wholeBodyOf(request: IncomingMessage, response: Response): Promise<Uint8Array | null> {
  const isText = wholeText.test(response.headers.get('Content-Type') ?? '');
  const isStreamed = !response.body || !isText || response.headers.has('Content-Encoding');
  return isStreamed || request.method === 'HEAD' ? null : new Uint8Array(await response.arrayBuffer());
}

/** Sends an answer; whole bodies gzipped where the browser takes it (off the main thread), other kinds as they stream. */
async function send(
  request: IncomingMessage,
  out: ServerResponse,
  response: Response,
  whole: Uint8Array | null,
): Promise<void> {
  if (whole === null) {
    await sendResponse(out, response);
    return;
  }
  let body = whole;
  response.headers.append('Vary', 'Accept-Encoding');
  if (body.length >= leastGzipped && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    body = await gzipped(body, { level: 3 });
    response.headers.set('Content-Encoding', 'gzip');
  }
  for (const [name, value] of response.headers) if (name !== 'set-cookie') out.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) out.setHeader('Set-Cookie', cookies);
  out.writeHead(response.status, { 'Content-Length': body.length });
  out.end(body);
}

export interface Served {
  port: number;
  /** Takes no new requests, lets those in flight end (at most `graceSeconds`), then closes. */
  close(graceSeconds?: number): Promise<void>;
}

/** Serves one build of the product: static files, then what lies ready, then Remix. Resolves once it listens. */
export async function serveBuild(
  build: ServerBuild,
  { port, host, shortcuts = [] }: { port: number; host: string; shortcuts?: readonly Shortcut[] },
): Promise<Served> {
  const { root, production, trustedProxies } = env();
  const handlerOf = pageHandlers(build, production ? 'production' : 'development');
  const hot = directRoutes(build);
  const turnstile = new Turnstile(pagesAtOnce);
  const files = sirv(path.join(root, 'build/client'), {
    etag: true,
    gzip: true,
    setHeaders: (out, pathname) => {
      for (const [name, value] of Object.entries(plainSecurityHeaders)) out.setHeader(name, value);
      if (pathname.startsWith('/assets/')) out.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
  });

  async function page(request: IncomingMessage, out: ServerResponse): Promise<void> {
    const forwarded = trustedProxies > 0;
    const host = String((forwarded && request.headers['x-forwarded-host']) || request.headers.host || 'localhost');
    const protocol = forwarded && request.headers['x-forwarded-proto'] === 'https' ? 'https:' : 'http:';
    const refusal = refusalOf(request, host);
    if (refusal) {
      out.writeHead(refusal.status, {
        'Content-Type': 'application/json',
        Connection: 'close',
        ...plainSecurityHeaders,
      });
      out.end(JSON.stringify({ code: refusal.status === 403 ? 'forbidden' : 'bad-input', reason: refusal.reason }));
      return;
    }
    const direct = matchDirect(hot, request);
    if (direct) {
      for (const [name, value] of Object.entries(plainSecurityHeaders)) out.setHeader(name, value);
      const context = { nonce: '', address: addressOf(request, trustedProxies) };
      await answerDirectly(direct, request, out, { origin: `${protocol}//${host}`, context });
      return;
    }
    const short = matchShortcut(shortcuts, request);
    if (short) {
      const asked = bareRequest(`${protocol}//${host}${request.url}`, request.headers.cookie);
      const { shortcut, parts } = short;
      const answering = () => shortcut.answer({ parts, request: asked, address: addressOf(request, trustedProxies) });
      const ready = await turnstile.pass(answering).catch(() => null);
      if (ready) {
        const secure = protocol === 'https:' && { 'Strict-Transport-Security': 'max-age=31536000' };
        const encoding = { Vary: 'Accept-Encoding', 'Content-Encoding': 'gzip', 'Content-Length': ready.body.length };
        out.writeHead(200, { ...plainSecurityHeaders, ...secure, ...ready.headers, ...encoding });
        out.end(ready.body);
        return;
      }
    }
    const nonce = randomBytes(16).toString('base64');
    const context = { nonce, address: addressOf(request, trustedProxies) };
    const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const render = async () => {
      const response = await handlerOf(pathname)(markRequest(createRequest(request, out, { host, protocol })), context);
      return { response, whole: await wholeBodyOf(request, response) };
    };
    // A change may bring a body over a slow line: only reading waits for its turn.
    const { response, whole } = await (request.method === 'GET' ? turnstile.pass(render) : render());
    for (const [name, value] of Object.entries(plainSecurityHeaders)) response.headers.set(name, value);
    if (isHtml(response)) response.headers.set('Content-Security-Policy', contentSecurityPolicy(nonce));
    if (protocol === 'https:') response.headers.set('Strict-Transport-Security', 'max-age=31536000');
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-cache');
    await send(request, out, response, whole);
  }

  const server = http.createServer((request, out) => {
    const serve = () =>
      page(request, out).catch((error: unknown) => {
        log().error({ err: error }, 'a request failed outside of any page');
        if (!out.headersSent) out.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
        out.end();
      });
    // A file that is gone since the start (a new build was put there) must cost its request alone, not the server.
    out.once('pipe', (file) => file.once('error', () => out.destroy()));
    if (request.method === 'POST') void serve();
    else files(request, out, () => void serve());
  });
  // A lobby of soldiers behind one old switch: keep connections, but not for ever.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  // A file of 20 MB over a slow line takes minutes; what dawdles with its headers is cut off above.
  server.requestTimeout = 300_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound ? bound.port : port,
    close: (graceSeconds = 10) =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), graceSeconds * 1000);
        // A browser keeps its connection after its answer, and would go on asking on it: closed as soon as it is idle.
        const idle = setInterval(() => {
          endEventStreams();
          server.closeIdleConnections();
        }, 50);
        server.close(() => {
          clearTimeout(force);
          clearInterval(idle);
          resolve();
        });
        endEventStreams();
        server.closeIdleConnections();
      }),
  };
}
