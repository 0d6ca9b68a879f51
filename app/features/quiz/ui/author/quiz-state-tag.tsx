import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

const kinds: Record<'draft' | 'published' | 'archived', TagKind> = {
  draft: 'open',
  published: 'done',
  archived: 'aside',
};

export function QuizStateTag({ state }: { state: keyof typeof kinds }) {
  const words = useMessages(vi, en).states;
  return <Tag kind={kinds[state]}>{words[state]}</Tag>;
}
