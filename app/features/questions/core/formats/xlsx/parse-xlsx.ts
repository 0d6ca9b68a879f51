import { problemAt, type ReadFile } from '../read-question.ts';
import { readTables } from '../table/read-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { BrokenXml } from './xml-elements.ts';

/** Reads a workbook of questions: every visible sheet whose first rows name the columns; places are cells. */
export function parseXlsx(parts: ReadonlyMap<string, Uint8Array>): ReadFile {
  try {
    return readTables('xlsx', readWorkbook(parts));
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    return {
      format: 'xlsx',
      questions: [],
      problems: [problemAt('error', 'not-of-format', { line: 1, text: error.message })],
    };
  }
}
