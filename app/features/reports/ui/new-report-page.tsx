import { Form, useNavigation } from '@remix-run/react';
import type { OfficialDocument } from '#app/kernel/official-document.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { nameChoices } from '../core/stored-report.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { NewReportPage as PageData } from '../queries/new-report-page.server.ts';
import { Paper } from './paper.tsx';

type Problem = keyof (typeof vi)['make']['problem'];
type Props = {
  page: Omit<PageData, 'draft'>;
  document: OfficialDocument | null;
  problems: Record<string, string[]> | null;
};

/** One form for looking and for keeping: the preview is asked for by address, keeping is a change. */
export function NewReportPage({ page, document, problems }: Props) {
  const words = useMessages(vi, en);
  const { make } = words;
  const { asked, unit } = page;
  const isBusy = useNavigation().state !== 'idle';
  const problemOf = (field: string) => {
    const code = problems?.[field]?.[0];
    if (code === undefined) return undefined;
    const known: Record<string, string> = make.problem;
    return known[code as Problem] ?? make.problem.day;
  };
  const errors = ['assignment', 'asOf', 'datedOn', 'number', 'remarks'].flatMap((id) => {
    const message = problemOf(id);
    return message ? [{ id, message }] : [];
  });
  return (
    <Page
      title={make.title(unit.name)}
      lead={make.lead}
      crumbs={[
        { to: `/units/${unit.id}`, label: unit.name },
        { to: `/units/${unit.id}/reports`, label: words.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      <ErrorSummary title={make.problems} errors={errors} />
      <Form method="get" className="space-y-6" noValidate key={JSON.stringify(asked)}>
        <input type="hidden" name="key" value={page.key} />
        {page.choices.length === 0 ? (
          <Notice title={make.noAssignments} />
        ) : (
          <ChoiceGroup
            id="assignment"
            type="checkbox"
            name="assignment"
            label={make.assignments}
            error={problemOf('assignment')}
            defaultValue={asked.assignment}
            options={page.choices.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <div className="flex flex-wrap items-end gap-6">
          <Field id="asOf" label={make.asOf} hint={make.asOfHint} error={problemOf('asOf')}>
            <TextInput type="date" name="asOf" width="short" max={page.today} defaultValue={asked.asOf} />
          </Field>
          <Field id="datedOn" label={make.datedOn} error={problemOf('datedOn')}>
            <TextInput type="date" name="datedOn" width="short" defaultValue={asked.datedOn} />
          </Field>
        </div>
        <Field id="number" label={make.number} hint={make.numberHint} error={problemOf('number')}>
          <TextInput name="number" width="short" maxLength={30} autoComplete="off" defaultValue={asked.number} />
        </Field>
        {page.form.names === 'forbidden' ? (
          <>
            <input type="hidden" name="names" value="none" />
            <Notice title={make.namesForbidden} />
          </>
        ) : (
          <ChoiceGroup
            type="radio"
            name="names"
            label={make.names}
            defaultValue={asked.names}
            options={nameChoices.map((value) => ({ value, label: make.nameChoices[value] }))}
          />
        )}
        <Field id="remarks" label={make.remarks} hint={make.remarksHint} error={problemOf('remarks')}>
          <Textarea name="remarks" rows={4} maxLength={4000} defaultValue={asked.remarks} />
        </Field>
        <ButtonRow>
          <Button type="submit" busy={isBusy}>
            {make.preview}
          </Button>
          <Button type="submit" formMethod="post" look="primary" busy={isBusy}>
            {make.save}
          </Button>
        </ButtonRow>
      </Form>
      <Section title={make.previewTitle}>{document ? <Paper document={document} /> : <p>{make.choose}</p>}</Section>
    </Page>
  );
}
