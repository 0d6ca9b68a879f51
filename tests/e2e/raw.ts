import http from 'node:http';
import { demoPassword } from './browser.ts';

/** Requests as no browser would send them: every header is ours. */

export interface RawAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

export interface RawRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** One request on a connection of its own. */
export function raw(server: string, path: string, { method, headers = {}, body }: RawRequest = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      new URL(path, server),
      {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        agent: false,
        headers: { ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

export const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
export const formType = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A signed-in person who sends plain requests, with the headers that a browser on our own pages would send. */
export interface RawPerson {
  cookie: string;
  get(path: string): Promise<RawAnswer>;
  post(path: string, fields?: Record<string, string>): Promise<RawAnswer>;
  postJson(path: string, body: unknown): Promise<RawAnswer>;
}

export const postSignIn = (server: string, login: string, password: string) =>
  raw(server, '/sign-in', { body: form({ login, password, returnTo: '/' }), headers: { ...formType, Origin: server } });

export async function signInRaw(server: string, login: string, password = demoPassword()): Promise<RawPerson> {
  const { status, headers } = await postSignIn(server, login, password);
  const cookie = headers['set-cookie']?.[0]?.split(';')[0];
  if (status !== 303 || !cookie) throw new Error(`${login} could not sign in: ${status}`);
  const own = { Cookie: cookie, Origin: server };
  return {
    cookie,
    get: (path) => raw(server, path, { headers: { Cookie: cookie } }),
    post: (path, fields = {}) => raw(server, path, { body: form(fields), headers: { ...own, ...formType } }),
    postJson: (path, body) =>
      raw(server, path, {
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { ...own, 'Content-Type': 'application/json' },
      }),
  };
}

/** Begins the quiz and answers the attempt's id. */
export async function beginRaw(person: RawPerson, quizId: string): Promise<string> {
  const { headers, status } = await person.post(`/quizzes/${quizId}/attempts`);
  const id = /\/attempts\/([^/?#]+)/.exec(headers.location ?? '')?.[1];
  if (!id) throw new Error(`No attempt was begun: ${status} ${headers.location}`);
  return id;
}
