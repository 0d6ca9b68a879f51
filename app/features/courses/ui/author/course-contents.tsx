import { Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { OutlinedCourse } from '../../queries/author-courses.server.ts';

type Props = { course: OutlinedCourse; isLinked: boolean };

/** Modules and lessons to look through; lessons are links for who may read them. */
export function CourseContents({ course, isLinked }: Props) {
  const { course: words } = useMessages(vi, en);
  return (
    <ol className="space-y-6">
      {course.modules.map((module, at) => (
        <li key={module.id}>
          <h3 className="text-lg">{words.module(at + 1, module.title)}</h3>
          <p className="max-w-reading text-muted">{module.summary}</p>
          <ol className="mt-2 border-t border-line">
            {module.lessons.map((lesson) => (
              <li key={lesson.id} className="flex justify-between gap-4 border-b border-line py-2">
                {isLinked ? (
                  <Link to={`/courses/${course.id}/lessons/${lesson.id}`}>{lesson.title}</Link>
                ) : (
                  <span>{lesson.title}</span>
                )}
                <span className="tabular shrink-0 text-sm text-muted">{words.minutes(lesson.minutes)}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
