import { matchesSearch } from '#app/kernel/vietnamese-text.ts';
import type { MediaKind } from './media-type.ts';
import { type AuthoredFile, type FileState, lacksCaptions } from './media-use.ts';

export interface FileFilter {
  /** Words of a name or of where it is used, with or without tone marks. */
  search: string;
  kind: MediaKind | null;
  state: FileState | null;
}

/** The files that a filter leaves, in their order. */
export const chosenFiles = (files: readonly AuthoredFile[], { search, kind, state }: FileFilter): AuthoredFile[] =>
  files.filter(
    (file) =>
      (kind === null || file.kind === kind) &&
      (state === null || (state === 'unused' ? file.isUnused : lacksCaptions(file))) &&
      (search === '' || matchesSearch([file.name, ...file.uses.flatMap(wordsOf)].join(' '), search)),
  );

const wordsOf = ({ title, within }: { title: string; within: string }) => [title, within];
