import type { Messages } from '#app/platform/i18n/messages.ts';
import type { pulseVi } from './pulse-vi.ts';

export const pulseEn: Messages<typeof pulseVi> = {
  paused: 'The clock is stopped',
  pausedText:
    'The examiner has stopped the clock. Stay in your seat; the questions come back and the clock goes on as soon as it may. What you answered is kept, and the pause is added to your deadline.',
  pausedLeft: (duration) => `${duration} left, the clock stands still`,
  pausedNoScript: 'Reload the page to see whether you may go on.',
  given: (duration) => `You were given ${duration}`,
  taken: (duration) => `Your time was corrected: ${duration} less`,
  resumed: (duration) => `You may go on, ${duration} were added for the pause`,
  resumedOnly: 'You may go on',
  reopened: (duration) => `Your paper is open again with the ${duration} that were left when the connection was lost`,
  reason: (reason) => `Reason: ${reason}`,
  seen: 'Understood',
  late: {
    kept: (count) =>
      `${count} ${count === 1 ? 'answer' : 'answers'} that came after the time was up stay on this device`,
    keptText:
      'Should the connection have been lost and the examiner open the paper again, they are sent as soon as its page is back. Stay at this device and tell the examiner.',
    lost: (count) => `${count} ${count === 1 ? 'answer' : 'answers'} came after the time was up and could not be taken`,
    lostText: 'The paper is marked by what was saved in time.',
  },
  voided: {
    title: 'The attempt was voided',
    text: 'It does not count and has no grade. Your answers are kept for inspection.',
    at: (when) => `Voided at ${when}.`,
    restart: 'You may start again with a new paper.',
    toLobby: 'To the lobby',
    ask: 'If anything is unclear, ask the examiner.',
    toQuiz: 'To the page of the exam',
  },
};
