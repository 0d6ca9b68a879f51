import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './vi.ts';

export const en: Messages<typeof vi> = {
  code: (code) => `Error code: ${code}`,
  codeHint: 'Please quote this code when you tell the administrator.',
  home: 'Go to the home page',
  retry: 'Reload the page',
  badRequest: {
    title: 'The request is not valid',
    text: 'Something that was sent is missing or malformed, so nothing has been changed. Go back to the previous page and try again.',
  },
  forbidden: {
    title: 'You may not do this',
    text: 'Your account has not been granted this. If your duties need it, ask the administrator of your unit.',
  },
  network: {
    title: 'Not from this machine',
    text: 'This machine is not in a network from which the quiz may be taken. What was saved is still there. Go back to a machine of the exam room, or tell the examiner.',
  },
  notFound: {
    title: 'Page not found',
    text: 'The address may be mistyped, the content may have moved, or it may lie outside what you can see.',
  },
  conflict: {
    title: 'Somebody else has changed this',
    text: 'Nothing has been overwritten. Go back to the previous page, reload it to see the new version, and carry on from there.',
  },
  tooMany: {
    title: 'Too many requests',
    text: 'The system received too many requests in a short time. Wait a minute and try again.',
  },
  unavailable: {
    title: 'The system cannot serve you right now',
    text: 'Whatever was reported as saved is safe. Wait a few minutes and reload the page.',
  },
  offline: {
    title: 'The server cannot be reached',
    text: 'Whatever was reported as saved is safe. Check the network of your unit and reload the page.',
  },
  unexpected: {
    title: 'Something unexpected went wrong',
    text: 'The error has been recorded. Whatever was reported as saved is safe. Try reloading the page.',
  },
};
