import { AttachedFiles } from '../attached-files.ts';
import { Doubts } from '../doubts.ts';
import { extrasIn, wholeQuestion } from '../extras/whole-question.ts';
import { problemAt, type ReadFile } from '../read-question.ts';
import { readXml } from '../xml/read-xml.ts';
import { childOf, wordsOf, type XmlElement } from '../xml/xml-element.ts';
import { sayQtiItem } from './qti-item.ts';
import { byNamesOfVersion2 } from './qti-names.ts';
import type { FileAt } from './qti-texts.ts';

/** Reads one item of QTI 2 or 3 that is a file of its own; pictures beside it are not at hand. */
export function parseQtiItem(source: string): ReadFile {
  const { root, problem } = readXml(source);
  const none = (problems: ReadFile['problems']): ReadFile => ({ format: 'qti', questions: [], problems });
  if (problem || !root) return none(problem ? [problem] : []);
  const called = root.name;
  const item = byNamesOfVersion2(root);
  if (item.name !== 'assessmentItem') {
    const isOld = item.name === 'questestinterop';
    const detail = isOld ? 'QTI 1.2' : 'qti';
    const code = isOld ? 'unsupported' : 'not-of-format';
    return none([problemAt('error', code, { line: root.line, text: `<${called}>`, detail })]);
  }
  const attached = new AttachedFiles();
  const { question, problems } = readQtiItem(item, { attached, fileAt: () => null });
  return {
    ...{ format: 'qti', questions: question ? [question] : [], problems },
    ...(attached.all.length > 0 && { attached: attached.all }),
  };
}

/** One item with what our own export put beside its words, judged. `place` is the file in a package. */
export function readQtiItem(
  item: XmlElement,
  {
    attached,
    fileAt,
    stimuli = [],
    place = '',
    more = (said) => said,
  }: {
    attached: AttachedFiles;
    fileAt: FileAt;
    stimuli?: XmlElement[];
    place?: string;
    /** What the package says of the item besides. */
    more?: <Said extends object>(said: Said) => Said;
  },
) {
  const doubts = new Doubts(item.line, () => {
    const words = wordsOf(childOf(item, 'itemBody')).replace(/\s+/g, ' ').trim() || (item.attributes.title ?? '');
    return place === '' ? words : `${place}: ${words}`;
  });
  const said = sayQtiItem(item, { attached, fileAt, stimuli, doubts });
  return said ? wholeQuestion(more(said), extrasIn(item), doubts) : { question: null, problems: doubts.all };
}
