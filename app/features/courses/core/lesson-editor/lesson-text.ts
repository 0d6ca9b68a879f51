/** What an author writes of a lesson. */
export interface LessonText {
  title: string;
  /** Markdown; see prisma/content/README.md. */
  body: string;
  /** Minutes of reading, as the author expects. */
  minutes: number;
  /** The day up to which the facts hold, 'YYYY-MM-DD'. */
  asOf: string;
  /** The documents that the lesson rests on. */
  sources: string[];
}

/** Whether two texts say the same, letter by letter. */
export const isSameText = (a: LessonText, b: LessonText): boolean =>
  a.title === b.title &&
  a.body === b.body &&
  a.minutes === b.minutes &&
  a.asOf === b.asOf &&
  a.sources.length === b.sources.length &&
  a.sources.every((source, at) => source === b.sources[at]);

/** The text alone, of something that holds more. */
export const textOf = ({ title, body, minutes, asOf, sources }: LessonText): LessonText => ({
  title,
  body,
  minutes,
  asOf,
  sources: [...sources],
});
