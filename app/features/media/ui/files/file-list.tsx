import { Form, Link } from '@remix-run/react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { FileFilter } from '../../core/chosen-files.ts';
import type { MediaKind } from '../../core/media-type.ts';
import { type AuthoredFile, fileStates } from '../../core/media-use.ts';
import { en } from '../../messages/files-en.ts';
import { vi } from '../../messages/files-vi.ts';
import type { FileList as Files } from '../../queries/file-list.server.ts';
import { bytesInWords, CaptionState, FileSign, measureInWords } from './file-facts.tsx';

const MOST_USES = 3;

/** The files of one's units: what each is, how large, where it is used, and what it lacks. */
export function FileList({ list, filter }: { list: Files; filter: FileFilter }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { files, total, bytes, page, pages, isAny } = list;
  if (!isAny) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>;
  const columns: Column<AuthoredFile>[] = [
    {
      key: 'name',
      header: words.columns.name,
      isRowHeader: true,
      cell: (file) => (
        <span className="flex items-start gap-3">
          <FileSign file={file} />
          <span className="min-w-0">
            <Link to={`/author/media/${file.id}`} className="break-words">
              {file.name}
            </Link>
            <span className="block text-sm font-normal text-muted">{words.kinds[file.kind]}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'size',
      header: words.columns.size,
      cell: (file) => (
        <span className="tabular">
          {bytesInWords(file.byteSize, words, lang)}
          <span className="block text-sm text-muted">{measureInWords(file, words, lang)}</span>
        </span>
      ),
    },
    { key: 'uses', header: words.columns.uses, cell: (file) => <Uses file={file} /> },
    { key: 'captions', header: words.columns.captions, cell: (file) => <CaptionState file={file} /> },
    {
      key: 'added',
      header: words.columns.added,
      cell: (file) => (
        <span className="tabular">
          {formatDate(lang, file.createdAt)}
          <span className="block text-sm text-muted">{file.uploader ?? words.unknown}</span>
        </span>
      ),
    },
  ];
  return (
    <>
      <Filter filter={filter} />
      <p className="tabular text-muted">{words.count(formatNumber(lang, total), bytesInWords(bytes, words, lang))}</p>
      <DataTable
        caption={words.title}
        isCaptionHidden
        columns={columns}
        rows={files}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.none} action={<Link to="/author/media">{words.filter.clear}</Link>} />}
      />
      <Pagination
        page={page}
        pages={pages}
        words={{
          ...words.pages,
          position: words.pages.position(formatNumber(lang, page), formatNumber(lang, pages)),
        }}
      />
    </>
  );
}

function Uses({ file }: { file: AuthoredFile }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { uses, isUnused } = file;
  if (uses.length === 0)
    return isUnused ? <Tag kind="aside">{words.unused}</Tag> : <span className="text-muted">{words.elsewhere}</span>;
  return (
    <ul className="space-y-1">
      {uses.slice(0, MOST_USES).map(({ to, title, within }) => (
        <li key={to}>
          <Link to={to}>{title}</Link>
          <span className="block text-sm text-muted">{within}</span>
        </li>
      ))}
      {uses.length > MOST_USES && (
        <li className="text-sm text-muted">{words.more(formatNumber(lang, uses.length - MOST_USES))}</li>
      )}
    </ul>
  );
}

function Filter({ filter: { search, kind, state } }: { filter: FileFilter }) {
  const { filter: words, kinds } = useMessages(vi, en);
  const isFiltered = search !== '' || kind !== null || state !== null;
  return (
    <Form method="get" className="screen-only flex flex-wrap items-end gap-x-4 gap-y-3">
      <Field label={words.search} className="min-w-[16rem] flex-1">
        <TextInput type="search" name="q" defaultValue={search} maxLength={100} />
      </Field>
      <Field label={words.kind}>
        <Select
          name="kind"
          width="short"
          emptyLabel={words.anyKind}
          defaultValue={kind ?? ''}
          options={(Object.keys(kinds) as MediaKind[]).map((value) => ({ value, label: kinds[value] }))}
        />
      </Field>
      <Field label={words.state}>
        <Select
          name="state"
          width="short"
          emptyLabel={words.anyState}
          defaultValue={state ?? ''}
          options={fileStates.map((value) => ({ value, label: words.states[value] }))}
        />
      </Field>
      <Button type="submit" icon={SearchIcon}>
        {words.button}
      </Button>
      {isFiltered && (
        <Link to="/author/media" className="py-2.5">
          {words.clear}
        </Link>
      )}
    </Form>
  );
}
