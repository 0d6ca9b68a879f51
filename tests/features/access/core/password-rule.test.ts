import { describe, expect, it } from 'vitest';
import { passwordProblem } from '#app/features/access/core/password-rule.ts';
import { commonPasswords } from '#app/platform/common-passwords.server.ts';

describe('the password rule', async () => {
  const common = await commonPasswords();
  const problem = (password: string) =>
    passwordProblem(password, { login: 'Nguyen.Van.An', number: 'QN00012345', isCommon: (text) => common.has(text) });

  it.each([
    ['', 'too-short'],
    ['bảy chữ', 'too-short'],
    // 8 characters as people see them, however they are composed.
    ['tám chữ.', null],
    ['tám chữ.'.normalize('NFD'), null],
    ['bảy chữ'.normalize('NFD'), 'too-short'],
    ['🙂🙂🙂🙂🙂🙂🙂', 'too-short'],
    ['🙂🙃🙂🙃🙂🙃🙂🙃', null],
    [`câu ${'dài '.repeat(15)}`, null],
    ['x'.repeat(63).concat('y'), null],
    ['xy'.repeat(64), null],
    ['xy'.repeat(64).concat('z'), 'too-long'],
    ['12345678', 'common'],
    ['password', 'common'],
    ['PassWord', 'common'],
    ['matkhau123', 'common'],
    ['Quandoi123', 'common'],
    ['vietnam123', 'common'],
    ['anhyeuem', 'common'],
    ['nguyen.van.an', 'contains-login'],
    ['qn00012345', 'contains-login'],
    // No rule about kinds of characters.
    ['sông hồng', null],
    ['kqjzvwpx', null],
    ['        ', null],
  ] as const)('on %j says %s', (password, expected) => {
    expect(problem(password)).toBe(expected);
  });

  it('knows tens of thousands of common passwords', () => {
    expect(common.size).toBeGreaterThan(40_000);
  });
});
