import type { MediaKind } from './media-type.ts';

/** A text of one's units that names a file. */
export interface MediaUse {
  mediaId: string;
  kind: 'lesson' | 'question' | 'library';
  title: string;
  /** The course, the category, the topic. */
  within: string;
  /** Where it is written. */
  to: string;
}

/** A kept file as authors see it. */
export interface AuthoredFile {
  id: string;
  kind: MediaKind;
  name: string;
  byteSize: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
  createdAt: Date | string;
  /** Null: nobody who is known. */
  uploader: string | null;
  isOwn: boolean;
  /** Languages of its captions. */
  captions: string[];
  /** In what is published or drafted now, within one's units. */
  uses: MediaUse[];
  /** No text anywhere names it, old versions and other units included. */
  isUnused: boolean;
}

export const fileStates = ['unused', 'no-captions'] as const;
export type FileState = (typeof fileStates)[number];

export const lacksCaptions = ({ kind, captions }: Pick<AuthoredFile, 'kind' | 'captions'>): boolean =>
  (kind === 'film' || kind === 'sound') && captions.length === 0;
