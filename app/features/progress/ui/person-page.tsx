import type { ReactNode } from 'react';
import { en as orgEn } from '#app/features/org/messages/en.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { PersonProgress } from '../queries/person-progress.server.ts';
import type { ExemptionProblem } from './exemption-panel.tsx';
import { PersonAssignmentSection } from './person-assignment.tsx';
import { unitAddress } from './unit-address.ts';

type Props = {
  progress: PersonProgress;
  /** What the leader has just done here. */
  done: 'exempted' | 'ended' | null;
  problem: ExemptionProblem | null;
  /** What other features know of the person, below. */
  children?: ReactNode;
  /** What was just done elsewhere with the person. */
  notice?: ReactNode;
};

/** A person as a leader sees one: who, where, and how far in each assignment. */
export function PersonPage({ progress, done, problem, notice, children }: Props) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const { person, assignments, asOf } = progress;
  const crumbs = [...person.above, person.unit].map(({ id, name }) => ({ to: unitAddress(id, null), label: name }));
  const facts = [
    { term: org.person.number, value: person.number },
    { term: org.person.rank, value: person.rank ?? org.person.noRank },
    ...(person.position ? [{ term: org.person.position, value: person.position }] : []),
    { term: words.person.unit, value: person.unit.name },
    { term: org.person.personnelClass, value: org.personnelClasses[person.personnelClass] },
    { term: org.person.membership, value: org.memberships[person.membership] },
  ];
  return (
    <Page
      kicker={[person.rank, person.position].filter(Boolean).join(', ')}
      title={person.fullName}
      crumbs={crumbs}
      width="reading"
    >
      {notice}
      {done && (
        <Notice kind="success" title={words.exemption.done[done]} live>
          {done === 'exempted' ? words.exemption.done.exemptedText : words.exemption.done.endedText}
        </Notice>
      )}
      {assignments.length === 0 && <EmptyState title={words.empty.person} />}
      {assignments.map((assignment) => (
        <PersonAssignmentSection
          key={assignment.assignmentId}
          personId={person.id}
          assignment={assignment}
          asOf={asOf}
          mayExempt={person.may['progress.exempt']}
          problem={problem}
        />
      ))}
      <Section title={words.person.facts}>
        <DefinitionList items={facts} />
      </Section>
      {children}
    </Page>
  );
}
