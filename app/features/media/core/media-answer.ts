import type { FileProblem } from './judge-file.ts';

export type UploadProblem = FileProblem | 'no-file' | 'no-alt';

/** What an upload by an author answers: the text that shows the file, or what is wrong with which field. */
export type MediaAnswer =
  | { readonly kind: 'added'; readonly id: string; readonly text: string }
  | {
      readonly kind: 'refused';
      readonly field: 'file' | 'alt';
      readonly problem: UploadProblem;
      readonly largest?: number;
    };
