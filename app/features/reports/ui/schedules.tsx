import { Form } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Section } from '#app/ui/page.tsx';
import { periods } from '../core/schedule.ts';
import { nameChoices } from '../core/stored-report.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ReportList } from '../queries/report-list.server.ts';

/** Reports that are made as each period ends: which there are, and a form for another. */
export function Schedules({ page, problem }: { page: ReportList; problem: string | null }) {
  const { schedules: words, make } = useMessages(vi, en);
  const lang = useLang();
  if (page.assignments.length === 0 && page.schedules.length === 0) return null;
  return (
    <Section id="schedules" title={words.title} lead={words.lead}>
      {page.schedules.length === 0 && <p>{words.none}</p>}
      <ul className="mb-4 border-t border-line">
        {page.schedules.map(({ id, every, nextAt, titles }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
            <span className="min-w-0 flex-1">
              <span className="font-semibold">{words.periods[every]}</span>, {words.next(formatDate(lang, nextAt))}
              <span className="block text-sm text-muted">{titles.join('; ')}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="scheduleId" value={id} />
              <Button
                type="submit"
                name="intent"
                value="end-schedule"
                size="small"
                aria-label={words.endOf(words.periods[every])}
              >
                {words.end}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {page.assignments.length > 0 && (
        <Disclosure title={words.add} mustOpen={problem !== null}>
          <Form method="post" className="space-y-6">
            <input type="hidden" name="key" value={page.key} />
            <ChoiceGroup
              type="checkbox"
              name="assignment"
              label={make.assignments}
              error={problem === null ? null : make.problem.assignment}
              options={page.assignments.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <ChoiceGroup
              type="radio"
              name="every"
              label={words.every}
              defaultValue="month"
              options={periods.map((value) => ({ value, label: words.periods[value] }))}
            />
            <ChoiceGroup
              type="radio"
              name="names"
              label={make.names}
              defaultValue="none"
              options={nameChoices.map((value) => ({ value, label: make.nameChoices[value] }))}
            />
            <Button type="submit" name="intent" value="schedule">
              {words.add}
            </Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}
