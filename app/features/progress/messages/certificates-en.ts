import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './certificates-vi.ts';

/** English words of certificates. */
export const en: Messages<typeof vi> = {
  title: 'Certificates',
  number: (number) => `No. ${number}`,
  issued: (day) => `issued ${day}`,
  until: (day) => `valid until the end of ${day}`,
  forGood: 'without end',
  states: { valid: 'Valid', expired: 'Expired', revoked: 'Revoked' },
};
