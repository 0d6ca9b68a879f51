import { expect, it } from 'vitest';
import { formObject } from '#app/platform/http/form.server.ts';
import { processorMs } from '#tests/processor-time.ts';

const form = (...fields: [string, string][]) => {
  const made = new FormData();
  for (const [name, value] of fields) made.append(name, value);
  return made;
};

it('gives a name that comes once as a text, one that comes again or ends in [] as a list', () => {
  expect(formObject(form(['a', '1'], ['b', '2'], ['a', '3'], ['c[]', '4']))).toEqual({
    a: ['1', '3'],
    b: '2',
    c: ['4'],
  });
});

it('leaves files out', () => {
  const made = form(['a', '1']);
  made.append('b', new Blob(['x']));
  expect(formObject(made)).toEqual({ a: '1', b: undefined });
});

it('reads a body full of names in one pass: quadratic, these would hold the server for a minute', async () => {
  const made = form(...Array.from({ length: 50_000 }, (_, index): [string, string] => [index.toString(36), '']));
  const took = await processorMs(() => expect(Object.keys(formObject(made))).toHaveLength(50_000));
  expect(took).toBeLessThan(5000);
});
