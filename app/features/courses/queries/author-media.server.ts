import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type MediaKind, mediaTypes } from '#app/features/media/core/media-type.ts';
import type { AuthoredFile, MediaUse } from '#app/features/media/core/media-use.ts';
import { captionLangsOf } from '#app/features/media/queries/caption-langs.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import {
  findMediaWithin,
  isShownOutside,
  listLessonUses,
  listMediaWithin,
  type MediaRow,
} from '../data/author-media.server.ts';

/** Where texts of other features within the actor's units name files. */
export type OtherUses = readonly MediaUse[];

/**
 * The files that people of the actor's units brought, or that texts of these units show; the newest first. `used`: the ids that
 * any text anywhere names. Throws forbidden for who authors nothing.
 */
export async function authoredMedia(
  actor: Actor,
  others: OtherUses,
  used: ReadonlySet<string>,
): Promise<AuthoredFile[]> {
  const scope = requireScope(actor, 'course.author');
  const { sql } = database();
  const uses = usesByFile([...(await listLessonUses(sql, scope)), ...others]);
  const rows = await listMediaWithin(sql, scope, [...uses.keys()]);
  const langs = await captionLangsOf(rows.map(({ id }) => id));
  return rows.map((row) => fileOf(actor, row, uses.get(row.id) ?? [], langs.get(row.id) ?? [], !used.has(row.id)));
}

/** `mayCaption`: it is of one's units, or no lesson of others shows what is written to it. */
export type FoundFile = AuthoredFile & { mayCaption: boolean };

/** One of these files. Throws not-found for any other. */
export async function authoredFile(
  actor: Actor,
  mediaId: string,
  others: OtherUses,
  used: ReadonlySet<string>,
): Promise<FoundFile> {
  const scope = requireScope(actor, 'course.author');
  const { sql } = database();
  const uses = [...(await listLessonUses(sql, scope, mediaId)), ...others];
  const found = await findMediaWithin(sql, scope, mediaId, uses.length > 0);
  if (!found) throw new AppError('not-found');
  const { isBrought, ...row } = found;
  const langs = await captionLangsOf([mediaId]);
  const file = fileOf(actor, row, uses, langs.get(mediaId) ?? [], !used.has(mediaId));
  return { ...file, mayCaption: isBrought || !(await isShownOutside(sql, scope, mediaId)) };
}

function usesByFile(uses: readonly MediaUse[]): Map<string, MediaUse[]> {
  const found = new Map<string, MediaUse[]>();
  for (const use of uses) found.set(use.mediaId, [...(found.get(use.mediaId) ?? []), use]);
  return found;
}

function fileOf(
  { personId }: Actor,
  { mimeType, uploadedById, ...row }: MediaRow,
  uses: MediaUse[],
  captions: string[],
  isUnused: boolean,
): AuthoredFile {
  const kind: MediaKind = mimeType in mediaTypes ? mediaTypes[mimeType as keyof typeof mediaTypes].kind : 'document';
  return { ...row, kind, uses, captions, isUnused, isOwn: uploadedById === personId };
}
