import { renameBlankMarks } from '../../blank-marks.ts';
import { plainText } from '../../plain-text.ts';
import type { QuestionBody } from '../../question.ts';
import type { AttachedFiles } from '../attached-files.ts';
import type { Doubts } from '../doubts.ts';
import type { ReadQuestion } from '../read-question.ts';
import { childOf, childrenOf, elementsOf, type XmlElement, type XmlNode } from '../xml/xml-element.ts';
import { associateBody, choiceBody, matchBody, orderBody } from './qti-choices.ts';
import { type Declaration, declarationsOf } from './qti-declarations.ts';
import { type Processing, processingOf } from './qti-processing.ts';
import { type FileAt, QtiTexts, type Replace } from './qti-texts.ts';
import { blanksBody, essayBody, gapMatchBody, textEntryBody } from './qti-typed.ts';

/** What a reader of one kind of interaction is given. */
export interface ItemReading {
  interactions: XmlElement[];
  declarations: ReadonlyMap<string, Declaration>;
  processing: Processing;
  texts: QtiTexts;
  doubts: Doubts;
  /** The text of the item, each interaction replaced; prompts stand in it. */
  stem(replace?: Replace): string;
  /** What is said of a choice, by its identifier. */
  feedback: ReadonlyMap<string, string>;
  /** What is for markers only, once the stem is read. */
  notes(): string;
}

/** No question has so many gaps or choices; what compares each with each would take its time. */
const MOST = 200;

type ReadBody = (reading: ItemReading) => QuestionBody | null;

const readers: Readonly<Record<string, ReadBody>> = {
  choiceInteraction: choiceBody,
  orderInteraction: orderBody,
  matchInteraction: matchBody,
  associateInteraction: associateBody,
  textEntryInteraction: textEntryBody,
  inlineChoiceInteraction: blanksBody,
  gapMatchInteraction: gapMatchBody,
  extendedTextInteraction: essayBody,
  uploadInteraction: essayBody,
};

/** What QTI's own words say of an item (by the names of QTI 2), sound or not; null where the product has no such question. */
export function sayQtiItem(
  item: XmlElement,
  {
    attached,
    fileAt,
    doubts,
    stimuli = [],
  }: { attached: AttachedFiles; fileAt: FileAt; doubts: Doubts; stimuli?: XmlElement[] },
): ReadQuestion | null {
  const itemBody = childOf(item, 'itemBody');
  const interactions = itemBody ? interactionsOf(itemBody) : [];
  const names = [...new Set(interactions.map(({ name }) => name))];
  if (!itemBody || interactions.length === 0) {
    doubts.say('warning', 'not-a-question');
    return null;
  }
  if (interactions.length > MOST || interactions.some((one) => choicesOf(one).length > MOST)) {
    doubts.say('error', 'unsound', 'too-many');
    return null;
  }
  const read = readerOf(interactions, names);
  if (!read) {
    doubts.say(
      'error',
      'unsupported',
      interactions.length > names.length ? `${names.join(' + ')} × ${interactions.length}` : names.join(' + '),
    );
    return null;
  }
  if (childrenOf(item, 'templateDeclaration').length > 0) {
    doubts.say('error', 'unsupported', 'templateDeclaration');
    return null;
  }
  namePartsLost(item, doubts);
  const texts = new QtiTexts(doubts, attached, fileAt);
  const notes: string[] = [];
  const inside = new Set<XmlElement>(interactions);
  const standard: Replace = (element, readNodes) => {
    if (element.name === 'rubricBlock' && !/candidate/.test(element.attributes.view ?? 'candidate')) {
      notes.push(texts.markdown(element.children));
      return null;
    }
    if (!inside.has(element)) return undefined;
    const prompt = childOf(element, 'prompt');
    if (prompt) readNodes(prompt.children);
    return null;
  };
  const shown: XmlNode[] = [...stimuli.flatMap(({ children }) => children), ...itemBody.children];
  const stem = (replace?: Replace): string => {
    notes.length = 0;
    return texts.markdown(shown, (element, readNodes) => {
      const replaced = replace?.(element, readNodes);
      return replaced === undefined ? standard(element, readNodes) : replaced;
    });
  };
  const { feedback, explanation } = feedbackOf(item, texts, doubts, interactions);
  const reading: ItemReading = {
    ...{
      interactions,
      declarations: declarationsOf(item),
      processing: processingOf(item),
      texts,
      doubts,
      stem,
      feedback,
    },
    notes: () => notes.filter((one) => one !== '').join('\n\n'),
  };
  const body = read(reading);
  if (!body) return null;
  if (body.type !== 'essay') {
    if (reading.processing.kind === 'unknown') doubts.say('warning', 'part-lost', 'responseProcessing');
    if (reading.notes() !== '') doubts.say('warning', 'part-lost', 'rubricBlock');
  }
  const { line, untilLine } = item;
  const named = (item.attributes.title ?? '').replace(/\s+/g, ' ').trim();
  return {
    ...{ line, untilLine, category: '', tags: [], difficulty: null, body, explanation, source: '' },
    title: isBeginning(
      named,
      renameBlankMarks(body.stem, () => ' '),
    )
      ? ''
      : named,
  };
}

