// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ChangePasswordForm } from '#app/features/access/ui/change-password-form.tsx';
import { SignInForm } from '#app/features/access/ui/sign-in-form.tsx';
import { renderAt } from '#tests/ui/in-router.tsx';

it('can be filled in by a password store', () => {
  renderAt('/sign-in', <SignInForm returnTo="/a" />);
  expect(screen.getByLabelText('Tên đăng nhập')).toHaveAttribute('autocomplete', 'username');
  expect(screen.getByLabelText('Mật khẩu')).toHaveAttribute('autocomplete', 'current-password');
});

it('shows the password on demand and hides it again', async () => {
  renderAt('/sign-in', <SignInForm returnTo="/" />);
  const field = screen.getByLabelText('Mật khẩu');
  await userEvent.type(field, 'bí mật');
  await userEvent.click(screen.getByRole('button', { name: 'Hiện mật khẩu' }));
  expect(field).toHaveAttribute('type', 'text');
  await userEvent.click(screen.getByRole('button', { name: 'Ẩn mật khẩu' }));
  expect(field).toHaveAttribute('type', 'password');
  expect(field).toHaveValue('bí mật');
});

it('does not tell which of the two was wrong, and keeps the login', () => {
  const refused = { problems: { login: ['refused'] }, typed: { login: 'an' } };
  renderAt('/sign-in', <SignInForm refused={refused} returnTo="/" />);
  expect(screen.getByRole('alert')).toHaveTextContent('Tên đăng nhập hoặc mật khẩu không đúng');
  expect(screen.getByLabelText('Tên đăng nhập')).toBeValid();
  expect(screen.getByLabelText('Tên đăng nhập')).toHaveValue('an');
});

it('says how long to wait, in whole minutes', () => {
  renderAt(
    '/sign-in',
    <SignInForm refused={{ problems: { login: ['too-many'] }, retryAfterSeconds: 61 }} returnTo="/" />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('chờ 2 phút');
});

it('names each field that has to be mended', () => {
  const refused = { problems: { current: ['current-wrong'], next: ['common'] } };
  renderAt('/account/password', <ChangePasswordForm refused={refused} login="an" isFirst={false} returnTo="/" />);
  expect(screen.getByLabelText('Mật khẩu hiện tại')).toHaveAccessibleDescription('Mật khẩu hiện tại không đúng');
  expect(screen.getByLabelText('Mật khẩu mới')).toHaveAccessibleDescription(/dễ bị đoán/);
  expect(screen.getByLabelText('Mật khẩu mới')).toHaveAttribute('autocomplete', 'new-password');
  expect(screen.getByRole('alert')).toHaveTextContent('Có 2 chỗ cần sửa');
});

it('does not ask for a first password again', () => {
  renderAt('/account/password', <ChangePasswordForm login="an" isFirst returnTo="/" />);
  expect(screen.queryByLabelText('Mật khẩu hiện tại')).toBeNull();
});
