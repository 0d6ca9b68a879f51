import { Link } from '@remix-run/react';
import { formatDateTime, formatNumber, formatPercent, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/page.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';
import type { MarkingOfQuiz } from '../../queries/marking/marking-queue.server.ts';
import { NextTaskForm } from './next-task-form.tsx';
import { TaskStateTag } from './task-state-tag.tsx';

/** The marking of one quiz: how far it is, question by question, and what this marker gave. */
export function MarkingQuizView({ marking }: { marking: MarkingOfQuiz }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { quizId, total, done, forMarker, questions, ownMarks } = marking;
  return (
    <>
      <div className="max-w-form space-y-4">
        <ProgressBar
          label={words.quiz.progress}
          text={words.quiz.progressOf(formatRatio(lang, done, total), formatPercent(lang, done / total))}
          fraction={done / total}
        />
        <div className="screen-only">
          <NextTaskForm quizId={quizId} left={forMarker} isPrimary />
        </div>
      </div>
      <Section title={words.quiz.questions}>
        <DataTable
          caption={words.quiz.questions}
          isCaptionHidden
          rows={questions}
          rowKey={({ questionId }) => questionId}
          columns={[
            {
              key: 'question',
              header: words.quiz.question,
              isRowHeader: true,
              cell: ({ stem }) => <span className="line-clamp-3">{stem}</span>,
            },
            {
              key: 'forMarker',
              header: words.queue.forMarker,
              isNumber: true,
              cell: (row) => formatNumber(lang, row.forMarker),
            },
            { key: 'third', header: words.queue.third, isNumber: true, cell: (row) => formatNumber(lang, row.third) },
            {
              key: 'done',
              header: words.queue.done,
              isNumber: true,
              cell: (row) => formatRatio(lang, row.done, row.total),
            },
            {
              key: 'action',
              header: words.queue.action,
              cell: (row) => <NextTaskForm quizId={quizId} questionId={row.questionId} left={row.forMarker} />,
            },
          ]}
        />
      </Section>
      <Section title={words.quiz.own} lead={words.quiz.ownLead}>
        <DataTable
          caption={words.quiz.own}
          isCaptionHidden
          rows={ownMarks}
          rowKey={({ taskId }) => taskId}
          empty={<p className="text-muted">{words.quiz.ownEmpty}</p>}
          columns={[
            {
              key: 'code',
              header: words.quiz.code,
              isRowHeader: true,
              cell: ({ taskId, code }) => (
                <Link to={`/marking/tasks/${taskId}`} aria-label={words.quiz.open(code)} className="tabular">
                  {code}
                </Link>
              ),
            },
            {
              key: 'question',
              header: words.quiz.question,
              cell: ({ stem }) => <span className="line-clamp-2">{stem}</span>,
            },
            {
              key: 'mark',
              header: words.quiz.mark,
              isNumber: true,
              cell: ({ fraction }) => formatPercent(lang, fraction),
            },
            { key: 'when', header: words.quiz.when, cell: ({ markedAt }) => formatDateTime(lang, markedAt) },
            { key: 'state', header: words.quiz.state, cell: ({ state }) => <TaskStateTag state={state} /> },
          ]}
        />
      </Section>
    </>
  );
}
