import type { ActionFunctionArgs } from '@remix-run/node';

const site = 'http://hoctap.test';

/** What one loader or action answered, whether it returned or threw it. */
export interface Answer {
  status: number;
  headers: Headers;
  /** What the page is given; null for a redirect. */
  body: unknown;
}

interface Ask {
  form?: Record<string, string>;
  token?: string;
  address?: string;
  secure?: boolean;
  userAgent?: string;
  params?: Record<string, string>;
}

/** Calls a loader (without `form`) or an action as the server would, and reads its answer. */
export async function ask(
  handle: (args: ActionFunctionArgs) => Promise<unknown> | unknown,
  path: string,
  { form, token, address = '10.0.0.1', secure, userAgent = 'test', params = {} }: Ask = {},
): Promise<Answer> {
  const headers = new Headers({ 'User-Agent': userAgent });
  if (token) headers.set('Cookie', `lang=vi; hoctap35_session=${token}`);
  const url = `${secure ? site.replace('http:', 'https:') : site}${path}`;
  const request = new Request(url, form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers });
  const args = { request, params, context: { nonce: 'nonce', address } } as ActionFunctionArgs;
  try {
    return read(await handle(args));
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return read(thrown);
  }
}

function read(value: unknown): Answer {
  if (value instanceof Response) return { status: value.status, headers: value.headers, body: null };
  if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit') {
    const { data, init } = value as unknown as { data: unknown; init: ResponseInit | null };
    return { status: init?.status ?? 200, headers: new Headers(init?.headers), body: data };
  }
  return { status: 200, headers: new Headers(), body: value };
}

/** The session token that an answer gives the browser; null when it sets none, '' when it takes it away. */
export function tokenIn(answer: Answer): string | null {
  return /hoctap35_session=([^;]*)/.exec(answer.headers.get('Set-Cookie') ?? '')?.[1] ?? null;
}
