import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { personAccount } from '#app/features/access/queries/accounts/person-account.server.ts';
import { AccountState } from '#app/features/access/ui/accounts/account-sections.tsx';
import { RoleList } from '#app/features/access/ui/accounts/role-list.tsx';
import { personRecord } from '#app/features/org/queries/people/person-record.server.ts';
import { LeftPersonPage } from '#app/features/org/ui/people/left-person-page.tsx';
import { isPersonDone, PersonDoneNotice } from '#app/features/org/ui/people/person-done.tsx';
import { RecordSections } from '#app/features/org/ui/people/record-sections.tsx';
import { personCertificates } from '#app/features/progress/queries/certificates/person-certificates.server.ts';
import { personProgress } from '#app/features/progress/queries/person-progress.server.ts';
import { PersonCertificates } from '#app/features/progress/ui/certificates/person-certificates.tsx';
import type { ExemptionProblem } from '#app/features/progress/ui/exemption-panel.tsx';
import { PersonPage } from '#app/features/progress/ui/person-page.tsx';
import { personResults } from '#app/features/quiz/queries/person-results.server.ts';
import { PersonResults } from '#app/features/quiz/ui/person-results.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from './gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.record.person.fullName ?? '');

/**
 * Everything that the product knows of a person and this actor may see, each part by its own feature: of who serves for
 * leaders, of who left for who manages people.
 */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const done = new URL(request.url).searchParams.get('done');
  const record = await personRecord(actor, personId);
  const { person, mayManage } = record;
  return {
    record,
    progress: person.leftAt ? null : await personProgress(actor, personId),
    results: await personResults(actor, personId),
    certificates: await personCertificates(actor, personId),
    account: mayManage && !person.erasedAt ? await personAccount(actor, personId) : null,
    done: done === 'exempted' || done === 'ended' ? (done as 'exempted' | 'ended') : null,
    personDone: isPersonDone(done) ? done : null,
  };
});

export default function Person() {
  return <PersonView problem={null} />;
}

/** The page, also for the resource that refuses an exemption. */
export function PersonView({ problem }: { problem: ExemptionProblem | null }) {
  const { record, progress, results, certificates, account, done, personDone } = useLoaderData<typeof loader>();
  if (!progress)
    return (
      <LeftPersonPage record={record}>
        <PersonDoneNotice done={personDone} />
        <PersonResults results={results} />
        <PersonCertificates certificates={certificates} />
      </LeftPersonPage>
    );
  return (
    <PersonPage
      progress={progress}
      done={problem ? null : done}
      problem={problem}
      notice={<PersonDoneNotice done={personDone} />}
    >
      <PersonResults results={results} />
      <PersonCertificates certificates={certificates} />
      <RecordSections record={record} />
      {account && <AccountState page={account} />}
      {account && account.roles.length > 0 && <RoleList roles={account.roles} />}
    </PersonPage>
  );
}
