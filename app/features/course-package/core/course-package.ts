import type { CourseContent } from '#app/features/courses/core/course-content.ts';
import type { MimeType } from '#app/features/media/core/media-type.ts';
import type { Difficulty, QuestionBody } from '#app/features/questions/core/question.ts';
import type { ReviewPolicy, Standing } from '#app/features/questions/core/review.ts';
import type { Blueprint } from '#app/features/quiz/core/blueprint.ts';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';

/** What a package says that it is. A newer version is refused by name; an older one is read for good. */
export const packageFormat = 'hoctap35-course';
export const packageVersion = 1;
/** Behind the code of the course: what the file is, and that any program for ZIP opens it. */
export const packageEnding = 'hoctap35.zip';

const MEGABYTE = 1024 * 1024;
/** Two films of the largest size and what stands around them; also what a package may be as a file. */
export const largestPackage = 500 * MEGABYTE;
/** Of its list of files, and of each of its other texts. */
export const largestManifest = 4 * MEGABYTE;
export const largestText = 32 * MEGABYTE;
export const mostFiles = 4000;
export const mostQuestions = 10_000;

export const manifestFile = 'manifest.json';
/** The texts of a package, beside its list of files. */
export const textFiles = ['course.json', 'media.json', 'questions.json', 'quizzes.json'] as const;
export type TextFile = (typeof textFiles)[number];

/** Codes are the identity of things between installations; ids stay at home. */
export interface PackagedCategory {
  code: string;
  name: string;
  /** The code of the category above it; null = at the top. */
  parent: string | null;
  position: number;
  review: ReviewPolicy;
}

export interface PackagedQuestion {
  code: string;
  /** The code of its category. */
  category: string;
  difficulty: Difficulty;
  tags: string[];
  standing: Standing;
  isArchived: boolean;
  explanation: string;
  source: string;
  /** With its key. */
  body: QuestionBody;
}

export interface PackagedBank {
  categories: PackagedCategory[];
  questions: PackagedQuestion[];
}

export type PackagedSlot =
  | { kind: 'fixed'; question: string; maxMark: number }
  | {
      kind: 'random';
      category: string | null;
      withSubcategories: boolean;
      tag: string | null;
      difficulty: string | null;
      count: number;
      maxMark: number;
    };

export interface PackagedQuiz {
  code: string;
  title: string;
  instructions: string;
  module: string | null;
  position: number;
  /** Open to learners where it came from. */
  isPublished: boolean;
  /** Without the password and the addresses of rooms, which belong to the installation. */
  settings: QuizSettings;
  /** Its topics name categories by their codes. */
  blueprint: Blueprint | null;
  slots: PackagedSlot[];
}

export const captionLangs = ['vi', 'en'] as const;
export type CaptionLang = (typeof captionLangs)[number];

export interface PackagedMedium {
  /** SHA-256 of its content, here as everywhere. */
  id: string;
  type: MimeType;
  name: string;
  captions: CaptionLang[];
}

/** What the course names and the package does not hold. */
export interface Omission {
  kind: 'media' | 'library' | 'quiz' | 'check-question' | 'quiz-password' | 'quiz-networks';
  /** An id, a code or a title: what an author knows it by. */
  name: string;
}

export interface PackageCounts {
  modules: number;
  lessons: number;
  categories: number;
  questions: number;
  quizzes: number;
  media: number;
  captions: number;
}

export interface PackagedFile {
  path: string;
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

/** The list of files: what a package is, what it holds, and what it leaves out. */
export interface PackageManifest {
  format: typeof packageFormat;
  version: number;
  /** The product that wrote it. */
  product: string;
  course: { code: string; title: string; revision: number | null; publishedAt: string | null };
  /** One word for all files: two packages with the same mark hold the same course, wherever they come from. */
  mark: string;
  counts: PackageCounts;
  notIncluded: Omission[];
  files: PackagedFile[];
}

/** Everything of a package but the contents of its media. */
export interface PackageContent {
  course: CourseContent;
  bank: PackagedBank;
  quizzes: PackagedQuiz[];
  media: PackagedMedium[];
  notIncluded: Omission[];
}

export function countsOf({ course, bank, quizzes, media }: PackageContent): PackageCounts {
  return {
    modules: course.modules.length,
    lessons: course.modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
    categories: bank.categories.length,
    questions: bank.questions.length,
    quizzes: quizzes.length,
    media: media.length,
    captions: media.reduce((sum, { captions }) => sum + captions.length, 0),
  };
}

/** The text whose hash is the mark of a package. */
export const markText = (files: readonly PackagedFile[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');

/** One order on every machine, whatever its language. */
export const inOrder = <T>(things: readonly T[], keyOf: (thing: T) => string): T[] =>
  [...things].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
