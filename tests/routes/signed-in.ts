import type { ActionFunctionArgs } from '@remix-run/node';
import { createAccount } from '#app/features/access/commands/create-account.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newToken, sha256 } from '#app/platform/ids.server.ts';

let count = 0;

/** A session of this person, good for ever; answers the cookie of a request. */
export async function signedIn({ personId }: Actor): Promise<string> {
  count += 1;
  const token = newToken();
  await createAccount(theSystem, { personId, login: `nguoi-${count}`, password: 'gạo tẻ nếp cái', mustChange: false });
  const at = new Date('2026-01-01T00:00:00Z');
  const expiresAt = new Date('2036-01-01T00:00:00Z');
  await database().write((tx) =>
    tx.session.create({
      data: {
        id: sha256(token),
        personId,
        createdAt: expiresAt,
        lastSeenAt: expiresAt,
        expiresAt,
        address: '',
        userAgent: `test ${at.getTime()}`,
      },
    }),
  );
  return `lang=vi; hoctap35_session=${token}`;
}

export interface RouteAnswer {
  status: number;
  headers: Headers;
  /** What the page or program is given: the loader's value, a refusal's data, or a JSON body. */
  body: unknown;
}

type Handle = (args: ActionFunctionArgs) => Promise<unknown> | unknown;
type Sent = { form: [string, string][] } | { json: unknown } | { text: string } | Record<string, never>;

/** Calls a loader, or with something sent an action, as the server would. */
export async function call(
  handle: Handle,
  cookie: string,
  path: string,
  params: Record<string, string>,
  sent: Sent = {},
): Promise<RouteAnswer> {
  const headers = new Headers({ Cookie: cookie });
  let body: string | URLSearchParams | undefined;
  if ('form' in sent) body = new URLSearchParams(sent.form);
  if ('json' in sent) body = JSON.stringify(sent.json);
  if ('text' in sent) body = sent.text;
  if (body !== undefined && !('form' in sent)) headers.set('Content-Type', 'application/json');
  const request = new Request(
    `http://hoctap.test${path}`,
    body === undefined ? { headers } : { method: 'POST', headers, body },
  );
  const args = { request, params, context: { nonce: 'nonce', address: '10.0.0.1' } } as ActionFunctionArgs;
  let value: unknown;
  try {
    value = await handle(args);
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    value = thrown;
  }
  if (value instanceof Response) {
    const isJson = value.headers.get('Content-Type')?.includes('json');
    return { status: value.status, headers: value.headers, body: isJson ? await value.json() : null };
  }
  if (typeof value === 'object' && value !== null && 'init' in value) {
    const { data, init } = value as unknown as { data: unknown; init: ResponseInit | null };
    return { status: init?.status ?? 200, headers: new Headers(init?.headers), body: data };
  }
  return { status: 200, headers: new Headers(), body: value };
}
