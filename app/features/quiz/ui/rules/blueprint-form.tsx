import { Form } from '@remix-run/react';
import { type Difficulty, difficulties } from '#app/features/questions/core/question.ts';
import { en as questionsEn } from '#app/features/questions/messages/en.ts';
import { vi as questionsVi } from '#app/features/questions/messages/vi.ts';
import { formatMark, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { topicOf } from '../../core/blueprint-draft.ts';
import { en } from '../../messages/rules-en.ts';
import { vi } from '../../messages/rules-vi.ts';
import type { BlueprintPage } from '../../queries/rules/blueprint-page.server.ts';
import { BlueprintCell } from './blueprint-cell.tsx';

const whole = (text: string) => Math.max(0, Number(text.trim().replace(',', '.')) || 0);

/** The matrix: topics down, difficulties across, what is missing in its cell. A plain form with sums as last sent. */
export function BlueprintForm({ page }: { page: BlueprintPage }) {
  const { blueprint: words, problems: sentences } = useMessages(vi, en);
  const { difficulties: levels } = useMessages(questionsVi, questionsEn);
  const lang = useLang();
  const { rows } = page.draft;
  const labelOf = (topic: string) => page.topics.find(({ value }) => value === topic)?.label ?? topic.slice(2);
  const known: Record<string, string> = words.problems;
  const errors = page.problems.map(({ field, code }) => ({ id: field, message: known[code] ?? sentences.other }));
  const sumOf = (level: Difficulty) => rows.reduce((sum, row) => sum + whole(row[level].count), 0);
  const rowSum = (at: number) => difficulties.reduce((sum, level) => sum + whole(rows[at]![level].count), 0);
  const marks = rows.reduce(
    (sum, row) => sum + difficulties.reduce((all, level) => all + whole(row[level].count) * whole(row[level].mark), 0),
    0,
  );
  const total = difficulties.reduce((sum, level) => sum + sumOf(level), 0);
  const free = page.topics.filter(({ value }) => !rows.some(({ topic }) => topic === value));
  return (
    <Form method="post" noValidate className="space-y-6" key={JSON.stringify(page.draft)}>
      <input type="hidden" name="revision" value={page.quiz.revision} />
      {/* What Enter presses: counts anew, builds nothing. */}
      <button type="submit" name="intent" value="look" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <ErrorSummary title={words.problemsTitle} errors={errors} />
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <section id="rows" tabIndex={-1} aria-label={words.caption} className="table-frame">
          <table className="w-full min-w-[44rem] border-collapse text-sm">
            <caption className="sr-only">{words.caption}</caption>
            <thead>
              <tr className="border-b border-edge">
                <th scope="col" className="px-3 py-2 text-left font-semibold">
                  {words.topic}
                </th>
                {difficulties.map((level) => (
                  <th key={level} scope="col" className="px-2 py-2 text-left font-semibold">
                    {levels[level]}
                  </th>
                ))}
                <th scope="col" className="px-2 py-2 text-right font-semibold">
                  {words.sum}
                </th>
                <th scope="col">
                  <span className="sr-only">{words.removeShort}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={row.topic} className="border-b border-line align-top">
                  <th scope="row" className="px-3 py-2 text-left font-normal">
                    <input type="hidden" name={`rows[${at}].topic`} value={row.topic} />
                    <span className="block text-xs text-muted">{words[topicOf(row.topic).kind]}</span>
                    {labelOf(row.topic)}
                  </th>
                  {difficulties.map((level) => (
                    <td key={level} className="px-2 py-2">
                      <BlueprintCell
                        name={`rows[${at}].${level}`}
                        label={`${labelOf(row.topic)}, ${levels[level]}`}
                        cell={row[level]}
                        supply={page.supply[at]?.[level]}
                      />
                    </td>
                  ))}
                  <td className="tabular px-2 py-3 text-right font-semibold">{formatNumber(lang, rowSum(at))}</td>
                  <td className="py-2 text-right">
                    <Button
                      type="submit"
                      name="intent"
                      value={`remove.${at}`}
                      size="small"
                      look="quiet"
                      aria-label={words.remove(labelOf(row.topic))}
                    >
                      {words.removeShort}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className="border-t border-edge font-semibold">
                <th scope="row" className="px-3 py-2 text-left">
                  {words.sum}
                </th>
                {difficulties.map((level) => (
                  <td key={level} className="tabular px-2 py-2">
                    {formatNumber(lang, sumOf(level))}
                  </td>
                ))}
                <td className="tabular px-2 py-2 text-right">{formatNumber(lang, total)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </section>
      )}
      <p className="tabular" role="status">
        {words.total(formatNumber(lang, total + page.fixedCount), formatMark(lang, marks))}
        {page.fixedCount > 0 && (
          <span className="block text-sm text-muted">{words.fixed(formatNumber(lang, page.fixedCount))}</span>
        )}
      </p>
      <div className="flex flex-wrap items-end gap-4">
        <Field label={words.addTopic} hint={free.length === 0 ? words.noTopics : undefined} className="w-full sm:w-96">
          <Select
            name="topic"
            emptyLabel={words.chooseTopic}
            options={free.map(({ value, label, kind }) => ({ value, label: `${words[kind]}: ${label}` }))}
          />
        </Field>
        <Button type="submit" name="intent" value="add" icon={PlusIcon}>
          {words.add}
        </Button>
        <Button type="submit" name="intent" value="look">
          {words.look}
        </Button>
      </div>
      <div className="border-t border-line pt-5">
        <Button type="submit" name="intent" value="build" look="primary">
          {words.build}
        </Button>
        <p className="mt-1 text-sm text-muted">
          {page.randomCount > 0 ? words.replaces(formatNumber(lang, page.randomCount)) : words.buildText}
        </p>
      </div>
    </Form>
  );
}
