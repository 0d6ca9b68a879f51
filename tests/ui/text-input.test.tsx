// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { writtenDay } from '#app/ui/written-day.ts';

afterEach(() => {
  document.documentElement.lang = '';
});

describe('a day that is chosen', () => {
  it.each([
    ['2026-11-23', 'vi', 'Thứ Hai, 23 tháng 11, 2026'],
    ['2026-11-23T08:05', 'vi', 'Thứ Hai, 23 tháng 11, 2026, 08:05'],
    ['2026-04-03', 'en', 'Friday 3 April 2026'],
    ['', 'vi', null],
    ['0002-04-03', 'vi', null],
    ['2026-13-40', 'vi', null],
  ])('is written out: %s in %s', (value, lang, expected) => {
    expect(writtenDay(value, lang)?.replace('Friday,', 'Friday') ?? null).toBe(expected);
  });

  it('stands below its field, whose format is the browser’s, and goes with it', () => {
    document.documentElement.lang = 'vi';
    render(
      <Field label="Hạn">
        <TextInput type="date" name="dueOn" defaultValue="2026-01-01" />
      </Field>,
    );
    expect(screen.queryByText(/tháng/)).toBeNull();
    fireEvent.change(screen.getByLabelText('Hạn'), { target: { value: '2026-04-03' } });
    expect(screen.getByText('Thứ Sáu, 3 tháng 4, 2026')).toBeVisible();
    fireEvent.change(screen.getByLabelText('Hạn'), { target: { value: '' } });
    expect(screen.queryByText(/tháng/)).toBeNull();
  });
});
