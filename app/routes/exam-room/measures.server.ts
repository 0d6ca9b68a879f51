import type { z } from 'zod';
import { formObject, type Parsed, problemsOf, readForm } from '#app/platform/http/form.server.ts';

/** Reads the form of an action in a room: which form of the page it was, and what it asks. */
export async function readMeasure<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ form: string; parsed: Parsed<z.output<S>> }> {
  const { form, ...fields } = formObject(await readForm(request));
  const name = typeof form === 'string' ? form : '';
  const result = schema.safeParse(fields);
  if (result.success) return { form: name, parsed: { ok: true, value: result.data } };
  const typed: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields)) if (typeof value === 'string') typed[key] = value;
  return { form: name, parsed: { ok: false, problems: problemsOf(result.error), typed } };
}

/** Where a form leads that did something, or found it done: the page it stood on, which says so. */
export function whereTo(
  page: string,
  asked: string,
  outcome: { outcome: string; seconds?: number; reached?: number; reopened?: number; kept?: Record<string, number> },
): string {
  const { outcome: kind, seconds, reached, reopened, kept = {} } = outcome;
  const counts = Object.entries(kept).map(([reason, count]) => [`kept-${reason}`, count] as const);
  const parameters = new URLSearchParams({ done: kind === 'unchanged' ? 'unchanged' : asked });
  for (const [name, value] of [...Object.entries({ seconds, reached, reopened }), ...counts]) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return `${page}?${parameters}`;
}
