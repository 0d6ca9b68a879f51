import { type CourseOutline, lessonsOf, type OutlinedLesson } from './course-outline.ts';

/** One lesson that differs between two outlines. `moved`: it stands in another module, or in another order there. */
export interface LessonDifference {
  kind: 'added' | 'changed' | 'moved' | 'removed';
  lessonId: string;
  /** As the newer outline says; of a removed lesson, as the older one said. */
  title: string;
  /** The module where it stands, or stood. */
  moduleTitle: string;
}

/** One module that differs in itself, its lessons aside. */
export interface ModuleDifference {
  kind: 'added' | 'renamed' | 'moved' | 'removed';
  code: string;
  title: string;
}

export interface OutlineDifference {
  /** Whether the title or summary of the course differs. */
  isRetitled: boolean;
  modules: ModuleDifference[];
  lessons: LessonDifference[];
}

type IsChanged = (before: OutlinedLesson, after: OutlinedLesson) => boolean;

/** A lesson has another text where another version is shown. */
const hasOtherVersion: IsChanged = (before, after) => before.versionNumber !== after.versionNumber;

/**
 * What differs between two outlines, in the order of reading, the removed last. A lesson that was changed and moved is told
 * as changed. Only what really changed its order counts as moved: taking the first lesson away moves none of the others.
 */
export function outlineDifference(
  before: CourseOutline,
  after: CourseOutline,
  isChanged: IsChanged = hasOtherVersion,
): OutlineDifference {
  return {
    isRetitled: before.title !== after.title || before.summary !== after.summary,
    modules: moduleDifferences(before, after),
    lessons: lessonDifferences(before, after, isChanged),
  };
}

export const isSameOutline = ({ isRetitled, modules, lessons }: OutlineDifference): boolean =>
  !isRetitled && modules.length === 0 && lessons.length === 0;

function moduleDifferences(before: CourseOutline, after: CourseOutline): ModuleDifference[] {
  const former = new Map(before.modules.map((module) => [module.code, module]));
  const standing = new Set(after.modules.map(({ code }) => code));
  const stayed = keptInOrder(
    before.modules.map(({ code }) => code),
    after.modules.map(({ code }) => code),
  );
  const differences = after.modules.flatMap(({ code, title, summary }): ModuleDifference[] => {
    const was = former.get(code);
    if (!was) return [{ kind: 'added', code, title }];
    if (was.title !== title || was.summary !== summary) return [{ kind: 'renamed', code, title }];
    return stayed.has(code) ? [] : [{ kind: 'moved', code, title }];
  });
  const removed = before.modules.filter(({ code }) => !standing.has(code));
  return [...differences, ...removed.map(({ code, title }) => ({ kind: 'removed' as const, code, title }))];
}

function lessonDifferences(before: CourseOutline, after: CourseOutline, isChanged: IsChanged): LessonDifference[] {
  const former = new Map(
    before.modules.flatMap(({ code, lessons }) => lessons.map((each) => [each.lessonId, { code, each }])),
  );
  const standing = new Set(lessonsOf(after).map(({ lessonId }) => lessonId));
  const lastOf = new Map(before.modules.map(({ code, lessons }) => [code, lessons.map(({ lessonId }) => lessonId)]));
  const differences = after.modules.flatMap(({ code, title: moduleTitle, lessons }) => {
    const stayed = keptInOrder(
      lastOf.get(code) ?? [],
      lessons.map(({ lessonId }) => lessonId),
    );
    return lessons.flatMap((lesson): LessonDifference[] => {
      const { lessonId, title } = lesson;
      const was = former.get(lessonId);
      if (!was) return [{ kind: 'added', lessonId, title, moduleTitle }];
      if (isChanged(was.each, lesson)) return [{ kind: 'changed', lessonId, title, moduleTitle }];
      return stayed.has(lessonId) ? [] : [{ kind: 'moved', lessonId, title, moduleTitle }];
    });
  });
  const removed = before.modules.flatMap(({ title: moduleTitle, lessons }) =>
    lessons
      .filter(({ lessonId }) => !standing.has(lessonId))
      .map(({ lessonId, title }): LessonDifference => ({ kind: 'removed', lessonId, title, moduleTitle })),
  );
  return [...differences, ...removed];
}

/** The longest run of ids that stand in the same order in both lists. */
function keptInOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const placeOf = new Map(before.map((id, place) => [id, place]));
  const known = after.filter((id) => placeOf.has(id));
  const best: string[][] = [];
  let longest: string[] = [];
  for (const [index, id] of known.entries()) {
    let chain: string[] = [];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const ends = known[earlier]!;
      if (placeOf.get(ends)! < placeOf.get(id)! && best[earlier]!.length > chain.length) chain = best[earlier]!;
    }
    best[index] = [...chain, id];
    if (best[index]!.length > longest.length) longest = best[index]!;
  }
  return new Set(longest);
}
