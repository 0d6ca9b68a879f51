import type { z } from 'zod';
import { AppError } from '#app/kernel/app-error.ts';

/** Field problems as message codes, by field name. */
export type FieldProblems = Record<string, string[]>;
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: FieldProblems; typed: Record<string, string> };

/** A form's fields as an object; a name that comes several times, or ends in [], becomes a list. */
export function formObject(form: FormData): Record<string, unknown> {
  // One pass: asking a form for each of its names again is quadratic, and a body of 1 MB holds 100,000 names.
  const named = new Map<string, string[]>();
  for (const [key, value] of form) {
    const values = named.get(key) ?? [];
    if (typeof value === 'string') values.push(value);
    named.set(key, values);
  }
  const fields: Record<string, unknown> = {};
  for (const [key, values] of named) {
    if (key.endsWith('[]')) fields[key.slice(0, -2)] = values;
    else fields[key] = values.length > 1 ? values : values[0];
  }
  return fields;
}

/** Reads the form of a request, or throws `bad-input` when the body is no form. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new AppError('bad-input', { reason: 'not-a-form' });
  }
}

/** Zod's issues by field: the issue's message is the message code. */
export function problemsOf(error: z.ZodError): FieldProblems {
  const problems: FieldProblems = {};
  for (const issue of error.issues) {
    // A field that nobody asked for is named itself, not the object that it stands in.
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const code = issue.code === 'unrecognized_keys' ? 'unexpected' : issue.message;
    for (const path of fields) {
      const field = path.join('.') || 'form';
      problems[field] = [...(problems[field] ?? []), code];
    }
  }
  return problems;
}

/** Checks a form against a schema; on failure gives the problems and what was typed, so that nothing typed is lost. */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData): Parsed<z.output<S>> {
  const fields = formObject(form);
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, value: result.data };
  const typed: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields)) if (typeof value === 'string') typed[key] = value;
  return { ok: false, problems: problemsOf(result.error), typed };
}

/** The same for what only a broken or hostile client can get wrong: throws `bad-input` with the fields named. */
export function demand<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw new AppError('bad-input', { fields: problemsOf(result.error) });
  return result.data;
}

/** Reads a JSON body, or throws `bad-input`. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new AppError('bad-input', { reason: 'not-json' });
  }
}
