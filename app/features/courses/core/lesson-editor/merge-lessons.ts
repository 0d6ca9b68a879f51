import { diff3Merge } from 'node-diff3';
import type { LessonText } from './lesson-text.ts';

export interface MergedLesson {
  text: LessonText;
  /** Places where both wrote differently and a person has to choose: both stand in the text, between marks. */
  clashes: number;
}

/** What stands around a place that both changed; words of the caller, one line each. */
export interface ClashMarks {
  mine: string;
  theirs: string;
  end: string;
}

/**
 * Two texts that grew from one: what only one of them changed is taken, what both changed alike too. Where they clash the
 * body holds both between marks; of the fields the own one stays. Nothing that somebody typed in a body is left out.
 */
export function mergeLessons(
  { base, mine, theirs }: { base: LessonText; mine: LessonText; theirs: LessonText },
  marks: ClashMarks,
): MergedLesson {
  const body = mergeLines(base.body, mine.body, theirs.body, marks);
  let clashes = body.clashes;
  const field = <T extends string | number>(of: (text: LessonText) => T): T => {
    const [was, own, other] = [of(base), of(mine), of(theirs)];
    if (own === was) return other;
    if (other !== was && other !== own) clashes += 1;
    return own;
  };
  const text: LessonText = {
    title: field(({ title }) => title),
    body: body.text,
    minutes: field(({ minutes }) => minutes),
    asOf: field(({ asOf }) => asOf),
    sources: mergeSources(base.sources, mine.sources, theirs.sources),
  };
  return { text, clashes };
}

function mergeLines(base: string, mine: string, theirs: string, marks: ClashMarks): { text: string; clashes: number } {
  const [own, was, other] = [mine, base, theirs].map((text) => text.split('\n')) as [string[], string[], string[]];
  let clashes = 0;
  const lines = diff3Merge(own, was, other, { excludeFalseConflicts: true }).flatMap(({ ok, conflict }) => {
    if (ok) return ok;
    if (!conflict) return [];
    clashes += 1;
    return [marks.mine, ...conflict.a, marks.theirs, ...conflict.b, marks.end];
  });
  return { text: lines.join('\n'), clashes };
}

/** A list of names: what either added is in it, what either took away is not. */
function mergeSources(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = mine.filter((source) => theirs.includes(source) || !base.includes(source));
  return [...kept, ...theirs.filter((source) => !base.includes(source) && !kept.includes(source))];
}
