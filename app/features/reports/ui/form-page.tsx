import { Form } from '@remix-run/react';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { emptyForm, type FormSetting, formOf } from '../core/report-form.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { FormPage as PageData } from '../queries/form-page.server.ts';
import { documentHead, signatureOf } from './document-head.ts';
import { documentWords } from './finding-sentences.ts';
import { Paper } from './paper.tsx';

type Props = { page: PageData; tried: FormSetting | null; problems: Record<string, string[]> | null; isSaved: boolean };

/** How the unit's reports look: what it says itself, what comes from above, and head and foot as they will be. */
export function FormPage({ page, tried, problems, isSaved }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { form: say } = words;
  const { unit, form } = page;
  const shown = tried ?? page.own;
  // What would hold: the words tried, over what holds without the unit's own.
  const without = { ...form, issuer: unit.name };
  const preview = tried
    ? formOf(tried, [{ ...emptyForm, form: form.form, place: form.place, recipients: form.recipients }], {
        name: without.issuer,
        parentName: page.above.at(-1)?.name ?? (page.own.above ? null : form.above),
      })
    : form;
  const words2 = documentWords(lang);
  const errors = Object.keys(problems ?? {}).map((id) => ({ id, message: say.tooLong }));
  const text = (name: 'above' | 'issuer' | 'symbol' | 'place' | 'signer', hint?: string) => (
    <Field
      id={name}
      label={say[name]}
      hint={hint ?? (form[name] && shown[name] === '' ? say.inherits(form[name]) : undefined)}
      error={problems?.[name] ? say.tooLong : undefined}
    >
      <TextInput name={name} autoComplete="off" defaultValue={shown[name]} />
    </Field>
  );
  const choice = (name: 'form' | 'names' | 'delegates', labels: Record<string, string>) => (
    <Field id={name} label={say[name]}>
      <Select
        name={name}
        defaultValue={shown[name]}
        options={Object.entries(labels).map(([value, label]) => ({ value, label }))}
      />
    </Field>
  );
  return (
    <Page
      title={say.title(unit.name)}
      lead={say.lead}
      crumbs={[
        { to: `/units/${unit.id}`, label: unit.name },
        { to: `/units/${unit.id}/reports`, label: words.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      {isSaved && <Notice kind="success" live title={say.saved} />}
      <ErrorSummary title={say.problems} errors={errors} />
      <Form method="post" className="space-y-6" noValidate>
        {choice('form', say.forms)}
        {text('above')}
        {text('issuer')}
        {text('symbol', say.symbolHint)}
        {text('place')}
        <Field id="authority" label={say.authority} hint={say.authorityHint}>
          <Textarea name="authority" rows={2} defaultValue={shown.authority} />
        </Field>
        {text('signer')}
        <Field id="recipients" label={say.recipients} hint={say.recipientsHint}>
          <Textarea name="recipients" rows={4} defaultValue={shown.recipients} />
        </Field>
        {choice('names', say.nameRules)}
        {choice('delegates', say.delegateRules)}
        <ButtonRow>
          <Button type="submit" name="intent" value="try">
            {say.show}
          </Button>
          <Button type="submit" name="intent" value="save" look="primary">
            {say.save}
          </Button>
        </ButtonRow>
      </Form>
      <Section title={say.preview}>
        <Paper
          document={{
            ...{ lang, title: '', madeAt: new Date(0) },
            head: documentHead({ lang, form: preview, number: '', datedOn: page.today }),
            subject: { name: words2.kind, about: words2.about('…') },
            blocks: [signatureOf(lang, preview)],
          }}
        />
      </Section>
    </Page>
  );
}
