import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from '../../messages/reminders-vi.ts';
import type { CalledPerson } from '../../queries/reminders/call-sheet.server.ts';

/** What a person still has to do, as it stands in a cell. */
export function missingWords(
  words: Messages<typeof vi>['callSheet'],
  { lessonsLeft, quizzesLeft }: Pick<CalledPerson, 'lessonsLeft' | 'quizzesLeft'>,
): string {
  return [...(lessonsLeft ? [words.lessons(lessonsLeft)] : []), ...quizzesLeft.map(words.quiz)].join('; ');
}
