import { Link } from '@remix-run/react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { ListedQuiz } from '../../queries/author-quizzes.server.ts';
import { QuizStateTag } from './quiz-state-tag.tsx';

/** Quizzes one a row, each leading to its editor. */
export function QuizList({
  quizzes,
  empty,
  isOfOneCourse,
}: {
  quizzes: readonly ListedQuiz[];
  empty: React.ReactNode;
  isOfOneCourse?: boolean;
}) {
  const { list: words, kinds } = useMessages(vi, en);
  const lang = useLang();
  const place: Column<ListedQuiz> = {
    key: 'place',
    header: words.place,
    cell: (quiz) => quiz.courseTitle ?? <span className="text-muted">{words.noPlace}</span>,
  };
  const columns: Column<ListedQuiz>[] = [
    {
      key: 'name',
      header: words.name,
      isRowHeader: true,
      cell: (quiz) => <Link to={`/author/quizzes/${quiz.id}`}>{quiz.title}</Link>,
    },
    { key: 'state', header: words.state, cell: (quiz) => <QuizStateTag state={quiz.state} /> },
    { key: 'kind', header: words.kind, cell: (quiz) => kinds[quiz.kind] },
    ...(isOfOneCourse ? [] : [place]),
    { key: 'questions', header: words.questions, cell: (quiz) => formatNumber(lang, quiz.questions), isNumber: true },
    {
      ...{ key: 'attempts', header: words.attempts, isNumber: true },
      cell: (quiz) => <Link to={`/author/quizzes/${quiz.id}/statistics`}>{formatNumber(lang, quiz.attempts)}</Link>,
    },
    { key: 'changed', header: words.changed, cell: (quiz) => formatDate(lang, quiz.updatedAt), isNumber: true },
  ];
  return (
    <DataTable
      caption={words.title}
      isCaptionHidden
      columns={columns}
      rows={quizzes}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}
