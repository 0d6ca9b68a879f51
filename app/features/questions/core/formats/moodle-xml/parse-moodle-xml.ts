import { AttachedFiles } from '../attached-files.ts';
import { Doubts } from '../doubts.ts';
import { extrasIn, wholeQuestion } from '../extras/whole-question.ts';
import { type FormatProblem, problemAt, type ReadFile, type ReadQuestion } from '../read-question.ts';
import { TextBudget } from '../text-budget.ts';
import { readXml } from '../xml/read-xml.ts';
import { childOf, childrenOf, elementsOf, wordsOf, type XmlElement } from '../xml/xml-element.ts';
import { moodleBodies } from './moodle-bodies.ts';
import { readCategory } from './moodle-category.ts';
import { rawText, settingOf } from './moodle-reading.ts';
import { MoodleTexts } from './moodle-texts.ts';

/**
 * Reads a file of Moodle's question bank: its questions in written order with their pictures, and every doubt with the line
 * on which its question begins. Where the XML breaks, what stands above is read.
 */
export function parseMoodleXml(source: string): ReadFile {
  const { root, problem } = readXml(source);
  const problems: FormatProblem[] = problem ? [problem] : [];
  const questions: ReadQuestion[] = [];
  const attached = new AttachedFiles();
  const budget = new TextBudget();
  if (root && root.name !== 'quiz') {
    problems.push(
      problemAt('error', 'not-of-format', { line: root.line, text: `<${root.name}>`, detail: 'moodle-xml' }),
    );
  }
  let category = '';
  for (const element of root?.name === 'quiz' ? elementsOf(root) : []) {
    if (element.name !== 'question') continue;
    if (element.attributes.type === 'category') {
      category = readCategory(rawText(childOf(element, 'category')));
      continue;
    }
    const read = readMoodleQuestion(element, category, attached, budget);
    if (read.question) questions.push(read.question);
    problems.push(...read.problems);
  }
  if (questions.length === 0 && problems.length === 0) {
    problems.push(problemAt('error', 'empty-file', { line: 1, text: source.slice(0, 200) }));
  }
  problems.sort((a, b) => a.line - b.line);
  return { format: 'moodle-xml', questions, problems, ...(attached.all.length > 0 && { attached: attached.all }) };
}

/** One question of Moodle's, null where it is none that can be taken; all that changes on the way is named. */
function readMoodleQuestion(
  element: XmlElement,
  category: string,
  attached: AttachedFiles,
  budget: TextBudget,
): { question: ReadQuestion | null; problems: FormatProblem[] } {
  const doubts = new Doubts(element.line, () => wordsOfQuestion(element));
  const said = sayMoodleQuestion(element, category, attached, doubts, budget);
  return said ? wholeQuestion(said, extrasIn(element), doubts) : { question: null, problems: doubts.all };
}

const wordsOfQuestion = (element: XmlElement): string =>
  rawText(childOf(element, 'questiontext'))
    .slice(0, 2000)
    .replace(/<[^<>]*>/g, ' ')
    .trim() || rawText(childOf(element, 'name'));

/** No question has so many answers; what compares each with each would take its time. */
const MOST_PARTS = 2000;

/** What Moodle's own words say of a question, sound or not. */
export function sayMoodleQuestion(
  element: XmlElement,
  category: string,
  attached: AttachedFiles,
  doubts: Doubts,
  budget: TextBudget = new TextBudget(),
): ReadQuestion | null {
  const type = element.attributes.type ?? '';
  if (type === 'description') {
    doubts.say('warning', 'not-a-question');
    return null;
  }
  const bodyOf = Object.hasOwn(moodleBodies, type) ? moodleBodies[type] : undefined;
  if (!bodyOf) {
    doubts.say('error', 'unsupported', type);
    return null;
  }
  if (element.children.length > MOST_PARTS) {
    doubts.say('error', 'unsound', 'too-many');
    return null;
  }
  const texts = new MoodleTexts(doubts, attached, budget);
  const stem = GAPPED.test(type) ? '' : texts.markdown(childOf(element, 'questiontext'));
  const body = bodyOf({ element, stem, texts, doubts });
  if (!body) return null;
  namePartsLost(element, doubts);
  const { line, untilLine } = element;
  const title = rawText(childOf(element, 'name')).replace(/\s+/g, ' ').trim();
  const tags = childrenOf(childOf(element, 'tags') ?? element, 'tag').map((tag) => rawText(tag).trim());
  return {
    ...{ line, untilLine, title, category, tags: tags.filter((tag) => tag !== ''), difficulty: null, body, source: '' },
    explanation: texts.markdown(childOf(element, 'generalfeedback')),
  };
}

/** These hold their answers within the text. */
const GAPPED = /^(cloze|multianswer|gapselect|ddwtos)$/;

// What Moodle itself writes into a new question, in the languages that it is used in here.
const USUAL =
  /^(your answer is (partially )?(in)?correct\.?|câu trả lời (của bạn )?(là )?(đúng|sai|đúng một phần)\.?)?$/i;
const USUAL_PENALTIES = new Set([0, 0.1, 0.3333333, 1]);

/** Names what a question of Moodle's has and the product has no place for. */
function namePartsLost(element: XmlElement, doubts: Doubts): void {
  const hints = childrenOf(element, 'hint').filter((hint) => rawText(hint).trim() !== '').length;
  if (hints > 0) doubts.say('warning', 'part-lost', `hint × ${hints}`);
  for (const name of ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']) {
    const words = rawText(childOf(element, name))
      .replace(/<[^<>]*>|&nbsp;/g, ' ')
      .trim();
    if (!USUAL.test(words)) doubts.say('warning', 'feedback-lost', name);
  }
  const penalty = Number(settingOf(element, 'penalty') || '0');
  if (hints > 0 || !USUAL_PENALTIES.has(Number(penalty.toFixed(7)))) {
    if (penalty > 0) doubts.say('hint', 'part-lost', `penalty ${penalty}`);
  }
  const grade = Number(settingOf(element, 'defaultgrade') || '1');
  const isCloze = GAPPED.test(element.attributes.type ?? '');
  if (grade !== 1 && !isCloze) doubts.say('hint', 'part-lost', `defaultgrade ${grade}`);
  // A draft of theirs, or one that was taken out of use.
  if (settingOf(element, 'hidden') === '1') doubts.say('hint', 'part-lost', 'hidden');
  const number = wordsOf(childOf(element, 'idnumber')).trim();
  if (number !== '') doubts.say('hint', 'part-lost', `idnumber ${number}`);
}
