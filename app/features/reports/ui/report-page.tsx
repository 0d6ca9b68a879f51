import { Form } from '@remix-run/react';
import type { OfficialDocument } from '#app/kernel/official-document.ts';
import { formatDate, formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, buttonClass } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { shortChecksum } from '../core/stored-report.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ReportPage as PageData } from '../queries/report-page.server.ts';
import { ChangeList } from './change-list.tsx';
import { Paper } from './paper.tsx';

type Line = Pick<PageData['report'], 'id' | 'unitId' | 'title' | 'number' | 'checksum'> & {
  asOfAt: Date;
  createdAt: Date;
  withdrawnAt: Date | null;
};
type Props = {
  page: Pick<PageData, 'unitName' | 'above' | 'others' | 'compared' | 'checked'> & { report: Line };
  document: OfficialDocument;
  done: string | null;
};

const formats = ['docx', 'pdf', 'xlsx'] as const;

/** A kept report: its document, its files, whether it still agrees with the records, and how it differs from another. */
export function ReportPage({ page, document, done }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { report: say } = words;
  const { report, others } = page;
  const said: Record<string, string> = say.done;
  const asOf = formatDateTime(lang, report.asOfAt);
  return (
    <Page
      title={say.title(report.number)}
      lead={say.lead(report.title, asOf)}
      crumbs={[
        { to: `/units/${report.unitId}`, label: page.unitName },
        { to: `/units/${report.unitId}/reports`, label: words.title },
      ]}
      crumbsLabel={words.crumbs}
      actions={formats.map((format) => (
        // A file, not a page: the browser fetches it itself.
        <a key={format} href={`/reports/${report.id}/report.${format}`} className={buttonClass({})} download>
          {say[format]}
        </a>
      ))}
    >
      {done && done in said && <Notice kind="success" live title={said[done]} />}
      {report.withdrawnAt && (
        <Notice kind="warning" title={say.withdrawn(formatDateTime(lang, report.withdrawnAt))}>
          {say.withdrawnText}
        </Notice>
      )}
      {page.checked && <Checked checked={page.checked} />}
      {page.compared && (
        <Section
          title={say.compared(page.compared.with.number || say.unnumbered, formatDate(lang, page.compared.with.asOfAt))}
        >
          <ChangeList changes={page.compared.changes} empty={say.noChanges} />
        </Section>
      )}
      <DefinitionList
        items={[
          { term: say.made, value: formatDateTime(lang, report.createdAt) },
          { term: say.checksum, value: <span className="break-all font-mono">{shortChecksum(report.checksum)}</span> },
        ]}
      />
      <Section title={say.document}>
        <Paper document={document} />
      </Section>
      <Form method="get" className="screen-only">
        <input type="hidden" name="check" value="1" />
        <Button type="submit">{say.check}</Button>
      </Form>
      <Section title={say.compare} className="screen-only">
        {others.length === 0 ? (
          <p>{say.compareNone}</p>
        ) : (
          <Form method="get" className="flex flex-wrap items-end gap-4">
            <Field label={say.compareWith} className="w-full sm:w-96">
              <Select
                name="with"
                defaultValue={page.compared?.with.id}
                options={others.map(({ id, number, asOfAt, title }) => ({
                  value: id,
                  label: `${number || say.unnumbered}, ${formatDate(lang, asOfAt)}, ${title}`,
                }))}
              />
            </Field>
            <Button type="submit">{say.compareButton}</Button>
          </Form>
        )}
      </Section>
      {!report.withdrawnAt && (
        <Section title={say.withdraw} lead={say.withdrawText} className="screen-only">
          <Form method="post">
            <Button type="submit" name="intent" value="withdraw" look="danger">
              {say.withdraw}
            </Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}

function Checked({ checked }: { checked: NonNullable<PageData['checked']> }) {
  const { report: say } = useMessages(vi, en);
  return (
    <>
      {!checked.isSealWhole && (
        <Notice kind="error" live title={say.sealBroken}>
          {say.sealBrokenText}
        </Notice>
      )}
      {checked.isSame ? (
        <Notice kind="success" live title={say.checkSame}>
          {say.checkSameText}
        </Notice>
      ) : (
        <Notice kind="warning" live title={say.checkChanged}>
          <ChangeList changes={checked.changes} empty={say.checkDetails} />
        </Notice>
      )}
    </>
  );
}
