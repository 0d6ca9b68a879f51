import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { DownloadIcon } from '#app/ui/icons.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { PaperSetPage } from '../../queries/printed/paper-set-page.server.ts';

/** Everything of a set that is printed, each as PDF and as Word. */
export function PaperFiles({ page }: { page: PaperSetPage }) {
  const words = useMessages(vi, en).set;
  const { set, variants, may } = page;
  const base = `/paper-sets/${set.id}`;
  return (
    <Section title={words.files}>
      <p className="max-w-reading text-muted">{words.filesLead}</p>
      <ul className="mt-3 max-w-reading border-t border-line">
        <FileRow label={words.allPapers} address={`${base}/papers`} />
        <FileRow label={words.grid} address={`${base}/grid`} />
        {may.keys === 'now' ? (
          <FileRow label={words.keys} address={`${base}/keys`} note={words.keysNote} />
        ) : (
          <li className="border-b border-line py-3">
            <span className="font-semibold">{words.keys}</span>
            <p className="text-sm text-muted">{may.keys === 'later' ? words.keysLater : words.keysNever}</p>
          </li>
        )}
      </ul>
      {variants.length > 1 && (
        <div className="max-w-reading">
          <Disclosure title={words.onePaper} note={variants.join(', ')}>
            <ul className="border-t border-line">
              {variants.map((code) => (
                <FileRow
                  key={code}
                  label={`${words.columns.variant} ${code}`}
                  address={`${base}/papers`}
                  search={`?variant=${code}`}
                />
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

type RowProps = { label: string; address: string; search?: string; note?: string };

function FileRow({ label, address, search = '', note }: RowProps) {
  const words = useMessages(vi, en).set;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-2">
      <span className="min-w-0 flex-1 basis-48">
        <span className="font-semibold">{label}</span>
        {note && <span className="block text-sm text-muted">{note}</span>}
      </span>
      {(['pdf', 'docx'] as const).map((format) => (
        <a
          key={format}
          href={`${address}.${format}${search}`}
          download
          className="inline-flex min-h-[2.5rem] items-center gap-1.5"
        >
          <DownloadIcon className="h-4 w-4" />
          {format === 'pdf' ? words.pdf : words.word}
          <span className="sr-only"> {label}</span>
        </a>
      ))}
    </li>
  );
}
