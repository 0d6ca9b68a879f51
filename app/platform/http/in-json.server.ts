import { asResponse } from './errors.server.ts';

/** A JSON answer before it is a Response, whose headers and stream cost more than keeping an answer of an exam. */
export class JsonAnswer {
  constructor(
    readonly value: unknown,
    readonly status = 200,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  toResponse(): Response {
    return Response.json(this.value, { status: this.status, headers: this.headers });
  }
}

/** Of one person at one instant: nobody may keep it. */
export const jsonOfNow = (value: unknown, status = 200): JsonAnswer =>
  new JsonAnswer(value, status, { 'Cache-Control': 'no-store' });

/** What a direct route is called with: its answer is sent without ever being a Response. */
export class DirectRequest {
  readonly method = 'POST';
  readonly headers: Pick<Headers, 'get'>;

  constructor(
    readonly url: string,
    cookie: string | undefined,
    private readonly body: string,
  ) {
    const known: Record<string, string | undefined> = { cookie, 'content-type': 'application/json' };
    this.headers = { get: (name) => known[name.toLowerCase()] ?? null };
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.body);
  }

  async text(): Promise<string> {
    return this.body;
  }
}

/** Refusals as JSON with their status: whoever asks is a program, not a page. */
export async function inJson(request: Request, work: () => Promise<Response | JsonAnswer>): Promise<Response> {
  const done = await answered(request, work);
  if (done instanceof Response) return done;
  // Who makes such a request takes such an answer (`answerDirectly`); Remix knows Responses alone.
  return (request as unknown) instanceof DirectRequest ? (done as unknown as Response) : done.toResponse();
}

async function answered(request: Request, work: () => Promise<Response | JsonAnswer>): Promise<Response | JsonAnswer> {
  try {
    return await work();
  } catch (error) {
    const refused = asResponse(error, request);
    if (refused instanceof Response) return refused;
    if (!isRefusal(refused)) throw refused;
    const headers = Object.fromEntries(new Headers(refused.init?.headers));
    return new JsonAnswer(refused.data, refused.init?.status ?? 500, { ...headers, 'Cache-Control': 'no-store' });
  }
}

const isRefusal = (value: unknown): value is { data: unknown; init: ResponseInit | null } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';
