import { now } from '#app/platform/clock.server.ts';
import { chosenFiles, type FileFilter } from '../core/chosen-files.ts';
import { mayRemove } from '../core/may-remove.ts';
import type { AuthoredFile } from '../core/media-use.ts';

export interface FileList {
  files: AuthoredFile[];
  /** Of what the filter leaves. */
  total: number;
  bytes: number;
  page: number;
  pages: number;
  /** Whether there is anything at all. */
  isAny: boolean;
}

const PAGE = 50;

/** A page of the files that a filter leaves. */
export function fileList(all: readonly AuthoredFile[], filter: FileFilter, asked: number): FileList {
  const chosen = chosenFiles(all, filter);
  const pages = Math.max(1, Math.ceil(chosen.length / PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    files: chosen.slice((page - 1) * PAGE, page * PAGE),
    ...{ total: chosen.length, bytes: chosen.reduce((sum, { byteSize }) => sum + byteSize, 0) },
    ...{ page, pages, isAny: all.length > 0 },
  };
}

/** Whether this file may be taken away now. */
export const removalOf = (file: AuthoredFile): 'yes' | 'used' | 'young' => mayRemove(file, now());
