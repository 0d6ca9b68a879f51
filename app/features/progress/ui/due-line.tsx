import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { dueKind, dueWords } from './due-words.ts';

const kinds = { none: 'neutral', later: 'neutral', soon: 'soon', past: 'late' } as const;

/** When it is due and how many days that leaves. */
export function DueLine({
  assignment,
  asOf,
  isSettled = false,
  className,
}: {
  assignment: { dueAt: Date | null; isClosed?: boolean };
  asOf: Date;
  /** Nothing is owed any more: the date alone, without a warning. */
  isSettled?: boolean;
  className?: string;
}) {
  const words = useMessages(vi, en).due;
  const lang = useLang();
  if (isSettled) {
    const { dueAt } = assignment;
    return (
      <p className={classes('tabular text-muted', className)}>
        {dueAt ? words.on(formatDate(lang, dueAt)) : words.none}
      </p>
    );
  }
  return (
    <p className={classes('tabular', className)}>
      <Tag kind={assignment.isClosed ? 'neutral' : kinds[dueKind(assignment.dueAt, asOf)]}>
        {dueWords(words, lang, assignment, asOf)}
      </Tag>
    </p>
  );
}
