import { describe, expect, it } from 'vitest';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { statement, twoOfFive, whenIssued, whoIssued } from './questions.ts';

const several = twoOfFive('proportional');
const short = whoIssued();
const option = (id: string, text: string) => ({ id, text });

describe('a sound question', () => {
  it.each<QuestionBody>([whenIssued, several, statement, short])('of type $type has no problem', (body) => {
    expect(validateQuestion(body)).toEqual([]);
  });
});

describe('an unsound question', () => {
  it.each<[string, QuestionBody, string[]]>([
    ['no stem', { ...statement, stem: ' \n' }, ['stem missing']],
    ['an endless stem', { ...statement, stem: 'x'.repeat(10_001) }, ['stem too-long']],
    ['one option', { ...whenIssued, options: [option('b', 'x')] }, ['options too-few']],
    [
      'too many options',
      { ...whenIssued, options: Array.from({ length: 21 }, (_, n) => option(n === 0 ? 'b' : `o${n}`, `${n}`)) },
      ['options too-many'],
    ],
    ['no right option', { ...whenIssued, correct: '' }, ['correct missing']],
    ['no right options', { ...several, correct: [] }, ['correct missing']],
    ['a right option that is not there', { ...several, correct: ['a', 'z'] }, ['correct unknown-option']],
    ['an empty option', { ...whenIssued, options: [option('a', ' '), option('b', 'x')] }, ['options[0].text missing']],
    [
      'an endless option',
      { ...whenIssued, options: [option('a', 'x'.repeat(2001)), option('b', 'x')] },
      ['options[0].text too-long'],
    ],
    [
      'endless feedback',
      { ...whenIssued, options: [{ ...option('a', 'y'), feedback: 'x'.repeat(2001) }, option('b', 'x')] },
      ['options[0].feedback too-long'],
    ],
    [
      'the same option twice',
      { ...whenIssued, options: [option('a', 'Hòa'), option('b', ' Hòa '.normalize('NFD'))] },
      ['options[1].text duplicate'],
    ],
    [
      'the same option id twice',
      { ...whenIssued, options: [option('b', 'x'), option('b', 'y')] },
      ['options[1].id duplicate'],
    ],
    ['no answer', { ...short, answers: [] }, ['answers missing']],
    ['only half an answer', { ...short, answers: [{ text: 'x', fraction: 0.5 }] }, ['answers no-full-answer']],
    [
      'an answer worth more than everything',
      { ...short, answers: [...short.answers, { text: 'x', fraction: 1.5 }] },
      ['answers[2].fraction out-of-range'],
    ],
    [
      'an answer that nobody could type',
      { ...short, answers: [{ text: 'x'.repeat(501), fraction: 1 }] },
      ['answers[0].text too-long'],
    ],
    [
      'an empty answer beside a repeated one',
      { ...short, answers: ['x', '', 'x'].map((text) => ({ text, fraction: 1 })) },
      ['answers[1].text missing', 'answers[2].text duplicate'],
    ],
    ['endless feedback on a statement', { ...statement, feedbackTrue: 'x'.repeat(2001) }, ['feedbackTrue too-long']],
  ])('with %s is told so', (_, body, problems) => {
    expect(validateQuestion(body).map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
  });
});
