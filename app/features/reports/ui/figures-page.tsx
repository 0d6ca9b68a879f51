import { Form } from '@remix-run/react';
import { formatDate, formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { shortChecksum } from '../core/stored-report.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { FiguresPage as PageData } from '../queries/figures-page.server.ts';
import { OwnFigures } from './own-figures.tsx';
import { SignedParts } from './signed-parts.tsx';

type Props = { page: PageData; done: string | null; problem: string | null };

/** A unit's figures as its leader signs them, and who of those below has signed. */
export function FiguresPage({ page, done, problem }: Props) {
  const words = useMessages(vi, en);
  const { figures: say } = words;
  const { unit, assignment } = page;
  const said: Record<string, string> = say.done;
  const problems: Record<string, string> = say.problems;
  return (
    <Page
      title={say.title(unit.name)}
      lead={say.lead}
      crumbs={[
        { to: `/units/${unit.id}`, label: unit.name },
        { to: `/units/${unit.id}/reports`, label: words.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      {done && done in said && <Notice kind="success" live title={said[done]} />}
      {problem && <Notice kind="error" live title={problems[problem] ?? problem} />}
      <Form method="get" className="screen-only flex flex-wrap items-end gap-4" key={`${assignment?.id} ${page.day}`}>
        <Field label={say.assignment} className="w-full sm:w-96">
          <Select
            name="assignment"
            defaultValue={assignment?.id}
            options={page.assignments.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Field>
        <Field label={say.day}>
          <TextInput type="date" name="day" width="short" max={page.lastDay} defaultValue={page.day} />
        </Field>
        <Button type="submit">{say.show}</Button>
      </Form>
      {!assignment || !page.figures ? (
        <EmptyState title={say.noAssignment} />
      ) : (
        <>
          {page.isAsked && !page.own && <Notice kind="warning" title={say.isAsked} />}
          <OwnFigures page={page} figures={page.figures} assignmentId={assignment.id} />
          {page.parts.length > 0 && <SignedParts page={page} assignmentId={assignment.id} />}
        </>
      )}
      {page.history.length > 0 && <History page={page} />}
    </Page>
  );
}

function History({ page: { history, assignments } }: { page: PageData }) {
  const { figures: say } = useMessages(vi, en);
  const lang = useLang();
  return (
    <Section title={say.history}>
      <ul className="border-t border-line">
        {history.map(({ id, assignmentId, signedBy, signedAt, asOfDay, withdrawnAt, checksum }) => (
          <li key={id} className="border-b border-line py-2 text-sm">
            {[assignments.find((each) => each.id === assignmentId)?.title, formatDate(lang, `${asOfDay}T00:00:00Z`)]
              .filter(Boolean)
              .join(', ')}
            : {say.signed(signedBy, formatDateTime(lang, signedAt))}. {say.code(shortChecksum(checksum))}{' '}
            {withdrawnAt && <Tag kind="aside">{say.withdrawnSign}</Tag>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
