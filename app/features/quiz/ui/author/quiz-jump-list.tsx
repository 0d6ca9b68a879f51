import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

/** The parts of the long page, each a jump away. */
export function QuizJumpList() {
  const { editor: words } = useMessages(vi, en);
  const parts = [
    ['general', words.general],
    ['questions', words.slots],
    ['settings', words.settings],
    ['review', words.review],
    ['publish', words.publish],
  ] as const;
  return (
    <nav aria-label={words.jump} className="screen-only">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {parts.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-1.5">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
