import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { FileRefusal } from '#app/platform/documents/file-refusal.server.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import { lostBetween } from '../../core/formats/lost-between.ts';
import { type PrintLoss, type PrintQuestion, type Unsayable, unsayables } from '../../core/formats/print-question.ts';
import type { FormatName, ReadQuestion } from '../../core/formats/read-question.ts';
import { plainText } from '../../core/plain-text.ts';
import { readUpload } from '../read-upload.server.ts';

/** Reading more takes too long for who waits for the file. */
const MOST = 5000;
const ADDRESS = /(\]\()(?:media|attached):[A-Za-z0-9._-]+(?=[)\s])/g;

/**
 * What a file of questions does not say, found by reading it again: `known` is what its printer knows of, and whatever else
 * is not read as it was is added. Nothing is lost without a name.
 */
export async function lossesByReading(
  questions: readonly PrintQuestion[],
  { bytes, format, known }: { bytes: Uint8Array; format: FormatName; known: readonly PrintLoss[] },
): Promise<PrintLoss[]> {
  const all = new Map(known.map((loss) => [loss.index, loss]));
  const written = questions.flatMap((_, index) => (all.get(index)?.isLeftOut ? [] : [index]));
  const read = questions.length > MOST ? null : await readAgain(bytes, format);
  for (const [index, question] of read ? paired(questions, written, read) : []) {
    const lost: Unsayable[] = question ? lostBetween(questions[index]!, question, isSameText) : ['type'];
    add(all, index, lost);
  }
  if (format !== 'docx') for (const index of written) if (hasFiles(questions[index]!)) add(all, index, ['pictures']);
  return [...all.values()].sort((a, b) => a.index - b.index);
}

function add(all: Map<number, PrintLoss>, index: number, lost: readonly Unsayable[]): void {
  if (lost.length === 0) return;
  const before = all.get(index) ?? { index, lost: [], isLeftOut: false };
  const names = new Set([...before.lost, ...lost]);
  all.set(index, { ...before, lost: unsayables.filter((name) => names.has(name)) });
}

async function readAgain(bytes: Uint8Array, format: FormatName): Promise<ReadQuestion[] | null> {
  try {
    const { questions, problems } = await readUpload(bytes, { name: '', format });
    // A file too large to be read as one tells nothing of its questions.
    return questions.length === 0 && problems.some(({ code }) => code === 'xml-too-large') ? null : questions;
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
}

/** Each written question with what was read in its place; null where nothing was. */
function paired(
  questions: readonly PrintQuestion[],
  written: readonly number[],
  read: readonly ReadQuestion[],
): [index: number, read: ReadQuestion | null][] {
  if (read.length === written.length) return written.map((index, at) => [index, read[at]!]);
  const stem = ({ body }: Pick<PrintQuestion, 'body'>) => foldForSearch(plainText(body.stem));
  const stems = read.map(stem);
  let from = 0;
  return written.map((index) => {
    const at = stems.indexOf(stem(questions[index]!), from);
    if (at === -1) return [index, null];
    from = at + 1;
    return [index, read[at]!];
  });
}

const hasFiles = (question: PrintQuestion): boolean => /\]\((?:media|attached):/.test(JSON.stringify(question));

const shown = (text: string): string => renderMarkdown(text.replace(ADDRESS, '$1/x')).replace(/\s+/g, ' ').trim();
const isSameText = (one: string, other: string): boolean => one === other || shown(one) === shown(other);
