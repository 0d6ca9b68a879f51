/** Why a package is not taken; nothing of it is stored then. */
export type PackageRefusalCode =
  | 'empty-file'
  | 'not-a-zip'
  | 'damaged'
  | 'with-password'
  | 'unsafe-name'
  | 'too-large'
  | 'not-a-package'
  | 'newer-version'
  | 'unknown-file'
  | 'missing-file'
  | 'repeated-file'
  | 'checksum'
  | 'not-text'
  | 'unknown-field'
  | 'unknown-type'
  | 'bad-value'
  | 'unsound-question'
  | 'repeated-code'
  | 'unknown-reference'
  | 'wrong-content'
  | 'wrong-counts';

/** An expected outcome of opening what somebody sent. `file` within the package, `place` within the file; each may be empty. */
export class PackageRefusal extends Error {
  override readonly name = 'PackageRefusal';
  readonly code: PackageRefusalCode;
  readonly file: string;
  readonly place: string;

  constructor(code: PackageRefusalCode, file = '', place = '') {
    super([code, file, place].filter(Boolean).join(': '));
    this.code = code;
    this.file = file;
    this.place = place.slice(0, 200);
  }
}
