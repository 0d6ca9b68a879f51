import { nfc } from '#app/kernel/vietnamese-text.ts';
import { isNetwork, listedNetworks } from './networks.ts';
import type { QuizDraft } from './quiz-draft.ts';
import type { QuizProblem } from './quiz-draft-content.ts';
import { type Bounds, readNumber } from './read-number.ts';
import type { FeedbackBand, QuizSettings } from './settings.ts';

const LONGEST_PASSWORD = 100;
const LONGEST_BAND = 2000;
const MOST_NETWORKS = 50;
const MOST_BANDS = 10;

type Rules = Pick<
  QuizSettings,
  | 'graceSeconds'
  | 'delayBetweenAttemptsSeconds'
  | 'behaviour'
  | 'triesAllowed'
  | 'tryPenalty'
  | 'certainty'
  | 'forwardOnly'
  | 'access'
  | 'networks'
  | 'markers'
  | 'disagreementFraction'
  | 'thresholds'
  | 'feedbackBands'
>;

/** The rules beyond the simple ones, read from the draft; what cannot be read is added to `problems`. */
export function readRules(
  draft: QuizDraft,
  { gradeScale }: Pick<QuizSettings, 'gradeScale'>,
  problems: QuizProblem[],
): Rules {
  const number = (field: string, text: string, bounds: Bounds) => readNumber(field, text, bounds, problems);
  const whole = (field: 'graceSeconds' | 'triesAllowed', most: number) =>
    number(field, draft[field], { most, ifEmpty: 0, isWhole: true });
  const percent = (field: 'tryPenaltyPercent' | 'disagreementPercent', ifEmpty: number) =>
    number(field, draft[field], { most: 100, ifEmpty }) / 100;
  const grade = (field: 'thresholdExcellent' | 'thresholdGood' | 'thresholdAverage') =>
    number(field, draft[field], { most: gradeScale });
  const password = nfc(draft.accessPassword).trim();
  if (password.length > LONGEST_PASSWORD) problems.push({ field: 'accessPassword', code: 'too-long' });
  const networks = listedNetworks(draft.networks);
  if (networks.length > MOST_NETWORKS) problems.push({ field: 'networks', code: 'too-many' });
  const wrong = networks.find((network) => !isNetwork(network));
  if (wrong !== undefined) problems.push({ field: 'networks', code: 'not-a-network', text: wrong });
  return {
    graceSeconds: whole('graceSeconds', 600),
    delayBetweenAttemptsSeconds: Math.round(
      number('delayMinutes', draft.delayMinutes, { most: 365 * 24 * 60, ifEmpty: 0 }) * 60,
    ),
    behaviour: draft.behaviour,
    triesAllowed: whole('triesAllowed', 100),
    tryPenalty: percent('tryPenaltyPercent', 0),
    certainty: draft.certainty,
    forwardOnly: draft.forwardOnly,
    // A password that no longer counts is not kept.
    access: { kind: draft.accessKind, password: draft.accessKind === 'password' ? password : '' },
    networks,
    markers: draft.markers === '2' ? 2 : 1,
    disagreementFraction: percent('disagreementPercent', 0.2),
    thresholds: {
      excellent: grade('thresholdExcellent'),
      good: grade('thresholdGood'),
      average: grade('thresholdAverage'),
    },
    feedbackBands: readBands(draft, gradeScale, problems),
  };
}

function readBands(draft: QuizDraft, gradeScale: number, problems: QuizProblem[]): FeedbackBand[] {
  if (draft.bands.length > MOST_BANDS) problems.push({ field: 'bands', code: 'too-many' });
  const bands = draft.bands.flatMap(({ from, text: typed }, index): FeedbackBand[] => {
    const text = nfc(typed).replace(/\r\n?/g, '\n').trim();
    if (from.trim() === '' && text === '') return [];
    const grade = readNumber(`bands[${index}].from`, from, { most: gradeScale }, problems);
    if (text === '') problems.push({ field: `bands[${index}].text`, code: 'missing' });
    if (text.length > LONGEST_BAND) problems.push({ field: `bands[${index}].text`, code: 'too-long' });
    return [{ from: grade, text }];
  });
  return bands.sort((a, b) => b.from - a.from);
}
