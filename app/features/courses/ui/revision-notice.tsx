import { Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/revision-en.ts';
import { vi } from '../messages/revision-vi.ts';
import type { CoursePage } from '../queries/course-page.server.ts';

type Props = {
  page: Pick<CoursePage, 'course' | 'movedBecause'>;
  /** What has just been done. */
  done?: string | null;
};

/** Calmly: that a newer revision exists, or why the reader was moved to one. Nothing has to be done. */
export function RevisionNotice({ page: { course, movedBecause }, done }: Props) {
  const { news: words } = useMessages(vi, en);
  if (done === 'moved') return <Notice kind="success" title={words.done} live />;
  if (course.revision < course.newest) {
    return (
      <Notice title={words.notice} className="screen-only">
        {words.noticeText} <Link to={`/courses/${course.id}/revision`}>{words.link}</Link>
      </Notice>
    );
  }
  if (movedBecause !== null) return <Notice title={words.movedTitle}>{words.movedText(movedBecause)}</Notice>;
  return null;
}
