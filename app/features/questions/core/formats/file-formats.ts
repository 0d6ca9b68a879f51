import type { QuestionTypeName } from '../question.ts';
import type { FormatName } from './read-question.ts';

/** What a format of question files is. */
export interface FileFormat {
  /** What its parser takes: the text of the file, the parts of a package, or either. */
  takes: 'text' | 'parts' | 'either';
  /** The endings of names that such files carry, the usual one first. */
  endings: readonly string[];
  mediaType: string;
  /** The types of question that it can express. */
  types: readonly QuestionTypeName[];
}

const all: readonly QuestionTypeName[] = [
  ...(['single', 'multiple', 'true-false', 'cluster', 'matching', 'ordering'] as const),
  ...(['short-answer', 'numerical', 'blanks', 'essay'] as const),
];
const office = 'application/vnd.openxmlformats-officedocument';

/** Every format of question files, in one table. */
export const fileFormats: Readonly<Record<FormatName, FileFormat>> = {
  gift: {
    ...{ takes: 'text', endings: ['gift', 'txt'], mediaType: 'text/plain' },
    types: ['single', 'multiple', 'true-false', 'matching', 'short-answer', 'numerical', 'essay'],
  },
  aiken: { takes: 'text', endings: ['txt'], mediaType: 'text/plain', types: ['single'] },
  text: { takes: 'text', endings: ['txt', 'md'], mediaType: 'text/plain', types: all },
  docx: { takes: 'parts', endings: ['docx'], mediaType: `${office}.wordprocessingml.document`, types: all },
  'moodle-xml': { takes: 'text', endings: ['xml'], mediaType: 'application/xml', types: all },
  qti: { takes: 'either', endings: ['zip', 'xml'], mediaType: 'application/zip', types: all },
  xlsx: { takes: 'parts', endings: ['xlsx'], mediaType: `${office}.spreadsheetml.sheet`, types: all },
  csv: { takes: 'text', endings: ['csv'], mediaType: 'text/csv', types: all },
};

/** The format that a file's name speaks for; null where it says none or several. */
export function formatOfName(name: string): FormatName | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const fitting = (Object.keys(fileFormats) as FormatName[]).filter((each) =>
    fileFormats[each].endings.includes(ending ?? ''),
  );
  return fitting.length === 1 ? fitting[0]! : null;
}
