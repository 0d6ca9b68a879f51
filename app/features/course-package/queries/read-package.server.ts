import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { judgeFile } from '#app/features/media/core/judge-file.ts';
import { FileRefusal } from '#app/platform/documents/file-refusal.server.ts';
import { SheetRefusal } from '#app/platform/documents/sheet-refusal.server.ts';
import { openZip, type ZipParts } from '#app/platform/documents/zip-parts.server.ts';
import { measureContent } from '#app/platform/files/kept-content.server.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import { checkReferences, expectedPaths } from '../core/check-references.ts';
import {
  type CaptionLang,
  countsOf,
  largestManifest,
  largestPackage,
  largestText,
  manifestFile,
  markText,
  mostFiles,
  type PackageContent,
  type PackagedFile,
  type PackageManifest,
  type TextFile,
} from '../core/course-package.ts';
import { textsIn } from '../core/named-in-texts.ts';
import { captionPath, isKnownPath, mediaPath } from '../core/package-paths.ts';
import { PackageRefusal } from '../core/package-refusal.ts';
import { readBankFile, readCourseFile, readManifest, readMediaFile, readQuizzesFile } from '../schema.ts';

/** A package whose every part is known and checked. Its media are read where they lie. */
export interface OpenedPackage {
  manifest: PackageManifest;
  content: PackageContent;
  /** WebVTT by medium and language. */
  captions: { mediaId: string; lang: CaptionLang; text: string }[];
  /** The content of a medium, a piece at a time. */
  medium(id: string): Promise<Readable>;
  close(): void;
}

/**
 * Opens the package in a file and reads all of it but the contents of media; with `isWhole` these are gone through too, as is
 * due once for a file that somebody sent. Nothing is unpacked to the disk, and no name of the package becomes a path. Who
 * asks closes it. Throws PackageRefusal for whatever is not exactly what the list of files says.
 */
export async function openPackage(path: string, { isWhole }: { isWhole: boolean }): Promise<OpenedPackage> {
  const zip = await zipAt(path);
  try {
    const { manifest, files } = await listOf(zip);
    const reader = new PartReader(zip, files);
    const content: PackageContent = {
      course: readCourseFile(await reader.json('course.json')),
      media: readMediaFile(await reader.json('media.json')),
      bank: readBankFile(await reader.json('questions.json')),
      quizzes: readQuizzesFile(await reader.json('quizzes.json')),
      notIncluded: manifest.notIncluded,
    };
    refuseStrangers(files, content);
    checkReferences(content);
    refuseOtherCounts(manifest, content);
    const captions: OpenedPackage['captions'] = [];
    for (const { id, captions: langs } of content.media)
      for (const lang of langs) captions.push({ mediaId: id, lang, text: await reader.caption(captionPath(id, lang)) });
    if (isWhole) for (const medium of content.media) await reader.judgeMedium(medium);
    const types = new Map(content.media.map(({ id, type }) => [id, type]));
    const medium = (id: string) => zip.open(mediaPath(id, types.get(id)!));
    return { manifest, content, captions, medium, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw asRefusal(error);
  }
}

async function zipAt(path: string): Promise<ZipParts> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size === 0) throw new PackageRefusal('empty-file');
    if (size > largestPackage) throw new PackageRefusal('too-large');
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    if (buffer.toString('latin1') !== 'PK') throw new PackageRefusal('not-a-zip');
  } finally {
    await handle.close();
  }
  try {
    return await openZip(path, { mostUnpacked: largestPackage, mostParts: mostFiles + 1, isStrict: true });
  } catch (error) {
    throw asRefusal(error);
  }
}

async function listOf(zip: ZipParts): Promise<{ manifest: PackageManifest; files: Map<string, PackagedFile> }> {
  if (!zip.has(manifestFile)) throw new PackageRefusal('not-a-package');
  if (zip.size(manifestFile) > largestManifest) throw new PackageRefusal('too-large', manifestFile);
  const manifest = readManifest(parsed(await bytesOf(zip, manifestFile), manifestFile));
  const files = new Map<string, PackagedFile>();
  for (const file of manifest.files) {
    if (files.has(file.path)) throw new PackageRefusal('repeated-file', file.path);
    if (!isKnownPath(file.path)) throw new PackageRefusal('unknown-file', file.path);
    files.set(file.path, file);
  }
  for (const name of zip.names())
    if (name !== manifestFile && !files.has(name)) throw new PackageRefusal('unknown-file', name);
  for (const { path, size } of manifest.files) {
    if (!zip.has(path)) throw new PackageRefusal('missing-file', path);
    if (zip.size(path) !== size) throw new PackageRefusal('checksum', path);
  }
  if (sha256(markText(manifest.files)) !== manifest.mark) throw new PackageRefusal('checksum', manifestFile);
  return { manifest, files };
}

