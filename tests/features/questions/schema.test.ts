import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentQuestionSchema, questionBodySchema, questionResponseSchema } from '#app/features/questions/schema.ts';
import { anyBody } from './core/questions.ts';

const FILE = `
- code: nq35-01-q001
  type: single
  difficulty: easy
  tags: [van-ban]
  stem: Nghị quyết số 35-NQ/TW được ban hành năm nào?
  options:
    - text: 2018
      correct: true
    - text: "2019"
      feedback: Xem lại.
    - text: Không năm nào nêu trên
      fixed: true
  explanation: Ban hành ngày 22/10/2018.
  source: Nghị quyết số 35-NQ/TW
- code: nq35-01-q002
  type: true-false
  difficulty: medium
  stem: Do Bộ Chính trị ban hành.
  answer: true
  explanation: Đúng vậy.
  source: Nghị quyết số 35-NQ/TW
- code: nq35-01-q003
  type: short-answer
  difficulty: hard
  stem: Cơ quan nào ban hành?
  answers: ["Bộ Chính trị", "Bộ Chính trị khóa XII"]
  matching: ignore-tones
  explanation: Bộ Chính trị.
  source: Nghị quyết số 35-NQ/TW
`;
const questions = parse(FILE) as Record<string, unknown>[];

function complaints(question: unknown): string[] {
  const result = contentQuestionSchema.safeParse(question);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
}

describe('the JSON of a question version', () => {
  it('comes back as it was stored', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(questionBodySchema.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
      }),
    );
  });

  it('is refused when it is of no known type', () => {
    expect(questionBodySchema.safeParse({ type: 'essay', stem: 'x' }).success).toBe(false);
    expect(questionResponseSchema.safeParse(3).success).toBe(false);
  });
});

describe('a question in questions.yaml', () => {
  it('is taken in each of the written forms', () => {
    expect(questions.flatMap(complaints)).toEqual([]);
    const single = contentQuestionSchema.parse(questions[0]);
    expect(single).toMatchObject({ type: 'single', options: [{ text: '2018', correct: true }, {}, { fixed: true }] });
    expect(contentQuestionSchema.parse(questions[1]).tags).toEqual([]);
  });

  it('is kept as trimmed NFC text', () => {
    const stem = ` ${'Bộ Chính trị'.normalize('NFD')}\n`;
    expect(contentQuestionSchema.parse({ ...questions[1], stem }).stem).toBe('Bộ Chính trị');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an empty explanation', { explanation: '' }, 'explanation missing'],
    ['no two options', { options: [{ text: 'x', correct: true }] }, 'options too-few'],
    ['no right option', { options: [{ text: 'x' }, { text: 'y' }] }, 'options too-few-right'],
    ['an option twice', { options: [{ text: 'x', correct: true }, { text: 'x' }] }, 'options.1.text duplicate'],
    ['a number that YAML may have changed', { source: 1.1 }, 'source not-a-text'],
    ['a code with spaces', { code: 'câu 1' }, 'code not-a-code'],
  ])('with %s is refused with place and code', (_, change, complaint) => {
    expect(complaints({ ...questions[0], ...change })).toEqual([complaint]);
  });

  it('is refused for a misspelt key', () => {
    expect(complaints({ ...questions[0], explaination: 'x' })).toHaveLength(1);
  });

  it('is described in the README with forms that exist', () => {
    const readme = readFileSync('prisma/content/README.md', 'utf8');
    for (const word of ['single', 'multiple', 'true-false', 'short-answer', 'exact', 'ignore-case', 'ignore-tones']) {
      expect(readme).toContain(word);
    }
  });
});
