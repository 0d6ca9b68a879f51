import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { printEn } from '../../../messages/print-en.ts';
import { printVi } from '../../../messages/print-vi.ts';
import type { PrintHead, PrintSeat } from '../../../queries/room/print-pages.server.ts';
import { PrintSheet } from './print-sheet.tsx';

type Props = { head: PrintHead; seats: readonly PrintSeat[]; perRow: number };

/** Where everybody sits, seen from the examiner's desk: rows from left to right, the first row in front. */
export function SeatingPlan({ head, seats, perRow }: Props) {
  const words = useMessages(printVi, printEn);
  return (
    <PrintSheet head={head} title={words.seating}>
      <Form method="get" className="screen-only mb-6 flex flex-wrap items-end gap-3">
        <Field label={words.perRow}>
          <TextInput name="row" type="number" min={1} max={10} width="number" defaultValue={perRow} />
        </Field>
        <Button type="submit">{words.arrange}</Button>
      </Form>
      <p className="mx-auto mb-4 max-w-xs border border-ink py-1 text-center font-semibold">{words.front}</p>
      {seats.length === 0 && <p>{words.nobody}</p>}
      <ol
        className="grid gap-2 overflow-x-auto print:overflow-visible"
        style={{ gridTemplateColumns: `repeat(${perRow}, minmax(5.5rem, 1fr))` }}
      >
        {seats.map((seat) => (
          <li key={seat.personId} className="flex min-h-[5rem] break-inside-avoid flex-col border border-ink px-2 py-1">
            <span className="tabular text-lg font-semibold leading-tight">{seat.number}</span>
            <span className="font-semibold leading-snug">{seat.fullName}</span>
            <span className="text-sm leading-snug">{seat.unitName}</span>
          </li>
        ))}
      </ol>
    </PrintSheet>
  );
}
