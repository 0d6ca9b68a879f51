import { describe, expect, it } from 'vitest';
import { keyEdits } from '#app/features/questions/core/imports/key-edits.ts';
import { readSource } from '#app/features/questions/core/imports/read-source.ts';
import { applyEdits } from '#app/features/questions/core/imports/text-edit.ts';
import {
  beginWorkbench,
  doubtsOf,
  stepOfIntent,
  stepWorkbench,
} from '#app/features/questions/core/imports/workbench.ts';

const bench = (source: string, format: 'text' | 'gift' | 'aiken' = 'text') => beginWorkbench(source, format, {});

/** The source after the first mend of the first doubt with this code; the code must be gone then. */
function mended(source: string, code: string, { format = 'text' as 'text' | 'gift' | 'aiken', at = 0 } = {}): string {
  const table = bench(source, format);
  const doubt = doubtsOf(table).find(({ problem }) => problem.code === code);
  expect(doubt, `no ${code}`).toBeDefined();
  const next = stepWorkbench(table, { kind: 'mend', mend: doubt!.mends[at]!, at: 0 });
  expect(doubtsOf(next).map(({ problem }) => problem.code)).not.toContain(code);
  return next.history.now.source;
}

const letterOf = (source: string, at = 0) => {
  const body = readSource(source, 'text').entries[at]?.question?.body;
  return body?.type === 'single' ? body.correct : null;
};

describe('a mend takes a doubt away by editing the text', () => {
  it('adds the line of a missing key behind the options', () => {
    const source = 'Câu 1. Một?\nA. x\nB. y\nGiải thích: vì thế\n\nCâu 2. Hai?\nA. x\nB. y\nĐáp án: A\n';
    const next = mended(source, 'no-key', { at: 1 });
    expect(next).toContain('B. y\nĐáp án: B\nGiải thích: vì thế');
    expect(letterOf(next)).toBe('b');
  });

  it('shows a question without a key with its options, to be chosen', () => {
    const { entries } = readSource('Câu 1. Một?\nA. x\nB. y\n', 'text');
    expect(entries).toMatchObject([{ question: null, guess: { body: { stem: 'Một?' } }, from: 1, until: 3 }]);
  });

  it('shows a question that only the rules keep out with the key that it tells', () => {
    const { entries } = readSource('Câu 1. Một?\nA. x\nB. y\nC. x\nĐáp án: B\n', 'text');
    expect(entries).toMatchObject([{ question: null, isKeyKnown: true, guess: { body: { correct: 'b' } } }]);
    expect(readSource('Câu 1. Một?\nA. x\nB. y\n', 'text').entries).toMatchObject([{ isKeyKnown: false }]);
  });

  it('gives a key that names no option one of the letters that are there', () => {
    expect(mended('Câu 1. Một?\nA. x\nB. y\nĐáp án: D\n', 'key-not-an-option')).toContain('Đáp án: A');
  });

  it('letters options anew', () => {
    const next = mended('Câu 1. Một?\nA. x\nC. y\nD. z\nĐáp án: A\n', 'option-out-of-order');
    expect(next).toBe('Câu 1. Một?\nA. x\nB. y\nC. z\nĐáp án: A\n');
  });

  it.each([
    ['in its own line', 'A. x\nC. y\nD. z\nĐáp án: D. Vì thế\n', 'A. x\nB. y\nC. z\nĐáp án: C. Vì thế\n'],
    ['of several', 'A. x\nC. y\nD. z\nĐáp án: A, D\n', 'A. x\nB. y\nC. z\nĐáp án: A, C\n'],
    ['in the table', 'A. x\nC. y\nD. z\n\nBẢNG ĐÁP ÁN\n1-D\n', 'A. x\nB. y\nC. z\n\nBẢNG ĐÁP ÁN\n1-C\n'],
    ['before the option', 'A. x\nC. y\n*D. z\n', 'A. x\nB. y\n*C. z\n'],
  ])('lets the key %s go with its option', (_, before, after) => {
    expect(mended(`Câu 1. Một?\n${before}`, 'option-out-of-order')).toBe(`Câu 1. Một?\n${after}`);
  });

  it('gives the second of two equal numbers a free one', () => {
    const source = 'Câu 1. Một?\nA. x\nB. y\nĐáp án: A\n\nCâu 1. Hai?\nA. x\nB. y\nĐáp án: B\n';
    expect(mended(source, 'number-twice')).toContain('Câu 2. Hai?');
  });

  it('says what a stem without options is', () => {
    expect(mended('Câu 1. Trời xanh.\n', 'no-options')).toContain('Đáp án: Đúng');
  });

  it.each(['', 'Định dạng: Markdown\n'])('makes a stem without options an essay, in a text that begins %j', (head) => {
    const next = mended(`${head}Câu 1. Nêu vai trò.\n`, 'no-options', { at: 2 });
    expect(readSource(next, 'text').entries[0]?.question?.body).toMatchObject({ type: 'essay', stem: 'Nêu vai trò.' });
  });

  it.each([
    ['behind the stem', 'Câu 1. Mấy?  A. 4  B. 6 C. 8\nĐáp án: B\n', 'no-options'],
    ['below it', 'Câu 1. Mấy?\nA. 4 B. 6\tC. 8\nĐáp án: B\n', 'one-option'],
  ])('gives each option that stands on one line %s a line of its own', (_, source, code) => {
    const next = mended(`Định dạng: Markdown\n${source}`, code);
    expect(next).toBe('Định dạng: Markdown\nCâu 1. Mấy?\nA. 4\nB. 6\nC. 8\nĐáp án: B\n');
  });

  it('adds the answer of an Aiken question', () => {
    expect(mended('Một?\nA. x\nB. y\n', 'no-key', { format: 'aiken' })).toContain('ANSWER: A');
  });
});

