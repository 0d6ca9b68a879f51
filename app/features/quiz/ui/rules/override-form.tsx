import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup, ChoiceRow } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { OverrideDraft, OverrideProblem } from '../../core/rules/override-draft.ts';
import { en } from '../../messages/rules-en.ts';
import { vi } from '../../messages/rules-vi.ts';
import type { OverridesPage } from '../../queries/rules/overrides-page.server.ts';

/** What the action answers instead of going on. */
export interface OverrideAnswer {
  draft: OverrideDraft;
  problems: OverrideProblem[];
  /** Running attempts that would end at once. */
  ends: number;
}

const blank: OverrideDraft = {
  ...{ target: 'person', personId: '', unitId: '', groupId: '' },
  ...{ openAt: '', hasNoOpen: false, closeAt: '', hasNoClose: false, timeLimitMinutes: '', hasNoLimit: false },
  ...{ attemptsAllowed: '', hasAllAttempts: false, reason: '' },
};

/** For whom, what differs, and why. A plain form; nothing in it needs JavaScript. */
export function OverrideForm({ page, answer }: { page: OverridesPage; answer?: OverrideAnswer }) {
  const { overrides: words, problems: sentences } = useMessages(vi, en);
  const isBusy = useNavigation().formMethod === 'POST';
  const known: Record<string, string> = sentences;
  const chosen = page.preview?.person.id ?? '';
  const draft = answer?.draft ?? { ...blank, personId: chosen };
  const problems = answer?.problems ?? [];
  const errors = problems.map(({ field, code }) => ({
    id: field,
    message: known[`${field} ${code}`] ?? sentences.other,
  }));
  const errorOf = (field: string) => errors.find(({ id }) => id === field)?.message;
  const people = page.found.map(({ id, fullName, rank, unitName, number }) => ({
    value: id,
    label: `${[rank, fullName].filter(Boolean).join(' ')}, ${unitName} (${number})`,
  }));
  const previewed = page.preview && !page.found.some(({ id }) => id === chosen) ? page.preview.person : null;
  if (previewed) people.unshift({ value: previewed.id, label: `${previewed.fullName}, ${previewed.unitName}` });
  const instant = (name: 'openAt' | 'closeAt', lift: 'hasNoOpen' | 'hasNoClose', liftLabel: string) => (
    <div className="space-y-2">
      <Field id={name} label={words[name]} error={errorOf(name)}>
        <TextInput
          type="datetime-local"
          name={name}
          max="9999-12-31T23:59"
          width="short"
          className="max-w-[16rem]"
          defaultValue={draft[name]}
        />
      </Field>
      <ChoiceRow type="checkbox" name={lift} value="on" label={liftLabel} defaultChecked={draft[lift]} />
    </div>
  );
  const number = (
    name: 'timeLimitMinutes' | 'attemptsAllowed',
    label: string,
    unit: string,
    lift: 'hasNoLimit' | 'hasAllAttempts',
  ) => (
    <div className="space-y-2">
      <Field id={name} label={unit ? `${label} (${unit})` : label} error={errorOf(name)}>
        <TextInput name={name} inputMode="decimal" autoComplete="off" width="number" defaultValue={draft[name]} />
      </Field>
      <ChoiceRow type="checkbox" name={lift} value="on" label={words.lift} defaultChecked={draft[lift]} />
    </div>
  );
  return (
    <Form method="post" noValidate className="space-y-6" key={`${chosen} ${JSON.stringify(answer)}`}>
      <ErrorSummary title={words.problemsTitle} errors={errors} />
      <ChoiceGroup
        id="target"
        type="radio"
        name="target"
        inline
        label={words.target}
        error={errorOf('target')}
        defaultValue={draft.target}
        options={(['person', 'unit', 'group'] as const).map((value) => ({ value, label: words.targets[value] }))}
      />
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-3">
        <Field id="personId" label={words.person} hint={people.length === 0 ? words.searchFirst : undefined}>
          <Select name="personId" emptyLabel={words.choosePerson} options={people} defaultValue={draft.personId} />
        </Field>
        <Field id="unitId" label={words.unit}>
          <Select
            name="unitId"
            emptyLabel={words.chooseUnit}
            options={page.units.map(({ id, name, depth }) => ({
              value: id,
              label: `${'\u2003'.repeat(depth)}${name}`,
            }))}
            defaultValue={draft.unitId}
          />
        </Field>
        <Field id="groupId" label={words.group}>
          <Select
            name="groupId"
            emptyLabel={words.chooseGroup}
            options={page.groups.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={draft.groupId}
          />
        </Field>
      </div>
      <div id="limits" tabIndex={-1} className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">
        {instant('openAt', 'hasNoOpen', words.liftOpen)}
        {instant('closeAt', 'hasNoClose', words.liftClose)}
        {number('timeLimitMinutes', words.timeLimitSeconds, words.minutes, 'hasNoLimit')}
        {number('attemptsAllowed', words.attemptsAllowed, '', 'hasAllAttempts')}
      </div>
      <Field id="reason" label={words.reason} hint={words.reasonHint} error={errorOf('reason')}>
        <TextInput name="reason" maxLength={500} autoComplete="off" defaultValue={draft.reason} />
      </Field>
      {answer !== undefined && answer.ends > 0 && (
        <Notice kind="warning" live title={words.confirmTitle(String(answer.ends))}>
          <p className="mb-2">{words.confirmText}</p>
          <ChoiceRow type="checkbox" name="confirm" value="on" label={words.confirm} />
        </Notice>
      )}
      <Button type="submit" name="intent" value="set" look="primary" busy={isBusy}>
        {words.save}
      </Button>
    </Form>
  );
}
