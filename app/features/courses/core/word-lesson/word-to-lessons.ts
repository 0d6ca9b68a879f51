import { decodeTyped } from '#app/features/org/core/roster/decode-typed.ts';
import { readWord } from '#app/kernel/word/read-word.ts';
import {
  type WordBlock,
  type WordFault,
  type WordLossCode,
  type WordParagraph,
  wordsOf,
} from '#app/kernel/word/word-document.ts';
import { blocksMarkdown, paragraphMarkdown } from '#app/kernel/word/word-markdown.ts';

/** A lesson of a Word document. Pictures stand in its text as ![words](attached:NAME) until they are stored. */
export interface WordLesson {
  title: string;
  text: string;
  /** The paragraph of the document where it begins, from 1. */
  place: number;
}

export interface WordModule {
  /** Empty where the document has lessons only. */
  title: string;
  /** The paragraph of its heading, from 1. */
  place: number;
  lessons: WordLesson[];
}

export type WordLessonProblemCode =
  | WordLossCode
  | WordFault
  | 'no-headings'
  | 'heading-skipped'
  | 'empty-heading'
  | 'text-before-heading'
  | 'text-under-module'
  | 'empty-lesson'
  | 'empty-document';

export interface WordLessonProblem {
  code: WordLessonProblemCode;
  /** The paragraph of the document, from 1: Word knows no pages. */
  place: number;
  detail: string;
}

export interface WordCourse {
  /** The title of the document itself; empty for none. */
  title: string;
  modules: WordModule[];
  attached: { name: string; bytes: Uint8Array }[];
  problems: WordLessonProblem[];
}

const LONGEST_TITLE = 200;

/**
 * Modules and lessons of a Word document by its headings: the highest level are modules, the next one lessons, deeper ones
 * headings within a lesson; with one level alone these are lessons. Without any heading the whole is one lesson. Whatever
 * is not taken as it stands is among the problems; a file that is no Word document gives a problem and nothing else.
 */
export function wordToLessons(parts: ReadonlyMap<string, Uint8Array>): WordCourse {
  const document = readWord(parts, { decode: decodeTyped });
  if (document.fault) {
    return { title: '', modules: [], attached: [], problems: [{ code: document.fault, place: 1, detail: '' }] };
  }
  const builder = new LessonBuilder(document.blocks);
  const { title, modules, problems } = builder.read();
  const text = modules.flatMap(({ lessons }) => lessons.map((lesson) => lesson.text)).join('\n');
  const attached = document.attached.filter(({ name }) => text.includes(`(attached:${name})`));
  const all = [...document.losses, ...problems].sort((a, b) => a.place - b.place);
  return { title, modules, attached, problems: all };
}

class LessonBuilder {
  readonly #blocks: readonly WordBlock[];
  readonly #problems: WordLessonProblem[] = [];
  readonly #modules: WordModule[] = [];
  #title = '';
  #lesson: { title: string; place: number; parts: string[] } | null = null;
  #pending: WordBlock[] = [];

  constructor(blocks: readonly WordBlock[]) {
    this.#blocks = blocks;
  }

