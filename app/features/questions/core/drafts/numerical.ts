import type { NumericalBody } from '#app/features/questions/core/question.ts';
import { MAX_NUMBERS, MAX_UNITS } from '#app/features/questions/core/types/numerical.ts';
import type { DraftType } from './draft-type.ts';
import { changeRows, rowField } from './rows.ts';
import { clean, fractionOf, numberOf, printNumberField, printPercent } from './typed.ts';

export interface NumberDraft {
  value: string;
  tolerance: string;
  percent: string;
}

export interface NumberAnswerDraft extends NumberDraft {
  toleranceKind: 'absolute' | 'relative';
  feedback: string;
}

export interface NumericalDraft {
  numbers: NumberAnswerDraft[];
  units: { name: string; factor: string }[];
  unitPolicy: NumericalBody['unitPolicy'];
  /** Per cent of the mark, as typed. */
  unitPenalty: string;
}

export const blankNumber = (): NumberDraft => ({ value: '', tolerance: '', percent: '100' });
export const isWrittenNumber = ({ value }: { value: string }) => value.trim() !== '';

const blankAnswer = (): NumberAnswerDraft => ({ ...blankNumber(), toleranceKind: 'absolute', feedback: '' });
const isWrittenUnit = ({ name }: { name: string }) => name.trim() !== '';

export const numericalDraft: DraftType<NumericalBody, NumericalDraft> = {
  blank: () => ({ numbers: [blankAnswer()], units: [], unitPolicy: 'not-asked', unitPenalty: '10' }),

  draftOf: ({ answers, units, unitPolicy, unitPenalty }) => ({
    numbers: answers.map(({ value, tolerance, toleranceKind, fraction, feedback = '' }) => ({
      ...{ toleranceKind, feedback },
      value: printNumberField(value),
      tolerance: toleranceKind === 'relative' ? printPercent(tolerance) : printNumberField(tolerance),
      percent: printPercent(fraction),
    })),
    units: units.map(({ name, factor }) => ({ name, factor: printNumberField(factor) })),
    unitPolicy,
    unitPenalty: printPercent(unitPenalty),
  }),

  /** A relative tolerance is typed in per cent; nothing typed is none. */
  bodyOf: (stem, draft) => ({
    type: 'numerical',
    stem,
    answers: draft.numbers.filter(isWrittenNumber).map(({ value, tolerance, toleranceKind, percent, feedback }) => ({
      value: numberOf(value),
      tolerance:
        toleranceKind === 'relative' && tolerance.trim() !== '' ? fractionOf(tolerance) : numberOf(tolerance, 0),
      toleranceKind,
      fraction: fractionOf(percent),
      ...(clean(feedback) && { feedback: clean(feedback) }),
    })),
    units: draft.units
      .filter(isWrittenUnit)
      .map(({ name, factor }) => ({ name: clean(name), factor: numberOf(factor) })),
    unitPolicy: draft.unitPolicy,
    unitPenalty: fractionOf(draft.unitPenalty),
  }),

  formField: (field, { numbers, units }) =>
    rowField(
      rowField(field.replace(/^answers/, 'numbers'), 'numbers', numbers, isWrittenNumber),
      'units',
      units,
      isWrittenUnit,
    ).replace(/\.fraction$/, '.percent'),

  change({ numbers, units }, change) {
    if (change.list === 'numbers') return { numbers: changeRows(numbers, change, blankAnswer, MAX_NUMBERS) };
    // The first unit is the one in which the answers are written.
    const blank = () => ({ name: '', factor: units.length === 0 ? '1' : '' });
    return change.list === 'units' ? { units: changeRows(units, change, blank, MAX_UNITS) } : {};
  },
};
