/** A login name as it is stored and compared: NFC, lower case, without the spaces around it that a phone adds. */
export function normalLogin(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

const plainLogin = /^[a-z0-9](?:[a-z0-9._-]{1,48}[a-z0-9])$/;

/** Whether a new account may have this login name: 3 to 50 plain letters, digits and . _ - that every keyboard can type. */
export function isPlainLogin(login: string): boolean {
  return plainLogin.test(login);
}
