import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../../messages/outline-en.ts';
import { vi } from '../../messages/outline-vi.ts';
import type { AuthoredCourseRow } from '../../queries/author-courses.server.ts';

const tagOf = { draft: 'soon', published: 'done', archived: 'aside' } as const;

/** The courses that the reader may change, in every state. */
export function AuthoredCourses({ courses }: { courses: readonly AuthoredCourseRow[] }) {
  const { list: words, states } = useMessages(vi, en);
  const lang = useLang();
  return (
    <ItemList
      items={courses.map(({ id, title, unitName, state, revision, isDrafted }) => ({
        key: id,
        to: `/author/courses/${id}`,
        title,
        note: [
          revision > 0 ? words.revision(formatNumber(lang, revision)) : words.never,
          words.unit(unitName),
          ...(isDrafted && revision > 0 ? [words.changed] : []),
        ].join(' · '),
        aside: <Tag kind={tagOf[state]}>{states[state]}</Tag>,
      }))}
    />
  );
}
