import { Form, Link } from '@remix-run/react';
import { unitAddress } from '#app/features/progress/ui/unit-address.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { changesSinceSigned, type SignedChange, type SignedFigures } from '../core/signed-figures.ts';
import { shortChecksum } from '../core/stored-report.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { FiguresPage as PageData } from '../queries/figures-page.server.ts';
import { SignOffState } from './sign-off-state.tsx';

/** Every signed number by its name: as what differs from nothing. */
function rowsOf(figures: SignedFigures): SignedChange[] {
  const none = Object.fromEntries(Object.keys(figures.byStatus).map((key) => [key, -1]));
  const noClass = Object.fromEntries(Object.keys(figures.byClass).map((key) => [key, -1]));
  const nothing = { strength: -1, byStatus: none, byClass: noClass } as unknown as SignedFigures;
  return changesSinceSigned(nothing, figures);
}

/** The people behind a figure, as the list of a unit's people is asked for them. */
function listOf(figure: SignedChange['figure']): Record<string, string> {
  if (figure === 'strength') return {};
  return figure.startsWith('result-') ? { class: figure.slice('result-'.length) } : { standing: figure };
}

type Props = { page: PageData; figures: SignedFigures; assignmentId: string };

/** The figures that a leader signs, each with the way to its people, and the forms that sign or take it back. */
export function OwnFigures({ page, figures, assignmentId }: Props) {
  const { figures: say } = useMessages(vi, en);
  const lang = useLang();
  const { own, signing } = page;
  const isToSign = own === null || own.changes.length > 0;
  return (
    <Section title={say.own}>
      <DataTable
        caption={say.own}
        isCaptionHidden
        columns={[
          { key: 'figure', header: say.figure, isRowHeader: true, cell: ({ figure }) => say.names[figure] },
          {
            key: 'value',
            header: say.value,
            isNumber: true,
            cell: ({ figure, after }) => (
              <Link to={unitAddress(page.unit.id, assignmentId, { view: 'people', asOf: page.day, ...listOf(figure) })}>
                {formatNumber(lang, after)}
              </Link>
            ),
          },
        ]}
        rows={rowsOf(figures)}
        rowKey={({ figure }) => figure}
      />
      <p className="mt-2 text-sm text-muted">{say.code(shortChecksum(page.checksum))}</p>
      <div className="mt-4 space-y-4">
        {own ? <SignOffState signOff={own} /> : <Tag kind="open">{say.unsigned}</Tag>}
        {isToSign && signing !== 'may' && <p className="text-muted">{say.may[signing]}</p>}
        {isToSign && signing === 'may' && (
          <Form method="post" className="space-y-4">
            <input type="hidden" name="assignmentId" value={assignmentId} />
            <input type="hidden" name="day" value={page.day} />
            <input type="hidden" name="checksum" value={page.checksum} />
            <Field label={say.note} hint={say.noteHint}>
              <TextInput name="note" maxLength={500} autoComplete="off" />
            </Field>
            <Button type="submit" name="intent" value="sign" look="primary">
              {own ? say.signAgain : say.sign}
            </Button>
          </Form>
        )}
        {own && signing === 'may' && (
          <Form method="post" className="flex flex-wrap items-end gap-4">
            <input type="hidden" name="signOffId" value={own.id} />
            <Field label={say.reason} className="w-full sm:w-96">
              <TextInput name="reason" maxLength={500} autoComplete="off" required />
            </Field>
            <Button type="submit" name="intent" value="withdraw" look="danger">
              {say.withdraw}
            </Button>
          </Form>
        )}
      </div>
    </Section>
  );
}
