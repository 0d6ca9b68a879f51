import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CourseOutline,
  lessonsOf,
  movedLesson,
  movedModule,
  placeOf,
  shiftedLesson,
  shiftedModule,
  withLesson,
  withModule,
  withoutLesson,
} from '#app/features/courses/core/course-outline.ts';
import { changeOutline, type OutlineChange } from '#app/features/courses/core/outline-change.ts';
import { isSameOutline, outlineDifference } from '#app/features/courses/core/outline-difference.ts';

const lesson = (id: string, versionNumber: number | null = 1) => ({
  ...{ lessonId: id, code: id, versionNumber, title: id, minutes: 5 },
});
const outline = (...modules: string[]): CourseOutline => ({
  title: 'Khóa',
  summary: '',
  modules: modules.map((ids, at) => ({
    ...{ code: `m${at + 1}`, title: `M${at + 1}`, summary: '' },
    lessons: [...ids].map((id) => lesson(id)),
  })),
});
const shown = ({ modules }: CourseOutline) =>
  modules.map(({ code, lessons }) => `${code}:${lessons.map(({ lessonId }) => lessonId).join('')}`).join(' ');

describe('an outline', () => {
  it.each([
    ['b', 1, 'm1:acb m2:de'],
    ['c', 1, 'm1:ab m2:cde'],
    ['d', -1, 'm1:abcd m2:e'],
    ['a', -1, 'm1:abc m2:de'],
    ['e', 1, 'm1:abc m2:de'],
    ['x', 1, 'm1:abc m2:de'],
  ] as const)('moves lesson %s by %i, past the ends of a module into the next one', (id, by, after) => {
    expect(shown(shiftedLesson(outline('abc', 'de'), id, by))).toBe(after);
  });

  it('moves modules, and not past the ends', () => {
    expect(shown(shiftedModule(outline('a', 'b'), 'm2', -1))).toBe('m2:b m1:a');
    expect(shown(shiftedModule(outline('a', 'b'), 'm2', 1))).toBe('m1:a m2:b');
    expect(shown(movedModule(outline('a', 'b', 'c'), 'm1', 9))).toBe('m2:b m3:c m1:a');
  });

  it('holds no lesson twice', () => {
    expect(shown(withLesson(outline('ab', ''), 'm2', lesson('a')))).toBe('m1:ab m2:');
    const module = { code: 'm3', title: '', summary: '', lessons: [lesson('b'), lesson('x')] };
    expect(shown(withModule(outline('ab'), module, 0))).toBe('m3:x m1:ab');
    expect(shown(movedLesson(outline('ab', 'c'), 'a', { moduleCode: 'none', position: 0 }))).toBe('m1:ab m2:c');
    expect(placeOf(withoutLesson(outline('ab'), 'a'), 'b')).toEqual({ moduleCode: 'm1', position: 0 });
  });
});

describe('the difference of two outlines', () => {
  const told = (before: CourseOutline, after: CourseOutline) =>
    outlineDifference(before, after).lessons.map(({ kind, lessonId }) => `${kind} ${lessonId}`);
  it.each([
    ['nothing', outline('abc'), outline('abc'), []],
    ['the first one taken away moves no other', outline('abc'), outline('bc'), ['removed a']],
    ['one moved to the front', outline('abc'), outline('cab'), ['moved c']],
    ['one moved to another module', outline('ab', 'c'), outline('a', 'cb'), ['moved b']],
    ['one new', outline('ab'), outline('axb'), ['added x']],
  ])('tells %s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('tells a lesson with another version as changed, even where it moved', () => {
    const after = outline('cab');
    after.modules[0]!.lessons[0]!.versionNumber = 2;
    expect(told(outline('abc'), after)).toEqual(['changed c']);
  });

  it('tells modules that came, went, were renamed or moved', () => {
    const after = movedModule(outline('a', 'b', 'c'), 'm3', 0);
    after.modules[1]!.title = 'Khác';
    const { modules } = outlineDifference(
      outline('a', 'b', 'c'),
      withModule(after, { ...after.modules[0]!, code: 'm9' }),
    );
    expect(modules.map(({ kind, code }) => `${kind} ${code}`)).toEqual(['moved m3', 'renamed m1', 'added m9']);
  });
});

describe('any steps in an outline', () => {
  const ids = ['a', 'b', 'c', 'd', 'x'];
  const codes = ['m1', 'm2', 'm3'];
  const id = fc.constantFrom(...ids);
  const code = fc.constantFrom(...codes);
  const by = fc.constantFrom(-1 as const, 1 as const);
  const step: fc.Arbitrary<OutlineChange> = fc.oneof(
    fc.record({ kind: fc.constant('shift-lesson' as const), lessonId: id, by }),
    fc.record({ kind: fc.constant('move-lesson' as const), lessonId: id, moduleCode: code }),
    fc.record({ kind: fc.constant('remove-lesson' as const), lessonId: id }),
    fc.record({ kind: fc.constant('put-back-lesson' as const), lessonId: id, moduleCode: code }),
    fc.record({ kind: fc.constant('shift-module' as const), code, by }),
    fc.record({ kind: fc.constant('remove-module' as const), code }),
    fc.record({ kind: fc.constant('add-module' as const), code, title: code, summary: fc.constant('') }),
  );

  it('never hold a lesson twice, and what was removed comes back by its undo', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = outline('ab', 'cd');
        for (const change of steps) {
          const result = changeOutline(now, change, lesson);
          if (result.kind !== 'changed') continue;
          if (result.undo) {
            const back = changeOutline(result.outline, result.undo, lesson);
            const restored = back.kind === 'changed' ? back.outline : result.outline;
            expect(isSameOutline(outlineDifference(now, restored))).toBe(true);
          }
          now = result.outline;
          const all = lessonsOf(now).map(({ lessonId }) => lessonId);
          expect(new Set(all).size).toBe(all.length);
        }
      }),
    );
  });
});
