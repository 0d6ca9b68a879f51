import { resetPassword } from '#app/features/access/commands/reset-password.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { newFirstPassword } from '#app/platform/password.server.ts';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { loginArgument } from './login-argument.ts';

export const userResetPassword: Command = {
  name: 'user reset-password',
  words: ['LOGIN'],
  options: {},
  async run({ args: [typed = ''], words }) {
    const password = newFirstPassword();
    const { login, personId } = await withInstallation(async () => {
      const account = await loginArgument(typed);
      await resetPassword(theSystem, { personId: account.personId, password });
      return account;
    });
    return {
      json: { personId, login, password },
      text: [
        words.user.reset,
        `${words.user.login}: ${login}`,
        `${words.user.password}: ${password}`,
        words.user.once,
      ].join('\n'),
      ok: true,
    };
  },
};
