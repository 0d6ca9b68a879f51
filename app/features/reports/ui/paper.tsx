import type { DocumentBlock, DocumentTable, HeadLine, OfficialDocument } from '#app/kernel/official-document.ts';
import { cellText } from '#app/platform/i18n/cell-text.ts';
import { classes } from '#app/ui/classes.ts';

/** The document as a sheet of paper on the page: the same words, tables and order as in its files. */
export function Paper({ document }: { document: OfficialDocument }) {
  const { head, subject, blocks, lang } = document;
  return (
    <article
      lang={lang}
      className="print-sheet border border-line bg-surface px-4 py-6 sm:px-10 sm:py-10 print:border-0 print:p-0"
    >
      <header className="grid gap-6 text-center sm:grid-cols-[5fr_6fr]">
        <HeadLines lines={head.left} />
        <HeadLines lines={head.right} />
      </header>
      <h2 className="mt-8 text-center text-lg font-semibold">
        {subject.name}
        {subject.about.split('\n').map((line) => (
          <span key={line} className="block text-base">
            {line}
          </span>
        ))}
      </h2>
      <div className="mt-5 space-y-3">
        {blocks.map((block, at) => (
          <Block key={at} block={block} lang={lang} />
        ))}
      </div>
    </article>
  );
}

function HeadLines({ lines }: { lines: readonly HeadLine[] }) {
  return (
    <div>
      {lines.map(({ text, look, rule }) => (
        <p key={text} className={classes(look === 'bold' && 'font-semibold', look === 'italic' && 'italic')}>
          <span className={classes(rule && 'border-b border-ink pb-0.5')}>{text}</span>
        </p>
      ))}
    </div>
  );
}

function Block({ block, lang }: { block: DocumentBlock; lang: OfficialDocument['lang'] }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h3' : 'h4';
      return <Heading className={classes('pt-2 font-semibold', block.level === 2 && 'italic')}>{block.text}</Heading>;
    }
    case 'paragraph':
      return <p className="indent-8">{block.text}</p>;
    case 'note':
      return <p className="text-sm italic">{block.text}</p>;
    case 'table':
      return <PaperTable table={block} lang={lang} />;
    case 'annex':
      return (
        <div className="border-t border-line pt-6 text-center font-semibold">
          <h3>{block.name}</h3>
          {block.about.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      );
    case 'signature':
      return (
        <div className="grid gap-6 pt-4 sm:grid-cols-[5fr_6fr]">
          <div className="text-sm">
            <p className="font-semibold italic">{block.recipientsTitle}</p>
            {block.recipients.map((each) => (
              <p key={each}>- {each}</p>
            ))}
            {block.remark && <p className="mt-3 italic">{block.remark}</p>}
          </div>
          <div className="text-center font-semibold">
            {block.authority.map((each) => (
              <p key={each}>{each}</p>
            ))}
            <p className="pt-16">{block.name}</p>
          </div>
        </div>
      );
  }
}

function PaperTable({
  table: { caption, columns, rows, totals },
  lang,
}: { table: DocumentTable } & { lang: OfficialDocument['lang'] }) {
  const cells = (row: DocumentTable['rows'][number], isSum: boolean) =>
    columns.map(({ header, kind }, at) => (
      <td
        key={`${header}${at}`}
        className={classes(
          'border border-ink px-1.5 py-0.5 align-top',
          kind !== 'text' && 'tabular text-right',
          isSum && 'font-semibold',
        )}
      >
        {cellText(lang, row[at] ?? null, kind)}
      </td>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={caption} className="overflow-x-auto print:overflow-visible">
      <table className="w-full min-w-[34rem] border-collapse font-sans text-sm print:min-w-0 print:text-[8pt]">
        <caption className="pb-1 text-center font-semibold">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header }, at) => (
              <th
                key={`${header}${at}`}
                scope="col"
                className="border border-ink px-1.5 py-1 text-center font-semibold"
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>{cells(row, false)}</tr>
          ))}
          {totals && <tr>{cells(totals, true)}</tr>}
        </tbody>
      </table>
    </section>
  );
}
