import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatPercent, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import type { Standing } from '../core/standing.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { DueAssignment } from '../queries/learner-home.server.ts';
import { DueTag } from './due-tag.tsx';

type Props = {
  assignments: readonly DueAssignment[];
  /** What a higher feature puts under an assignment: the quizzes that it asks for. */
  under?: (assignment: DueAssignment) => ReactNode;
};

/** Assignments, one a ruled row: what, until when, how far. */
export function AssignmentList({ assignments, under }: Props) {
  return (
    <ul className="border-t border-line">
      {assignments.map((assignment) => (
        <li key={assignment.id} className="border-b border-line py-5">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div className="min-w-0">
              <h3 className="text-lg">
                <Link to={`/courses/${assignment.courseId}`}>{assignment.title}</Link>
              </h3>
              {assignment.courseTitle !== assignment.title && (
                <p className="text-sm text-muted">{assignment.courseTitle}</p>
              )}
            </div>
            <DueTag {...assignment} isDone={assignment.standing.state === 'done'} />
          </div>
          <StandingBars standing={assignment.standing} />
          <div className="-mb-5 mt-4 empty:hidden [&_li:last-child]:border-b-0">{under?.(assignment)}</div>
        </li>
      ))}
    </ul>
  );
}

/** How far: lessons and quizzes, each with its denominator; what the rule does not ask for is left out. */
export function StandingBars({ standing }: { standing: Pick<Standing, 'lessons' | 'quizzes'> }) {
  const words = useMessages(vi, en).progress;
  const lang = useLang();
  const { lessons, quizzes } = standing;
  const share = (part: { done: number; total: number }) => (part.total === 0 ? null : part.done / part.total);
  return (
    <div className="mt-3 grid gap-x-10 gap-y-3 sm:grid-cols-2">
      {lessons && (
        <ProgressBar
          label={words.lessons}
          text={words.read(formatRatio(lang, lessons.done, lessons.total), formatPercent(lang, share(lessons) ?? 0, 0))}
          fraction={share(lessons) ?? 0}
        />
      )}
      {quizzes && (
        <ProgressBar
          label={words.quizzes}
          text={words.passed(formatRatio(lang, quizzes.done, quizzes.total))}
          fraction={share(quizzes) ?? 0}
        />
      )}
    </div>
  );
}
