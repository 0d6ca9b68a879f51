import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { roles as allRoles } from '../../core/role.ts';
import { en as accessEn } from '../../messages/en.ts';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';
import { vi as accessVi } from '../../messages/vi.ts';
import type { RolesPage } from '../../queries/grants/roles-page.server.ts';
import { type Candidate, PersonSearch } from './person-search.tsx';
import { type RefusedGrant, TermFields, useRefusal } from './term-fields.tsx';

type Props = { page: RolesPage; who: string; found: readonly Candidate[]; refused?: RefusedGrant };

/** First the person, then the role and its term. */
export function GrantForm({ page, who, found, refused }: Props) {
  const words = useMessages(vi, en);
  const { roles } = useMessages(accessVi, accessEn);
  const isBusy = useNavigation().state === 'submitting';
  const { chosen, unit, draftId } = page;
  const summary = useRefusal(refused, 'grant', 'role');
  return (
    <Section id="grant" title={words.grant.title} lead={words.grant.lead(unit.name)}>
      <div className="space-y-6">
        <PersonSearch label={words.grant.search} anchor="grant" typed={who} found={found} hasChosen={chosen !== null} />
        {chosen && (
          <Form method="post" noValidate key={draftId} className="space-y-5">
            {summary && <ErrorSummary {...summary} />}
            <input type="hidden" name="id" value={refused?.typed.id ?? draftId} />
            <input type="hidden" name="personId" value={chosen.id} />
            <p className="font-semibold">
              {words.grant.for([chosen.rank, chosen.fullName].filter(Boolean).join(' '))}
              <span className="font-normal text-muted">
                {' '}
                ({chosen.number}, {chosen.unitName})
              </span>
            </p>
            <Field
              id="role"
              label={words.grant.role}
              error={refused?.field === 'role' ? words.problems[refused.problem] : undefined}
            >
              <Select
                name="role"
                width="short"
                emptyLabel={words.grant.emptyRole}
                defaultValue={refused?.typed.role ?? ''}
                options={allRoles.map((role) => ({ value: role, label: roles[role] }))}
              />
            </Field>
            <TermFields refused={refused} />
            <Button type="submit" look="primary" busy={isBusy}>
              {words.grant.button}
            </Button>
          </Form>
        )}
      </div>
    </Section>
  );
}
