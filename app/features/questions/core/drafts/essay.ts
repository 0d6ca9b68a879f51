import type { EssayBody } from '#app/features/questions/core/question.ts';
import { MAX_CRITERIA, MAX_LEVELS } from '#app/features/questions/core/types/essay.ts';
import type { DraftType } from './draft-type.ts';
import { changeAt, changeRows, freeRowId, innerChange, rowField, rowId } from './rows.ts';
import { clean, numberOf, printNumberField } from './typed.ts';

export interface LevelDraft {
  points: string;
  text: string;
}

export interface CriterionDraft {
  id: string;
  text: string;
  levels: LevelDraft[];
}

export interface EssayDraft {
  /** Whole numbers as typed; '' for no limit. */
  minWords: string;
  maxWords: string;
  maxFiles: string;
  rubric: CriterionDraft[];
  markerNotes: string;
}

const blankLevel = (): LevelDraft => ({ points: '', text: '' });
const blankCriterion = (id: string): CriterionDraft => ({ id, text: '', levels: [blankLevel(), blankLevel()] });
const isWrittenLevel = ({ points, text }: LevelDraft) => points.trim() !== '' || text.trim() !== '';
const isWritten = ({ text, levels }: CriterionDraft) => text.trim() !== '' || levels.some(isWrittenLevel);

export const essayDraft: DraftType<EssayBody, EssayDraft> = {
  blank: () => ({ minWords: '', maxWords: '', maxFiles: '', rubric: [blankCriterion(rowId(0))], markerNotes: '' }),

  draftOf: ({ minWords, maxWords, maxFiles, rubric, markerNotes }) => ({
    minWords: printCount(minWords),
    maxWords: printCount(maxWords),
    maxFiles: printCount(maxFiles),
    rubric: rubric.map(({ id, text, levels }) => ({
      ...{ id, text },
      levels: levels.map((level) => ({ points: printNumberField(level.points), text: level.text })),
    })),
    markerNotes,
  }),

  bodyOf: (stem, draft) => ({
    type: 'essay',
    stem,
    minWords: numberOf(draft.minWords, 0),
    maxWords: numberOf(draft.maxWords, 0),
    maxFiles: numberOf(draft.maxFiles, 0),
    rubric: draft.rubric.filter(isWritten).map(({ id, text, levels }) => ({
      ...{ id, text: clean(text) },
      levels: levels
        .filter(isWrittenLevel)
        .map((level) => ({ points: numberOf(level.points), text: clean(level.text) })),
    })),
    markerNotes: clean(draft.markerNotes),
  }),

  formField(field, { rubric }) {
    const outer = rowField(field, 'rubric', rubric, isWritten);
    const [, head = '', at, rest] = /^(rubric\[(\d+)\]\.)(.*)$/.exec(outer) ?? [];
    const row = rubric[Number(at)];
    return row && rest ? `${head}${rowField(rest, 'levels', row.levels, isWrittenLevel)}` : outer;
  },

  change({ rubric }, change) {
    if (change.list === 'rubric') {
      return { rubric: changeRows(rubric, change, () => blankCriterion(freeRowId(rubric)), MAX_CRITERIA) };
    }
    const inner = innerChange(change, 'rubric');
    if (inner?.change.list !== 'levels') return {};
    const levelsOf = (row: CriterionDraft) => changeRows(row.levels, inner.change, blankLevel, MAX_LEVELS);
    return { rubric: changeAt(rubric, inner.at, (row) => ({ ...row, levels: levelsOf(row) })) };
  },
};

const printCount = (count: number) => (count === 0 ? '' : printNumberField(count));
