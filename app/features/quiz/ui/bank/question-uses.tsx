import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { en } from '#app/features/questions/messages/bank-en.ts';
import { vi } from '#app/features/questions/messages/bank-vi.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Section } from '#app/ui/page.tsx';
import type { QuestionUses } from '../../queries/question-uses.server.ts';
import { QuizStateTag } from '../author/quiz-state-tag.tsx';

/** The quizzes, papers and lessons that hold a question or may draw it. */
export function QuestionUsesList({ uses }: { uses: QuestionUses }) {
  const { uses: words } = useMessages(vi, en);
  const lang = useLang();
  const quizzes = (rows: QuestionUses['fixed']) =>
    rows.map(({ id, title, state }) => (
      <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={`/author/quizzes/${id}`}>{title}</Link>
        <QuizStateTag state={state as 'draft'} />
      </li>
    ));
  const groups: [string, ReactNode[]][] = [
    [words.fixed, quizzes(uses.fixed)],
    [words.random, quizzes(uses.random)],
    [
      words.papers,
      uses.papers.map(({ id, title, variants }) => (
        <li key={id}>
          <Link to={`/paper-sets/${id}`}>{title}</Link>, {words.variants(variants.join(', '))}
        </li>
      )),
    ],
    [
      words.lessons,
      uses.lessons.map(({ courseId, lessonId, title }) => (
        <li key={lessonId}>
          <Link to={`/courses/${courseId}/lessons/${lessonId}`}>{title}</Link>
        </li>
      )),
    ],
  ];
  const shown = groups.filter(([, items]) => items.length > 0);
  return (
    <Section id="uses" title={words.title}>
      <div className="max-w-form space-y-4">
        {shown.length === 0 && <p className="text-muted">{words.nowhere}</p>}
        {shown.map(([title, items]) => (
          <div key={title}>
            <h3 className="font-semibold">{title}</h3>
            <ul className="mt-1 space-y-1">{items}</ul>
          </div>
        ))}
        {uses.attempts > 0 && <p className="text-muted">{words.attempts(formatNumber(lang, uses.attempts))}</p>}
      </div>
    </Section>
  );
}
