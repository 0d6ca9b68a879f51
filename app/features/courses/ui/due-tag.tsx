import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag } from '#app/ui/tag.tsx';
import type { DueState } from '../core/assignment.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Props = {
  due: DueState;
  dueAt: Date | null;
  isDone?: boolean;
  isClosed?: boolean;
  isExempt?: boolean;
  isExtended?: boolean;
};

/** How near the due date is, in words; who is done is never late. */
export function DueTag({ due, dueAt, isDone, isClosed, isExempt, isExtended }: Props) {
  const words = useMessages(vi, en).due;
  const lang = useLang();
  if (isDone) return <Tag kind="done">{words.done}</Tag>;
  if (isExempt) return <Tag kind="aside">{words.exempt}</Tag>;
  if (isClosed) return <Tag kind="aside">{words.closed}</Tag>;
  if (due.state === 'none' || !dueAt) return <Tag>{words.none}</Tag>;
  const date = isExtended ? words.extended(formatDate(lang, dueAt)) : formatDate(lang, dueAt);
  if (due.state === 'late') return <Tag kind="late">{words.late(date, Math.max(1, -due.days))}</Tag>;
  if (due.state === 'later') return <Tag>{words.in(date, due.days)}</Tag>;
  return <Tag kind="soon">{due.days === 0 && !isExtended ? words.today : words.in(date, due.days)}</Tag>;
}
