import { validateQuestion } from '../../validate-question.ts';
import { AttachedFiles, base64Of } from '../attached-files.ts';
import { Doubts } from '../doubts.ts';
import { EXTRAS, extrasOf, toldBesides } from '../extras/extras.ts';
import { type FileOf, withFilesNamed } from '../print-addresses.ts';
import type { PrintedFile, PrintLoss, PrintQuestion, Unsayable } from '../print-question.ts';
import { readXml } from '../xml/read-xml.ts';
import { xmlText } from '../xml/write-xml.ts';
import { elementsOf } from '../xml/xml-element.ts';
import { readCategory, writeCategory } from './moodle-category.ts';
import { moodleElement } from './moodle-element.ts';
import { sayMoodleQuestion } from './parse-moodle-xml.ts';

/** A file of questions in XML. */
export interface PrintedXml extends PrintedFile {
  /** What of each question stands in the file for this product alone: other software shows and marks it without that. */
  onlyHere: PrintLoss[];
}

/**
 * Writes questions as Moodle XML, texts as HTML, pictures and sounds inside the file. What Moodle has no word for stands
 * beside each question in an instruction that Moodle passes over, so that nothing is lost on the way back.
 */
export function printMoodleXml(
  questions: readonly PrintQuestion[],
  { fileOf = () => null }: { fileOf?: FileOf } = {},
): PrintedXml {
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n<quiz>'];
  const losses: PrintLoss[] = [];
  const onlyHere: PrintLoss[] = [];
  const files = new AttachedFiles();
  let category = '';
  questions.forEach((given, index) => {
    const { question, isWhole } = withFilesNamed(given, fileOf, files);
    const printed = elementWithExtras(question, files);
    if (!printed) {
      losses.push({ index, lost: ['type'], isLeftOut: true });
      return;
    }
    if (question.category !== category) parts.push(categoryElement(question.category));
    category = question.category;
    parts.push(printed.element);
    if (!isWhole) losses.push({ index, lost: ['pictures'], isLeftOut: false });
    if (printed.besides.length > 0) onlyHere.push({ index, lost: printed.besides, isLeftOut: false });
  });
  return { text: `${parts.join('\n\n')}\n\n</quiz>\n`, losses, onlyHere };
}

const categoryElement = (category: string): string =>
  `<question type="category"><category><text>${xmlText(writeCategory(category))}</text></category></question>`;

/** The element of a question, read back as anybody would to see what it does not say; null where it says no question. */
function elementWithExtras(
  question: PrintQuestion,
  files: AttachedFiles,
): { element: string; besides: Unsayable[] } | null {
  const bare = moodleElement(question, () => '');
  const { root } = readXml(`<quiz>${bare}</quiz>`);
  const place = readCategory(writeCategory(question.category));
  const said = root && sayMoodleQuestion(elementsOf(root)[0]!, place, new KnownFiles(), new Doubts(1, () => ''));
  if (!said || validateQuestion(question.body).length > 0) return null;
  const extras = extrasOf(question, said);
  const whole = bare.includes('<file ') ? moodleElement(question, (name) => contentOf(files, name)) : bare;
  const element = extras === '' ? whole : whole.replace(/<\/question>$/, () => `<?${EXTRAS} ${extras}?>\n</question>`);
  return { element, besides: toldBesides(question, said) };
}

const contentOf = (files: AttachedFiles, wanted: string): string => {
  const file = files.all.find(({ name }) => name === wanted);
  return file ? base64Of(file.bytes) : '';
};

/** Names files as they are named already, without looking into them. */
class KnownFiles extends AttachedFiles {
  override add(name: string): string {
    return `attached:${name}`;
  }
}
