import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ItemConflict } from '../../commands/change-item.server.ts';
import type { ItemField } from '../../core/item.ts';
import { en as authorEn } from '../../messages/author-en.ts';
import { vi as authorVi } from '../../messages/author-vi.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { formatDay } from '../item-dates.ts';

/** Somebody else was faster: who, when, and what stands there now, so that nothing is overwritten unseen. */
export function ItemConflictNotice({ conflict }: { conflict: ItemConflict }) {
  const { kinds } = useMessages(vi, en);
  const { conflict: words, fields } = useMessages(authorVi, authorEn);
  const lang = useLang();
  const { theirs } = conflict;
  const shown = (field: ItemField): string => {
    if (field === 'kind') return kinds[theirs.kind];
    if (field === 'mediaId') return theirs.mediaId?.slice(0, 8) ?? fields.noFile;
    if (field === 'tags') return theirs.tags.join(', ') || fields.none;
    const value = theirs[field] ?? '';
    if (value === '') return fields.none;
    return field === 'issuedOn' || field === 'asOf' ? formatDay(lang, value) : value;
  };
  return (
    <Notice kind="warning" title={words.title} live className="max-w-form">
      <p>{words.text(conflict.by ?? words.unknown, formatDateTime(lang, conflict.at))}</p>
      <p className="mt-3 font-semibold">{words.differs}</p>
      <DefinitionList
        items={conflict.differences.map((field) => ({
          term: fields[field],
          value: (
            <span lang="vi" className="block max-h-60 overflow-y-auto whitespace-pre-wrap break-words">
              {shown(field)}
            </span>
          ),
        }))}
      />
      <p className="mt-3">{words.how}</p>
      <LinkButton to="." reloadDocument size="small" className="mt-3">
        {words.take}
      </LinkButton>
    </Notice>
  );
}
