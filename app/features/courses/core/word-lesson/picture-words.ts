import { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';
import type { WordCourse, WordModule } from './word-to-lessons.ts';

export interface SilentPicture {
  /** Which of the attached files it is, from 0: the same for the same document. */
  at: number;
  name: string;
  /** The lesson where it stands first. */
  lesson: string;
}

/** A picture of the document within a text: its words, its name, and what else stands behind that. */
export const attachedPicture = /!\[((?:\\.|[^\]\\\n])*)\]\(attached:([^)\s]+)([^)]*)\)/g;

/** Pictures that say nothing to who does not see them, each once, in the order of the lessons. */
export function silentPictures({ modules, attached }: Pick<WordCourse, 'modules' | 'attached'>): SilentPicture[] {
  const places = new Map(attached.map(({ name }, at) => [name, at]));
  const silent = new Map<string, SilentPicture>();
  for (const { title, text } of modules.flatMap(({ lessons }) => lessons)) {
    for (const [, words = '', name = ''] of text.matchAll(attachedPicture)) {
      const at = places.get(name);
      if (words.trim() === '' && at !== undefined && !silent.has(name)) silent.set(name, { at, name, lesson: title });
    }
  }
  return [...silent.values()];
}

/** The modules with the words that somebody wrote for pictures that had none. */
export function withPictureWords(modules: readonly WordModule[], said: ReadonlyMap<string, string>): WordModule[] {
  const described = (text: string) =>
    text.replace(attachedPicture, (whole, words: string, name: string, rest: string) => {
      const own = said.get(name)?.replace(/\s+/g, ' ').trim();
      return words.trim() === '' && own ? `![${escapeMarkdown(own)}](attached:${name}${rest})` : whole;
    });
  return modules.map(({ lessons, ...module }) => ({
    ...module,
    lessons: lessons.map((lesson) => ({ ...lesson, text: described(lesson.text) })),
  }));
}
