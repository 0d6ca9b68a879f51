import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { startOfDay } from '#app/kernel/vietnam-time.ts';
import type { QuizSettings } from '../settings.ts';
import type { ShuffleSettings } from './variants.ts';

/** How a set is drawn, printed and dated. */
export interface PaperSetSettings extends ShuffleSettings {
  /** one: all variants hold the same questions, so that results compare. each: every variant draws its own. */
  readonly drawing: 'one' | 'each';
  /** The exam session that sits it; null: the people of the set's unit. */
  readonly sessionId: string | null;
  /** When it begins there on its day, '07:30'. */
  readonly startsAt: string;
  readonly minutes: number;
  /** Who sits it, with the number on the list. */
  readonly roster: readonly (readonly [personId: string, number: number])[];
}

/** Between which instants a set is written. */
export function heldBetween(heldOn: string, { startsAt, minutes }: Pick<PaperSetSettings, 'startsAt' | 'minutes'>) {
  const [hours = 0, minute = 0] = startsAt.split(':').map(Number);
  const from = startOfDay(heldOn).getTime() + (hours * 60 + minute) * 60_000;
  return { from: new Date(from), until: new Date(from + minutes * 60_000) };
}

/** Keys are printed once the set has been written: until then nobody needs them, and paper gets about. */
export const mayPrintKeys = (
  { heldOn, settings }: { heldOn: string; settings: Pick<PaperSetSettings, 'startsAt' | 'minutes'> },
  at: Date,
): boolean => at.getTime() >= heldBetween(heldOn, settings).until.getTime();

/** What a quiz holds that paper cannot, each with how many questions it is about; null: the quiz as a whole. */
export interface PaperLimit {
  readonly code: 'sound' | 'files' | 'essay' | 'written' | 'order' | 'certainty' | 'tries' | 'pages' | 'no-shuffle';
  readonly count: number | null;
}

const SOUND = /!\[\s*audio:/i;

/** What the screen says before a set is made. */
export function paperLimits(
  bodies: readonly QuestionBody[],
  settings: Pick<QuizSettings, 'certainty' | 'behaviour' | 'forwardOnly'>,
  { shuffleQuestions, shuffleOptions }: ShuffleSettings,
): PaperLimit[] {
  const count = (holds: (body: QuestionBody) => boolean) => bodies.filter(holds).length;
  const ofQuestions: [PaperLimit['code'], number][] = [
    ['sound', count((body) => SOUND.test(JSON.stringify(body)))],
    ['files', count((body) => body.type === 'essay' && body.maxFiles > 0)],
    ['essay', count(({ type }) => type === 'essay')],
    ['written', count(({ type }) => type === 'short-answer' || type === 'numerical' || type === 'blanks')],
    ['order', count(({ type }) => type === 'matching' || type === 'ordering')],
  ];
  const ofQuiz: [PaperLimit['code'], boolean][] = [
    ['certainty', settings.certainty],
    ['tries', settings.behaviour === 'tries' || settings.behaviour === 'immediate'],
    ['pages', settings.forwardOnly],
    ['no-shuffle', !shuffleQuestions && !shuffleOptions],
  ];
  return [
    ...ofQuestions.flatMap(([code, number]) => (number > 0 ? [{ code, count: number }] : [])),
    ...ofQuiz.flatMap(([code, holds]) => (holds ? [{ code, count: null }] : [])),
  ];
}
