// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';

it.each([
  ['an input', <TextInput key="i" name="login" />],
  ['a textarea', <Textarea key="t" name="login" />],
  ['a select', <Select key="s" name="login" options={[{ value: 'a', label: 'A' }]} />],
])('gives %s its label, hint and error', (_name, control) => {
  render(
    <Field id="login" label="Tên đăng nhập" hint="Tên do đơn vị cấp" error={['Nhập tên đăng nhập', 'Tên quá ngắn']}>
      {control}
    </Field>,
  );
  const input = screen.getByLabelText('Tên đăng nhập');
  expect(input).toHaveAccessibleDescription('Tên do đơn vị cấp Nhập tên đăng nhập');
  expect(input).toBeInvalid();
  expect(input).toHaveAttribute('id', 'login');
});

it('says nothing of an error where there is none', () => {
  render(
    <Field label="Họ và tên" error={[]}>
      <TextInput name="name" />
    </Field>,
  );
  const input = screen.getByLabelText('Họ và tên');
  expect(input).toBeValid();
  expect(input).not.toHaveAttribute('aria-describedby');
});

it('names a group of choices and describes it by hint and error', () => {
  render(
    <ChoiceGroup
      type="checkbox"
      name="many"
      label="Chọn các phương án đúng"
      hint="Có thể chọn nhiều"
      error="Chọn ít nhất một"
      options={[
        { value: 'a', label: 'Một' },
        { value: 'b', label: 'Hai' },
      ]}
      defaultValue={['b']}
    />,
  );
  const group = screen.getByRole('group', { name: 'Chọn các phương án đúng' });
  expect(group).toHaveAccessibleDescription('Có thể chọn nhiều Chọn ít nhất một');
  expect(screen.getByRole('checkbox', { name: 'Hai' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Một' })).not.toBeChecked();
});

it('lets a busy button keep the focus and do nothing', async () => {
  const press = vi.fn();
  const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  render(
    <form onSubmit={submit}>
      <Button busy onClick={press}>
        Đang lưu
      </Button>
    </form>,
  );
  const button = screen.getByRole('button', { name: 'Đang lưu' });
  await userEvent.click(button);
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(press).not.toHaveBeenCalled();
  expect(submit).not.toHaveBeenCalled();
});
