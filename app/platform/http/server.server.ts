import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { createGzip, constants as zlib } from 'node:zlib';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';
import sirv from 'sirv';
import { env } from '../env.server.ts';
import { log } from '../log.server.ts';
import { answerDirectly, directRoutes, matchDirect } from './direct-route.server.ts';
import { contentSecurityPolicy, plainSecurityHeaders, refusalOf } from './guard.server.ts';

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

/** Sends a page, gzipped where the browser takes it; streams stay streams. */
async function send(request: IncomingMessage, out: ServerResponse, response: Response): Promise<void> {
  const kind = response.headers.get('Content-Type') ?? '';
  const isText = /^(text\/|application\/json|image\/svg)/.test(kind);
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (
    !response.body ||
    !isText ||
    !takesGzip ||
    response.headers.has('Content-Encoding') ||
    request.method === 'HEAD'
  ) {
    await sendResponse(out, response);
    return;
  }
  const headers = new Headers(response.headers);
  headers.set('Content-Encoding', 'gzip');
  headers.append('Vary', 'Accept-Encoding');
  headers.delete('Content-Length');
  const gzip = createGzip({ level: 3, flush: zlib.Z_SYNC_FLUSH });
  const outHeaders: Record<string, string | string[]> = {};
  for (const [name, value] of headers) outHeaders[name] = name === 'set-cookie' ? headers.getSetCookie() : value;
  out.writeHead(response.status, outHeaders);
  gzip.pipe(out);
  out.on('close', () => gzip.destroy());
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) gzip.write(chunk);
  gzip.end();
}

export interface Served {
  port: number;
  /** Takes no new requests, lets those in flight end (at most `graceSeconds`), then closes. */
  close(graceSeconds?: number): Promise<void>;
}

/** Serves one build of the product: static files, then Remix. Resolves once it listens. */
export async function serveBuild(build: ServerBuild, { port, host }: { port: number; host: string }): Promise<Served> {
  const { root, production, trustedProxies } = env();
  const handle = createRequestHandler(build, production ? 'production' : 'development');
  const hot = directRoutes(build);
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
    const nonce = randomBytes(16).toString('base64');
    const context = { nonce, address: addressOf(request, trustedProxies) };
    const response = await handle(createRequest(request, out, { host, protocol }), context);
    for (const [name, value] of Object.entries(plainSecurityHeaders)) response.headers.set(name, value);
    if (isHtml(response)) response.headers.set('Content-Security-Policy', contentSecurityPolicy(nonce));
    if (protocol === 'https:') response.headers.set('Strict-Transport-Security', 'max-age=31536000');
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-cache');
    await send(request, out, response);
  }

  const server = http.createServer((request, out) => {
    const serve = () =>
      page(request, out).catch((error: unknown) => {
        log().error({ err: error }, 'a request failed outside of any page');
        if (!out.headersSent) out.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
        out.end();
      });
    if (request.method === 'POST') void serve();
    else files(request, out, () => void serve());
  });
  // A lobby of soldiers behind one old switch: keep connections, but not for ever.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  server.requestTimeout = 60_000;
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
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
