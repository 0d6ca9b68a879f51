import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ArrowRightIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { Continuation } from '../queries/learner-home.server.ts';

/** The one thing to do next: the page's primary action. */
export function ContinuePanel({ next }: { next: Continuation }) {
  const words = useMessages(vi, en);
  return (
    <section className="border-l-4 border-accent bg-accent-soft px-5 py-5 sm:flex sm:items-center sm:justify-between sm:gap-8">
      <div className="min-w-0">
        <h2 className="text-sm font-normal text-muted">
          {next.isBegun ? words.home.continueBegun : words.home.continueNext}
        </h2>
        <p className="text-xl font-semibold">{next.lessonTitle}</p>
        <p className="text-sm text-muted">
          {next.courseTitle} · {words.lesson.minutes(next.minutes)}
        </p>
      </div>
      <LinkButton
        to={`/courses/${next.courseId}/lessons/${next.lessonId}`}
        look="primary"
        icon={ArrowRightIcon}
        className="mt-4 w-full shrink-0 sm:mt-0 sm:w-auto"
      >
        {next.isBegun ? words.home.continueButton : words.home.startButton}
      </LinkButton>
    </section>
  );
}
