import { Form, Link } from '@remix-run/react';
import { formatDate, formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { changesSinceSigned, type SignedChange, type SignedFigures } from '../core/signed-figures.ts';
import { shortChecksum } from '../core/stored-report.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { FiguresPage as PageData, ShownSignOff } from '../queries/figures-page.server.ts';

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
          {page.parts.length > 0 && <Parts page={page} assignmentId={assignment.id} />}
        </>
      )}
      {page.history.length > 0 && <History history={page.history} />}
    </Page>
  );
}

/** Every signed number by its name: as what differs from nothing. */
function rowsOf(figures: SignedFigures): SignedChange[] {
  const none = Object.fromEntries(Object.keys(figures.byStatus).map((key) => [key, -1]));
  const noClass = Object.fromEntries(Object.keys(figures.byClass).map((key) => [key, -1]));
  const nothing = { strength: -1, byStatus: none, byClass: noClass } as unknown as SignedFigures;
  return changesSinceSigned(nothing, figures);
}

function OwnFigures({ page, figures, assignmentId }: { page: PageData; figures: SignedFigures; assignmentId: string }) {
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
          { key: 'value', header: say.value, isNumber: true, cell: ({ after }) => formatNumber(lang, after) },
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

function SignOffState({ signOff }: { signOff: ShownSignOff }) {
  const { figures: say } = useMessages(vi, en);
  const lang = useLang();
  const n = (value: number) => formatNumber(lang, value);
  return (
    <div>
      <p>{say.signed(signOff.signedBy, formatDateTime(lang, signOff.signedAt))}</p>
      {signOff.note && <p className="text-muted">{signOff.note}</p>}
      {signOff.changes.length === 0 ? (
        <Tag kind="done">{say.holds}</Tag>
      ) : (
        <>
          <Tag kind="late">{say.changedSince}</Tag>
          <ul className="list-disc pl-6 text-sm">
            {signOff.changes.map(({ figure, before, after }) => (
              <li key={figure}>{say.change(say.names[figure], n(before), n(after))}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Parts({ page, assignmentId }: { page: PageData; assignmentId: string }) {
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

function History({ history }: { history: PageData['history'] }) {
  const { figures: say } = useMessages(vi, en);
  const lang = useLang();
  return (
    <Section title={say.history}>
      <ul className="border-t border-line">
        {history.map(({ id, signedBy, signedAt, asOfDay, withdrawnAt, checksum }) => (
          <li key={id} className="border-b border-line py-2 text-sm">
            {formatDate(lang, `${asOfDay}T00:00:00Z`)}: {say.signed(signedBy, formatDateTime(lang, signedAt))}.{' '}
            {say.code(shortChecksum(checksum))}
            {withdrawnAt && <Tag kind="aside">{say.withdrawnSign}</Tag>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
