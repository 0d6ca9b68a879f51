import { formatTime } from '#app/platform/i18n/format.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

type Props = { isPublished: boolean; isDirty: boolean; savedAt: Date; isBusy: boolean };

/** Stays in sight under the long form: saves, and says whether all of it is saved and since when. */
export function SaveBar({ isPublished, isDirty, savedAt, isBusy }: Props) {
  const { editor: words } = useMessages(vi, en);
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-edge bg-paper px-4 py-2.5 sm:mx-0 sm:px-0">
      <Button type="submit" name="intent" value="save" look="primary" busy={isBusy}>
        {isPublished ? words.savePublished : words.save}
      </Button>
      <p role="status" className={isDirty ? 'font-semibold text-amber' : 'tabular text-muted'}>
        {isDirty ? words.unsaved : words.savedAt(formatTime(savedAt))}
      </p>
      <LinkButton to="/author/quizzes" look="quiet" className="hidden sm:inline-flex">
        {words.back}
      </LinkButton>
    </div>
  );
}
