import type { ListChange } from '#app/features/questions/core/list-change.ts';
import type {
  Difficulty,
  QuestionBody,
  QuestionProblem,
  QuestionTypeName,
} from '#app/features/questions/core/question.ts';
import { type BlanksDraft, blanksDraft } from './drafts/blanks.ts';
import { type ChoiceDraft, multipleDraft, singleDraft } from './drafts/choice.ts';
import { type ClusterDraft, clusterDraft } from './drafts/cluster.ts';
import type { DraftType } from './drafts/draft-type.ts';
import { type EssayDraft, essayDraft } from './drafts/essay.ts';
import { type MatchingDraft, matchingDraft } from './drafts/matching.ts';
import { type NumericalDraft, numericalDraft } from './drafts/numerical.ts';
import { type OrderingDraft, orderingDraft } from './drafts/ordering.ts';
import { type ShortAnswerDraft, shortAnswerDraft } from './drafts/short-answer.ts';
import { type TrueFalseDraft, trueFalseDraft } from './drafts/true-false.ts';

/** The fields that belong to one type of question or another. */
export interface TypeDrafts
  extends ChoiceDraft,
    TrueFalseDraft,
    ClusterDraft,
    MatchingDraft,
    OrderingDraft,
    ShortAnswerDraft,
    NumericalDraft,
    BlanksDraft,
    EssayDraft {}

/**
 * A question as it stands in the author's form: every field as typed, whether or not it makes sense yet. The fields of the
 * types that it is not are there too and count for nothing.
 */
export interface QuestionDraft extends TypeDrafts {
  type: QuestionTypeName;
  categoryId: string;
  difficulty: string;
  /** Separated by commas. */
  tags: string;
  stem: string;
  explanation: string;
  source: string;
}

/** A question as an author means it: what `contentOfDraft` reads out of a draft. */
export interface AuthoredQuestion {
  categoryId: string;
  difficulty: Difficulty;
  tags: string[];
  body: QuestionBody;
  explanation: string;
  source: string;
}

const DRAFTS: Record<QuestionTypeName, DraftType<QuestionBody, TypeDrafts>> = {
  single: singleDraft,
  multiple: multipleDraft,
  'true-false': trueFalseDraft,
  cluster: clusterDraft,
  matching: matchingDraft,
  ordering: orderingDraft,
  'short-answer': shortAnswerDraft,
  numerical: numericalDraft,
  blanks: blanksDraft,
  essay: essayDraft,
};

/** Where an author starts; each type begins with some empty rows. */
export function blankDraft(type: QuestionTypeName, categoryId = ''): QuestionDraft {
  const parts = Object.values(DRAFTS).reduce((all, one) => Object.assign(all, one.blank()), {}) as TypeDrafts;
  const meta = { difficulty: '', tags: '', stem: '', explanation: '', source: '' };
  return { ...parts, ...DRAFTS[type].blank(), ...meta, type, categoryId };
}

/** The draft that shows a stored question; `contentOfDraft` of it gives the question again. */
export function draftOf(question: AuthoredQuestion): QuestionDraft {
  const { body, tags, ...meta } = question;
  const { type, stem } = body;
  return { ...blankDraft(type), ...DRAFTS[type].draftOf(body), ...meta, stem, tags: tags.join(', ') };
}

/** The body that a draft with this stem means so far, for previews and hints. */
export function bodyOfFields(draft: QuestionDraft, stem: string): QuestionBody {
  return DRAFTS[draft.type].bodyOf(stem, draft);
}

/** The form's name for a field of the body that the draft means. */
export function formField(field: string, draft: QuestionDraft): string {
  return DRAFTS[draft.type].formField(field, draft);
}

/** What only the form can leave open. */
export function openProblems(draft: QuestionDraft): QuestionProblem[] {
  return DRAFTS[draft.type].problems?.(draft) ?? [];
}

/** The draft after one of its buttons was pressed: a row of a list added, removed or moved. */
export function changeDraft(draft: QuestionDraft, change: ListChange): QuestionDraft {
  return { ...draft, ...DRAFTS[draft.type].change(draft, change) };
}
