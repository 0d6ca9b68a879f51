import { describe, expect, it } from 'vitest';
import { readSource } from '#app/features/questions/core/imports/read-source.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { keyText } from '#app/features/questions/ui/imports/key-line.tsx';

const truth = (isTrue: boolean) => (isTrue ? 'Đúng' : 'Sai');
const said = (body: QuestionBody) => keyText(body, truth);

describe('the key of a question as its author checks it', () => {
  it.each([
    ['true or false', '::a:: Trái đất quay quanh mặt trời. {T}', 'Đúng'],
    ['a short answer with what each is worth', 'Thủ đô? {=Hà Nội =%50%Hanoi}', 'Hà Nội / Hanoi (50%)'],
    ['a number with its tolerance', 'Pi? {#3.14:0.01}', '3,14 ± 0,01'],
    ['pairs', 'Ghép {=một -> hai =ba -> bốn =năm -> sáu}', 'một → hai; ba → bốn; năm → sáu'],
    ['a choice, whose options show it', 'Chọn {=đúng ~sai}', ''],
    ['what a person marks', 'Viết. {}', ''],
  ])('is told of %s', (_, gift, expected) => {
    const [entry] = readSource(gift, 'gift').entries;
    expect(said(entry!.question!.body)).toBe(expected);
  });

  it('is told of blanks in the order of the text', () => {
    const body: QuestionBody = {
      type: 'blanks',
      stem: 'Năm {{b}}, do {{a}} ban hành.',
      blanks: [
        { id: 'a', weight: 1, kind: 'choice', options: [{ id: 'x', text: '**Bộ Chính trị**' }], correct: 'x' },
        { id: 'b', weight: 1, kind: 'number', answers: [{ value: 2018, tolerance: 0, fraction: 1 }] },
      ],
    };
    expect(said(body)).toBe('(1) 2018; (2) Bộ Chính trị');
  });
});
