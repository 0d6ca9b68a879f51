// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ShownBlank, ShownQuestion } from '#app/features/quiz/queries/shown-question.server.ts';
import { shown, showSheet } from './held-sheet.tsx';

describe('a sheet for a cluster of statements', () => {
  it('sends each statement beside the others, and goes by the keyboard', async () => {
    const { said, fields } = showSheet({ type: 'cluster', statements: shown('Một', 'Hai') });
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(said).toHaveBeenLastCalledWith({ 0: 'true' }, false);
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowRight}');
    expect(said).toHaveBeenLastCalledWith({ 0: 'true', 1: 'false' }, false);
    expect(fields()).toEqual({ 'a3.0': 'true', 'a3.1': 'false' });
    expect(screen.getByRole('radiogroup', { name: /2\. Hai/ })).toBeInTheDocument();
  });
});

describe('a sheet for matching', () => {
  const question = {
    type: 'matching',
    prompts: shown('Việt Nam', 'Lào'),
    choices: shown('Viêng Chăn', 'Hà Nội'),
  } as const;

  it('chooses for each prompt by its name, and takes a choice back', async () => {
    const { said, fields } = showSheet(question);
    const first = screen.getByRole('combobox', { name: '1. Việt Nam' });
    await userEvent.selectOptions(first, 'B. Hà Nội');
    expect(said).toHaveBeenLastCalledWith({ 0: 1 }, false);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '2. Lào' }), '0');
    expect(said).toHaveBeenLastCalledWith({ 0: 1, 1: 0 }, false);
    expect(fields()).toEqual({ 'a3.0': '1', 'a3.1': '0' });
    await userEvent.selectOptions(first, '');
    expect(said).toHaveBeenLastCalledWith({ 1: 0 }, false);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '2. Lào' }), '');
    expect(said).toHaveBeenLastCalledWith(null, false);
  });

  it('lists choices that are more than words', () => {
    showSheet({ ...question, choices: [{ position: 0, html: '<strong>Viêng Chăn</strong>', text: 'Viêng Chăn' }] });
    expect(screen.getByText('Các phần để ghép')).toBeInTheDocument();
  });
});

describe('a sheet for blanks', () => {
  const stem: ShownQuestion['stem'] = [
    {
      tag: 'p',
      attributes: {},
      children: ['Ngày {{0}} tại ', { tag: 'strong', attributes: {}, children: ['{{1}}'] }, '.'],
    },
    { tag: 'br', attributes: { onclick: 'alert(1)' }, children: [] },
  ];
  const blanks: ShownBlank[] = [
    { position: 0, kind: 'text' },
    {
      position: 1,
      kind: 'choice',
      options: [
        { position: 0, text: 'Huế' },
        { position: 1, text: 'Hà Nội' },
      ],
    },
    { position: 2, kind: 'number' },
  ];

  it('has its fields in the text, and below it what the text lost', async () => {
    const { said, settled, fields } = showSheet({ type: 'blanks', stem, blanks });
    const first = screen.getByRole('textbox', { name: 'Chỗ trống 1' });
    expect(first.closest('p')).toHaveTextContent('Ngày tại');
    await userEvent.type(first, '2/9');
    expect(said).toHaveBeenLastCalledWith({ 0: '2/9' }, true);
    await userEvent.tab();
    expect(settled).toHaveBeenCalledOnce();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Chỗ trống 2' }), 'Hà Nội');
    expect(said).toHaveBeenLastCalledWith({ 0: '2/9', 1: 1 }, false);
    const lost = screen.getByRole('textbox', { name: 'Chỗ trống 3' });
    expect(lost).toHaveAttribute('inputmode', 'decimal');
    expect(fields()).toEqual({ 'a3.0': '2/9', 'a3.1': '1' });
    expect(document.querySelector('[onclick]')).toBeNull();
  });
});

describe('a sheet for a number', () => {
  it('names the units, and then shows letters on a phone too', async () => {
    const { said } = showSheet({ type: 'numerical', units: ['km', 'm'] });
    const field = screen.getByRole('textbox', { name: 'Câu trả lời' });
    expect(field).toHaveAccessibleDescription(/Kèm đơn vị: km, m\./);
    expect(field).toHaveAttribute('inputmode', 'text');
    await userEvent.type(field, '1,5 km');
    expect(said).toHaveBeenLastCalledWith('1,5 km', true);
  });

  it('asks for digits where there is no unit', () => {
    showSheet({ type: 'numerical' });
    expect(screen.getByRole('textbox')).toHaveAttribute('inputmode', 'decimal');
  });
});

describe('a sheet for an essay', () => {
  it('counts the words against what is asked for, and sends what was written', async () => {
    const limits = { minWords: 2, maxWords: 3, maxFiles: 0 };
    const { said, settled, fields } = showSheet({ type: 'essay', limits, criteria: ['Nêu đúng <em>trọng tâm</em>'] });
    const field = screen.getByRole('textbox', { name: 'Câu trả lời' });
    expect(field).toHaveAccessibleDescription('Đã viết 0 từ, cần từ 2 đến 3 từ');
    await userEvent.type(field, 'một hai ba bốn');
    expect(field).toHaveAccessibleDescription('Đã viết 4 từ, cần từ 2 đến 3 từ, thừa 1 từ');
    expect(said).toHaveBeenLastCalledWith('một hai ba bốn', true);
    expect(fields()).toEqual({ a3: 'một hai ba bốn' });
    await userEvent.tab();
    expect(settled).toHaveBeenCalledOnce();
    expect(screen.getByText('trọng tâm')).toBeInTheDocument();
  });
});
