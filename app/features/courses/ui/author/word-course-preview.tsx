import type { MouseEvent } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/word-course-en.ts';
import { vi } from '../../messages/word-course-vi.ts';
import type { WordPreview } from '../../queries/word-course.server.ts';
import { LessonText } from '../lesson-text.tsx';

/** Modules and lessons of a Word document as they would be taken; problems with their places first. */
export function WordCoursePreview({ preview }: { preview: WordPreview }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { modules, problems, pictures, silent } = preview;
  const fields = new Map(silent.map(({ name, at }) => [name, at]));
  const lessons = modules.reduce((sum, module) => sum + module.lessons.length, 0);
  return (
    <div className="space-y-6">
      <h2 className="text-xl">{words.found(modules.length, lessons, pictures)}</h2>
      {problems.length > 0 && (
        <Notice kind="warning" title={words.problemsTitle(problems.length)}>
          <ul className="mt-1 max-h-64 overflow-auto">
            {problems.map(({ code, place, detail }, at) => (
              <li key={at}>
                <span className="tabular text-muted">{words.place(place)}:</span> {words.problems[code]}
                {code === 'picture-no-words' && fields.has(detail) ? (
                  <a href={`#words${fields.get(detail)}`} onClick={goToWords} className="ml-1">
                    {words.silentWrite}
                  </a>
                ) : (
                  detail && <q className="ml-1 text-muted">{detail}</q>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ol className="space-y-6">
        {modules.map(({ title, lessons: own }, at) => (
          <li key={at}>
            <h3 className="text-lg">{title === '' ? words.noModule : words.module(at + 1, title)}</h3>
            {own.map((lesson, number) => (
              <Disclosure
                key={number}
                title={lesson.title}
                note={words.lesson(formatNumber(lang, lesson.words), lesson.minutes, lesson.place)}
                isOpen={at === 0 && number === 0}
              >
                <LessonText html={lesson.html} />
              </Disclosure>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A jump of the browser's own would be a navigation: what was read of the file, and what was typed, would be gone. */
function goToWords(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
