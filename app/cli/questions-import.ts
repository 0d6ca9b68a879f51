import { basename } from 'node:path';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { ensureImportCategory } from '#app/features/questions/commands/imports/ensure-import-category.server.ts';
import { saveImport } from '#app/features/questions/commands/imports/save-import.server.ts';
import { stageImport } from '#app/features/questions/commands/imports/stage-import.server.ts';
import { takeImport } from '#app/features/questions/commands/imports/take-import.server.ts';
import { formatNames } from '#app/features/questions/core/formats/read-question.ts';
import type { Choice, NearDuplicate } from '#app/features/questions/core/imports/decisions.ts';
import { readSource, type SourceEntry } from '#app/features/questions/core/imports/read-source.ts';
import { SAME } from '#app/features/questions/core/near-duplicates.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import { en } from '#app/features/questions/messages/import-en.ts';
import { vi } from '#app/features/questions/messages/import-vi.ts';
import { nearDuplicates } from '#app/features/questions/queries/imports/near-duplicates.server.ts';
import { sourceOfFile, withStoredFiles } from '#app/features/questions/queries/imports/source-of-file.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { FileRefusal } from '#app/platform/documents/file-refusal.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { newId } from '#app/platform/ids.server.ts';
import { CliProblem, type Command, oneOf } from './command.ts';
import { withInstallation } from './installation.ts';
import { problemTable, questionFileBytes, saidProblems, saidRefusal } from './question-file.ts';
import { systemAuthor } from './system-author.ts';
import { topUnit, unitArgument } from './unit-argument.ts';

const LARGEST_PICTURE = 20 * 1024 * 1024;

/**
 * Takes the questions of FILE into the category at PATH of a unit's bank, all or none: with an error anywhere nothing is
 * taken, unless --take-good leaves the bad ones out. What the bank has already is not taken again; what is only near to
 * something is taken and named. --dry-run says what would happen. An import can be undone on the page of imports.
 */
export const questionsImport: Command = {
  name: 'questions import',
  words: ['FILE'],
  options: {
    category: { value: 'PATH', isRequired: true },
    unit: { value: 'UNIT' },
    format: { value: 'FORMAT' },
    'dry-run': { isFlag: true },
    'take-good': { isFlag: true },
  },
  async run({ args: [typed = ''], options, flags, lang, say }) {
    const format = options.format === undefined ? undefined : oneOf('--format', options.format, formatNames);
    const words = messagesFor(lang, vi, en);
    const bytes = questionFileBytes(typed);
    if (!bytes) return refusedAs(new FileRefusal('too-large'));
    return withInstallation(async () => {
      const author = await systemAuthor();
      const unit = options.unit ? await unitArgument(options.unit) : await topUnit();
      if (!unit) throw new CliProblem('no-units-yet');
      const file = await sourceOfFile(author, bytes, { name: typed, ...(format && { format }) }).catch(
        (error: unknown) => {
          if (error instanceof FileRefusal) return error;
          throw error;
        },
      );
      if (file instanceof FileRefusal) return refusedAs(file);
      const { entries, loose } = readSource(file.source, file.format);
      const found = [...file.problems, ...loose, ...entries.flatMap(({ problems }) => problems)];
      const problems = saidProblems(found, words);
      const sound = entries.flatMap(({ key, question }) => (question ? [{ key, question }] : []));
      const scope = author.grants.map(({ unitPath }) => unitPath);
      const nears = await nearDuplicates(database().sql, scope, sound);
      const known = nears.filter(({ likeness }) => likeness >= SAME);
      const near = nears.filter(({ likeness }) => likeness < SAME);
      const hasErrors = problems.some(({ severity }) => severity === 'error');
      const isRefused = sound.length === 0 || (hasErrors && !flags.has('take-good'));
      const fresh = sound.length - known.length;
      let taken = 0;
      if (!isRefused && fresh > 0 && !flags.has('dry-run')) taken = await take();
      const json = {
        ...{ format: file.fileFormat, found: sound.length, taken, wouldTake: isRefused ? 0 : fresh },
        ...{ alreadyThere: known.length, near: near.map((each) => saidNear(each, entries)), problems },
      };
      const lines = [
        words.imported.counts({ found: sound.length, taken, known: known.length, near: near.length }),
        ...(isRefused ? [words.imported.refused] : flags.has('dry-run') ? [words.imported.dryRun(fresh)] : []),
        ...near.map((each) => words.imported.near(saidNear(each, entries))),
        ...(problems.length > 0 ? [problemTable(problems, words)] : []),
      ];
      return { json, text: lines.join('\n'), ok: !isRefused };

      async function take(): Promise<number> {
        const categoryId = await ensureImportCategory(author, unit!.path, options.category ?? '');
        if (!categoryId) throw new CliProblem('no-category', options.category ?? '');
        if (file instanceof FileRefusal) return 0;
        const stored = await storePictures(file.attached, author);
        const { source, problems: fileProblems } = withStoredFiles(file, stored);
        const importId = newId();
        await stageImport(author, {
          ...{ importId, unitId: '', name: basename(typed), source, fileProblems },
          ...{ format: file.format, fileFormat: file.fileFormat },
        });
        // Pictures have other addresses now; the stems that name decisions are read again.
        const again = readSource(source, file.format).entries;
        const saved = await saveImport(author, importId, {
          ...{ revision: 1, source, format: file.format, categoryId, difficulty: 'medium', tags: [] },
          choices: choicesOf(nears, entries, again),
        });
        if (saved.kind !== 'saved' && saved.kind !== 'unchanged') throw new CliProblem('unexpected', saved.kind);
        const result = await takeImport(author, importId, { revision: saved.revision });
        if (result.kind !== 'taken') throw new CliProblem('unexpected', result.kind);
        return result.created;
      }
    });

    function refusedAs(refusal: FileRefusal) {
      const problem = saidRefusal(refusal, words);
      say(problem.message);
      return { json: { format: format ?? null, found: 0, taken: 0, problems: [problem] }, text: '', ok: false };
    }
  },
};

/** What is there already stays out; what is only near comes in. */
function choicesOf(
  nears: readonly NearDuplicate[],
  entries: readonly SourceEntry[],
  again: readonly SourceEntry[],
): Record<string, Choice> {
  const places = new Map(entries.map(({ key }, at) => [key, at]));
  return Object.fromEntries(
    nears.map(({ key, likeness }) => {
      const now = again[places.get(key) ?? -1]?.key ?? key;
      return [now, { kind: likeness >= SAME ? ('leave-out' as const) : ('keep' as const) }];
    }),
  );
}

interface SaidNear {
  line: number;
  stem: string;
  to: string;
}

function saidNear({ key, of }: NearDuplicate, entries: readonly SourceEntry[]): SaidNear {
  const entry = entries.find((each) => each.key === key);
  const other = of.kind === 'source' ? entries.find((each) => each.key === of.key) : null;
  return {
    line: entry?.from ?? 1,
    stem: plainText(entry?.question?.body.stem ?? '').slice(0, 80),
    to: of.kind === 'bank' ? of.code : String(other?.from ?? ''),
  };
}

async function storePictures(
  attached: readonly { name: string; bytes: Uint8Array }[],
  author: Parameters<typeof addMedia>[0],
): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (const { name, bytes } of attached) {
    const staged = await stageFile(chunkOf(bytes), LARGEST_PICTURE);
    const added = staged ? await addMedia(author, { staged, name }, 'content') : null;
    if (added?.kind === 'added') stored.set(name, added.media.id);
  }
  return stored;
}

async function* chunkOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
