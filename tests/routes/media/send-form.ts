import type { ActionFunctionArgs } from '@remix-run/node';

type Handle = (args: ActionFunctionArgs) => Promise<unknown> | unknown;

export interface Answered {
  status: number;
  headers: Headers;
  body: unknown;
  response: Response | null;
}

/** What a loader or action answers or throws. */
export async function answered(handle: Handle, args: ActionFunctionArgs): Promise<Answered> {
  let value: unknown;
  try {
    value = await handle(args);
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    value = thrown;
  }
  if (value instanceof Response) return { status: value.status, headers: value.headers, body: null, response: value };
  if (typeof value === 'object' && value !== null && 'init' in value) {
    const { data, init } = value as unknown as { data: unknown; init: ResponseInit | null };
    return { status: init?.status ?? 200, headers: new Headers(init?.headers), body: data, response: null };
  }
  return { status: 200, headers: new Headers(), body: value, response: null };
}

/** A form with texts and one file. */
export function formWith(fields: Record<string, string>, file: { name: string; bytes: Uint8Array } | null): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('file', new File([file.bytes as BlobPart], file.name));
  return form;
}

/** Sends a multipart form to an action as a browser would. */
export function sendForm(
  handle: Handle,
  cookie: string,
  address: string,
  params: Record<string, string>,
  form: FormData,
): Promise<Answered> {
  const request = new Request(`http://hoctap.test${address}`, {
    method: 'POST',
    headers: { Cookie: cookie },
    body: form,
  });
  const context = { nonce: 'nonce', address: '10.0.0.1' };
  return answered(handle, { request, params, context } as ActionFunctionArgs);
}
