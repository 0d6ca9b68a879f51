import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessonProblems } from '#app/features/courses/core/lesson-editor/lesson-problems.ts';
import type { LessonText } from '#app/features/courses/core/lesson-editor/lesson-text.ts';
import { mergeLessons } from '#app/features/courses/core/lesson-editor/merge-lessons.ts';
import { readingMeasure } from '#app/features/courses/core/lesson-editor/reading-measure.ts';
import { decideSave, type KeptDraft } from '#app/features/courses/core/lesson-editor/save-draft.ts';
import { textHeadings } from '#app/features/courses/core/lesson-editor/text-headings.ts';
import { wordDifference } from '#app/kernel/word-difference.ts';
import { processorMs } from '#tests/processor-time.ts';

const text = (part: Partial<LessonText> = {}): LessonText => ({
  ...{ title: 'Bài', body: 'một\nhai\nba', minutes: 5, asOf: '2026-11-22', sources: ['A'] },
  ...part,
});
const marks = { mine: '<<<<<<< Tôi', theirs: '======= Kia', end: '>>>>>>> Hết' };

describe('Saving a draft', () => {
  const at = new Date('2026-11-23T08:00:00Z');
  const stored = (part: Partial<KeptDraft> = {}): KeptDraft => ({
    ...text(),
    ...{ revision: 3, updatedAt: new Date(at.getTime() - 5000), updatedById: 'giang' },
    ...part,
  });
  const mine = text({ body: 'khác' });

  it.each([
    ['from the revision that was seen', stored(), 3, mine, { kind: 'write', copy: null }],
    ['over the published text', stored({ revision: 0, updatedById: null }), 0, mine, { kind: 'write', copy: null }],
    ['over what another wrote', stored({ updatedById: 'minh' }), 3, mine, { kind: 'write', copy: 'replaced' }],
    [
      'over what has stood for a while',
      stored({ updatedAt: new Date(at.getTime() - 900_000) }),
      3,
      mine,
      { kind: 'write', copy: 'in-time' },
    ],
    ['from an older revision', stored(), 2, mine, { kind: 'conflict' }],
    ['again, whichever revision was known', stored(), 2, text(), { kind: 'unchanged' }],
  ] as const)('%s', (_, draft, base, given, expected) => {
    expect(decideSave(draft, { base, text: given, byId: 'giang' }, at)).toEqual(expected);
  });
});

describe('Merging two texts of one origin', () => {
  const merge = (base: string, own: string, other: string) =>
    mergeLessons({ base: text({ body: base }), mine: text({ body: own }), theirs: text({ body: other }) }, marks);

  it('takes what only one changed, and what both changed alike', () => {
    const { text: merged, clashes } = merge('1\n2\n3\n4\n5', '1 a\n2\n3\n4\n5', '1\n2\n3\n4\n5 b');
    expect([merged.body, clashes]).toEqual(['1 a\n2\n3\n4\n5 b', 0]);
    expect(merge('1\n2', '1\nx', '1\nx')).toMatchObject({ text: { body: '1\nx' }, clashes: 0 });
  });

  it('shows both where both changed one place', () => {
    const { text: merged, clashes } = merge('1\n2\n3', '1\nTôi\n3', '1\nKia\n3');
    expect(clashes).toBe(1);
    expect(merged.body).toBe('1\n<<<<<<< Tôi\nTôi\n======= Kia\nKia\n>>>>>>> Hết\n3');
    expect(lessonProblems(merged.body).map(({ code }) => code)).toEqual(['clash-left', 'clash-left', 'clash-left']);
  });

  it('merges the fields each by itself', () => {
    const { text: merged, clashes } = mergeLessons(
      {
        base: text(),
        mine: text({ title: 'Tên tôi', sources: ['A', 'B'] }),
        theirs: text({ title: 'Tên kia', minutes: 9, sources: ['C'] }),
      },
      marks,
    );
    expect(merged).toMatchObject({ title: 'Tên tôi', minutes: 9, sources: ['B', 'C'] });
    expect(clashes).toBe(1);
  });

  it('loses no line that either typed', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, lines, (base, own, other) => {
        const merged = merge(base.join('\n'), [...own, 'của tôi'].join('\n'), ['của kia', ...other].join('\n'));
        expect(merged.text.body).toContain('của tôi');
        expect(merged.text.body).toContain('của kia');
      }),
    );
  });
});

describe('A difference word by word', () => {
  it('names the words that went and came', () => {
    expect(wordDifference('Đảng bộ Quân đội\nhai', 'Đảng bộ toàn quân\nhai')).toEqual([
      { kind: 'same', text: 'Đảng bộ ' },
      { kind: 'gone', text: 'Quân đội\n' },
      { kind: 'new', text: 'toàn quân\n' },
      { kind: 'same', text: 'hai' },
    ]);
  });

  it('holds both texts whole', () => {
    const words = fc
      .array(fc.constantFrom('một', ' ', 'hai', '\n', 'ba,', '**'), { maxLength: 40 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = wordDifference(before, after);
        const without = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('');
        expect([without('new'), without('gone')]).toEqual([before, after]);
      }),
    );
  });

  it('compares a long lesson in a moment', async () => {
    const long = Array.from({ length: 2000 }, (_, at) => `Câu thứ ${at} của bài học này.`).join('\n');
    const took = await processorMs(() => wordDifference(long, long.replaceAll('thứ 5', 'số 5')));
    expect(took).toBeLessThan(10_000);
  });
});

describe('What an editor tells of a text', () => {
  it('counts words as they are read, and pictures', () => {
    expect(readingMeasure('## Mục\n\nMột hai ba.\n\n| A | B |\n|---|---|\n| c | d |\n\n::: luu-y\nBốn\n:::')).toEqual({
      words: 9,
      minutes: 1,
    });
    expect(readingMeasure('')).toEqual({ words: 0, minutes: 0 });
    expect(readingMeasure('chữ '.repeat(660)).minutes).toBe(3);
    expect(readingMeasure(`[tên](https://example.org/rat-dai) ![ảnh](media:${'a'.repeat(64)})`).words).toBe(2);
  });

  it('lists headings with their places, but not those within code', () => {
    expect(textHeadings('## Một\nx\n```\n## không\n```\n### **Hai** [liên kết](/x)')).toEqual([
      { level: 2, title: 'Một', line: 0, place: 0 },
      { level: 3, title: 'Hai liên kết', line: 5, place: 26 },
    ]);
  });

  it.each([
    ['![](media:x)', ['picture-without-words 1']],
    ['![audio: ](media:x)', ['picture-without-words 1']],
    ['![lời](media:x)', []],
    ['::: khong-co\nx\n:::', ['block-unknown 1', 'block-unknown 3']],
    ['::: luu-y\nx', ['block-open 1']],
    ['::: luu-y\nx\n:::', []],
    [':::: gap A\n::: tu-kiem-tra\nx\n:::\n::::', ['check-inside 2']],
    ['#### Sâu', ['heading-too-deep 1']],
    ['![ảnh](attached:1)', ['attached-left 1']],
    ['```\n::: khong-co\n![](x)\n```', []],
  ])('%j', (body, expected) => {
    expect(lessonProblems(body).map(({ code, line }) => `${code} ${line}`)).toEqual(expected);
  });
});
