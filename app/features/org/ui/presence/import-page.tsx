import { Form, useNavigation } from '@remix-run/react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { controlClass } from '#app/ui/control-class.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, useFieldAria } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type AbsenceProblem, MOST_ABSENCES } from '../../core/presence/absence-sheet.ts';
import { en } from '../../messages/presence-import-en.ts';
import { vi } from '../../messages/presence-import-vi.ts';
import { en as rosterEn } from '../../messages/roster-en.ts';
import { vi as rosterVi } from '../../messages/roster-vi.ts';
import type { PresenceImportPage, PresencePreview } from '../../queries/presence/presence-import.server.ts';
import { ImportChanges, ImportProblems } from './import-preview.tsx';

export type ImportAnswer =
  | PresencePreview
  | { kind: 'unsent'; problem: 'no-file' | 'too-large' }
  /** Somebody changed the unit between the preview and its writing. */
  | { kind: 'overtaken'; problems: AbsenceProblem[] };

/** Sends a file of absences in and shows what it would change. Works without scripts. */
export function ImportPage({ page, answer }: { page: PresenceImportPage; answer: ImportAnswer | undefined }) {
  const words = useMessages(vi, en);
  const roster = useMessages(rosterVi, rosterEn);
  const lang = useLang();
  const isBusy = useNavigation().state === 'submitting';
  const { unit, today } = page;
  const day = answer && 'day' in answer ? answer.day : page.day;
  const most = formatNumber(lang, MOST_ABSENCES);
  const failure = answer?.kind === 'failed' ? answer.failure : null;
  const failureText =
    failure === null
      ? ''
      : failure === 'no-columns'
        ? words.failures[failure]
        : failure === 'too-many-absences'
          ? words.failures[failure](most)
          : roster.failures[failure];
  const unsent = answer?.kind === 'unsent' ? words.sendProblems[answer.problem] : undefined;
  const isReady = answer?.kind === 'ready';
  return (
    <Page
      kicker={unit.name}
      title={words.title}
      lead={words.lead}
      crumbs={[{ to: `/units/${unit.id}/presence?${new URLSearchParams({ day })}`, label: words.back }]}
    >
      {unsent && <ErrorSummary title={words.notRead} errors={[{ id: 'file', message: unsent }]} />}
      {answer?.kind === 'failed' && (
        <Notice kind="error" live title={words.notRead}>
          {failureText} {answer.line !== null && roster.atLine(formatNumber(lang, answer.line))}
        </Notice>
      )}
      {answer?.kind === 'refused' && (
        <Notice kind="error" live title={words.notApplied}>
          {words.refusals[answer.reason]}
        </Notice>
      )}
      {answer?.kind === 'problems' && <ImportProblems problems={answer.problems} columns={answer.columns} />}
      {answer?.kind === 'overtaken' && <ImportProblems problems={answer.problems} columns={{}} />}
      {answer?.kind === 'ready' && (
        <Section title={words.changesTitle(formatDate(lang, `${day}T00:00:00+07:00`))}>
          <ImportChanges preview={answer} />
          <Form method="post" className="mt-4">
            <input type="hidden" name="day" value={day} />
            <input type="hidden" name="rows" value={JSON.stringify(answer.rows)} />
            <Button type="submit" look="primary" busy={isBusy}>
              {words.apply(formatDate(lang, `${day}T00:00:00+07:00`))}
            </Button>
          </Form>
        </Section>
      )}
      <Section title={isReady ? words.another : words.file}>
        <Form method="post" encType="multipart/form-data" noValidate className="space-y-6">
          <Field label={words.day}>
            <TextInput type="date" name="day" width="short" defaultValue={day} max={today} />
          </Field>
          <Field id="file" label={words.file} hint={words.fileHint(most)} error={unsent}>
            <FileInput />
          </Field>
          <Button type="submit" look={isReady ? 'secondary' : 'primary'} busy={isBusy}>
            {words.preview}
          </Button>
        </Form>
        <p className="mt-4">
          <a href="/presence-template.xlsx" download>
            {words.template}
          </a>
        </p>
      </Section>
    </Page>
  );
}

function FileInput() {
  return (
    <input
      type="file"
      name="file"
      accept=".xlsx,.xlsm,.csv,.txt,.tsv"
      {...useFieldAria()}
      className={controlClass('w-full')}
    />
  );
}
