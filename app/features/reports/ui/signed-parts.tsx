import { Form, Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { FiguresPage as PageData } from '../queries/figures-page.server.ts';
import { SignOffState } from './sign-off-state.tsx';

/** Which of the units directly below stand for their figures, and the button that asks them to. */
export function SignedParts({ page, assignmentId }: { page: PageData; assignmentId: string }) {
  const { figures: say } = useMessages(vi, en);
  const lang = useLang();
  type Part = PageData['parts'][number];
  const signed = page.parts.filter(({ signOff }) => signOff !== null).length;
  const query = `?assignment=${assignmentId}&day=${page.day}`;
  const columns: Column<Part>[] = [
    {
      key: 'unit',
      header: say.unit,
      isRowHeader: true,
      cell: ({ unitId, name }) => <Link to={`/units/${unitId}/figures${query}`}>{name}</Link>,
    },
    {
      key: 'completed',
      header: say.completed,
      isNumber: true,
      cell: ({ figures }) =>
        figures ? `${formatNumber(lang, figures.byStatus.completed)}/${formatNumber(lang, figures.strength)}` : '–',
    },
    {
      key: 'state',
      header: say.state,
      cell: ({ signOff }) => (signOff ? <SignOffState signOff={signOff} /> : <Tag kind="open">{say.unsigned}</Tag>),
    },
  ];
  return (
    <Section title={say.parts} lead={say.partsLead(formatNumber(lang, signed), formatNumber(lang, page.parts.length))}>
      <DataTable
        caption={say.parts}
        isCaptionHidden
        columns={columns}
        rows={page.parts}
        rowKey={({ unitId }) => unitId}
      />
      {signed < page.parts.length && (
        <div className="mt-4">
          {page.hasAsked ? (
            <p className="text-muted">{say.asked}</p>
          ) : (
            <Form method="post">
              <input type="hidden" name="assignmentId" value={assignmentId} />
              <input type="hidden" name="day" value={page.day} />
              <Button type="submit" name="intent" value="ask">
                {say.ask}
              </Button>
            </Form>
          )}
        </div>
      )}
    </Section>
  );
}
