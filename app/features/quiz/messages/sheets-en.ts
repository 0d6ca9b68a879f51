import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './sheets-vi.ts';

export const en: Messages<typeof vi> = {
  how: {
    single: 'Choose one option.',
    multiple: 'Choose all options that are right.',
    'true-false': 'Is the statement true or false?',
    cluster: 'Say true or false of each statement.',
    matching: 'Choose what goes with each. A choice may serve several times or not at all.',
    ordering: 'Put these in the right order, the first on top.',
    'short-answer': 'Type a short answer.',
    numerical: 'Type a number.',
    blanks: 'Fill each blank.',
    essay: 'Write your answer. A person reads and marks it.',
  },
  answer: 'Answer',
  true: 'True',
  false: 'False',
  matching: {
    choose: 'Choose what matches',
    choices: 'What there is to match',
  },
  ordering: {
    up: 'Up',
    down: 'Down',
    upOf: (item) => `Move up: ${item}`,
    downOf: (item) => `Move down: ${item}`,
    rankOf: (item) => `Place of: ${item}`,
    noRank: '–',
    now: (item, place, count) => `${item}: place ${place} of ${count}.`,
    keep: 'Keep the order as shown',
    notYet: 'Not answered yet. The order shown is random.',
    keys: 'Keyboard: ↑ ↓ move the item in focus, a digit takes it to that place.',
    plain:
      'Choose a place for each: 1 is the first. Two with one number are put in an order for you: look at it once it is saved.',
  },
  numerical: {
    units: (names) => `With its unit: ${names}.`,
    comma: 'Decimals come after a comma, for example 12,5.',
  },
  blanks: {
    blank: (n) => `Blank ${n}`,
    choose: 'choose…',
  },
  essay: {
    criteria: 'What is marked',
    words: (n) => (n === 1 ? '1 word written' : `${n} words written`),
    between: (min, max) => `${min} to ${max} words are asked for`,
    atLeast: (min) => `at least ${min} words are asked for`,
    atMost: (max) => `at most ${max} words`,
    tooMany: (n) => `${n} too many`,
  },
  certainty: {
    question: 'How sure are you of this answer?',
    levels: { 1: 'Not very sure', 2: 'Quite sure', 3: 'Very sure' },
    stakes: (right, wrong) => `right earns ${right}, wrong ${wrong}`,
    gains: (mark) => `${mark} marks`,
    loses: (mark) => `loses ${mark} marks`,
    losesNothing: 'loses nothing',
    notStated: 'Without a choice it counts as “Not very sure”.',
    given: (level) => `Certainty: ${level}`,
  },
  work: {
    stands: 'This question is settled: the answer cannot be changed any more.',
    triesLeft: (n) => (n === 1 ? '1 check left.' : `${n} checks left.`),
    nextWorth: (mark, max) => `If the next one is right it earns at most ${mark} of ${max} marks.`,
    history: (tries) => `Checked so far: ${tries}.`,
    try: (n, how) => `try ${n}: ${how}`,
    hows: {
      right: 'right',
      partial: 'partly right',
      wrong: 'not right',
      unanswered: 'left empty',
      waiting: 'not marked yet',
    },
    checked: (n) => (n === 1 ? 'Checked once.' : `Checked ${n} times.`),
    incomplete: 'Answer every part, then check.',
    byHand: 'A person marks this question; it cannot be checked at once.',
    failed: 'The check did not get through. Try again in a moment.',
  },
  marking: {
    title: 'Checking answers',
    once: 'each question is checked once, then its answer stays as it is',
    times: (n) => `each question is checked at most ${n} times`,
    anyTimes: 'each question may be checked as often as you like',
    cost: (percent) => `each time it is not right costs ${percent} of its mark, the best one counts`,
    noCost: 'the best one counts',
    byHand: 'a person reads and marks every answer after the submission',
    certaintyTitle: 'Certainty',
    certainty:
      'say how sure you are of each answer: not very sure earns 1/3 of the mark and wrong costs nothing; quite sure earns 2/3, wrong costs 2/3; very sure earns all, wrong costs it twice',
  },
  review: {
    waiting: 'Not marked yet',
    waitingMark: (max) => `–/${max} marks`,
    yours: 'You answered',
    right: 'Right answer',
    none: 'left empty',
    yourPlace: (n) => `place ${n}`,
  },
  result: {
    waiting: 'This is being marked',
    waitingText: (n) =>
      n === 1
        ? 'A person still has to mark 1 answer. Grade and outcome appear here afterwards.'
        : `A person still has to mark ${n} answers. Grade and outcome appear here afterwards.`,
    feedback: 'In general',
  },
  incomplete: (slots) => `Not every part is answered: question ${slots}.`,
  paused: 'The invigilator has stopped the clock',
};
