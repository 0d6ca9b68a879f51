import type { Actor } from '#app/features/access/core/role.ts';
import { renameBlankMarks } from '#app/features/questions/core/blank-marks.ts';
import type { PresentedText } from '#app/features/questions/core/question.ts';
import { presentQuestion } from '#app/features/questions/core/question-types.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { PrintedPicture, RichBlock } from '#app/kernel/printed-document.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import { richBlocks } from '#app/platform/documents/printed/rich-blocks.server.ts';
import { type GridRow, gridOf } from '../../core/printed/answer-grid.ts';
import { type PaperSection, sectionOf } from '../../core/printed/paper-item.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import { paperPictures } from './paper-pictures.server.ts';
import { loadPaperSet, paperScope, type ReadVariant, readVariants } from './set-reading.server.ts';

/** One question as it is printed; nothing of the key is in it. */
export interface PaperQuestion {
  readonly number: number;
  readonly section: PaperSection;
  readonly maxMark: number;
  /** Several options may be right. */
  readonly isMany: boolean;
  readonly blocks: readonly RichBlock[];
  /** Named A, B, C ...; statements a, b, c ...; prompts 1, 2, 3 ... */
  readonly options: readonly (readonly RichBlock[])[];
  readonly optionNames: 'capital' | 'small' | 'number';
  /** The choices of a matching, A, B, C ... */
  readonly choices: readonly (readonly RichBlock[])[];
  /** Of each gap that is chosen: its number and options. */
  readonly gaps: readonly { readonly number: number; readonly options: readonly (readonly RichBlock[])[] }[];
}

export interface PaperContent {
  readonly set: {
    readonly id: string;
    readonly title: string;
    readonly quizTitle: string;
    readonly heldOn: string;
    readonly minutes: number;
    readonly unitName: string;
    readonly unitPath: UnitPath;
    readonly createdAt: Date;
  };
  readonly instructions: readonly RichBlock[];
  readonly variants: readonly { readonly code: string; readonly questions: readonly PaperQuestion[] }[];
}

/** What a gap looks like on paper. */
const GAP = '……………';

/** The papers of a set, all or one variant, for authors and examiners alike: they hold no key. */
export async function paperContent(actor: Actor, setId: string, code: string | null): Promise<PaperContent> {
  const set = await loadPaperSet(paperScope(actor), setId);
  const { variants, bodyOf } = await readVariants(setId);
  const chosen = variants.filter((variant) => code === null || variant.code === code);
  if (chosen.length === 0) throw new AppError('not-found');
  const instructions = (await findQuiz(database().sql, set.quizId))?.instructions ?? '';
  const texts = chosen.flatMap(({ paper }) =>
    paper.map(({ questionVersionId }) => JSON.stringify(bodyOf(questionVersionId))),
  );
  const pictures = await paperPictures([instructions, ...texts]);
  return {
    set: setHead(set),
    instructions: richBlocks(instructions, pictures),
    variants: chosen.map((variant) => ({
      code: variant.code,
      questions: questionsOfVariant(variant, bodyOf, pictures),
    })),
  };
}

const setHead = (set: Awaited<ReturnType<typeof loadPaperSet>>): PaperContent['set'] => ({
  ...{ id: set.id, title: set.title, quizTitle: set.quizTitle, heldOn: set.heldOn, unitName: set.unitName },
  ...{ unitPath: set.unitPath, minutes: set.settings.minutes, createdAt: set.createdAt },
});

/** The questions of one variant as they are printed. */
export function questionsOfVariant(
  { paper, items }: ReadVariant,
  bodyOf: (id: string) => Parameters<typeof presentQuestion>[0],
  pictures: ReadonlyMap<string, PrintedPicture>,
): PaperQuestion[] {
  const rich = (text: string) => richBlocks(text, pictures);
  const list = (texts: readonly PresentedText[] = []) => texts.map(({ text }) => rich(text));
  return paper.map(({ slot, questionVersionId, optionOrder, maxMark }, at) => {
    const shown = presentQuestion(bodyOf(questionVersionId), optionOrder);
    const stem = renameBlankMarks(shown.stem, () => undefined).replace(
      /\{\{(\d+)\}\}/g,
      (_mark, position: string) => `**(${Number(position) + 1})** ${GAP}`,
    );
    const parts = shown.statements ?? shown.prompts;
    return {
      ...{ number: slot, section: sectionOf(items[at]!), maxMark, isMany: shown.multiple === true, blocks: rich(stem) },
      options: list(shown.options ?? parts ?? shown.items),
      optionNames: shown.statements ? 'small' : shown.prompts ? 'number' : 'capital',
      choices: list(shown.choices),
      gaps: (shown.blanks ?? []).flatMap(({ position, options }) =>
        options ? [{ number: position + 1, options: list(options) }] : [],
      ),
    };
  });
}

/** The answer sheets of a set: one for all variants where their numbers are answered alike, else one for each kind. */
export interface GridContent {
  readonly set: PaperContent['set'];
  readonly grids: readonly { readonly codes: readonly string[]; readonly rows: readonly GridRow[] }[];
  /** Whether one sheet serves all variants. */
  readonly isCommon: boolean;
}

export async function gridContent(actor: Actor, setId: string): Promise<GridContent> {
  const set = await loadPaperSet(paperScope(actor), setId);
  const { variants } = await readVariants(setId);
  const grids = gridOf(variants);
  return { set: setHead(set), grids, isCommon: grids.length === 1 };
}
