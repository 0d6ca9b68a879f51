import { Form, Link, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldNotes } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../../messages/extensions-en.ts';
import { vi } from '../../messages/extensions-vi.ts';
import type { ExtendablePerson, UnitExtensions } from '../../queries/extensions/unit-extensions.server.ts';
import { unitAddress } from '../unit-address.ts';
import { type ExtensionAnswer, ExtensionFields, useExtensionProblems } from './extension-fields.tsx';

type Done = 'extended' | 'unchanged' | 'ended';
type Props = {
  page: UnitExtensions;
  done: { what: Done; people: number } | null;
  answer?: ExtensionAnswer;
  /** Marked at first: whoever came from that person's page. */
  chosenId: string | null;
};

/** Gives people of a unit longer, many at once, and shows who has been given. */
export function UnitExtensionsPage({ page, done, chosenId, answer }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { unit, above, assignment, choices, people } = page;
  const at = unitAddress(unit.id, assignment?.id ?? null);
  const extended = people.filter(({ reason }) => reason !== null);
  return (
    <Page
      title={words.title}
      kicker={unit.name}
      lead={words.lead}
      crumbs={[
        ...above.map(({ id, name }) => ({ to: unitAddress(id, assignment?.id ?? null), label: name })),
        { to: at, label: unit.name },
      ]}
      width="reading"
    >
      {done && !answer && (
        <Notice kind="success" title={words.done[done.what]} live>
          {done.what === 'extended' && `${formatNumber(lang, done.people)}`}
        </Notice>
      )}
      {!assignment && <EmptyState title={words.noAssignment} />}
      {assignment && (
        <>
          {choices.length > 1 && (
            <Form method="get" className="flex flex-wrap items-end gap-4">
              <Field label={words.choose} className="min-w-0 flex-1">
                <Select
                  name="assignment"
                  defaultValue={assignment.id}
                  options={choices.map(({ id, title }) => ({ value: id, label: title }))}
                />
              </Field>
              <Button type="submit">{words.chooseButton}</Button>
            </Form>
          )}
          <p className="font-semibold">
            {assignment.dueAt ? words.common(formatDate(lang, assignment.dueAt)) : words.noCommon}
          </p>
          {people.length === 0 ? (
            <EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>
          ) : (
            <ExtendForm page={page} assignmentId={assignment.id} answer={answer} chosenId={chosenId} />
          )}
          {extended.length > 0 && (
            <Section title={words.standing}>
              <ul className="border-t border-line">
                {extended.map((person) => (
                  <Standing key={person.personId} person={person} assignmentId={assignment.id} />
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function ExtendForm({
  page,
  assignmentId,
  answer,
  chosenId,
}: Pick<Props, 'page' | 'answer' | 'chosenId'> & { assignmentId: string }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const form = useRef<HTMLFormElement>(null);
  const problems = useExtensionProblems(answer);
  // Marking all wants JavaScript: without it the box is not offered.
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const isBusy = useNavigation().formData?.get('intent') === 'extend';
  const markAll = (isMarked: boolean) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>('input[name="personIds"]') ?? [])
      box.checked = isMarked;
  };
  return (
    <Form ref={form} method="post" noValidate className="space-y-6">
      <ErrorSummary title={problems.title} errors={problems.summary} />
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <fieldset className="min-w-0">
        <legend className="font-semibold">{words.who}</legend>
        <FieldNotes id="personIds" hint={words.whoHint} message={problems.of('personIds')} />
        {isAlive && (
          <label className="mt-2 flex min-h-[2.75rem] items-center gap-3">
            <input
              type="checkbox"
              className="h-5 w-5 accent-accent"
              onChange={(event) => markAll(event.target.checked)}
            />
            {words.all}
          </label>
        )}
        <ul className="max-h-[28rem] overflow-y-auto border-y border-line">
          {page.people.map((person, index) => (
            <li key={person.personId} className="border-b border-line last:border-b-0">
              <label className="flex min-h-[2.75rem] cursor-pointer flex-wrap items-start gap-x-3 gap-y-1 py-2 hover:bg-sunken">
                <input
                  id={index === 0 ? 'personIds' : undefined}
                  type="checkbox"
                  name="personIds"
                  value={person.personId}
                  defaultChecked={answer ? answer.personIds.includes(person.personId) : person.personId === chosenId}
                  className="mt-[0.3em] h-5 w-5 shrink-0 accent-accent"
                />
                <span className="min-w-0 flex-1 basis-52">
                  {[person.rank, person.fullName].filter(Boolean).join(' ')}
                  <span className="block text-sm text-muted">{person.unitName}</span>
                </span>
                <DueOf person={person} />
              </label>
            </li>
          ))}
        </ul>
        {page.isCut && <p className="mt-2 text-sm text-muted">{words.cut(formatNumber(lang, page.people.length))}</p>}
      </fieldset>
      <ExtensionFields answer={answer} />
      <Button type="submit" name="intent" value="extend" look="primary" busy={isBusy}>
        {words.button}
      </Button>
    </Form>
  );
}

function DueOf({ person: { daysLate, ownDueAt, effectiveDueAt } }: { person: ExtendablePerson }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (daysLate !== null) return <Tag kind="late">{words.late(daysLate)}</Tag>;
  if (!effectiveDueAt) return <Tag>{words.noDue}</Tag>;
  const date = formatDate(lang, effectiveDueAt);
  return <Tag>{ownDueAt && ownDueAt.getTime() === effectiveDueAt.getTime() ? words.own(date) : words.due(date)}</Tag>;
}

function Standing({ person, assignmentId }: { person: ExtendablePerson; assignmentId: string }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const isBusy = useNavigation().formData?.get('personId') === person.personId;
  const { personId, fullName, rank, ownDueAt, reason, decidedBy } = person;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0">
        <Link to={`/people/${personId}`} className="font-semibold">
          {[rank, fullName].filter(Boolean).join(' ')}
        </Link>
        <p className="text-sm text-muted">
          {[
            ownDueAt && words.own(formatDate(lang, ownDueAt)),
            reason && words.of(reason),
            decidedBy && words.by(decidedBy),
          ]
            .filter(Boolean)
            .join('. ')}
        </p>
      </div>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="assignmentId" value={assignmentId} />
        <input type="hidden" name="personId" value={personId} />
        <Button type="submit" name="intent" value="end" size="small" busy={isBusy} aria-label={words.endFor(fullName)}>
          {words.end}
        </Button>
      </Form>
    </li>
  );
}
