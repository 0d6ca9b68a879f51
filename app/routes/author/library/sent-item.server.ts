import type { Actor } from '#app/features/access/core/role.ts';
import { itemFormSchema, longestTextBytes } from '#app/features/library/schema.ts';
import type { ItemValues } from '#app/features/library/ui/author/item-form.tsx';
import type { FormProblem } from '#app/features/library/ui/author/item-problem-words.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { mediaAnswerOf } from '#app/features/media/queries/media-answer.server.ts';
import { problemsOf } from '#app/platform/http/form.server.ts';
import { largestUpload } from '#app/platform/http/guard.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';

/** What an author sent: good, or refused with what was typed. The file is kept either way, so that it is sent once. */
export async function sentItem(actor: Actor, request: Request) {
  const { fields, file, isTooLarge } = await readUpload(request, largestUpload, { longestField: longestTextBytes });
  const typed: Record<string, string> & ItemValues = { ...fields };
  const problems: FormProblem[] = [];
  if (typed.dropFile === 'yes') Object.assign(typed, { mediaId: '', fileName: '', dropFile: '' });
  if (file || isTooLarge) {
    const added = file ? await addMedia(actor, file, 'content') : null;
    const told = mediaAnswerOf(added, '');
    if (told.kind === 'refused') problems.push({ field: 'mediaId', code: told.problem, largest: told.largest });
    else if (added?.kind === 'added') Object.assign(typed, { mediaId: told.id, fileName: added.name });
  }
  const parsed = itemFormSchema.safeParse(typed);
  if (!parsed.success)
    for (const [field, [code = '']] of Object.entries(problemsOf(parsed.error))) problems.push({ field, code });
  return parsed.success && problems.length === 0
    ? { kind: 'good' as const, typed, value: parsed.data }
    : { kind: 'refused' as const, typed, problems };
}
