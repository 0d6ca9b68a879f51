import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/reminders-en.ts';
import { vi } from '../../messages/reminders-vi.ts';
import type { ReminderRulePage as Found } from '../../queries/reminders/reminder-rule-page.server.ts';
import { unitAddress } from '../unit-address.ts';

export interface ReminderRuleAnswer {
  typed: Record<string, string>;
  problems: { field: string; code: string }[];
}

type Props = { page: Found; isSaved: boolean; answer?: ReminderRuleAnswer };

/** After how many days reminders go up, when nobody is disturbed, and by whose word. */
export function ReminderRulePage({ page, isSaved, answer }: Props) {
  const all = useMessages(vi, en);
  const words = all.ruleForm;
  const isBusy = useNavigation().formMethod === 'POST';
  const { unit, rule, from } = page;
  const known: Record<string, string> = words.problems;
  const problems = (answer?.problems ?? []).map(({ field, code }) => ({
    id: field,
    message: known[code] ?? words.problems.other,
  }));
  const problemOf = (id: string) => problems.find((each) => each.id === id)?.message;
  const field = (name: 'raiseAfterDays' | 'againAfterDays' | 'quietFrom' | 'quietUntil', hint?: string) => (
    <Field id={name} label={words[name]} hint={hint} error={problemOf(name)}>
      <TextInput
        name={name}
        type={name.startsWith('quiet') ? 'time' : 'text'}
        inputMode={name.startsWith('quiet') ? undefined : 'numeric'}
        width="short"
        defaultValue={answer?.typed[name] ?? String(rule[name])}
      />
    </Field>
  );
  return (
    <Page
      title={words.title}
      kicker={unit.name}
      lead={words.lead}
      crumbs={[
        { to: unitAddress(unit.id, null), label: unit.name },
        { to: `/reminders?${new URLSearchParams({ unit: unit.id })}`, label: all.title },
      ]}
      width="reading"
    >
      {isSaved && !answer && <Notice kind="success" title={words.saved} live />}
      <p>{from.kind === 'own' ? words.own : from.kind === 'above' ? words.above(from.name) : words.usual}</p>
      <Form key={JSON.stringify(rule)} method="post" noValidate className="space-y-6">
        <ErrorSummary title={words.problemsTitle(problems.length)} errors={problems} />
        {field('raiseAfterDays', words.daysHint)}
        {field('againAfterDays', words.daysHint)}
        <div className="space-y-2">
          <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
            {field('quietFrom')}
            {field('quietUntil')}
          </div>
          <p className="max-w-form text-sm text-muted">{words.quietHint}</p>
        </div>
        <div className="max-w-form">
          <ChoiceRow
            type="checkbox"
            name="weekends"
            value="quiet"
            label={words.weekends}
            defaultChecked={answer ? answer.typed.weekends === 'quiet' : rule.isQuietAtWeekends}
          />
        </div>
        <ButtonRow>
          <Button type="submit" name="intent" value="save" look="primary" busy={isBusy}>
            {words.button}
          </Button>
          {from.kind === 'own' && (
            <Button type="submit" name="intent" value="inherit" look="quiet">
              {words.inherit}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </Page>
  );
}
