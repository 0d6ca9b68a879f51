import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { TaskState } from '../../core/marking/decide-marks.ts';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';

const kinds: Record<TaskState, TagKind> = { first: 'open', second: 'started', third: 'soon', done: 'done' };

/** Which mark an answer waits for. */
export function TaskStateTag({ state }: { state: TaskState }) {
  const { states } = useMessages(vi, en);
  return <Tag kind={kinds[state]}>{states[state]}</Tag>;
}
