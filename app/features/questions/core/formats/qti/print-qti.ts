import { validateQuestion } from '../../validate-question.ts';
import { AttachedFiles } from '../attached-files.ts';
import { Doubts } from '../doubts.ts';
import { EXTRAS, extrasOf, toldBesides } from '../extras/extras.ts';
import { type FileOf, withFilesNamed } from '../print-addresses.ts';
import type { PrintedFile, PrintLoss, PrintQuestion, Unsayable } from '../print-question.ts';
import { readXml } from '../xml/read-xml.ts';
import { qtiElement } from './qti-element.ts';
import { sayQtiItem } from './qti-item.ts';
import { manifestOf, type PackagedItem, testOf } from './qti-manifest.ts';
import { byNamesOfVersion2 } from './qti-names.ts';

const PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Where the files of an item lie in a package, seen from the item. */
const MEDIA = '../media/';

export interface PrintedPackage {
  /** The parts of the package by name, the manifest first. */
  parts: ReadonlyMap<string, Uint8Array>;
  losses: PrintLoss[];
  /** What of each question stands in the file for this product alone. */
  onlyHere: PrintLoss[];
}

/** Writes one question as an item of QTI 3 that is a file of its own. Pictures need a package. */
export function printQtiItem(question: PrintQuestion): PrintedFile & { onlyHere: PrintLoss[] } {
  const { isWhole } = withFilesNamed(question, () => null, new AttachedFiles());
  const printed = itemWithExtras(question, 'cau-1', new Set());
  if (!printed) return { text: '', losses: [{ index: 0, lost: ['type'], isLeftOut: true }], onlyHere: [] };
  return {
    text: printed.text,
    losses: isWhole ? [] : [{ index: 0, lost: ['pictures'], isLeftOut: false }],
    onlyHere: printed.besides.length > 0 ? [{ index: 0, lost: printed.besides, isLeftOut: false }] : [],
  };
}

/** What of a question stands in the manifest and the test of a package. */
const ELSEWHERE = new Set(['category', 'tags', 'difficulty', 'source']);

/**
 * Writes questions as a package of QTI 3: an item each, a test whose sections are the categories, the metadata in the
 * manifest, pictures and sounds beside. What QTI has no word for stands within each item in an instruction that other
 * software passes over, so that nothing is lost on the way back.
 */
export function printQtiPackage(
  questions: readonly PrintQuestion[],
  { fileOf = () => null, title = 'Câu hỏi' }: { fileOf?: FileOf; title?: string } = {},
): PrintedPackage {
  const files = new AttachedFiles();
  const items: (PackagedItem & { text: string })[] = [];
  const losses: PrintLoss[] = [];
  const onlyHere: PrintLoss[] = [];
  questions.forEach((given, index) => {
    const { question, isWhole } = withFilesNamed(given, fileOf, files);
    const identifier = `cau-${index + 1}`;
    const printed = itemWithExtras(question, identifier, ELSEWHERE);
    if (!printed) {
      losses.push({ index, lost: ['type'], isLeftOut: true });
      return;
    }
    items.push({ identifier, question, text: printed.text });
    if (!isWhole) losses.push({ index, lost: ['pictures'], isLeftOut: false });
    if (printed.besides.length > 0) onlyHere.push({ index, lost: printed.besides, isLeftOut: false });
  });
  const encoder = new TextEncoder();
  const texts: [string, string][] = [
    [
      'imsmanifest.xml',
      PROLOG +
        manifestOf(
          items,
          files.all.map(({ name }) => name),
          title,
        ),
    ],
    ['test.xml', PROLOG + testOf(items, title)],
    ...items.map(({ identifier, text }): [string, string] => [`items/${identifier}.xml`, text]),
  ];
  const parts = new Map<string, Uint8Array>(texts.map(([name, text]) => [name, encoder.encode(text)]));
  for (const { name, bytes } of files.all) parts.set(`media/${name}`, bytes);
  return { parts, losses, onlyHere };
}

/** The file of an item, read back as anybody would to see what it does not say; null where it says no question. */
function itemWithExtras(
  question: PrintQuestion,
  identifier: string,
  elsewhere: ReadonlySet<string>,
): { text: string; besides: Unsayable[] } | null {
  const element = qtiElement(question, { identifier, sourceOf: (name) => MEDIA + name });
  const { root, problem } = readXml(element);
  if (!root || problem || validateQuestion(question.body).length > 0) return null;
  const said = sayQtiItem(byNamesOfVersion2(root), {
    ...{ attached: new KnownFiles(), doubts: new Doubts(1, () => '') },
    fileAt: (address) => ({ name: address.replace(MEDIA, ''), bytes: new Uint8Array() }),
  });
  if (!said) return null;
  const meta = Object.fromEntries([...elsewhere].map((name) => [name, question[name as keyof PrintQuestion]]));
  const whole = { ...said, ...meta };
  const extras = extrasOf(question, whole, elsewhere);
  const text =
    extras === ''
      ? element
      : element.replace(/<\/qti-assessment-item>$/, () => `<?${EXTRAS} ${extras}?>\n</qti-assessment-item>`);
  return { text: `${PROLOG}${text}\n`, besides: toldBesides(question, whole) };
}

/** Names files as they are named already. */
class KnownFiles extends AttachedFiles {
  override add(name: string): string {
    return `attached:${name}`;
  }
}
