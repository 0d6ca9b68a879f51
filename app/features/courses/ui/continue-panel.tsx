import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { classes } from '#app/ui/classes.ts';
import { ArrowRightIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { Continuation } from '../queries/learner-home.server.ts';
import type { NextQuiz } from './next-quiz.ts';
import { pathOfQuiz } from './quiz-links.tsx';

/** The lesson to read next: the page's primary action, unless a quiz is more urgent. */
export function ContinuePanel({ next, isSecond = false }: { next: Continuation; isSecond?: boolean }) {
  const words = useMessages(vi, en);
  return (
    <NextPanel
      kicker={next.isBegun ? words.home.continueBegun : words.home.continueNext}
      title={next.lessonTitle}
      note={`${next.courseTitle} · ${words.lesson.minutes(next.minutes)}`}
      to={`/courses/${next.courseId}/lessons/${next.lessonId}`}
      action={next.isBegun ? words.home.continueButton : words.home.startButton}
      isSecond={isSecond}
    />
  );
}

/** The quiz to take next, or to go back to: the page's primary action. */
export function NextQuizPanel({ next: { quiz, isBegun } }: { next: NextQuiz }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const note = [
    words.quiz[quiz.kind],
    words.quiz.questions(quiz.questionCount),
    ...(quiz.timeLimitSeconds > 0 ? [formatDuration(lang, quiz.timeLimitSeconds)] : []),
  ];
  return (
    <NextPanel
      kicker={isBegun ? words.quiz.underWay : words.home.quizNext}
      title={quiz.title}
      note={note.join(' · ')}
      to={pathOfQuiz(quiz)}
      action={isBegun ? words.home.quizContinueButton : quiz.sessionId ? words.quiz.toSession : words.home.quizButton}
    />
  );
}

type PanelProps = { kicker: string; title: string; note: string; to: string; action: string; isSecond?: boolean };

function NextPanel({ kicker, title, note, to, action, isSecond }: PanelProps) {
  const look = isSecond ? 'border-edge bg-sunken' : 'border-accent bg-accent-soft';
  return (
    <section className={classes('border-l-4 px-5 py-5 sm:flex sm:items-center sm:justify-between sm:gap-8', look)}>
      <div className="min-w-0">
        <h2 className="text-sm font-normal text-muted">{kicker}</h2>
        <p className="text-xl font-semibold">{title}</p>
        <p className="text-sm text-muted">{note}</p>
      </div>
      <LinkButton
        to={to}
        look={isSecond ? 'secondary' : 'primary'}
        icon={ArrowRightIcon}
        className="mt-4 w-full shrink-0 sm:mt-0 sm:w-auto"
      >
        {action}
      </LinkButton>
    </section>
  );
}
