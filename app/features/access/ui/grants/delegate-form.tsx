import { Form, Link, useNavigation } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import type { GrantPage } from '../../queries/grants/grant-page.server.ts';
import { type Candidate, PersonSearch } from './person-search.tsx';
import { type RefusedGrant, TermFields, useRefusal } from './term-fields.tsx';

type Props = {
  page: GrantPage;
  who: string;
  found: readonly Candidate[];
  units: { id: string; name: string; depth: number }[];
  refused?: RefusedGrant;
};

/** Who stands in for the leader now, and letting somebody do so: the person, then the part of the unit and the term. */
export function DelegateForm({ page, who, found, units, refused }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const isBusy = useNavigation().state === 'submitting';
  const { chosen, draftId, unit, standIns } = page;
  const summary = useRefusal(refused, 'delegate', 'unitId');
  return (
    <Section id="delegate" title={words.delegate.title} lead={words.delegate.lead}>
      <div className="space-y-6">
        {standIns.length === 0 ? (
          <p>{words.delegate.none}</p>
        ) : (
          <ul aria-label={words.delegate.current} className="border-t border-line">
            {standIns.map((each) => (
              <li key={each.id} className="border-b border-line py-2">
                <Link to={`/units/${each.unitId}/roles/${each.id}`}>
                  {[each.rank, each.fullName].filter(Boolean).join(' ')}
                </Link>
                , {each.unitName}, {formatDate(lang, each.fromAt)}–{each.untilAt && formatDate(lang, each.untilAt)}
              </li>
            ))}
          </ul>
        )}
        {page.mayDelegate && (
          <PersonSearch
            label={words.delegate.search}
            anchor="delegate"
            typed={who}
            found={found}
            hasChosen={chosen !== null}
          />
        )}
        {page.mayDelegate && chosen && (
          <Form method="post" noValidate key={draftId} className="space-y-5">
            {summary && <ErrorSummary {...summary} />}
            <input type="hidden" name="id" value={refused?.typed.id ?? draftId} />
            <input type="hidden" name="personId" value={chosen.id} />
            <p className="font-semibold">
              {words.delegate.for([chosen.rank, chosen.fullName].filter(Boolean).join(' '))}
              <span className="font-normal text-muted">
                {' '}
                ({chosen.number}, {chosen.unitName})
              </span>
            </p>
            <Field id="unitId" label={words.delegate.unit}>
              <Select
                name="unitId"
                defaultValue={refused?.typed.unitId ?? unit.id}
                options={units.map(({ id, name, depth }) => ({
                  value: id,
                  label: `${'\u2003'.repeat(depth)}${name}`,
                }))}
              />
            </Field>
            <TermFields refused={refused?.intent === 'delegate' ? refused : undefined} mustEnd />
            <Button type="submit" name="intent" value="delegate" look="primary" busy={isBusy}>
              {words.delegate.button}
            </Button>
          </Form>
        )}
      </div>
    </Section>
  );
}
