import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

type Props = { assignment: { openAt: Date; closeAt: Date | null; withdrawnAt: Date | null }; now: Date };

/** Whether an assignment is at work at `now`. */
export function AssignmentStateTag({ assignment: { openAt, closeAt, withdrawnAt }, now }: Props) {
  const words = useMessages(vi, en).assignment;
  const [kind, word]: [TagKind, string] = withdrawnAt
    ? ['aside', words.withdrawn]
    : now < openAt
      ? ['open', words.upcoming]
      : closeAt && now >= closeAt
        ? ['aside', words.closed]
        : ['started', words.running];
  return <Tag kind={kind}>{word}</Tag>;
}
