import { Form, useNavigation } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { SessionPlanPage } from '../../queries/room/session-plan.server.ts';

/** How far each level of units stands to the right. */
const indents = ['', 'ml-4', 'ml-8', 'ml-12', 'ml-16', 'ml-20'] as const;

/** Seats people by units and groups, or one by one by name. */
export function SeatAdder({ page }: { page: SessionPlanPage }) {
  const words = useMessages(vi, en).plan;
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const { session, choices } = page;
  const strength = (people: number) => (
    <span className="tabular text-muted">{words.strength(formatNumber(lang, people))}</span>
  );
  return (
    <Section title={words.addTitle} id="add">
      <details open={page.seats.length === 0}>
        <summary className="cursor-pointer font-semibold">{words.units}</summary>
        <Form method="post" action={`/exam-sessions/${session.id}/seats`} className="mt-3 space-y-4">
          <fieldset>
            <legend className="sr-only">{words.units}</legend>
            <div className="max-h-96 max-w-form space-y-1 overflow-y-auto">
              {choices.units.map(({ id, name, people, depth }) => (
                <div key={id} className={indents[Math.min(depth, indents.length - 1)]}>
                  <ChoiceRow type="checkbox" name="unitIds" value={id} label={name} aside={strength(people)} />
                </div>
              ))}
            </div>
          </fieldset>
          {choices.groups.length > 0 && (
            <fieldset>
              <legend className="font-semibold">{words.groups}</legend>
              <div className="mt-1.5 max-w-form space-y-1">
                {choices.groups.map(({ id, name, people }) => (
                  <ChoiceRow
                    key={id}
                    type="checkbox"
                    name="groupIds"
                    value={id}
                    label={name}
                    aside={strength(people)}
                  />
                ))}
              </div>
            </fieldset>
          )}
          <Button type="submit" name="do" value="add" look="primary" busy={isBusy}>
            {words.add}
          </Button>
        </Form>
      </details>
      <Form
        method="get"
        action={`/exam-sessions/${session.id}/plan#add`}
        className="mt-6 flex flex-wrap items-end gap-3"
      >
        <Field label={words.searchPerson} className="min-w-[16rem] flex-1">
          <TextInput type="search" name="q" />
        </Field>
        <Button type="submit">{words.search}</Button>
      </Form>
      {page.found && <Found page={page} found={page.found} />}
    </Section>
  );
}

function Found({ page, found }: { page: SessionPlanPage; found: NonNullable<SessionPlanPage['found']> }) {
  const words = useMessages(vi, en).plan;
  if (found.length === 0) return <p className="mt-3">{words.foundNone}</p>;
  return (
    <div className="mt-4 max-w-form">
      <ItemList
        items={found.map(({ personId, fullName, rank, unitName, isSeated }) => ({
          key: personId,
          title: [rank, fullName].filter(Boolean).join(' '),
          note: unitName,
          aside: isSeated ? (
            <span className="text-muted">{words.isSeated}</span>
          ) : (
            <Form method="post" action={`/exam-sessions/${page.session.id}/seats`}>
              <input type="hidden" name="personIds" value={personId} />
              <Button type="submit" name="do" value="add" size="small" aria-label={words.addOneOf(fullName)}>
                {words.addOne}
              </Button>
            </Form>
          ),
        }))}
      />
    </div>
  );
}
