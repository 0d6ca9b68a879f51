import { formatDuration, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** What a course shows of a quiz: enough to choose it, and how it stands. Told by the feature that owns quizzes. */
export interface QuizLink {
  id: string;
  title: string;
  kind: 'practice' | 'exam';
  questionCount: number;
  /** 0 = unlimited, both. */
  timeLimitSeconds: number;
  attemptsAllowed: number;
  attemptsUsed: number;
  grade: number | null;
  gradeScale: number;
  passed: boolean | null;
  /** What pressing "start" would do now, or why it would do nothing. */
  start: 'start' | 'resume' | 'in-session' | 'not-open' | 'closed' | 'no-attempts-left' | 'too-soon';
  /** An attempt is under way. */
  openAttemptId: string | null;
  /** The exam session in which it is begun, and nowhere else. */
  sessionId: string | null;
}

/** Where the quiz goes on or begins. */
export const pathOfQuiz = ({ id, openAttemptId, sessionId }: QuizLink): string =>
  openAttemptId ? `/attempts/${openAttemptId}` : sessionId ? `/exam-sessions/${sessionId}` : `/quizzes/${id}`;

/** The quizzes of a module, a course or an assignment, one a row. */
export function QuizLinks({ quizzes }: { quizzes: readonly QuizLink[] }) {
  const words = useMessages(vi, en).quiz;
  const lang = useLang();
  if (quizzes.length === 0) return null;
  const note = ({ kind, questionCount, timeLimitSeconds, attemptsAllowed, attemptsUsed }: QuizLink) => [
    words[kind],
    words.questions(questionCount),
    ...(timeLimitSeconds > 0 ? [formatDuration(lang, timeLimitSeconds)] : []),
    ...(attemptsAllowed > 0 ? [words.attempts(attemptsUsed, attemptsAllowed)] : []),
  ];
  return (
    <ItemList
      items={quizzes.map((quiz) => ({
        key: quiz.id,
        to: `/quizzes/${quiz.id}`,
        title: quiz.title,
        note: note(quiz).join(' · '),
        aside: <QuizTag quiz={quiz} />,
      }))}
    />
  );
}

function QuizTag({ quiz }: { quiz: QuizLink }) {
  const words = useMessages(vi, en).quiz;
  const lang = useLang();
  if (quiz.openAttemptId) return <Tag kind="started">{words.underWay}</Tag>;
  if (quiz.grade === null) {
    if (quiz.sessionId && quiz.attemptsUsed === 0) return <Tag kind="open">{words.inSession}</Tag>;
    return quiz.attemptsUsed > 0 ? <Tag>{words.submitted}</Tag> : <Tag kind="open">{words.notTaken}</Tag>;
  }
  const grade = `${formatMark(lang, quiz.grade)}/${formatMark(lang, quiz.gradeScale)}`;
  return quiz.passed ? <Tag kind="done">{words.passed(grade)}</Tag> : <Tag kind="wrong">{words.failed(grade)}</Tag>;
}
