import { en } from '#app/features/courses/messages/revision-en.ts';
import { vi } from '#app/features/courses/messages/revision-vi.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { CourseRevisions } from '../../queries/course-revisions.server.ts';

/** Who studies which revision, in a line each; numbers alone. */
export function StudyingPeople({ people: { revisions } }: { people: CourseRevisions }) {
  const words = useMessages(vi, en).publish;
  const lang = useLang();
  if (revisions.length === 0) return <p className="text-muted">{words.nobody}</p>;
  return (
    <>
      <ul>
        {revisions.map(({ revision, begun, completed }) => (
          <li key={revision} className="tabular">
            {words.studying(formatNumber(lang, begun), formatNumber(lang, revision))}
            {completed > 0 && `, ${words.completed(formatNumber(lang, completed))}`}
          </li>
        ))}
      </ul>
      <p className="text-muted">{words.stay}</p>
    </>
  );
}
