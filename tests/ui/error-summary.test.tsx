// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

const errors = [
  { id: 'login', message: 'Nhập tên đăng nhập' },
  { id: 'answer', message: 'Chọn một phương án' },
];

function Form({ found = errors }: { found?: typeof errors }) {
  return (
    <form>
      <ErrorSummary title="Có 2 chỗ cần sửa" errors={found} />
      <Field id="login" label="Tên đăng nhập">
        <TextInput name="login" />
      </Field>
      <ChoiceGroup
        id="answer"
        type="radio"
        name="answer"
        label="Cơ quan nào ban hành?"
        options={[
          { value: 'a', label: 'Bộ Chính trị' },
          { value: 'b', label: 'Ban Bí thư' },
        ]}
      />
    </form>
  );
}

it('takes the focus when it appears', () => {
  render(<Form />);
  const box = screen.getByRole('alert').parentElement;
  expect(box).toHaveFocus();
});

it('links each message to its field, which takes the focus', async () => {
  render(<Form />);
  const link = screen.getByRole('link', { name: 'Nhập tên đăng nhập' });
  expect(link).toHaveAttribute('href', '#login');
  await userEvent.click(link);
  expect(screen.getByLabelText('Tên đăng nhập')).toHaveFocus();
});

it('leads to the first choice of a group', async () => {
  render(<Form />);
  await userEvent.click(screen.getByRole('link', { name: 'Chọn một phương án' }));
  expect(screen.getByLabelText('Bộ Chính trị')).toHaveFocus();
});

it('takes the focus again when the mistakes change, not when the same are shown again', async () => {
  const { rerender } = render(<Form />);
  const field = screen.getByLabelText('Tên đăng nhập');
  field.focus();
  rerender(<Form found={[...errors]} />);
  expect(field).toHaveFocus();
  rerender(<Form found={errors.slice(1)} />);
  expect(screen.getByRole('alert').parentElement).toHaveFocus();
});

it('is absent without mistakes', () => {
  render(<Form found={[]} />);
  expect(screen.queryByRole('alert')).toBeNull();
});
