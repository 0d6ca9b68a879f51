import { Form, useNavigation } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { controlClass } from '#app/ui/control-class.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field, useFieldAria } from '#app/ui/field.tsx';
import { DownloadIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import type { ImportSheetsOutcome } from '../../commands/printed/import-sheets.server.ts';
import type { UndoImportOutcome } from '../../commands/printed/undo-sheet-import.server.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { SheetImportPage, SheetPreview } from '../../queries/printed/sheet-import.server.ts';
import type { SheetProblem } from '../../queries/printed/sheet-plan.server.ts';
import { useProblemWords } from './problem-words.ts';
import { SheetImports } from './sheet-imports.tsx';

export type SheetImportAnswer =
  | SheetPreview
  | ImportSheetsOutcome
  | UndoImportOutcome
  | { kind: 'unsent'; problem: 'no-file' | 'too-large' };

/** A file of sheets: read, looked at, and written as a whole. Works without scripts. */
export function SheetImportView({ page, answer }: { page: SheetImportPage; answer: SheetImportAnswer | undefined }) {
  const { file: words, entry } = useMessages(vi, en);
  const lang = useLang();
  const isBusy = useNavigation().state === 'submitting';
  const unsent = answer?.kind === 'unsent' ? (answer.problem === 'no-file' ? words.noFile : words.tooLarge) : undefined;
  const round = answer && 'round' in answer ? String(answer.round) : '1';
  return (
    <>
      {answer?.kind === 'stored' && (
        <Notice kind="success" live title={words.done(formatNumber(lang, answer.stored))} />
      )}
      {answer?.kind === 'undone' && (
        <Notice
          kind={answer.undone > 0 ? 'success' : 'info'}
          live
          title={words.imports.undone(formatNumber(lang, answer.undone))}
        >
          {answer.left > 0 && words.imports.left(formatNumber(lang, answer.left))}
        </Notice>
      )}
      {answer?.kind === 'refused' && <Notice kind="error" live title={entry.refusals[answer.reason]} />}
      {answer?.kind === 'failed' && (
        <Notice kind="error" live title={words.notRead}>
          {words.failures[answer.failure]}
        </Notice>
      )}
      {(answer?.kind === 'problems' || answer?.kind === 'invalid') && <Problems problems={answer.problems} />}
      {answer?.kind === 'ready' && (
        <Section title={words.ready(formatNumber(lang, answer.planned), round)}>
          <p>{words.readyMore(formatNumber(lang, answer.unchanged), formatNumber(lang, answer.differing))}</p>
          <Form method="post" className="mt-4">
            <input type="hidden" name="round" value={answer.round} />
            <input type="hidden" name="rows" value={JSON.stringify(answer.rows)} />
            <Button type="submit" look="primary" busy={isBusy}>
              {words.apply(formatNumber(lang, answer.planned))}
            </Button>
          </Form>
        </Section>
      )}
      <Form method="post" encType="multipart/form-data" noValidate className="space-y-6">
        <ChoiceGroup
          type="radio"
          name="round"
          label={words.round}
          inline
          defaultValue={round}
          options={[
            { value: '1', label: words.first },
            { value: '2', label: words.second },
          ]}
        />
        <Field id="file" label={words.file} error={unsent}>
          <FileInput />
        </Field>
        <Button type="submit" look={answer?.kind === 'ready' ? 'secondary' : 'primary'} busy={isBusy}>
          {words.preview}
        </Button>
      </Form>
      <p>
        <a
          href={`/paper-sets/${page.set.id}/entry-template.xlsx`}
          download
          className="inline-flex items-center gap-1.5"
        >
          <DownloadIcon className="h-4 w-4" />
          {words.template}
        </a>
      </p>
      <SheetImports page={page} />
    </>
  );
}

function FileInput() {
  return (
    <input type="file" name="file" accept=".xlsx,.xlsm,.csv" {...useFieldAria()} className={controlClass('w-full')} />
  );
}

function Problems({ problems }: { problems: readonly SheetProblem[] }) {
  const words = useMessages(vi, en).file;
  const lang = useLang();
  const say = useProblemWords();
  const rows = problems.slice(0, 500).map((problem, at) => ({ ...problem, key: String(at) }));
  return (
    <Section title={words.problemsTitle(formatNumber(lang, problems.length))}>
      <DataTable
        caption={words.problemsTitle(formatNumber(lang, problems.length))}
        isCaptionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'line',
            header: words.line,
            isNumber: true,
            isRowHeader: true,
            cell: ({ line }) => formatNumber(lang, line),
          },
          { key: 'column', header: words.column, cell: ({ column }) => words.columns[column] },
          { key: 'problem', header: words.problem, cell: say },
        ]}
      />
    </Section>
  );
}
