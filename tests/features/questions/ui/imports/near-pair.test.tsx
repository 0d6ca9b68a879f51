// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing';
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { NearQuestion } from '#app/features/questions/core/imports/decisions.ts';
import { readSource } from '#app/features/questions/core/imports/read-source.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi as near } from '#app/features/questions/messages/near-vi.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { nearDifferences } from '#app/features/questions/ui/imports/near-differences.ts';
import { NearPair } from '#app/features/questions/ui/imports/near-pair.tsx';

const read = (source: string) => readSource(`Định dạng: Markdown\n${source}`, 'text').entries[0]!;
const of = (source: string) => read(source).question!;
const choice = 'Câu 1. Nghị quyết nào?\nA. Số 34\nB. Số 35\nC. Số 36\nĐáp án: B\n';
const parts = (here: string, there: string) => nearDifferences(of(here), of(there), vi).parts;

function show(here: string, question: NearQuestion) {
  const page = () => (
    <NearPair
      entry={read(here)}
      number="1"
      near={{ key: 'k', likeness: 1, of: { kind: 'bank', questionId: 'q', code: 'NQ-1', question } }}
      other={null}
      choice={undefined}
      step={() => undefined}
    />
  );
  const Stub = createRemixStub([{ path: '/', Component: page }]);
  render(<Stub initialEntries={['/']} />);
}

it('says in words that two questions of the same words have different keys, and which', () => {
  show(choice, of(choice.replace('Đáp án: B', 'Đáp án: C')));
  expect(screen.getByText(near.differs(near.parts.key))).toBeInTheDocument();
  const [here, there] = screen.getAllByText(`${near.labels.key}:`).map((label) => label.parentElement!);
  expect(here).toHaveTextContent('Đáp án: Số 35');
  expect(there).toHaveTextContent('Đáp án: Số 36');
  expect(within(there!).getByTitle('chỉ có ở bên này')).toHaveTextContent('36');
});

it('says that nothing differs where only the order of options does', () => {
  show(choice, of('Câu 1. Nghị quyết nào?\nA. Số 35\nB. Số 34\nC. Số 36\nĐáp án: A\n'));
  expect(screen.getByText(near.alike)).toBeInTheDocument();
});

it('names the side that has no explanation', () => {
  show(choice, of(`${choice}Lời giải: Vì thế.\n`));
  const [here, there] = screen.getAllByText(`${near.labels.explanation}:`).map((label) => label.parentElement!);
  expect(here).toHaveTextContent(`Giải thích: ${near.empty}`);
  expect(there).toHaveTextContent('Giải thích: Vì thế.');
});

describe('what differs between two near questions', () => {
  it.each([
    ['Lời giải: Vì thế.', 'Lời giải: Vì kia.', ['explanation']],
    ['Nguồn: Sách', 'Nguồn: Báo', ['source']],
    ['Mức độ: Dễ', 'Mức độ: Khó', ['difficulty']],
    ['Thẻ: một', 'Thẻ: hai', ['tags']],
    ['Nhận xét A: gần đúng', '', ['details']],
    ['Giữ vị trí: C', '', ['details']],
    ['', 'Mức độ: Khó\nThẻ: hai', []],
  ])('%j beside %j', (here, there, expected) => {
    expect(parts(`${choice}${here}\n`, `${choice}${there}\n`)).toEqual(expected);
  });

  it('is the truth of a statement, whatever the order of statements', () => {
    const one = 'Câu 1. Xét.\na) Một\nb) Hai\nĐáp án: a) Đúng, b) Sai\n';
    expect(parts(one, 'Câu 1. Xét.\na) Hai\nb) Một\nĐáp án: a) Sai, b) Đúng\n')).toEqual([]);
    expect(parts(one, one.replace('b) Sai', 'b) Đúng'))).toEqual(['key']);
  });

  it('is the pairs of a matching question', () => {
    const one = 'Câu 1. Ghép.\nCột A:\n1) x\n2) y\nCột B:\na) 1\nb) 2\nGhép: 1-a, 2-b\n';
    expect(parts(one, one.replace('1-a, 2-b', '1-b, 2-a'))).toEqual(['key']);
  });

  it('is told in English too', () => {
    const { lines } = nearDifferences(of('Câu 1. Trời xanh.\nĐáp án: Đúng'), of('Câu 1. Trời xanh.\nĐáp án: Sai'), en);
    expect(lines).toEqual([{ name: 'key', here: en.truth.true, there: en.truth.false }]);
  });
});
