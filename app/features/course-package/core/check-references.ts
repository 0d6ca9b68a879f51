import { type Omission, type PackageContent, type PackagedCategory, textFiles } from './course-package.ts';
import { namedIn, textsIn } from './named-in-texts.ts';
import { captionPath, mediaPath } from './package-paths.ts';
import { PackageRefusal } from './package-refusal.ts';

/**
 * Throws where a part of a package names what it does not hold, or two parts are called the same: a course that is taken
 * in is whole. What the package says to have left out may be named.
 */
export function checkReferences({ course, bank, quizzes, media, notIncluded }: PackageContent): void {
  const [courseFile, mediaFile, bankFile, quizzesFile] = textFiles;
  const modules = codesOf(course.modules, courseFile);
  codesOf(
    course.modules.flatMap(({ lessons }) => lessons),
    courseFile,
  );
  const categories = codesOf(bank.categories, bankFile);
  const questions = codesOf(bank.questions, bankFile);
  codesOf(quizzes, quizzesFile);
  codesOf(
    media.map(({ id }) => ({ code: id })),
    mediaFile,
  );
  const demand = (known: ReadonlySet<string>, named: string | null, file: string, place: string) => {
    if (named !== null && !known.has(named)) throw new PackageRefusal('unknown-reference', file, `${place}: ${named}`);
  };
  for (const { code, parent } of bank.categories) demand(categories, parent, bankFile, code);
  refuseCircles(bank.categories, bankFile);
  for (const { code, category } of bank.questions) demand(categories, category, bankFile, code);
  for (const { code, module, slots, blueprint } of quizzes) {
    demand(modules, module, quizzesFile, code);
    for (const slot of slots)
      if (slot.kind === 'fixed') demand(questions, slot.question, quizzesFile, code);
      else demand(categories, slot.category, quizzesFile, code);
    for (const { topic } of blueprint?.rows ?? [])
      if (topic.kind !== 'tag') demand(categories, topic.id, quizzesFile, code);
  }
  const held = new Set([...media.map(({ id }) => id), ...leftOut(notIncluded)]);
  const named = (value: unknown, file: string) => {
    for (const id of namedIn(textsIn(value)).media) demand(held, id, file, 'media');
  };
  named(course, courseFile);
  named(bank.questions, bankFile);
  named(quizzes, quizzesFile);
}

const leftOut = (notIncluded: readonly Omission[]) =>
  notIncluded.flatMap(({ kind, name }) => (kind === 'media' ? [name] : []));

function codesOf(things: readonly { code: string }[], file: string): Set<string> {
  const codes = new Set<string>();
  for (const { code } of things) {
    if (codes.has(code)) throw new PackageRefusal('repeated-code', file, code);
    codes.add(code);
  }
  return codes;
}

function refuseCircles(categories: readonly PackagedCategory[], file: string): void {
  const parents = new Map(categories.map(({ code, parent }) => [code, parent]));
  for (const { code } of categories) {
    let above = parents.get(code) ?? null;
    for (let steps = 0; above !== null; steps += 1) {
      if (above === code || steps > categories.length) throw new PackageRefusal('unknown-reference', file, code);
      above = parents.get(above) ?? null;
    }
  }
}

/** The files that a package must hold, beside its list of files: no more and no less. */
export function expectedPaths({ media }: Pick<PackageContent, 'media'>): string[] {
  return [
    ...textFiles,
    ...media.flatMap(({ id, type, captions }) => [
      mediaPath(id, type),
      ...captions.map((lang) => captionPath(id, lang)),
    ]),
  ];
}
