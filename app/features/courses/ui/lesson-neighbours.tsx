import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ArrowLeftIcon, ArrowRightIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Neighbour = { id: string; title: string } | null;

/** The lessons before and after, at the end of the page. */
export function LessonNeighbours({
  courseId,
  previous,
  next,
  pathOf = (id) => `/courses/${courseId}/lessons/${id}`,
}: {
  courseId: string;
  previous: Neighbour;
  next: Neighbour;
  /** Where a lesson is read, if not by its learners. */
  pathOf?: (lessonId: string) => string;
}) {
  const words = useMessages(vi, en).lesson;
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={words.neighbours}
      className="screen-only grid max-w-reading gap-x-8 gap-y-2 border-t border-line pt-4 sm:grid-cols-2"
    >
      {previous && (
        <NeighbourLink to={pathOf(previous.id)} rel="prev" title={previous.title}>
          <ArrowLeftIcon className="h-4 w-4" />
          {words.previous}
        </NeighbourLink>
      )}
      {next && (
        <NeighbourLink to={pathOf(next.id)} rel="next" title={next.title} isRight>
          {words.next}
          <ArrowRightIcon className="h-4 w-4" />
        </NeighbourLink>
      )}
    </nav>
  );
}

function NeighbourLink(props: { to: string; rel: string; title: string; isRight?: boolean; children: ReactNode }) {
  const { to, rel, title, isRight, children } = props;
  return (
    <Link
      to={to}
      rel={rel}
      className={`block py-2 no-underline hover:underline ${isRight ? 'sm:col-start-2 sm:text-right' : ''}`}
    >
      <span className={`flex items-center gap-1.5 text-sm text-muted ${isRight ? 'sm:justify-end' : ''}`}>
        {children}
      </span>
      <span className="font-semibold">{title}</span>
    </Link>
  );
}
