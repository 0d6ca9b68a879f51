import { formatDate, formatDateTime, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { isOwing } from '../core/status.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { PersonAssignment, PersonQuiz } from '../queries/person-progress.server.ts';
import { DueLine } from './due-line.tsx';
import { ExemptionPanel, type ExemptionProblem } from './exemption-panel.tsx';
import { ExtensionPanel } from './extensions/extension-panel.tsx';
import { tagOf, tagOfClass } from './standing-words.ts';

type Props = {
  personId: string;
  assignment: PersonAssignment;
  asOf: Date;
  mayExempt: boolean;
  problem: ExemptionProblem | null;
};

/** One person in one assignment: state, lessons, required quizzes, exemption. Never an answer or a key. */
export function PersonAssignmentSection({ personId, assignment, asOf, mayExempt, problem }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { status, lessons, grade, classification, startedAt, completedAt, isReleased } = assignment;
  const result = grade !== null && (
    <span className="inline-flex flex-wrap gap-2">
      {words.person.outOf(formatMark(lang, grade))}
      {classification && <Tag kind={tagOfClass[classification]}>{words.classes[classification]}</Tag>}
    </span>
  );
  const facts = [
    { term: words.person.result, value: result || words.person.noGrade },
    ...(startedAt ? [{ term: words.person.startedAt, value: formatDateTime(lang, startedAt) }] : []),
    ...(completedAt ? [{ term: words.person.completedAt, value: formatDateTime(lang, completedAt) }] : []),
  ];
  return (
    <Section title={assignment.title} id={assignment.assignmentId}>
      <div className="space-y-4">
        <div className="flex flex-wrap gap-2">
          <Tag kind={tagOf[status]}>{words.standings[status]}</Tag>
          {assignment.opensAt && <Tag kind="aside">{words.person.opensOn(formatDate(lang, assignment.opensAt))}</Tag>}
          {assignment.daysLate !== null && <Tag kind="late">{words.lateBy(assignment.daysLate)}</Tag>}
          {assignment.daysLate === null && (
            <DueLine assignment={assignment} asOf={asOf} isSettled={isReleased || !isOwing(status)} />
          )}
        </div>
        {isReleased && <p className="text-muted">{words.person.released}</p>}
        {lessons && (
          <ProgressBar
            className="max-w-reading"
            label={words.person.lessons}
            text={words.person.lessonsOf(lessons.read, lessons.total)}
            fraction={lessons.total === 0 ? null : lessons.read / lessons.total}
          />
        )}
        <DefinitionList items={facts} />
        {assignment.quizzes.length > 0 && <QuizTable quizzes={assignment.quizzes} />}
        {!isReleased && <ExtensionPanel personId={personId} assignment={assignment} mayExtend={mayExempt} />}
        {!isReleased && <ExemptionPanel {...{ personId, assignment, mayExempt, problem }} />}
      </div>
    </Section>
  );
}

function QuizTable({ quizzes }: { quizzes: readonly PersonQuiz[] }) {
  const words = useMessages(vi, en).person;
  const lang = useLang();
  return (
    <DataTable
      caption={words.quizzes}
      rows={quizzes}
      rowKey={(quiz) => quiz.quizId}
      columns={[
        { key: 'title', header: words.quiz, cell: (quiz) => quiz.title, isRowHeader: true },
        {
          key: 'result',
          header: words.result,
          cell: (quiz) => {
            if (quiz.isPassed) return <Tag kind="done">{words.passed}</Tag>;
            return quiz.grade === null ? words.notTaken : <Tag kind="wrong">{words.notPassed}</Tag>;
          },
        },
        {
          key: 'grade',
          header: words.grade,
          cell: (quiz) => quiz.grade !== null && words.outOf(formatMark(lang, quiz.grade)),
          isNumber: true,
        },
        {
          key: 'attempts',
          header: words.attempts,
          cell: (quiz) => words.attemptsOf(quiz.attemptsUsed, quiz.attemptsAllowed),
          isNumber: true,
        },
      ]}
    />
  );
}