  read(): Omit<WordCourse, 'attached'> {
    const levels = this.#levels();
    const [first, second] = levels;
    const moduleLevel = second === undefined ? null : first!;
    const lessonLevel = second ?? first ?? null;
    if (lessonLevel === null) this.#problem('no-headings', 1);
    let before: number | null = null;
    for (const block of this.#blocks) {
      if (block.kind === 'paragraph' && block.isContents) continue;
      const level = block.kind === 'paragraph' ? block.heading : null;
      if (block.kind === 'table' || level === null) {
        this.#pending.push(block);
        continue;
      }
      const title = titleOf(block);
      if (title === '') {
        if (paragraphMarkdown(block) !== '') this.#pending.push({ ...block, heading: null });
        else this.#problem('empty-heading', block.place);
        continue;
      }
      if (level === 0) {
        if (this.#title === '') this.#title = title;
        else this.#pending.push({ ...block, heading: null });
        continue;
      }
      if (before !== null && level > before + 1) this.#problem('heading-skipped', block.place, title);
      before = level;
      if (level === moduleLevel) {
        this.#closeLesson();
        this.#modules.push({ title, place: block.place, lessons: [] });
      } else if (level === lessonLevel || lessonLevel === null) {
        this.#closeLesson();
        if (this.#modules.length === 0) this.#modules.push({ title: '', place: block.place, lessons: [] });
        this.#lesson = { title, place: block.place, parts: [] };
      } else {
        this.#openText(block.place);
        this.#flush();
        // Headings of a lesson begin at the second level: the first one is the page's own.
        const depth = Math.min(4, Math.max(2, level - lessonLevel + 1));
        this.#lesson!.parts.push(`${'#'.repeat(depth)} ${headingMarkdown(block)}`);
      }
    }
    this.#closeLesson();
    for (const module of this.#modules) {
      if (module.lessons.length === 0 && module.title !== '') {
        module.lessons.push({ title: module.title, text: '', place: module.place });
        this.#problem('empty-lesson', module.place, module.title);
      }
    }
    if (this.#modules.length === 0) this.#problem('empty-document', 1);
    return { title: this.#title, modules: this.#modules, problems: this.#problems };
  }

  /** The levels of headings that the document uses, the highest first. */
  #levels(): number[] {
    const levels = new Set<number>();
    for (const block of this.#blocks) {
      if (block.kind === 'paragraph' && !block.isContents && block.heading && titleOf(block) !== '')
        levels.add(block.heading);
    }
    return [...levels].sort((a, b) => a - b);
  }

  /** Text that has no lesson yet: before the first heading, or right under a module's. */
  #openText(place: number): void {
    if (this.#lesson) return;
    const module = this.#modules.at(-1);
    const first = this.#pending.find((block) => block.kind === 'paragraph' && titleOf(block) !== '');
    const own = first?.kind === 'paragraph' ? titleOf(first) : '';
    const isOnly = this.#levels().length === 0;
    if (!isOnly)
      this.#problem(module ? 'text-under-module' : 'text-before-heading', first?.place ?? place, own.slice(0, 80));
    if (!module) this.#modules.push({ title: '', place, lessons: [] });
    this.#lesson = { title: module?.title || this.#title || own.slice(0, 80), place: first?.place ?? place, parts: [] };
  }

  #flush(): void {
    const text = blocksMarkdown(this.#pending);
    this.#pending = [];
    if (text !== '') this.#lesson!.parts.push(text);
  }

  #closeLesson(): void {
    if (blocksMarkdown(this.#pending) !== '') this.#openText(this.#pending[0]!.place);
    const lesson = this.#lesson;
    if (!lesson) {
      this.#pending = [];
      return;
    }
    this.#flush();
    const { title, place, parts } = lesson;
    if (parts.length === 0) this.#problem('empty-lesson', place, title);
    this.#modules.at(-1)!.lessons.push({ title, place, text: parts.join('\n\n') });
    this.#lesson = null;
  }

  #problem(code: WordLessonProblemCode, place: number, detail = ''): void {
    this.#problems.push({ code, place, detail });
  }
}

/** The words of a heading, with the number that Word gives it. */
function titleOf(paragraph: WordParagraph): string {
  const words = wordsOf(paragraph).replace(/\s+/g, ' ').trim();
  if (words === '') return '';
  const { label } = paragraph;
  return (label && !label.isBullet ? `${label.text} ${words}` : words).slice(0, LONGEST_TITLE);
}

/** A heading within a lesson; a look that all of it has is the heading's own. */
function headingMarkdown(paragraph: WordParagraph): string {
  const plain = paragraph.pieces.map((piece) =>
    piece.kind === 'text' ? { ...piece, isBold: false, isItalic: false, text: piece.text.replace(/\n/g, ' ') } : piece,
  );
  const { label } = paragraph;
  return `${label && !label.isBullet ? `${label.text} ` : ''}${paragraphMarkdown({ pieces: plain })}`;
}
