import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, YAMLParseError } from 'yaml';

/** A value beside the file that it was read from, relative to the folder. */
export interface FileValue {
  file: string;
  value: unknown;
}

export interface ModuleFolder {
  module: FileValue;
  lessons: FileValue[];
  /** The entries of questions.yaml. */
  questions: unknown[];
  questionsFile: string;
}

/** A course as a folder of files, read but not yet judged: see prisma/content/README.md. */
export interface ContentFolder {
  course: FileValue;
  modules: ModuleFolder[];
  /** The entries of quizzes.yaml. */
  quizzes: unknown[];
  quizzesFile: string;
  /** The entries of library.yaml. */
  library: unknown[];
  problems: FileProblem[];
}

/** A file that could not be read as what it should be. `line` counts from 1. */
export interface FileProblem {
  file: string;
  code: 'missing-file' | 'bad-yaml' | 'no-front-matter' | 'not-a-list';
  line?: number;
}

/** The course folders in `folder`: itself, or those directly under it that hold a course.yaml. */
export function listCourseFolders(folder: string): string[] {
  if (existsSync(path.join(folder, 'course.yaml'))) return [folder];
  if (!existsSync(folder)) return [];
  return subfolders(folder)
    .map((name) => path.join(folder, name))
    .filter((each) => existsSync(path.join(each, 'course.yaml')));
}

/** Reads a course folder. Modules and lessons come in the order of their file names; problems name the file. */
export function readContentFolder(folder: string): ContentFolder {
  const problems: FileProblem[] = [];
  const reader = new FolderReader(folder, problems);
  const modules = (existsSync(folder) ? subfolders(folder) : [])
    .filter((name) => /^\d/.test(name))
    .map((name) => ({
      module: reader.yaml(`${name}/module.yaml`),
      lessons: readdirSync(path.join(folder, name))
        .filter((file) => file.endsWith('.md'))
        .sort()
        .map((file) => reader.lesson(`${name}/${file}`)),
      questions: reader.list(`${name}/questions.yaml`),
      questionsFile: `${name}/questions.yaml`,
    }));
  return {
    course: reader.yaml('course.yaml'),
    modules,
    quizzes: reader.list('quizzes.yaml'),
    quizzesFile: 'quizzes.yaml',
    library: reader.list('library.yaml'),
    problems,
  };
}

class FolderReader {
  readonly #folder: string;
  readonly #problems: FileProblem[];

  constructor(folder: string, problems: FileProblem[]) {
    this.#folder = folder;
    this.#problems = problems;
  }

  yaml(file: string): FileValue {
    const text = this.#text(file);
    if (text === null) this.#problems.push({ file, code: 'missing-file' });
    return { file, value: text === null ? undefined : this.#parsed(file, text, 0) };
  }

  /** An absent file is an empty list. */
  list(file: string): unknown[] {
    const text = this.#text(file);
    if (text === null) return [];
    const before = this.#problems.length;
    const value = this.#parsed(file, text, 0) ?? [];
    if (Array.isArray(value)) return value;
    if (this.#problems.length === before) this.#problems.push({ file, code: 'not-a-list' });
    return [];
  }

  /** The front matter as fields, the text under it as `body`. */
  lesson(file: string): FileValue {
    const found = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(this.#text(file) ?? '');
    if (!found) {
      this.#problems.push({ file, code: 'no-front-matter' });
      return { file, value: undefined };
    }
    const fields = this.#parsed(file, found[1]!, 1);
    return { file, value: typeof fields === 'object' ? { ...fields, body: found[2]!.trim() } : undefined };
  }

  // Windows editors write a mark at the start and carriage returns at the ends of lines.
  #text(file: string): string | null {
    const full = path.join(this.#folder, file);
    return existsSync(full)
      ? readFileSync(full, 'utf8')
          .replace(/^\ufeff/, '')
          .replace(/\r\n?/g, '\n')
      : null;
  }

  #parsed(file: string, text: string, linesBefore: number): unknown {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      this.#problems.push({ file, code: 'bad-yaml', line: (error.linePos?.[0].line ?? 1) + linesBefore });
      return undefined;
    }
  }
}

const subfolders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
