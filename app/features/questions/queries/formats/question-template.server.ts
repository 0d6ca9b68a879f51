import { printFormXlsx } from '#app/platform/documents/form-xlsx.server.ts';
import { fileFormats } from '../../core/formats/file-formats.ts';
import { printText } from '../../core/formats/print-text.ts';
import { printTable } from '../../core/formats/table/print-table.ts';
import { formColumns } from '../../core/formats/table/question-form.ts';
import { templateQuestions } from '../../core/formats/template-questions.ts';
import { richMark } from '../../core/formats/text/extended/read-rich.ts';
import { printQuestions, type QuestionFile } from './print-questions.server.ts';

/** The formats that people fill in by hand. */
export const templateFormats = ['docx', 'xlsx', 'csv', 'text'] as const;
export type TemplateFormat = (typeof templateFormats)[number];

/**
 * A file to be filled in: one question of each type with its key, which the readers understand as it stands. `guide`: lines
 * about how to write, which stand before the first question of a text.
 */
export async function questionTemplate(
  format: TemplateFormat,
  { title, guide, madeAt }: { title: string; guide: readonly string[]; madeAt: Date },
): Promise<QuestionFile> {
  const { mediaType, endings } = fileFormats[format];
  const file = (bytes: Uint8Array): QuestionFile => ({
    ...{ bytes, losses: [], onlyHere: [], mediaType, ending: endings[0]! },
  });
  if (format === 'text') {
    const { text } = printText(templateQuestions);
    return file(
      new TextEncoder().encode(
        `\ufeff${text.replace(richMark, [richMark, ...guide].join('\n'))}`.replaceAll('\n', '\r\n'),
      ),
    );
  }
  if (format === 'xlsx') {
    const { heads, rows } = printTable(templateQuestions);
    return file(await printFormXlsx({ sheet: 'Câu hỏi', values: 'Giá trị', columns: formColumns(heads), rows }));
  }
  return printQuestions(templateQuestions, format, { title, hasKey: true, lang: 'vi', madeAt });
}
