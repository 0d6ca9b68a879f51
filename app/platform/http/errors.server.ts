import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { AppError, type AppErrorCode } from '#app/kernel/app-error.ts';
import { isOutage, isUnkeepable } from '../db/conflict.server.ts';
import { newId } from '../ids.server.ts';
import { log } from '../log.server.ts';

/** The one table from error codes to HTTP statuses. */
export const statusOf: Record<AppErrorCode, number> = {
  'bad-input': 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many-requests': 429,
  unavailable: 503,
};

/** What an error page is given: a code to choose words by, and an incident to quote to the administrator. */
export interface ErrorData {
  code: AppErrorCode | 'unexpected';
  incident: string;
  reason?: string;
  fields?: Record<string, string[]>;
}

/** A short code that a person can read out; it stands in the log beside what happened. */
export const newIncident = (): string => newId().slice(-6).toUpperCase();

/**
 * Turns whatever was thrown into what the browser may know. Redirects and answers already made pass through; what nobody
 * expected is logged with an incident, and the page quotes it.
 */
export function asResponse(error: unknown, request: Request): unknown {
  if (error instanceof Response || isMadeAnswer(error)) return error;
  const incident = newIncident();
  const path = new URL(request.url).pathname;
  if (isUnkeepable(error)) return asResponse(new AppError('bad-input', { reason: 'not-a-text' }), request);
  if (error instanceof AppError) {
    log().info({ incident, code: error.code, details: error.details, path }, 'refused');
    const { reason, fields, retryAfterSeconds } = error.details;
    const body: ErrorData = {
      code: error.code,
      incident,
      ...(reason ? { reason } : {}),
      ...(fields ? { fields } : {}),
    };
    return data(body, {
      status: statusOf[error.code],
      headers: retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {},
    });
  }
  if (isOutage(error)) {
    log().error({ incident, err: error, path }, 'the database cannot serve');
    return data({ code: 'unavailable', incident } satisfies ErrorData, {
      status: 503,
      headers: { 'Retry-After': '10' },
    });
  }
  log().error({ incident, err: error, path }, 'unexpected');
  return data({ code: 'unexpected', incident } satisfies ErrorData, { status: 500 });
}

/** What `data(...)` makes, and what Remix itself threw with a status. */
function isMadeAnswer(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return ('type' in error && error.type === 'DataWithResponseInit') || ('status' in error && 'statusText' in error);
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * Wraps every loader and action: refusals become pages with the right status, an outage becomes 503 with a code that the
 * log repeats. `export const loader = answer(async ({ request }) => ...)`
 */
export function answer<A extends Args, T>(work: (args: A) => Promise<T>): (args: A) => Promise<T> {
  return async (args) => {
    try {
      return await work(args);
    } catch (error) {
      throw asResponse(error, args.request);
    }
  };
}
