import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { CoursePageLesson, CoursePageModule } from '../queries/course-page.server.ts';

type Props = {
  courseId: string;
  modules: readonly CoursePageModule[];
  /** What a higher feature puts under a module: its quizzes. */
  under?: (moduleCode: string) => ReactNode;
};

/** The course's modules with their lessons, and what has been read. */
export function CourseOutline({ courseId, modules, under }: Props) {
  const words = useMessages(vi, en).course;
  return (
    <>
      {modules.map((module, at) => (
        <Section key={module.id} title={words.module(at + 1, module.title)} lead={module.summary}>
          <ItemList
            items={module.lessons.map((lesson) => ({
              key: lesson.id,
              to: `/courses/${courseId}/lessons/${lesson.id}`,
              title: lesson.title,
              note: words.minutes(lesson.minutes),
              aside: <LessonTag state={lesson.state} />,
            }))}
          />
          <div className="-mt-px">{under?.(module.code)}</div>
        </Section>
      ))}
    </>
  );
}

function LessonTag({ state }: { state: CoursePageLesson['state'] }) {
  const words = useMessages(vi, en).course;
  if (state === 'read') return <Tag kind="done">{words.read}</Tag>;
  return state === 'begun' ? <Tag kind="started">{words.begun}</Tag> : <Tag kind="open">{words.unread}</Tag>;
}
