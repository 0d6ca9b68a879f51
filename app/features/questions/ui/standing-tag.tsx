import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { Standing } from '../core/review.ts';
import { en } from '../messages/bank-en.ts';
import { vi } from '../messages/bank-vi.ts';

const kinds: Record<Standing, TagKind> = { draft: 'open', reviewed: 'started', approved: 'done', retired: 'aside' };

/** How far a question has come. */
export function StandingTag({ standing }: { standing: Standing }) {
  return <Tag kind={kinds[standing]}>{useMessages(vi, en).standings[standing]}</Tag>;
}