/** Editors without names for questions, ours too, take the words of the text, cut with an ellipsis. */
function isBeginning(title: string, stem: string): boolean {
  const words = plainText(stem.replace(/\{\{ \}\}/g, '…'));
  const cut = title.replace(/(…|\.\.\.)$/, '').trim();
  return title === words || (cut !== title && cut !== '' && words.startsWith(cut));
}

function interactionsOf(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name.endsWith('Interaction') ? [child] : interactionsOf(child)));
}

function readerOf(interactions: readonly XmlElement[], names: readonly string[]): ReadBody | null {
  if (interactions.length === 1) return readers[names[0]!] ?? null;
  if (names.every((name) => name === 'textEntryInteraction' || name === 'inlineChoiceInteraction')) return blanksBody;
  const isEssay = names.every((name) => name === 'extendedTextInteraction' || name === 'uploadInteraction');
  const written = interactions.filter(({ name }) => name === 'extendedTextInteraction');
  return isEssay && written.length === 1 && interactions.length === 2 ? essayBody : null;
}

const GENERAL = /^(explanation|general|solution|rationale|loi-giai|giai-thich)/i;

/** What is said after an answer: of a choice, or of the whole question. */
function feedbackOf(item: XmlElement, texts: QtiTexts, doubts: Doubts, interactions: readonly XmlElement[]) {
  const feedback = new Map<string, string>();
  const general: string[] = [];
  const choices = new Set(interactions.flatMap(choicesOf).map(({ attributes }) => attributes.identifier ?? ''));
  for (const choice of interactions.flatMap(choicesOf)) {
    for (const said of childrenOf(choice, 'feedbackInline')) {
      const words = texts.markdown(said.children);
      if (words !== '') feedback.set(choice.attributes.identifier ?? '', words);
    }
  }
  for (const modal of childrenOf(item, 'modalFeedback')) {
    const identifier = modal.attributes.identifier ?? '';
    const words = texts.markdown(modal.children);
    if (words === '') continue;
    if (choices.has(identifier)) feedback.set(identifier, words);
    else if (GENERAL.test(identifier)) general.push(words);
    else doubts.say('warning', 'feedback-lost', identifier);
  }
  return { feedback, explanation: general.join('\n\n') };
}

/** The choices of an interaction, wherever they stand in it. */
export function choicesOf(interaction: XmlElement): XmlElement[] {
  return elementsOf(interaction).flatMap((child) => {
    if (child.name === 'simpleMatchSet') return choicesOf(child);
    return /^(simpleChoice|simpleAssociableChoice|inlineChoice|gapText|gapImg)$/.test(child.name) ? [child] : [];
  });
}

/** Names what an item has and the product has no place for. */
function namePartsLost(item: XmlElement, doubts: Doubts): void {
  if (item.attributes.adaptive === 'true') doubts.say('warning', 'part-lost', 'adaptive');
  if (item.attributes.timeDependent === 'true') doubts.say('hint', 'part-lost', 'timeDependent');
  for (const name of ['templateProcessing', 'companionMaterialsInfo', 'catalogInfo']) {
    if (childOf(item, name)) doubts.say('warning', 'part-lost', name);
  }
}