/** What stands in the list belongs to a medium of the course, and what a medium has stands in the list. */
function refuseStrangers(files: ReadonlyMap<string, PackagedFile>, content: PackageContent): void {
  const expected = new Set(expectedPaths(content));
  for (const path of files.keys()) if (!expected.has(path)) throw new PackageRefusal('unknown-file', path);
  for (const path of expected) if (!files.has(path)) throw new PackageRefusal('missing-file', path);
}

function refuseOtherCounts({ counts, course }: PackageManifest, content: PackageContent): void {
  for (const [name, count] of Object.entries(countsOf(content)))
    if (counts[name as keyof typeof counts] !== count) throw new PackageRefusal('wrong-counts', manifestFile, name);
  if (course.code !== content.course.code) throw new PackageRefusal('bad-value', manifestFile, 'course.code');
}

class PartReader {
  readonly #zip: ZipParts;
  readonly #files: ReadonlyMap<string, PackagedFile>;

  constructor(zip: ZipParts, files: ReadonlyMap<string, PackagedFile>) {
    this.#zip = zip;
    this.#files = files;
  }

  async json(path: TextFile): Promise<unknown> {
    return parsed(await this.#checked(path), path);
  }

  async caption(path: string): Promise<string> {
    const text = decoded(await this.#checked(path), path);
    if (!/^WEBVTT(\s|$)/.test(text)) throw new PackageRefusal('wrong-content', path);
    return text;
  }

  /** That a medium is the content that its name and its type say. */
  async judgeMedium({ id, type }: PackageContent['media'][number]): Promise<void> {
    const path = mediaPath(id, type);
    const measured = await measureContent(await this.#zip.open(path)).catch(() => {
      throw new PackageRefusal('damaged', path);
    });
    if (measured.hash !== this.#files.get(path)?.sha256) throw new PackageRefusal('checksum', path);
    if (measured.hash !== id) throw new PackageRefusal('wrong-content', path);
    const verdict = judgeFile(measured, 'content');
    if (verdict.kind === 'refused' && verdict.problem === 'too-large') throw new PackageRefusal('too-large', path);
    if (verdict.kind === 'refused' || verdict.type !== type) throw new PackageRefusal('wrong-content', path);
  }

  async #checked(path: string): Promise<Buffer> {
    const file = this.#files.get(path);
    if (!file) throw new PackageRefusal('missing-file', path);
    if (file.size > largestText) throw new PackageRefusal('too-large', path);
    const bytes = await bytesOf(this.#zip, path);
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new PackageRefusal('checksum', path);
    return bytes;
  }
}

async function bytesOf(zip: ZipParts, name: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of await zip.open(name)) chunks.push(chunk as Uint8Array);
  } catch {
    throw new PackageRefusal('damaged', name);
  }
  return Buffer.concat(chunks);
}

/** A sign of nothing, or half a sign. */
const unkeepable = /\0|\p{Cs}/u;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new PackageRefusal('not-text', path);
  }
}

function parsed(bytes: Uint8Array, path: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(decoded(bytes, path));
  } catch (error) {
    throw error instanceof PackageRefusal ? error : new PackageRefusal('not-text', path);
  }
  // What no database keeps alike.
  if (textsIn(value).some((text) => unkeepable.test(text))) throw new PackageRefusal('not-text', path);
  return value;
}

/** The reasons of the layers below, as ours; a fault of our own stays one. */
function asRefusal(error: unknown): unknown {
  if (error instanceof FileRefusal)
    return new PackageRefusal(error.code === 'unsafe-name' ? 'unsafe-name' : 'damaged', error.part);
  if (error instanceof SheetRefusal) {
    if (error.code === 'zip-bomb') return new PackageRefusal('too-large');
    return new PackageRefusal(error.code === 'with-password' ? 'with-password' : 'damaged');
  }
  return error;
}
