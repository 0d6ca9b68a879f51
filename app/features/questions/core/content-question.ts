import type {
  Difficulty,
  QuestionBody,
  QuestionProblem,
  QuestionTypeName,
} from '#app/features/questions/core/question.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { type BlanksContent, blanksContent } from './content/blanks.ts';
import { type ChoiceContent, multipleContent, rightIds, singleContent } from './content/choice.ts';
import { type ClusterContent, clusterContent } from './content/cluster.ts';
import type { ContentType } from './content/content-type.ts';
import { type EssayContent, essayContent } from './content/essay.ts';
import { type MatchingContent, matchingContent } from './content/matching.ts';
import { type NumericalContent, numericalContent } from './content/numerical.ts';
import { type OrderingContent, orderingContent } from './content/ordering.ts';
import { type ShortAnswerContent, shortAnswerContent } from './content/short-answer.ts';
import { type TrueFalseContent, trueFalseContent } from './content/true-false.ts';

export interface ContentCommon {
  /** Never changes: the identity of the question. */
  code: string;
  /** Where it lives when that is not the category of its module. */
  category?: { code: string; name: string };
  difficulty: Difficulty;
  tags: string[];
  stem: string;
  explanation: string;
  source: string;
}

export type TypeContent =
  | ChoiceContent
  | TrueFalseContent
  | ClusterContent
  | MatchingContent
  | OrderingContent
  | ShortAnswerContent
  | NumericalContent
  | BlanksContent
  | EssayContent;

/** A question as a person writes it in `questions.yaml`; see `prisma/content/README.md`. */
export type ContentQuestion = ContentCommon & TypeContent;

const CONTENTS: Record<QuestionTypeName, ContentType<TypeContent, QuestionBody>> = {
  single: singleContent,
  multiple: multipleContent,
  'true-false': trueFalseContent,
  cluster: clusterContent,
  matching: matchingContent,
  ordering: orderingContent,
  'short-answer': shortAnswerContent,
  numerical: numericalContent,
  blanks: blanksContent,
  essay: essayContent,
};

/** The stored body of a content question; options get the ids a, b, c ... in written order. */
export function questionBodyOf(content: ContentQuestion): QuestionBody {
  return CONTENTS[content.type].bodyOf(content.stem, content);
}

/**
 * What is wrong with a content question, by the fields of its file: the problems of its body, and the number of options
 * marked correct (single: exactly one; multiple: two or more).
 */
export function contentProblems(content: ContentQuestion): QuestionProblem[] {
  const { fileField } = CONTENTS[content.type];
  const problems = validateQuestion(questionBodyOf(content)).flatMap(({ field, code }) => {
    const named = fileField ? fileField(field) : field;
    return named === null ? [] : [{ field: named, code }];
  });
  if (content.type !== 'single' && content.type !== 'multiple') return problems;
  const right = rightIds(content.options).length;
  if (right < (content.type === 'single' ? 1 : 2)) problems.push({ field: 'options', code: 'too-few-right' });
  if (right > 1 && content.type === 'single') problems.push({ field: 'options', code: 'too-many-right' });
  return problems;
}
