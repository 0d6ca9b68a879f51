// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing';
import { act, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { noDecisions } from '#app/features/questions/core/imports/decisions.ts';
import { readSource } from '#app/features/questions/core/imports/read-source.ts';
import { vi } from '#app/features/questions/messages/import-screen-vi.ts';
import { vi as formats } from '#app/features/questions/messages/import-vi.ts';
import type { ImportPage } from '#app/features/questions/queries/imports/import-pages.server.ts';
import { ImportScreen } from '#app/features/questions/ui/imports/import-screen.tsx';

const at = new Date('2026-11-22T01:00:00Z');
const sound = 'Câu 1. Hỏi gì?\nA. Một\nB. Hai\nĐáp án: A\n';
const base: ImportPage = {
  ...{ id: 'i', name: 'đề.docx', format: 'text', state: 'staged', source: sound, categoryId: null, revision: 1 },
  ...{
    updatedAt: at,
    takenAt: null,
    undoneAt: null,
    taken: 0,
    categories: [],
    nears: [],
    pictures: {},
    kept: [],
    longest: 2_000_000,
  },
  ...{ decisions: noDecisions('docx'), twin: null },
};

function show(change: Partial<ImportPage>) {
  const page = () => (
    <ImportScreen page={{ ...base, ...change }} done={null} count={0} refusal={null} typed={undefined} />
  );
  const Stub = createRemixStub([{ path: '/', Component: page }]);
  render(<Stub initialEntries={['/']} />);
}

const lost = { severity: 'hint', line: 4, code: 'margin-lost', detail: 'TỐI MẬT', excerpt: '' } as const;

it('shows what only the file could say even where the text has no doubt left, and where in the file it stands', () => {
  show({ decisions: { ...noDecisions('docx'), fileProblems: [lost] } });
  const said = screen.getByText(formats.problems['margin-lost']('TỐI MẬT'));
  expect(said.closest('details')).toHaveAttribute('open');
  expect(said.closest('details')!.parentElement!.closest('details')).toBeNull();
  expect(screen.getByText(`, ${vi.filePlaces.paragraph('4')}`)).toBeInTheDocument();
});

it('does not hide it behind a long list of doubts', () => {
  const source = Array.from({ length: 60 }, (_, n) => `Câu ${n + 1}. Hỏi ${n}?\nA. Một\nB. Hai\n`).join('\n');
  show({ source, decisions: { ...noDecisions('docx'), fileProblems: [lost] } });
  expect(screen.getByText(formats.problems['margin-lost']('TỐI MẬT')).closest('details')).toHaveAttribute('open');
});

it('comes to life with the first questions of a long file, and draws the others after them', async () => {
  const source = Array.from({ length: 100 }, (_, n) => `Câu ${n + 1}. Hỏi ${n}?\nA. Một\nB. Hai\nĐáp án: B\n`).join(
    '\n',
  );
  show({ source });
  const card = (number: number) => document.getElementById(`question-${number}`)!;
  const key = (number: number) => card(number).querySelector('[data-letter="B"][aria-pressed="true"]');
  expect(key(1)).not.toBeNull();
  // What is not drawn yet has its place and its words.
  expect(card(100)).toHaveTextContent('Hỏi 99?');
  expect(key(100)).toBeNull();
  await waitFor(() => expect(key(100)).not.toBeNull(), { timeout: 20_000 });
  expect(document.querySelectorAll('[data-card]')).toHaveLength(100);
});

it('counts nothing where there is nothing to count', () => {
  show({ source: 'chỉ là một đoạn văn\n' });
  expect(screen.getByText(`${vi.noneYet}.`)).toHaveAttribute('role', 'status');
  expect(screen.queryByText(/0\/0/)).toBeNull();
});

describe('the category of new questions', () => {
  const field = () =>
    screen.queryByRole('textbox', { name: new RegExp(`^(${vi.newCategoryShort}|${vi.newCategory})`) });

  it('is called like the file until its author says otherwise', async () => {
    show({ name: 'Đề 40 câu.docx' });
    await waitFor(() => expect(field()).toHaveValue('Đề 40 câu'));
  });

  it('is the one that was chosen', () => {
    show({ categoryId: 'c', categories: [{ id: 'c', name: 'Chuyên đề 1', depth: 0 }] });
    expect(screen.getByRole('combobox', { name: vi.category })).toHaveValue('c');
    expect(field()).toBeNull();
  });

  it('is asked for where a pasted text has no name', () => {
    show({ name: '' });
    expect(field()).toHaveValue('');
  });
});

describe('the way to a question that wants its author', () => {
  const second = 'Câu 2. Hỏi điều gì trong câu thứ hai?\nA. Một\nB. Hai\n';

  it('is one press from what counts them', async () => {
    // A page that is not drawn has nothing to scroll.
    Element.prototype.scrollIntoView ??= () => undefined;
    show({ source: `${sound}\n${second}` });
    await act(async () => screen.getByRole('link', { name: vi.counts.broken('1') }).click());
    await waitFor(() => expect(screen.getByRole('article', { name: vi.number('2') })).toHaveFocus());
  });

  it('is one press from what only the file could say', () => {
    const excerpt = 'Câu 12. Hỏi điều gì trong câu thứ hai?';
    const fileProblems = [{ ...lost, code: 'key-by-look', detail: 'bold', excerpt } as const];
    show({ source: `${sound}\n${second}Đáp án: A\n`, decisions: { ...noDecisions('docx'), fileProblems } });
    expect(screen.getByRole('link', { name: vi.toQuestion('2') })).toHaveAttribute('href', '#question-2');
  });
});

it('says that all is taken where nothing but what was left out stays', () => {
  const [one, two] = readSource(`${sound}\n${sound.replace('Câu 1. Hỏi', 'Câu 2. Thử')}`, 'text').entries;
  const taken = { [one!.key]: 'q' };
  const choices = { [two!.key]: { kind: 'leave-out' as const } };
  const source = `${sound}\n${sound.replace('Câu 1. Hỏi', 'Câu 2. Thử')}`;
  show({ source, decisions: { ...noDecisions('docx'), taken, choices } });
  expect(screen.getByRole('button', { name: vi.takenAll })).toBeDisabled();
});
