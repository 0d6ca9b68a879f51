import { en as orgEn } from '#app/features/org/messages/en.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { formatDate, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import type { CompletionRule } from '../../core/assignment.ts';
import type { AudienceFilter } from '../../core/audience.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { AssignmentStateTag } from './assignment-state-tag.tsx';
import type { ManagedAssignmentRow } from './assignment-table.tsx';

type Props = {
  assignment: ManagedAssignmentRow & { filter: AudienceFilter; rule: CompletionRule };
  /** Titles of the quizzes that the rule names. */
  quizTitles: readonly string[];
  now: Date;
};

/** What an assignment says: to whom, when, and what makes it completed. */
export function AssignmentFacts({ assignment, quizTitles, now }: Props) {
  const { assignment: words } = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const { classes = [], memberships = [], positions = [] } = assignment.filter;
  const people = [
    ...classes.map((each) => org.personnelClasses[each]),
    ...memberships.map((each) => org.memberships[each]),
    ...positions,
  ];
  const date = (at: Date | null) => (at ? formatDate(lang, at) : words.noDate);
  const { readingShare = 0 } = assignment.rule;
  const rules = [
    ...(assignment.rule.lessons === 'all' ? [words.ruleLessons] : []),
    ...(readingShare > 0 ? [words.ruleTime(formatPercent(lang, readingShare, 0))] : []),
    ...(quizTitles.length > 0 ? [`${words.ruleQuizzes}: ${quizTitles.join('; ')}`] : []),
  ];
  return (
    <DefinitionList
      items={[
        { term: words.state, value: <AssignmentStateTag assignment={assignment} now={now} /> },
        ...(assignment.units.length > 0
          ? [{ term: words.units, value: assignment.units.map(({ name }) => name).join(', ') }]
          : []),
        ...(assignment.groups.length > 0
          ? [{ term: words.groups, value: assignment.groups.map(({ name }) => name).join(', ') }]
          : []),
        { term: words.audience, value: people.length > 0 ? people.join('; ') : words.everybody },
        { term: words.open, value: date(assignment.openAt) },
        { term: words.due, value: date(assignment.dueAt) },
        { term: words.close, value: date(assignment.closeAt) },
        { term: words.rule, value: rules.length > 0 ? rules.join('. ') : words.ruleNothing },
      ]}
    />
  );
}
