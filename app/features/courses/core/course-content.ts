/** A lesson as its file states it. */
export interface LessonContent {
  /** Never changes: the identity of the lesson. */
  code: string;
  title: string;
  /** Minutes of reading, as the author expects. */
  minutes: number;
  /** The day up to which the facts hold, 'YYYY-MM-DD'. */
  asOf: string;
  /** The documents that the lesson rests on. */
  sources: string[];
  /** Markdown; see prisma/content/README.md. */
  body: string;
}

export interface ModuleContent {
  code: string;
  title: string;
  summary: string;
  lessons: LessonContent[];
}

/** A course as its folder states it, without its questions and quizzes: those belong to other features. */
export interface CourseContent {
  code: string;
  title: string;
  summary: string;
  modules: ModuleContent[];
}
