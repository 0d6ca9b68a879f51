import { describe, expect, it } from 'vitest';
import { readQuestionFile } from '#app/features/questions/core/formats/read-question-file.ts';
import type { QuestionProblemCode } from '#app/features/questions/core/question.ts';
import { en } from '#app/features/questions/messages/import-en.ts';
import { vi } from '#app/features/questions/messages/import-vi.ts';

const codes: QuestionProblemCode[] = [
  ...(['missing', 'too-long', 'too-few', 'too-many', 'duplicate', 'unknown-option', 'out-of-range'] as const),
  ...(['not-a-number', 'no-full-answer', 'too-many-right', 'too-few-right', 'blank-not-in-stem'] as const),
  ...(['blank-twice-in-stem', 'unknown-blank', 'no-alternative-text'] as const),
];
const fields = [
  ...[
    '',
    'stem',
    'options',
    'options[14].text',
    'options[30].id',
    'options[1].feedback',
    'correct',
    'statements[0].text',
  ],
  ...['prompts[2].choice', 'choices[3].text', 'items[4].text', 'answers', 'answers[1].fraction', 'answers[0].value'],
  ...['answers[0].tolerance', 'units[1].name', 'units[0].factor', 'unitPenalty', 'blanks', 'blanks[2].answers[1].text'],
  ...['blanks[0].options', 'blanks[0].weight', 'minWords', 'rubric[0].levels[1].points', 'markerNotes', 'constructor'],
];

describe('what keeps a question from being used', () => {
  it('names the part in words', () => {
    expect(vi.problems.unsound('options[14].text duplicate')).toContain('phương án O trùng với phương án khác');
    expect(en.problems.unsound('options[14].text duplicate')).toContain('option O is the same as another option');
    expect(vi.problems.unsound('blanks[2].answers[1].text too-long')).toContain('chỗ trống 3, đáp án 2 dài quá');
    expect(vi.problems.unsound('options[1].feedback too-long')).toContain('lời giải riêng của phương án B dài quá');
    expect(en.problems.unsound('blanks[0].options too-few')).toContain('too few options of blank 1');
    expect(vi.problems.unsound('too-many')).toContain('quá nhiều phần của câu hỏi');
  });

  it('never shows the name of a field or a code, not even of one that has no word', () => {
    for (const field of fields) {
      for (const code of [...codes, 'unheard-of', 'constructor']) {
        for (const { problems } of [vi, en]) {
          const said = problems.unsound(`${field} ${code}`.trim());
          expect(said).not.toMatch(/[[\]]|undefined|-of-|[a-z]\.[a-z]|constructor|[a-z][A-Z]/);
          if (code.includes('-')) expect(said).not.toContain(code);
        }
      }
    }
  });

  it('is said so of a file', () => {
    const { problems } = readQuestionFile('Câu 1. Hỏi?\nA. x\nB. x\nĐáp án: A', 'text');
    const [first] = problems.filter(({ code }) => code === 'unsound');
    expect(vi.problems.unsound(first!.detail)).toBe('Câu hỏi chưa dùng được: phương án B trùng với phương án khác');
  });
});

describe('what a format names by its own word', () => {
  it('is said in words, with its number', () => {
    expect(vi.problems['part-lost']('penalty 0.33')).toBe('Không giữ được: mức trừ mỗi lần làm lại 0.33');
    expect(vi.problems['weights-changed']('proportional')).toContain('điểm theo tỷ lệ phương án đúng');
    expect(en.problems['object-lost']('chart')).toContain('a chart');
  });
});
