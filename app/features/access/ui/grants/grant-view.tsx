import { Form, useNavigation } from '@remix-run/react';
import { formatDate, formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { type Crumb, Page, Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en as accessEn } from '../../messages/en.ts';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import { vi as accessVi } from '../../messages/vi.ts';
import type { GrantPage } from '../../queries/grants/grant-page.server.ts';
import { ActList } from './act-list.tsx';
import { DelegateForm } from './delegate-form.tsx';
import { GrantStateTag } from './grants-table.tsx';
import type { Candidate } from './person-search.tsx';
import { type RefusedGrant, useRefusal } from './term-fields.tsx';

type Props = {
  page: GrantPage;
  crumbs: Crumb[];
  who: string;
  found: readonly Candidate[];
  units: { id: string; name: string; depth: number }[];
  done: string | null;
  refused?: RefusedGrant;
};

/** One role of one person: what it allows, how far and how long; who stands in; its end. */
export function GrantView({ page, crumbs, who, found, units, done, refused }: Props) {
  const words = useMessages(vi, en);
  const { roles } = useMessages(accessVi, accessEn);
  const lang = useLang();
  const { grant, unit, reach } = page;
  const said = {
    ...{ ended: words.end.done, delegated: words.delegate.done, unchanged: words.renew.same },
    renewed: words.renew.done,
  };
  const n = (value: number) => formatNumber(lang, value);
  return (
    <Page
      width="reading"
      kicker={`${roles[grant.role]}: ${unit.name}`}
      title={[grant.rank, grant.fullName].filter(Boolean).join(' ')}
      crumbs={crumbs}
      crumbsLabel={words.crumbs}
    >
      {done && done in said && !refused && <Notice kind="success" live title={said[done as keyof typeof said]} />}
      <DefinitionList
        items={[
          { term: words.state, value: <GrantStateTag state={grant.state} /> },
          ...(grant.standsForName ? [{ term: words.role, value: words.standsFor(grant.standsForName) }] : []),
          { term: words.from, value: formatDate(lang, grant.fromAt) },
          { term: words.until, value: grant.untilAt ? formatDate(lang, grant.untilAt) : words.forGood },
          { term: words.by, value: grant.grantedByName ?? words.bySystem },
          { term: words.page.reach, value: words.page.reachOf(n(reach.units), n(reach.people)) },
          { term: words.page.allows, value: <ActList acts={page.acts} /> },
        ]}
      />
      {(page.mayDelegate || page.standIns.length > 0) && (
        <DelegateForm page={page} who={who} found={found} units={units} refused={refused} />
      )}
      {page.mayRenew && <Renew page={page} refused={refused} />}
      {page.mayEnd && <End refused={refused} />}
      {page.history.length > 0 && (
        <Section title={words.page.history}>
          <ul className="space-y-1">
            {page.history.map(({ id, at, byName, op, reason }) => (
              <li key={id}>
                {formatDateTime(lang, at)}, {byName ?? words.page.system}:{' '}
                {words.page.ops[op as keyof typeof words.page.ops]}
                {reason && `. ${words.page.because(reason)}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Renew({ page, refused }: { page: GrantPage; refused?: RefusedGrant }) {
  const words = useMessages(vi, en);
  const isBusy = useNavigation().state === 'submitting';
  const summary = useRefusal(refused, 'renew', 'renewUntil');
  const { untilAt } = page.grant;
  return (
    <Section title={words.renew.title}>
      <Form method="post" noValidate className="space-y-4">
        {summary && (
          <ErrorSummary {...summary} errors={summary.errors.map((each) => ({ ...each, id: 'renewUntil' }))} />
        )}
        <Field
          id="renewUntil"
          label={words.renew.until}
          hint={page.grant.standsForId ? words.delegate.untilHint : words.grant.untilHint}
          error={summary?.errors[0]?.message}
        >
          <TextInput
            type="date"
            name="untilDay"
            width="short"
            defaultValue={refused?.typed.untilDay ?? (untilAt ? localDay(untilAt) : '')}
          />
        </Field>
        <Button type="submit" name="intent" value="renew" busy={isBusy}>
          {words.renew.button}
        </Button>
      </Form>
    </Section>
  );
}

/** As an input of days wants it: the day there. */
const localDay = (at: Date) => new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

function End({ refused }: { refused?: RefusedGrant }) {
  const words = useMessages(vi, en);
  const isBusy = useNavigation().state === 'submitting';
  const summary = useRefusal(refused, 'end', 'reason');
  return (
    <Section title={words.end.title} lead={words.end.lead}>
      <Form method="post" noValidate className="space-y-4">
        {summary && <ErrorSummary {...summary} />}
        <Field id="reason" label={words.end.reason} error={summary?.errors[0]?.message}>
          <Textarea name="reason" rows={2} maxLength={500} defaultValue={refused?.typed.reason} />
        </Field>
        <Button type="submit" name="intent" value="end" look="danger" busy={isBusy}>
          {words.end.button}
        </Button>
      </Form>
    </Section>
  );
}
