import { describe, expect, it } from 'vitest';
import { isAppError } from '#app/kernel/app-error.ts';
import { nestedForm } from '#app/platform/http/nested-form.server.ts';

function form(...fields: [string, string][]): FormData {
  const made = new FormData();
  for (const [name, value] of fields) made.append(name, value);
  return made;
}

describe('nestedForm', () => {
  it('reads texts, objects in lists, and lists of one name', () => {
    const read = nestedForm(
      form(
        ['stem', 'Hỏi'],
        ['options[0].text', 'A'],
        ['options[1].text', 'B'],
        ['right[]', 'a'],
        ['right[]', 'b'],
        ['review.during[]', 'marks'],
      ),
    );
    expect(JSON.parse(JSON.stringify(read))).toEqual({
      stem: 'Hỏi',
      options: [{ text: 'A' }, { text: 'B' }],
      right: ['a', 'b'],
      review: { during: ['marks'] },
    });
  });

  it.each([
    ['a gap in a list', [['options[1].text', 'B']]],
    ['an index that would cost memory', [['options[999].text', 'B']]],
    ['an index of four digits', [['options[99999].text', 'B']]],
    [
      'a plain name twice',
      [
        ['stem', 'a'],
        ['stem', 'b'],
      ],
    ],
    [
      'a name that is text and object at once',
      [
        ['stem', 'a'],
        ['stem.x', 'b'],
      ],
    ],
    ['the prototype', [['__proto__.x', 'b']]],
    ['no name', [['', 'b']]],
  ] as [string, [string, string][]][])('refuses %s and names the field', (_, fields) => {
    const name = fields.at(-1)![0];
    try {
      nestedForm(form(...fields));
      expect.unreachable();
    } catch (error) {
      expect(isAppError(error, 'bad-input') && error.details.fields).toEqual({ [name]: ['malformed'] });
    }
  });

  it('cannot reach the prototype of objects', () => {
    nestedForm(form(['constructor.prototype.isEvil', 'yes']));
    expect(({} as Record<string, unknown>).isEvil).toBeUndefined();
  });
});
