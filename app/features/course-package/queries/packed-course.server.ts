import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type StoredEntry, storedZip } from '#app/platform/documents/stored-zip.server.ts';
import { env } from '#app/platform/env.server.ts';
import { contentChunks } from '#app/platform/files/kept-content.server.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import {
  countsOf,
  inOrder,
  largestPackage,
  largestText,
  manifestFile,
  markText,
  mostFiles,
  mostQuestions,
  type PackageContent,
  type PackagedFile,
  type PackageManifest,
  packageEnding,
  packageFormat,
  packageVersion,
} from '../core/course-package.ts';
import { captionPath, mediaPath } from '../core/package-paths.ts';
import type { CourseToPack } from './package-content.server.ts';

export interface PackedCourse {
  /** As it is offered to be kept: the code of the course and the ending. */
  fileName: string;
  manifest: PackageManifest;
  byteSize: number;
  /** More than a package may be: it is not to be handed out. */
  isTooLarge: boolean;
  chunks: AsyncGenerator<Uint8Array>;
}

/**
 * A course as the bytes of a package, which follow from its content alone: two exports of the same state are the same file.
 * Media go from the disk a piece at a time; one that is not what its name says breaks the file off.
 */
export function packedCourse({ content, stored, revision, publishedAt }: CourseToPack): PackedCourse {
  const { code, title } = content.course;
  const texts = inOrder([...textsOf(content), ...captionsOf(stored)], ({ name }) => name);
  const media = stored.map(
    ({ id, type, byteSize }): PackagedFile => ({
      ...{ path: mediaPath(id, type), size: byteSize, sha256: id },
    }),
  );
  const files = inOrder(
    [...texts.map(({ name, bytes }) => ({ path: name, size: bytes.byteLength, sha256: hashOf(bytes) })), ...media],
    (file) => file.path,
  );
  const manifest: PackageManifest = {
    ...{ format: packageFormat, version: packageVersion, product: product() },
    course: { code, title, revision, publishedAt: publishedAt?.toISOString() ?? null },
    ...{ mark: sha256(markText(files)), counts: countsOf(content), notIncluded: content.notIncluded, files },
  };
  const held = new Map(texts.map(({ name, bytes }) => [name, bytes]));
  const entries = [
    inMemory(manifestFile, printed(manifest)),
    ...files.map(({ path: name, size, sha256: hash }) => {
      const bytes = held.get(name);
      return bytes ? inMemory(name, bytes) : { name, size, chunks: () => verified(hash) };
    }),
  ];
  const zip = storedZip(entries);
  // What an import would refuse is not handed out.
  const isTooLarge =
    zip.byteSize > largestPackage ||
    files.length > mostFiles ||
    content.bank.questions.length > mostQuestions ||
    texts.some(({ bytes }) => bytes.byteLength > largestText);
  return {
    ...{ fileName: `${code}.${packageEnding}`, manifest, ...zip, isTooLarge },
  };
}

function textsOf({ course, bank, quizzes, media }: PackageContent) {
  return [
    { name: 'course.json', bytes: printed(course) },
    { name: 'media.json', bytes: printed({ media }) },
    { name: 'questions.json', bytes: printed(bank) },
    { name: 'quizzes.json', bytes: printed({ quizzes }) },
  ];
}

const captionsOf = (stored: CourseToPack['stored']) =>
  stored.flatMap(({ id, captions, captionTexts }) =>
    captions.map((lang) => ({ name: captionPath(id, lang), bytes: Buffer.from(captionTexts[lang] ?? '') })),
  );

/** A person can read it, and a tool can show what differs between two of them. */
const printed = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

const inMemory = (name: string, bytes: Uint8Array): StoredEntry => ({
  ...{ name, size: bytes.byteLength, chunks: () => [bytes] },
});

async function* verified(hash: string): AsyncGenerator<Uint8Array> {
  const sum = createHash('sha256');
  for await (const chunk of contentChunks(hash)) {
    sum.update(chunk);
    yield chunk;
  }
  if (sum.digest('hex') !== hash) throw new Error(`The content ${hash} is damaged on the disk`);
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let known: string | undefined;

/** The product and its version, for whoever wonders which one wrote a file. */
function product(): string {
  known ??= (JSON.parse(readFileSync(path.join(env().root, 'package.json'), 'utf8')) as { version: string }).version;
  return `hoctap35 ${known}`;
}
