/** Why a file cannot be read as a sheet. */
export type SheetRefusalCode =
  | 'empty-file'
  | 'not-a-table'
  | 'old-excel'
  | 'web-page'
  | 'other-zip'
  | 'says-xlsx'
  | 'says-csv'
  | 'with-password'
  | 'damaged'
  | 'zip-bomb'
  | 'too-many-rows'
  | 'broken-utf8'
  | 'unclosed-quote';

/** An expected outcome of reading what somebody sent: the reader is told why, with the line where there is one. */
export class SheetRefusal extends Error {
  override readonly name = 'SheetRefusal';
  constructor(
    readonly code: SheetRefusalCode,
    readonly line?: number,
  ) {
    super(line === undefined ? code : `${code} at line ${line}`);
  }
}
