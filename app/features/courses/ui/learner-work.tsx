import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { DueAssignment, LearnerHome } from '../queries/learner-home.server.ts';
import { AssignmentList } from './assignment-list.tsx';
import { ContinuePanel, NextQuizPanel } from './continue-panel.tsx';
import { isAskedToo, nextQuiz } from './next-quiz.ts';
import type { QuizLink } from './quiz-links.tsx';

type Props = { home: LearnerHome; quizzes?: readonly QuizLink[]; under?: (assignment: DueAssignment) => ReactNode };

/** What to do next, what is due, and what is done. */
export function LearnerWork({ home, quizzes = [], under }: Props) {
  const words = useMessages(vi, en).home;
  const { assignments, continueWith } = home;
  if (assignments.length === 0) return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
  const isDone = ({ standing }: DueAssignment) => standing.state === 'done';
  const open = assignments.filter((assignment) => !isDone(assignment));
  const done = assignments.filter(isDone);
  const quiz = nextQuiz(quizzes, open, continueWith);
  const hasLesson = open.length > 0 && (!quiz || isAskedToo(quiz, open, continueWith));
  return (
    <>
      {open.length === 0 && (
        <Notice kind="success" title={words.allDoneTitle}>
          {words.allDoneText}
        </Notice>
      )}
      {quiz && <NextQuizPanel next={quiz} />}
      {continueWith && hasLesson && <ContinuePanel next={continueWith} isSecond={quiz !== null} />}
      {open.length > 0 && (
        <Section title={words.due}>
          <AssignmentList assignments={open} under={under} />
        </Section>
      )}
      {done.length > 0 && (
        <Section title={words.done}>
          <AssignmentList assignments={done} under={under} />
        </Section>
      )}
    </>
  );
}
