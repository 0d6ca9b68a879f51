/** Why a file (Word, a package of questions or lessons, a text) is not opened. */
export type FileRefusalCode =
  | 'empty-file'
  | 'too-large'
  | 'not-a-zip'
  | 'old-office'
  | 'with-password'
  | 'damaged'
  | 'zip-bomb'
  | 'unsafe-name'
  | 'with-macros'
  | 'xml-entities'
  | 'xml-too-deep'
  | 'broken-utf8'
  // Opened and understood, but not what was asked for.
  | 'not-text'
  | 'unknown-package';

/** An expected outcome of opening what somebody sent: the reader is told why, with the part where there is one. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  constructor(
    readonly code: FileRefusalCode,
    readonly part = '',
  ) {
    super(part === '' ? code : `${code}: ${part}`);
  }
}
