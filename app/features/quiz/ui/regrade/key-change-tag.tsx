import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { KeyChangeState } from '../../core/regrade/key-change.ts';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';

const kinds: Record<KeyChangeState, TagKind> = {
  proposed: 'soon',
  refused: 'aside',
  withdrawn: 'aside',
  approved: 'started',
  done: 'done',
};

/** Where a change of key stands. */
export function KeyChangeTag({ state, isStopped = false }: { state: KeyChangeState; isStopped?: boolean }) {
  const { states, stopped } = useMessages(vi, en);
  return isStopped ? <Tag kind="soon">{stopped}</Tag> : <Tag kind={kinds[state]}>{states[state]}</Tag>;
}
