import { Form, useNavigation } from '@remix-run/react';
import { useRef } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import type { AudienceFilter } from '../../core/audience.ts';
import { en } from '../../messages/audience-en.ts';
import { vi } from '../../messages/audience-vi.ts';
import { en as authorEn } from '../../messages/author-en.ts';
import { vi as authorVi } from '../../messages/author-vi.ts';
import type { AudienceChoices } from '../../queries/audience-choices.server.ts';
import { AudienceCount } from './audience-count.tsx';
import { AudienceFields, type TypedAudience } from './audience-fields.tsx';
import { type CountedAudience, useAudienceSize } from './use-audience-size.ts';

/** What came of a change that was not saved. */
export interface AudienceAnswer {
  typed: TypedAudience;
  counted: CountedAudience;
  problems: string[];
  /** Somebody else changed the assignment meanwhile: its revision now. */
  conflict?: { revision: number };
}

type Props = {
  assignment: {
    id: string;
    title: string;
    courseId: string;
    course: { title: string };
    revision: number;
    units: readonly { id: string }[];
    groups: readonly { id: string }[];
    filter: AudienceFilter;
  };
  choices: AudienceChoices;
  counted: CountedAudience;
  answer?: AudienceAnswer;
};

/** Gives an assignment another audience, after having seen who would come in and who would go out. */
export function ChangeAudiencePage({ assignment, choices, counted: stands, answer }: Props) {
  const words = useMessages(vi, en);
  const author = useMessages(authorVi, authorEn);
  const form = useRef<HTMLFormElement>(null);
  const counted = useAudienceSize(form, answer?.counted ?? stands);
  const isBusy = useNavigation().formMethod === 'POST';
  const at = `/author/assignments/${assignment.id}`;
  const { classes = [], memberships = [], positions = [] } = assignment.filter;
  const typed = answer?.typed ?? {
    unitIds: assignment.units.map(({ id }) => id),
    groupIds: assignment.groups.map(({ id }) => id),
    ...{ classes, memberships, positions },
  };
  const known: Record<string, string> = words.edit.problems;
  const problems = (answer?.problems ?? []).map((code) => known[code] ?? words.edit.problems.other);
  return (
    <Page
      title={words.edit.title}
      kicker={assignment.title}
      lead={words.edit.lead}
      crumbs={[
        { to: '/author/courses', label: author.list.title },
        { to: `/author/courses/${assignment.courseId}`, label: assignment.course.title },
        { to: at, label: assignment.title },
      ]}
      crumbsLabel={author.crumbs}
      width="reading"
    >
      {answer?.conflict && (
        <Notice kind="warning" title={words.edit.conflictTitle} live>
          {words.edit.conflictText}
        </Notice>
      )}
      <Form ref={form} method="post" noValidate className="space-y-8">
        <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <ErrorSummary
          title={words.edit.problemsTitle(problems.length)}
          errors={problems.map((message) => ({ id: 'unitIds', message }))}
        />
        <input type="hidden" name="assignmentId" value={assignment.id} />
        <input type="hidden" name="revision" value={answer?.conflict?.revision ?? assignment.revision} />
        <AudienceFields choices={choices} typed={typed} problem={problems[0]} />
        <AudienceCount counted={counted} />
        <ButtonRow>
          <Button type="submit" name="intent" value="save" look="primary" busy={isBusy}>
            {words.edit.button}
          </Button>
          <LinkButton to={at} look="quiet">
            {words.edit.back}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
}
