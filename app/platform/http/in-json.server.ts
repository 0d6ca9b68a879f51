import { asResponse } from './errors.server.ts';

/** Refusals as JSON with their status: whoever asks is a program, not a page. */
export async function inJson(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const refused = asResponse(error, request);
    if (refused instanceof Response) return refused;
    if (!isRefusal(refused)) throw refused;
    const headers = new Headers(refused.init?.headers);
    headers.set('Cache-Control', 'no-store');
    return Response.json(refused.data, { status: refused.init?.status ?? 500, headers });
  }
}

const isRefusal = (value: unknown): value is { data: unknown; init: ResponseInit | null } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';
