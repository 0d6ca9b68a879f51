import { unsoundSentence } from './unsound-sentence.ts';

const words = {
  parts: {
    ...{ stem: 'the text of the question', options: 'option', correct: 'the key', truth: 'the key' },
    ...{ statements: 'statement', prompts: 'item to match', choices: 'match', choice: 'the match', items: 'item' },
    ...{ answers: 'answer', units: 'unit', unitPenalty: 'what a wrong unit costs', blanks: 'blank' },
    ...{ minWords: 'the fewest words', maxWords: 'the most words', maxFiles: 'the number of files' },
    ...{ rubric: 'criterion', levels: 'level', markerNotes: 'the notes for markers', feedback: 'the remark' },
    ...{ value: 'the number', tolerance: 'the tolerance', fraction: 'the share of marks', name: 'the name' },
    ...{ factor: 'the factor', weight: 'the weight', points: 'the points', answer: 'the answer' },
  },
  lists: {
    ...{ options: 'options', statements: 'statements', prompts: 'items to match', choices: 'matches', items: 'items' },
    ...{ answers: 'answers', units: 'units', blanks: 'blanks', rubric: 'criteria', levels: 'levels' },
  },
  of: (part: string, row: string) => `${part} of ${row}`,
  faults: {
    missing: (part: string) => `${part} is empty`,
    'too-long': (part: string) => `${part} is longer than allowed`,
    'too-few': (part: string) => `too few ${part}`,
    'too-many': (part: string) => `too many ${part}`,
    duplicate: (part: string, kind: string) => `${part} is the same as another ${kind || 'part'}`,
    'unknown-option': (part: string) => `${part} points to an option that is not there`,
    'out-of-range': (part: string) => `${part} is outside what is allowed`,
    'not-a-number': (part: string) => `${part} is not a number`,
    'no-full-answer': (part: string) => `${part}: none earns full marks`,
    'too-many-right': () => 'too many options are right',
    'too-few-right': () => 'too few options are right',
    'blank-not-in-stem': (part: string) => `the text of the question has no mark for ${part}`,
    'blank-twice-in-stem': (part: string) => `the text of the question marks ${part} twice`,
    'unknown-blank': () => 'the text of the question has a mark {{…}} that belongs to no blank',
    'no-alternative-text': () => 'a picture has no description',
  },
  something: 'a part of the question',
  other: (part: string) => `${part} is not right yet`,
};

export const unsound = (detail: string): string => `The question cannot be used yet: ${unsoundSentence(detail, words)}`;