describe('a key chosen on the card is written where the paper writes keys', () => {
  const chosen = (source: string, letter: string, at = 0) => {
    const read = readSource(source, 'text');
    return applyEdits(source, keyEdits(source, read, read.entries[at]!, [letter]));
  };

  it('in its own line, the words behind it kept', () => {
    expect(chosen('Câu 1. Một?\nA. x\nB. y\nĐáp án: A. Vì thế.\n', 'B')).toContain('Đáp án: B. Vì thế.');
  });

  it('in the table at the end', () => {
    const source = 'Câu 1. Một?\nA. x\nB. y\n\nCâu 2. Hai?\nA. x\nB. y\n\nBẢNG ĐÁP ÁN\n1-A 2-B\n';
    const next = chosen(source, 'A', 1);
    expect(next).toContain('1-A 2-A');
    expect(letterOf(next, 1)).toBe('a');
  });

  it('in place of a star', () => {
    const next = chosen('Câu 1. Một?\n*A. x\nB. y\n', 'B');
    expect(letterOf(next)).toBe('b');
    expect(next).not.toContain('*');
  });

  it('in GIFT by the sign before the answer', () => {
    const source = '::1::Một?{\n=x\n~y\n}\n';
    const read = readSource(source, 'gift');
    const next = applyEdits(source, keyEdits(source, read, read.entries[0]!, ['B']));
    expect(next).toBe('::1::Một?{\n~x\n=y\n}\n');
  });
});

describe('the table', () => {
  const source = 'Câu 1. Một?\nA. x\nB. y\nĐáp án: A\n\nCâu 2. Hai?\nA. x\nB. y\nĐáp án: B\n';

  it('writes an edit of a card into the lines of its question and takes it back as one step', () => {
    const table = bench(source);
    const [entry] = table.read.entries;
    const next = stepWorkbench(table, {
      ...{ kind: 'edit', key: entry!.key, at: 0, isTyping: true },
      edit: { field: 'option', at: 1, text: 'y * z' },
    });
    expect(next.history.now.source).toContain('B. y * z');
    expect(next.read.entries[0]?.question?.body).toMatchObject({ options: [{ text: 'x' }, { text: 'y \\* z' }] });
    expect(next.history.now.source).toContain('Câu 2. Hai?');
    expect(stepWorkbench(next, { kind: 'undo' }).history.now.source).toBe(source);
  });

  it('keeps a decision while the stem of its question is typed', () => {
    const table = bench(source);
    const key = table.read.entries[0]!.key;
    const chosen = stepWorkbench(table, { kind: 'choose', key, choice: { kind: 'leave-out' } });
    const typed = source.replace('Một?', 'Một hai?');
    const next = stepWorkbench(chosen, { kind: 'typed', source: typed, from: 0, until: 0, at: 0 });
    const moved = next.read.entries[0]!.key;
    expect(moved).not.toBe(key);
    expect(next.choices[moved]).toEqual({ kind: 'leave-out' });
  });

  it('obeys the same buttons without scripts', () => {
    const table = bench('Câu 1. Một?\nA. x\nB. y\n');
    const step = stepOfIntent(table, 'mend 0 1');
    expect(letterOf(stepWorkbench(table, step!).history.now.source)).toBe('b');
    const { key } = table.read.entries[0]!;
    expect(letterOf(stepWorkbench(table, stepOfIntent(table, `key ${key} A`)!).history.now.source)).toBe('a');
    expect(stepOfIntent(table, 'take')).toBeNull();
    expect(stepOfIntent(table, 'mend 7 7')).toBeNull();
  });
});
