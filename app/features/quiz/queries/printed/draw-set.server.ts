import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { drawPaper, type NotEnoughQuestions } from '../../core/draw-paper.ts';
import type { PaperSetSettings } from '../../core/printed/paper-set.ts';
import { type DrawnQuestion, makeVariants, type Variant, variantCodes } from '../../core/printed/variants.ts';
import type { QuizToTake } from '../../data/quiz-for-attempt.server.ts';
import { paperSource } from '../paper-source.server.ts';

export interface DrawnSet {
  readonly variants: readonly Variant[];
  readonly questions: readonly DrawnQuestion[];
}

/** Draws the questions of a set from the bank as it is now, and orders them for each variant; all by the seed. */
export async function drawSet(
  quiz: Pick<QuizToTake, 'id' | 'unitPath' | 'settings'>,
  seed: string,
  count: number,
  settings: Pick<PaperSetSettings, 'drawing' | 'shuffleQuestions' | 'shuffleOptions'>,
): Promise<DrawnSet | NotEnoughQuestions> {
  const { slots, candidates } = await paperSource(quiz);
  if (slots.length === 0) return { problem: 'not-enough-questions', slot: 1, wanted: 1, found: 0 };
  const codes = variantCodes(count);
  const drawn = new Map<string, readonly DrawnQuestion[]>();
  const all = new Map<string, DrawnQuestion>();
  for (const code of codes) {
    const result = drawPaper({
      ...{ slots, candidates, seenCounts: new Map(), optionOrder: () => [] },
      seed: settings.drawing === 'one' ? `${seed}/draw` : `${seed}/draw/${code}`,
      settings: { shuffleQuestions: false, shuffleOptions: false },
    });
    if ('problem' in result) return result;
    const versions = await questionVersions(result.paper.map((slot) => slot.questionVersionId));
    const questions = result.paper.map(({ questionId, questionVersionId, maxMark }) => {
      const { body } = versions.get(questionVersionId)!;
      return { questionId, questionVersionId, maxMark, body };
    });
    for (const question of questions) all.set(question.questionVersionId, question);
    drawn.set(code, questions);
  }
  return { variants: makeVariants(drawn, seed, settings), questions: [...all.values()] };
}
