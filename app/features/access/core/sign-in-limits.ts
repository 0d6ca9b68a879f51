/**
 * How many wrong passwords are taken: of one account from one address, of one account from anywhere, from one address for
 * any account. Each count starts again when its time is over, so nobody is locked out for good.
 */
export const signInLimits = {
  accountFromAddress: { name: 'sign-in-pair', points: 5, seconds: 5 * 60 },
  account: { name: 'sign-in-account', points: 30, seconds: 60 * 60 },
  address: { name: 'sign-in-address', points: 300, seconds: 15 * 60 },
} as const;

/** How many wrong guesses at the current password a signed-in browser has when it changes the password. */
export const currentPasswordLimit = { name: 'current-password', points: 5, seconds: 5 * 60 } as const;
