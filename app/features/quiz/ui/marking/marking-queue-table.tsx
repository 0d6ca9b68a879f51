import { Link } from '@remix-run/react';
import { formatNumber, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';
import type { MarkingQueue } from '../../queries/marking/marking-queue.server.ts';
import { NextTaskForm } from './next-task-form.tsx';

/** The quizzes whose answers wait for markers. */
export function MarkingQueueTable({ quizzes }: MarkingQueue) {
  const words = useMessages(vi, en).queue;
  const lang = useLang();
  return (
    <DataTable
      caption={words.caption}
      isCaptionHidden
      rows={quizzes}
      rowKey={({ quizId }) => quizId}
      empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
      columns={[
        {
          key: 'quiz',
          header: words.quiz,
          isRowHeader: true,
          cell: ({ quizId, title }) => <Link to={`/marking/${quizId}`}>{title}</Link>,
        },
        {
          key: 'forMarker',
          header: words.forMarker,
          isNumber: true,
          cell: ({ forMarker }) => formatNumber(lang, forMarker),
        },
        { key: 'third', header: words.third, isNumber: true, cell: ({ third }) => formatNumber(lang, third) },
        {
          key: 'done',
          header: words.done,
          isNumber: true,
          cell: ({ done, total }) => formatRatio(lang, done, total),
        },
        {
          key: 'action',
          header: words.action,
          cell: ({ quizId, forMarker }) => <NextTaskForm quizId={quizId} left={forMarker} />,
        },
      ]}
    />
  );
}
