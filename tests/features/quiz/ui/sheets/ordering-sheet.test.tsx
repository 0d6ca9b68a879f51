// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { moved, orderOf } from '#app/features/quiz/ui/sheets/use-order.ts';
import { shown, showSheet } from './held-sheet.tsx';

const question = { type: 'ordering', items: shown('Trinh sát', 'Báo cáo', 'Hành quân') } as const;
const onPage = () =>
  screen
    .getAllByRole('listitem')
    .map((item) => within(item).getByText(/\S+ \S+/, { selector: 'span span' }).textContent);
const up = (item: string) => screen.getByRole('button', { name: `Chuyển lên: ${item}` });
const down = (item: string) => screen.getByRole('button', { name: `Chuyển xuống: ${item}` });

describe('a sheet for an order', () => {
  it('is not answered until something moves, or the order is kept on purpose', async () => {
    const { said, fields } = showSheet(question);
    expect(fields()).toEqual({});
    expect(screen.getByText(/Chưa xếp/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Giữ nguyên thứ tự đang hiện' }));
    expect(said).toHaveBeenLastCalledWith([0, 1, 2], false);
    expect(fields()).toEqual({ 'a3.0': '1', 'a3.1': '2', 'a3.2': '3' });
    expect(screen.queryByText(/Chưa xếp/)).toBeNull();
  });

  it('moves an item by its buttons with the keyboard alone, keeps the focus on it and says its place', async () => {
    const { said, fields } = showSheet(question);
    down('Trinh sát').focus();
    await userEvent.keyboard('{Enter}');
    expect(said).toHaveBeenLastCalledWith([1, 0, 2], false);
    expect(onPage()).toEqual(['Báo cáo', 'Trinh sát', 'Hành quân']);
    expect(down('Trinh sát')).toHaveFocus();
    expect(screen.getByText('Trinh sát: thứ 2/3.')).toBeInTheDocument();
    await userEvent.keyboard(' ');
    expect(onPage()).toEqual(['Báo cáo', 'Hành quân', 'Trinh sát']);
    expect(down('Trinh sát')).toHaveFocus();
    // At the end it stays where it is and keeps the focus.
    expect(down('Trinh sát')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    expect(said).toHaveBeenLastCalledWith([1, 2, 0], false);
    expect(down('Trinh sát')).toHaveFocus();
    expect(fields()).toEqual({ 'a3.0': '3', 'a3.1': '1', 'a3.2': '2' });
  });

  it('moves by arrows and by digits', async () => {
    const { said } = showSheet(question, [2, 1, 0]);
    up('Trinh sát').focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(said).toHaveBeenLastCalledWith([2, 0, 1], false);
    await userEvent.keyboard('3');
    expect(said).toHaveBeenLastCalledWith([2, 1, 0], false);
    await userEvent.keyboard('1');
    expect(said).toHaveBeenLastCalledWith([0, 2, 1], false);
    expect(up('Trinh sát')).toHaveFocus();
    await userEvent.keyboard('9');
    expect(said).toHaveBeenLastCalledWith([2, 1, 0], false);
  });

  it('moves by the choice of a rank, which keeps the focus', async () => {
    const { said } = showSheet(question);
    const rank = screen.getByRole('combobox', { name: 'Thứ tự của: Hành quân' });
    await userEvent.selectOptions(rank, '1');
    expect(said).toHaveBeenLastCalledWith([2, 0, 1], false);
    expect(screen.getByRole('combobox', { name: 'Thứ tự của: Hành quân' })).toHaveFocus();
    expect(onPage()[0]).toBe('Hành quân');
  });

  it('takes an item to a place and leaves the others as they follow each other', () => {
    expect(moved([0, 1, 2, 3], 0, 2)).toEqual([1, 2, 0, 3]);
    expect(moved([0, 1, 2, 3], 3, 0)).toEqual([3, 0, 1, 2]);
    expect(moved([0, 1, 2], 1, -5)).toEqual([1, 0, 2]);
    expect(moved([0, 1, 2], 1, 9)).toEqual([0, 2, 1]);
    expect(orderOf(null, 3)).toEqual([0, 1, 2]);
    expect(orderOf([2, 0], 3)).toEqual([0, 1, 2]);
  });
});
