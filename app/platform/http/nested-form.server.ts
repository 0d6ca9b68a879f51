import type { z } from 'zod';
import { AppError } from '#app/kernel/app-error.ts';
import { problemsOf, readForm } from './form.server.ts';

type Nested = { [key: string]: unknown };

/** How long a list in a form may be: an index beyond it is no honest form, and would only cost memory. */
const LONGEST_LIST = 500;
const NAME = /^[A-Za-z][\w-]*(?:\[\d{1,3}\]|\.[A-Za-z][\w-]*)*(?:\[\])?$/;

/**
 * The fields of a form as nested values: 'options[0].text' is a text in an object in a list, 'right[]' a list of all values
 * of that name. Throws `bad-input` with the field named for a name it cannot read, a list with gaps, a file, or a plain
 * name that comes twice.
 */
export function nestedForm(form: FormData): Nested {
  const root: Nested = Object.create(null) as Nested;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || !NAME.test(name)) throw malformed(name);
    const isList = name.endsWith('[]');
    const steps = (isList ? name.slice(0, -2) : name).split(/[.[\]]+/).filter((step) => step !== '');
    put(root, steps, value, isList, name);
  }
  return root;
}

/** Reads the form of a request and checks it; throws `bad-input` with the fields named when no honest page sent it. */
export async function demandNestedForm<S extends z.ZodType>(schema: S, request: Request): Promise<z.output<S>> {
  const result = schema.safeParse(nestedForm(await readForm(request)));
  if (!result.success) throw new AppError('bad-input', { fields: problemsOf(result.error) });
  return result.data;
}

function put(root: Nested, steps: string[], value: string, isList: boolean, name: string): void {
  let place: Nested | unknown[] = root;
  steps.forEach((step, index) => {
    const isLast = index === steps.length - 1;
    const known: unknown = Reflect.get(place, step);
    // Items come in order: what is not the next one would leave a gap.
    if (
      Array.isArray(place) &&
      known === undefined &&
      (Number(step) !== place.length || place.length >= LONGEST_LIST)
    ) {
      throw malformed(name);
    }
    if (isLast && isList) {
      if (known === undefined) Reflect.set(place, step, [value]);
      else if (Array.isArray(known)) known.push(value);
      else throw malformed(name);
    } else if (isLast) {
      if (known !== undefined) throw malformed(name);
      Reflect.set(place, step, value);
    } else {
      const next = known ?? (/^\d+$/.test(steps[index + 1]!) ? [] : (Object.create(null) as Nested));
      if (typeof next !== 'object' || next === null) throw malformed(name);
      Reflect.set(place, step, next);
      place = next as Nested | unknown[];
    }
  });
}

const malformed = (name: string) => new AppError('bad-input', { fields: { [name.slice(0, 80)]: ['malformed'] } });
