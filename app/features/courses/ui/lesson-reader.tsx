import { type ReactNode, useRef } from 'react';
import { formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { LessonPage } from '../queries/lesson-page.server.ts';
import { LessonContents } from './lesson-contents.tsx';
import { LessonNeighbours } from './lesson-neighbours.tsx';
import { LessonSources } from './lesson-sources.tsx';
import { LessonText } from './lesson-text.tsx';
import { ReadingState } from './reading-state.tsx';
import { useReadingPlace } from './use-reading-place.ts';

type Props = {
  page: LessonPage;
  /** What stands where the text has a check-yourself: it belongs to a higher feature. */
  check?: (number: number) => ReactNode;
};

/** A lesson with everything around its text. Mounted anew for each lesson. */
export function LessonReader({ page, check }: Props) {
  const words = useMessages(vi, en).lesson;
  const lang = useLang();
  const text = useRef<HTMLElement>(null);
  const { course, lesson, readAt } = page;
  const { offer, jump } = useReadingPlace(text, {
    lessonId: lesson.id,
    offered: page.place,
    isKept: readAt === null,
  });
  return (
    <div className="gap-12 space-y-6 md:grid md:grid-cols-[minmax(0,38rem)_minmax(0,16rem)] md:space-y-0">
      <LessonContents contents={page.contents} />
      <div className="min-w-0 space-y-8">
        {offer !== null && (
          <Notice title={words.placeTitle(formatPercent(lang, offer, 0))} className="screen-only max-w-reading">
            <Button type="button" size="small" className="mt-2" onClick={jump}>
              {words.placeButton}
            </Button>
          </Notice>
        )}
        <LessonText ref={text} html={page.html} check={check} />
        <LessonSources sources={lesson.sources} asOf={lesson.asOf} />
        <ReadingState
          lessonId={lesson.id}
          courseId={course.id}
          readAt={readAt}
          readableFrom={page.readableFrom}
          next={page.next}
        />
        <LessonNeighbours courseId={course.id} previous={page.previous} next={page.next} />
      </div>
    </div>
  );
}
