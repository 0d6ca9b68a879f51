import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';
import type { FieldDifference } from '../../../queries/lesson-states.server.ts';
import { DifferenceText } from './difference-text.tsx';

/** What changed between two states of a lesson, field by field and word by word. */
export function LessonStateComparison({ fields }: { fields: readonly FieldDifference[] }) {
  const { states: words } = useMessages(vi, en);
  return (
    <dl className="space-y-4">
      {fields.map(({ field, pieces }) => (
        <div key={field}>
          <dt className="text-sm font-semibold text-muted">{words.fields[field]}</dt>
          <dd>
            <DifferenceText pieces={pieces} className="border border-line bg-surface p-4" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
