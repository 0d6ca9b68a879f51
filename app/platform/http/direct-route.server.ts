import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActionFunction, ServerBuild } from '@remix-run/node';
import { log } from '../log.server.ts';
import { newIncident } from './errors.server.ts';
import { DirectRequest, JsonAnswer } from './in-json.server.ts';

/** URLs that a whole room hits at once. They answer JSON to scripts only, so they need nothing of Remix but their action. */
const hotPaths = [
  'attempts/:attemptId/answers',
  'attempts/:attemptId/pulse',
  'exam-sessions/:sessionId/presence',
  'exam-sessions/:sessionId/start',
];

interface DirectRoute {
  pattern: RegExp;
  names: string[];
  action: ActionFunction;
}

/** The hot routes of a build: the very functions that Remix would call, found by their place in the site map. */
export function directRoutes(build: ServerBuild): DirectRoute[] {
  return Object.values(build.routes).flatMap((route) => {
    const action = route?.module.action;
    if (!route?.path || !hotPaths.includes(route.path) || !action) return [];
    const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
    const pattern = new RegExp(`^/${route.path.replace(/:\w+/g, '([A-Za-z0-9_-]+)')}$`);
    return [{ pattern, names, action }];
  });
}

/** The route and parameters of a request that may go the short way, or null. */
export function matchDirect(routes: readonly DirectRoute[], request: IncomingMessage) {
  if (request.method !== 'POST' || !String(request.headers['content-type']).startsWith('application/json')) return null;
  for (const { pattern, names, action } of routes) {
    const match = pattern.exec(request.url ?? '');
    if (match) return { action, params: Object.fromEntries(names.map((name, index) => [name, match[index + 1]!])) };
  }
  return null;
}

/** The whole body as text. By events: an async iterator over so small a body costs more than the body. */
function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
    // Every request closes; an error that nobody hears would cost each of them its stack.
    request.on('close', () => {
      if (!request.complete) reject(new Error('The connection was closed before the body ended.'));
    });
  });
}

/** What an action threw, as a status and a body. */
function outcomeOf(error: unknown): { status: number; body: unknown; headers: Record<string, string> } {
  const thrown = error as {
    type?: string;
    data?: unknown;
    init?: { status?: number; headers?: Record<string, string> };
  };
  if (thrown?.type === 'DataWithResponseInit') {
    return { status: thrown.init?.status ?? 500, body: thrown.data, headers: thrown.init?.headers ?? {} };
  }
  const incident = newIncident();
  log().error({ incident, err: error }, 'a direct route failed');
  return { status: 500, body: { code: 'unexpected', incident }, headers: {} };
}

/** Calls the action and sends what it answers; the caller has set the headers that every answer carries. */
export async function answerDirectly(
  { action, params }: NonNullable<ReturnType<typeof matchDirect>>,
  request: IncomingMessage,
  out: ServerResponse,
  { origin, context }: { origin: string; context: { nonce: string; address: string } },
): Promise<void> {
  const web = new DirectRequest(`${origin}${request.url}`, request.headers.cookie, await bodyOf(request));
  try {
    const answer = await action({ request: web as unknown as Request, params, context });
    if (answer instanceof JsonAnswer) return send(out, answer);
    const response = answer as Response;
    const text = await response.text();
    for (const [name, value] of response.headers) out.setHeader(name, value);
    out.writeHead(response.status, { 'Content-Length': Buffer.byteLength(text) });
    out.end(text);
  } catch (error) {
    const { status, body, headers: extra } = outcomeOf(error);
    send(out, new JsonAnswer(body, status, { 'Cache-Control': 'no-store', ...extra }));
  }
}

function send(out: ServerResponse, { value, status, headers }: JsonAnswer): void {
  const text = JSON.stringify(value);
  out.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  });
  out.end(text);
}
