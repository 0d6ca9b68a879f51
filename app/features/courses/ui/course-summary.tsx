import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ArrowRightIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { CoursePage } from '../queries/course-page.server.ts';
import { StandingBars } from './assignment-list.tsx';
import { DueTag } from './due-tag.tsx';

type Props = {
  page: Pick<CoursePage, 'course' | 'lessons' | 'assignment' | 'continueWith'>;
  /** Quizzes of the rule that are passed; null = the rule asks for none, or nothing is known. */
  quizzes?: { done: number; total: number } | null;
};

/** Above the outline: until when, how far, and the way on. */
export function CourseSummary({ page, quizzes = null }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { course, lessons, assignment, continueWith } = page;
  return (
    <section className="space-y-5">
      {assignment ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <DueTag {...assignment} />
          <span className="text-muted">{assignment.title}</span>
        </div>
      ) : (
        <Notice kind="info" title={words.course.previewTitle}>
          {words.course.previewText}
        </Notice>
      )}
      {lessons.total > 0 && (
        <div>
          <StandingBars standing={{ lessons: { done: lessons.read, total: lessons.total }, quizzes }} />
          <p className="mt-2 text-sm text-muted">
            {continueWith
              ? words.progress.minutesLeft(formatDuration(lang, lessons.minutesLeft * 60))
              : words.progress.allRead}
          </p>
        </div>
      )}
      {continueWith && (
        <LinkButton
          look="primary"
          icon={ArrowRightIcon}
          to={`/courses/${course.id}/lessons/${continueWith.lessonId}`}
          className="w-full sm:w-auto"
        >
          {lessons.read === 0 && !continueWith.isBegun ? words.course.start : words.course.goOn}
        </LinkButton>
      )}
    </section>
  );
}
