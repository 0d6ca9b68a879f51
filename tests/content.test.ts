import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCourseContent } from '#app/features/courses/schema.ts';
import { type ContentQuestion, questionBodyOf } from '#app/features/questions/core/content-question.ts';
import { gradeResponse, rightAnswerText } from '#app/features/questions/core/question-types.ts';
import { contentQuestionSchema } from '#app/features/questions/schema.ts';
import { renderDocument } from '#app/platform/documents/markdown.server.ts';
import { listCourseFolders, readContentFolder } from '#app/platform/files/content-folder.server.ts';

const [folderPath = ''] = listCourseFolders(path.resolve(import.meta.dirname, '../prisma/content'));
const folder = readContentFolder(folderPath);
const parsed = parseCourseContent(folder);
const modules = parsed.ok ? parsed.content.modules : [];
const lessons = modules.flatMap((module) => module.lessons);
const questions: ContentQuestion[] = folder.modules.flatMap((module) =>
  module.questions.map((question) => contentQuestionSchema.parse(question)),
);

const wordCount = (text: string) =>
  text
    .replace(/[|#*:>-]/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('the course on Resolution 35', () => {
  it('is read without a problem', () => {
    expect(folder.problems).toEqual([]);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  });

  it('has at least 6 modules and 20 lessons', () => {
    expect(modules.length).toBeGreaterThanOrEqual(6);
    expect(lessons.length).toBeGreaterThanOrEqual(20);
  });

  it.each(lessons.map((lesson) => [lesson.code, lesson] as const))(
    '%s is a whole lesson',
    (_code, { body, sources, asOf }) => {
      expect(wordCount(body)).toBeGreaterThanOrEqual(400);
      expect(wordCount(body)).toBeLessThanOrEqual(950);
      const { html, contents } = renderDocument(body, { keyPoints: 'Ghi nhớ', toFill: 'Bổ sung', table: 'Bảng' });
      expect(html).toContain('<table>');
      expect(html).toContain('class="key-points"');
      expect(html).toContain('<details>');
      expect(contents.length).toBeGreaterThanOrEqual(2);
      // A block or a table that was not closed or not understood would stand in the text.
      expect(html).not.toMatch(/:::|&lt;\/?\w|\|---/);
      expect(sources.length).toBeGreaterThan(0);
      expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    },
  );
});

describe('its questions', () => {
  const ofType = (type: ContentQuestion['type']) => questions.filter((question) => question.type === type);
  const singles = questions.flatMap((question) => (question.type === 'single' ? [question] : []));

  it('are at least 150 with codes of their own, of every type and difficulty', () => {
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(new Set(questions.map(({ code }) => code)).size).toBe(questions.length);
    for (const type of ['single', 'multiple', 'true-false', 'short-answer'] as const) {
      expect(ofType(type).length, type).toBeGreaterThanOrEqual(10);
    }
    for (const difficulty of ['easy', 'medium', 'hard'] as const) {
      expect(
        questions.filter((question) => question.difficulty === difficulty).length,
        difficulty,
      ).toBeGreaterThanOrEqual(20);
    }
  });

  it('have some of each type that was added later, essays in a category of their own', () => {
    for (const type of ['cluster', 'matching', 'ordering', 'numerical', 'blanks', 'essay'] as const) {
      expect(ofType(type).length, type).toBeGreaterThanOrEqual(2);
    }
    // An exam that draws from a module never waits for a marker.
    expect(questions.filter(({ type, category }) => (type === 'essay') !== (category !== undefined))).toEqual([]);
  });

  it('earn nothing without an answer and have a right one', () => {
    for (const question of questions) {
      if (question.type === 'essay') continue;
      const body = questionBodyOf(question);
      expect(gradeResponse(body, null), question.code).toBe(0);
      expect(rightAnswerText(body), question.code).not.toBe('');
    }
  });

  it('each say why and whence', () => {
    for (const { code, explanation, source } of questions) {
      expect(explanation.length, code).toBeGreaterThan(20);
      expect(source.length, code).toBeGreaterThan(3);
    }
  });

  it('do not give the right option away by its length', () => {
    const isLongest = singles.filter(({ options }) => {
      const right = options.find(({ correct }) => correct)!;
      return options.every((option) => option === right || option.text.length < right.text.length);
    });
    expect(isLongest.length / singles.length).toBeLessThanOrEqual(0.3);
  });

  it('spread the right option over the positions', () => {
    const counts = [0, 1, 2, 3].map(
      (position) => singles.filter(({ options }) => options.findIndex(({ correct }) => correct) === position).length,
    );
    for (const count of counts) {
      expect(count / singles.length).toBeGreaterThan(0.15);
      expect(count / singles.length).toBeLessThan(0.35);
    }
  });

  it('hold true and false in balance', () => {
    const answers = questions.filter((question) => question.type === 'true-false').map(({ answer }) => answer);
    const share = answers.filter(Boolean).length / answers.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
  });
});

describe('its quizzes', () => {
  const codes = new Set(questions.map(({ code }) => code));
  const quizzes = folder.quizzes as {
    code: string;
    slots: { question?: string; random?: string; difficulty?: string; count?: number }[];
  }[];

  it('draw only what the bank holds', () => {
    expect(quizzes.length).toBeGreaterThanOrEqual(7);
    for (const { code, slots } of quizzes) {
      for (const { question } of slots) if (question) expect(codes, code).toContain(question);
      for (const module of folder.modules) {
        const moduleCode = (module.module.value as { code: string }).code;
        const bank = questions.filter((question) => question.code.startsWith(`${moduleCode}-`)).length;
        const drawn = slots.reduce((sum, slot) => sum + (slot.random === moduleCode ? (slot.count ?? 1) : 0), 0);
        expect(drawn, `${code} ${moduleCode}`).toBeLessThanOrEqual(bank);
      }
    }
  });
});
