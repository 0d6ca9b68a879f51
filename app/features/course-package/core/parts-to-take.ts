import type { CourseContent } from '#app/features/courses/core/course-content.ts';
import type { MimeType } from '#app/features/media/core/media-type.ts';
import type { ReviewPolicy, Standing } from '#app/features/questions/core/review.ts';
import type { Blueprint } from '#app/features/quiz/core/blueprint.ts';
import type { SlotPlan } from '#app/features/quiz/core/draw-paper.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import type { PackagedQuestion, PackagedQuiz } from './course-package.ts';
import type { ImportPlan } from './import-plan.ts';

/** A content on the disk that the database is about to name. */
export interface KeptFile {
  id: string;
  mimeType: MimeType;
  byteSize: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
  name: string;
}

type Content = Pick<PackagedQuestion, 'code' | 'difficulty' | 'tags' | 'body' | 'explanation' | 'source'>;

export interface Bank {
  categories: {
    id: string;
    code: string;
    name: string;
    unitId: string;
    position: number;
    parentId: string | null;
    review: ReviewPolicy;
  }[];
  create: (Content & { id: string; categoryId: string; standing: Standing; isArchived: boolean })[];
  change: (Content & { id: string; categoryId: string; number: number; standing: Standing; policy: ReviewPolicy })[];
}

interface QuizColumns {
  id: string;
  title: string;
  instructions: string;
  moduleCode: string | null;
  position: number;
  settings: QuizSettings;
  blueprint: Blueprint | null;
  slots: SlotPlan[];
  contentHash: string;
}

export interface Quizzes {
  create: (QuizColumns & { code: string; unitId: string; courseId: string; state: 'draft' | 'published' })[];
  change: (QuizColumns & { revision: number })[];
}

/**
 * How each feature writes its own tables, as steps of one change (`Pen`). Features do not write each other's: whoever starts
 * the import brings these together.
 */
export interface CourseParts<Pen> {
  media(
    pen: Pen,
    byId: string,
    given: { files: readonly KeptFile[]; captions: readonly { mediaId: string; lang: string; text: string }[] },
  ): Promise<void>;
  bank(pen: Pen, byId: string, given: Bank): Promise<void>;
  /** Answers the id of the course. */
  course(
    pen: Pen,
    byId: string,
    given: { content: CourseContent; unitId: string; as: 'draft' | 'published'; note: string },
  ): Promise<string>;
  quizzes(pen: Pen, byId: string, given: Quizzes): Promise<void>;
}

interface Ids {
  plan: ImportPlan;
  categories: ReadonlyMap<string, { id: string }>;
  questions: ReadonlyMap<
    string,
    { id: string; categoryId: string; number: number; standing: Standing; policy: ReviewPolicy }
  >;
  quizzes: ReadonlyMap<string, { id: string; revision: number; settings: QuizSettings }>;
}

/** Categories and questions with the ids that they have, or get, here. */
export function bankToTake(ids: Ids, unitId: string): Bank {
  const { plan, questions } = ids;
  const categoryId = categoryIdsOf(ids);
  return {
    categories: plan.categories.create.map(({ id, code, name, parent, position, review }) => ({
      ...{ id, code, name, unitId, position, review },
      parentId: parent === null ? null : categoryId(parent),
    })),
    create: plan.questions.create.map(({ category, ...question }) => ({
      ...question,
      categoryId: categoryId(category),
    })),
    change: plan.questions.change.map((question) => {
      const { id, categoryId: home, number, standing, policy } = questions.get(question.code)!;
      const { code, difficulty, tags, body, explanation, source } = question;
      const content = { code, difficulty, tags, body, explanation, source };
      return { ...content, id, categoryId: home, number, standing, policy };
    }),
  };
}

/** Quizzes with the ids that they have, or get, here. What belongs to this installation stays as it is here. */
export function quizzesToTake(
  ids: Ids,
  { unitId, courseId, hashOf }: { unitId: string; courseId: string; hashOf: (quiz: PackagedQuiz) => string },
): Quizzes {
  const { plan, quizzes } = ids;
  const columns = columnsOf(ids, hashOf);
  return {
    create: plan.quizzes.create.map(({ id, state, ...quiz }) => ({
      ...{ ...columns(quiz), id, code: quiz.code, unitId, courseId, state },
    })),
    change: plan.quizzes.change.map((quiz) => {
      const { id, revision, settings: here } = quizzes.get(quiz.code)!;
      const access = here.access.kind === quiz.settings.access.kind ? here.access : quiz.settings.access;
      const settings = { ...quiz.settings, access, networks: here.networks };
      return { ...columns(quiz), id, settings, revision };
    }),
  };
}

const columnsOf =
  (ids: Ids, hashOf: (quiz: PackagedQuiz) => string) =>
  (quiz: PackagedQuiz): Omit<QuizColumns, 'id'> => {
    const categoryId = categoryIdsOf(ids);
    const created = new Map(ids.plan.questions.create.map(({ code, id }) => [code, id]));
    const questionId = (code: string) => ids.questions.get(code)?.id ?? created.get(code)!;
    const { title, instructions, module, position, settings, blueprint, slots } = quiz;
    return {
      ...{ title, instructions, moduleCode: module, position, settings, contentHash: hashOf(quiz) },
      blueprint: blueprint && {
        rows: blueprint.rows.map(({ topic, cells }) => ({
          topic: topic.kind === 'tag' ? topic : { ...topic, id: categoryId(topic.id) },
          cells,
        })),
      },
      slots: slots.map((slot): SlotPlan => {
        if (slot.kind === 'fixed')
          return { kind: 'fixed', questionId: questionId(slot.question), maxMark: slot.maxMark };
        const { category, ...rest } = slot;
        return { ...rest, categoryId: category === null ? null : categoryId(category) };
      }),
    };
  };

function categoryIdsOf({ plan, categories }: Ids): (code: string) => string {
  const created = new Map(plan.categories.create.map(({ code, id }) => [code, id]));
  return (code) => categories.get(code)?.id ?? created.get(code)!;
}
