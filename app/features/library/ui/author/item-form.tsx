import { Form, useNavigation } from '@remix-run/react';
import { largestOf } from '#app/features/media/core/media-type.ts';
import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { type ItemFields, itemKinds } from '../../core/item.ts';
import { en as authorEn } from '../../messages/author-en.ts';
import { vi as authorVi } from '../../messages/author-vi.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { type FormProblem, useItemProblemWords } from './item-problem-words.ts';
import { KeptFile } from './kept-file.tsx';

/** The fields as they stand in the form: what is stored, or what was typed and refused. */
export type ItemValues = Partial<Record<keyof ItemFields | 'unitId' | 'fileName' | 'dropFile', string>>;

export const valuesOf = (item: ItemFields): ItemValues => ({
  ...item,
  issuedOn: item.issuedOn ?? '',
  mediaId: item.mediaId ?? '',
  tags: item.tags.join(', '),
});

type Props = {
  /** Of a new thing: minted with the page, so that the form sent twice makes one. */
  id: string;
  /** The revision that the author saw; 0 = a new thing. */
  base: number;
  values: ItemValues;
  problems?: readonly FormProblem[];
  topics: readonly string[];
  /** Of a new thing: the units that may keep it. */
  units?: readonly { id: string; name: string }[];
  today: string;
  submitLabel: string;
  cancelTo: string;
};

const accepted =
  'application/pdf,.docx,image/png,image/jpeg,image/webp,image/gif,video/mp4,video/webm,audio/mpeg,audio/ogg,audio/mp4,audio/wav,.m4a';

/** A thing of the library with its file, sent together: works without JavaScript. */
export function ItemForm(props: Props) {
  const { id, base, values, problems = [], topics, units, today, submitLabel, cancelTo } = props;
  const { kinds } = useMessages(vi, en);
  const { fields: words, edit } = useMessages(authorVi, authorEn);
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const errors = useItemProblemWords(problems);
  const errorOf = (field: string) => errors.find((error) => error.id === field)?.message;
  const megabytes = (bytes: number) => `${formatMark(lang, bytes / 1024 / 1024, 1)} MB`;
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="max-w-form space-y-6">
      <ErrorSummary title={edit.problemsTitle(errors.length)} errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="base" value={base} />
      <ChoiceGroup
        id="kind"
        type="radio"
        name="kind"
        label={words.kind}
        error={errorOf('kind')}
        options={itemKinds.map((kind) => ({ value: kind, label: kinds[kind], hint: words.kindHints[kind] }))}
        defaultValue={values.kind ?? 'document'}
      />
      <Field id="title" label={words.title} error={errorOf('title')}>
        <TextInput name="title" defaultValue={values.title} />
      </Field>
      <Field id="symbol" label={words.symbol} hint={words.symbolHint} error={errorOf('symbol')}>
        <TextInput name="symbol" width="half" defaultValue={values.symbol} />
      </Field>
      <Field id="issuedOn" label={words.issuedOn} error={errorOf('issuedOn')}>
        <TextInput name="issuedOn" type="date" width="short" max={today} defaultValue={values.issuedOn} />
      </Field>
      <Field id="source" label={words.source} hint={words.sourceHint} error={errorOf('source')}>
        <TextInput name="source" defaultValue={values.source} />
      </Field>
      <Field id="asOf" label={words.asOf} hint={words.asOfHint} error={errorOf('asOf')}>
        <TextInput name="asOf" type="date" width="short" max={today} defaultValue={values.asOf} />
      </Field>
      <Field id="topic" label={words.topic} hint={words.topicHint} error={errorOf('topic')}>
        <TextInput name="topic" list="library-topics" autoComplete="off" defaultValue={values.topic} />
      </Field>
      <datalist id="library-topics">
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      <Field id="tags" label={words.tags} hint={words.tagsHint} error={errorOf('tags')}>
        <TextInput name="tags" defaultValue={values.tags} />
      </Field>
      <Field id="link" label={words.link} hint={words.linkHint} error={errorOf('link')}>
        <TextInput name="link" type="url" inputMode="url" defaultValue={values.link} />
      </Field>
      {units?.length === 1 && <input type="hidden" name="unitId" value={units[0]!.id} />}
      {units && units.length > 1 && (
        <Field id="unitId" label={words.unitId} hint={words.unitHint} error={errorOf('unitId')}>
          <Select
            name="unitId"
            defaultValue={values.unitId ?? units[0]!.id}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        </Field>
      )}
      <KeptFile
        key={values.mediaId}
        values={values}
        error={errorOf('mediaId')}
        accepted={accepted}
        hint={words.fileHint(megabytes(largestOf.document), megabytes(largestOf.picture))}
      />
      <Field id="mediaAlt" label={words.mediaAlt} hint={words.mediaAltHint} error={errorOf('mediaAlt')}>
        <TextInput name="mediaAlt" defaultValue={values.mediaAlt} />
      </Field>
      <Field id="body" label={words.body} hint={words.bodyHint} error={errorOf('body')}>
        <Textarea name="body" rows={12} defaultValue={values.body} />
      </Field>
      <ButtonRow>
        <Button look="primary" busy={isBusy}>
          {submitLabel}
        </Button>
        <LinkButton to={cancelTo} look="quiet">
          {edit.cancel}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}
