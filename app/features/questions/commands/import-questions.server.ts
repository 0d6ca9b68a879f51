import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { canonicalQuestion } from '#app/features/questions/core/canonical-question.ts';
import { type ContentQuestion, questionBodyOf } from '#app/features/questions/core/content-question.ts';
import { questionSearchKey } from '#app/features/questions/core/question-search-key.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import {
  type ImportedQuestion,
  insertImportedQuestions,
  listKnownQuestions,
  replaceCategory,
  replaceImportedQuestions,
} from '../data/question-import.server.ts';
import { contentQuestionSchema } from '../schema.ts';

/** The questions of one module, as its `questions.yaml` holds them once it is parsed as YAML. */
export interface QuestionModule {
  /** Of the module, and of the category that its questions live in. */
  code: string;
  name: string;
  questions: unknown;
}

export interface ImportCount {
  created: number;
  changed: number;
  unchanged: number;
}

/**
 * Brings content questions into the bank of a unit, one category per module and one for each that questions name
 * themselves, all or nothing. A question whose content is
 * the one last imported under its code is left as it is: importing twice changes nothing and an author's edit since then
 * stays; other content becomes a new version. Throws `bad-input` with each field named: 'nq35-01-q003.options'.
 */
export async function importQuestions(
  doer: Doer,
  { unitId, modules }: { unitId: string; modules: readonly QuestionModule[] },
): Promise<ImportCount> {
  const read = readModules(modules);
  return transact(doer, 'questions.content-imported', async ({ tx, at, record, unchanged }) => {
    const codes = read.flatMap(({ questions }) => questions.map(({ code }) => code));
    const known = new Map((await listKnownQuestions(tx, codes)).map((one) => [one.code, one]));
    const added: ImportedQuestion[] = [];
    const changed: ImportedQuestion[] = [];
    let changedCategories = 0;
    for (const [position, { code, name, questions }] of categoriesOf(read).entries()) {
      const category = await replaceCategory(tx, { id: newId(), code, unitId, name, position });
      if (category.isChanged) changedCategories += 1;
      for (const content of questions) {
        const before = known.get(content.code);
        const row = importedQuestion(content, category.id, before);
        if (!before) added.push(row);
        else if (before.importedHash !== row.version.hash) changed.push(row);
      }
    }
    await insertImportedQuestions(tx, added, at);
    await replaceImportedQuestions(tx, changed, at);
    const count = {
      created: added.length,
      changed: changed.length,
      unchanged: codes.length - added.length - changed.length,
    };
    record(unitId, { ...count });
    if (changedCategories + added.length + changed.length === 0) unchanged();
    return count;
  });
}

interface ReadModule {
  code: string;
  name: string;
  questions: ContentQuestion[];
}

/** The modules' categories, then those that questions name themselves, each with the questions that live in it. */
function categoriesOf(modules: readonly ReadModule[]): ReadModule[] {
  const own = new Map<string, ReadModule>();
  for (const question of modules.flatMap(({ questions }) => questions)) {
    if (!question.category) continue;
    const { code, name } = question.category;
    const category = own.get(code) ?? { code, name, questions: [] };
    category.questions.push(question);
    own.set(code, category);
  }
  const atHome = modules.map((module) => ({
    ...module,
    questions: module.questions.filter(({ category }) => !category),
  }));
  return [...atHome, ...own.values()];
}

function importedQuestion(
  content: ContentQuestion,
  categoryId: string,
  before: { id: string; latestNumber: number } | undefined,
): ImportedQuestion {
  const { code, difficulty, tags, explanation, source } = content;
  const body = questionBodyOf(content);
  return {
    id: before?.id ?? newId(),
    code,
    categoryId,
    difficulty,
    tags: JSON.stringify(tags),
    searchKey: questionSearchKey(code, body, tags),
    version: {
      id: newId(),
      number: (before?.latestNumber ?? 0) + 1,
      type: body.type,
      body: JSON.stringify(body),
      explanation,
      source,
      hash: sha256(canonicalQuestion({ body, explanation, source, difficulty, tags })),
    },
  };
}

function readModules(modules: readonly QuestionModule[]): ReadModule[] {
  const problems: Record<string, string[]> = {};
  const say = (field: string, code: string) => {
    problems[field] = [...(problems[field] ?? []), code];
  };
  const codes = new Set<string>();
  const read = modules.map(({ code, name, questions: raw }) => {
    if (!Array.isArray(raw)) say(code, 'not-a-list');
    const questions: ContentQuestion[] = [];
    for (const [index, one] of (Array.isArray(raw) ? raw : []).entries()) {
      const result = contentQuestionSchema.safeParse(one);
      const label = typeof one?.code === 'string' ? one.code : `${code}[${index}]`;
      if (codes.has(label)) say(`${label}.code`, 'duplicate');
      codes.add(label);
      if (result.success) questions.push(result.data);
      else for (const issue of result.error.issues) say([label, ...issue.path].join('.'), issue.message);
    }
    return { code, name, questions };
  });
  if (Object.keys(problems).length > 0) throw new AppError('bad-input', { fields: problems });
  return read;
}
