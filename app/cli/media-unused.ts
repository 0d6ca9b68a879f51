import { theSystem } from '#app/features/audit/core/actor.ts';
import { removeUnusedMedia } from '#app/features/media/commands/remove-unused-media.server.ts';
import { listUnusedMedia } from '#app/features/media/queries/unused-media.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import { keptUnusedMs, usedMedia } from '#app/used-media.server.ts';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { textTable } from './text-table.ts';

/** What no text names for a month: listed, and taken away where asked. The server does the same each night. */
export const mediaUnused: Command = {
  name: 'media unused',
  words: [],
  options: { remove: { isFlag: true } },
  async run({ flags, lang, words: { media: words } }) {
    const before = new Date(now().getTime() - keptUnusedMs);
    const isRemoving = flags.has('remove');
    const files = await withInstallation(() =>
      isRemoving ? removeUnusedMedia(theSystem, usedMedia, before) : listUnusedMedia(usedMedia, before),
    );
    const bytes = files.reduce((sum, { byteSize }) => sum + byteSize, 0);
    const rows = files.map(({ name, byteSize, createdAt, id }) => [
      ...[name, String(Math.ceil(byteSize / 1024)), formatDate(lang, createdAt), id.slice(0, 12)],
    ]);
    const sentence = (isRemoving ? words.removed : words.unused)(files.length, Math.ceil(bytes / 1024));
    return {
      json: { removed: isRemoving, bytes, files },
      text: files.length === 0 ? words.none : `${sentence}\n${textTable(words.header, rows, 2)}`,
      ok: true,
    };
  },
};
