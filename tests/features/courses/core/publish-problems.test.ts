import { describe, expect, it } from 'vitest';
import { publishProblems } from '#app/features/courses/core/publish-problems.ts';

const whole = { lessonId: 'a', title: 'Bài', body: 'Nội dung.', asOf: '2026-11-22', sources: ['Nghị quyết 35'] };
const of = (change: Partial<typeof whole>) =>
  publishProblems({ modules: [{ title: 'Một', lessons: [{ ...whole, ...change }] }] }).map(({ code, line }) => [
    code,
    line,
  ]);

describe('what keeps a course from being published', () => {
  it.each([
    ['nothing', {}, []],
    ['a title of spaces', { title: ' ' }, [['lesson-without-title', null]]],
    ['no text', { body: ' \n' }, [['lesson-without-text', null]]],
    ['a picture without words', { body: 'Trên\n\n![ ](media:abc)' }, [['picture-without-words', 3]]],
    ['a block that nobody knows', { body: '::: la\nx\n:::' }, [['lesson-text-broken', 1]]],
    ['a day that does not exist', { asOf: '2026-02-30' }, [['lesson-without-date', null]]],
    ['sources of nothing', { sources: [' '] }, [['lesson-without-source', null]]],
    ['no source at all', { sources: [] as string[] }, [['lesson-without-source', null]]],
  ])('is %s', (_, change, expected) => {
    expect(of(change).slice(0, 1)).toEqual(expected);
  });

  it('is a course without modules, and a module without lessons', () => {
    expect(publishProblems({ modules: [] })).toMatchObject([{ code: 'no-module' }]);
    expect(publishProblems({ modules: [{ title: 'Một', lessons: [] }] })).toMatchObject([
      { code: 'empty-module', title: 'Một' },
    ]);
  });
});
