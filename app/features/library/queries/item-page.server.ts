import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { documentWithFiles, type FileWords } from '#app/features/media/queries/document-with-files.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { ItemFields } from '../core/item.ts';
import { fileText, itemLink, itemTarget, linkedItemIds } from '../core/item-link.ts';
import { libraryReader } from '../core/reader.ts';
import { findOpenItem } from '../data/items.server.ts';
import { fileKindOf } from './file-kind.server.ts';
import { openItems } from './open-items.server.ts';

export interface ItemPage {
  item: Omit<ItemFields, 'body' | 'mediaId' | 'mediaAlt'> & { id: string; unitName: string; isRetired: boolean };
  /** The file and the text as safe HTML: it comes from the renderer alone. '' = none. */
  fileHtml: string;
  html: string;
  contents: { id: string; title: string }[];
  /** Whose file is named but no longer kept. */
  isFileGone: boolean;
  /** What points at it from a text, for who finds the texts: see `lessonsReferringTo` of courses. */
  target: string;
  /** What its author writes into a lesson; null = the actor may not change it. */
  link: string | null;
}

/** A thing of the library as its reader sees it. Not found outside the units above the actor and what the actor authors. */
export async function itemPage(actor: Actor, id: string, words: FileWords): Promise<ItemPage> {
  const reader = libraryReader(actor);
  const found = await findOpenItem(database().read, reader, id);
  if (!found) throw new AppError('not-found');
  const { kind, title, symbol, issuedOn, source, asOf, topic, tags, link, mediaId, mediaAlt, body } = found;
  const file = await fileKindOf(mediaId);
  const linked = await openItems(reader, linkedItemIds(body));
  const { html, contents } = await documentWithFiles(body, words, { linked });
  const shown = mediaId !== null && file && fileText({ id: mediaId, kind: file, words: mediaAlt || title });
  return {
    item: {
      ...{ id, kind, title, symbol, issuedOn, source, asOf, topic, tags, link },
      ...{ unitName: found.unitName, isRetired: found.retiredAt !== null },
    },
    fileHtml: shown ? (await documentWithFiles(shown, words)).html : '',
    ...{ html, contents, isFileGone: mediaId !== null && file === null },
    target: itemTarget(id),
    link: may(actor, 'course.author', found.unitPath) ? itemLink({ id, title }) : null,
  };
}
