import type { Blank, QuestionBody } from '../../question.ts';
import { letterId } from '../letter-ids.ts';
import { childOf, childrenOf } from '../xml/xml-element.ts';
import { type MoodleReading, rawText, settingOf } from './moodle-reading.ts';

/** Far more than a text may have. */
const MOST_GAPS = 200;
const GAP = /\[\[(\d{1,3})\]\]/g;

/** Moodle's "select missing words" and "drag and drop into text": `[[2]]` is where the second choice belongs. */
export function readGaps({ element, texts, doubts }: MoodleReading): QuestionBody | null {
  const text = childOf(element, 'questiontext');
  const isDragged = element.attributes.type === 'ddwtos';
  const choices = childrenOf(element, isDragged ? 'dragbox' : 'selectoption').map((choice) => ({
    text: texts.markdownOf(rawText(choice), choice),
    group: settingOf(choice, 'group') || '1',
  }));
  const blanks: Blank[] = [];
  const missing: string[] = [];
  const raw = rawText(text).replace(GAP, (mark, place: string) => {
    if (blanks.length > MOST_GAPS) return mark;
    const right = choices[Number(place) - 1];
    if (!right) {
      missing.push(place);
      return mark;
    }
    const options = choices.filter(({ group }) => group === right.group);
    const id = String(blanks.length + 1);
    blanks.push({
      ...{ id, kind: 'choice', weight: 1, correct: letterId(options.indexOf(right)) },
      options: options.map((option, index) => ({ id: letterId(index), text: option.text })),
    });
    return `{{${id}}}`;
  });
  if (blanks.length > MOST_GAPS || choices.length > MOST_GAPS) {
    doubts.say('error', 'unsound', 'blanks too-many');
    return null;
  }
  if (missing.length > 0) {
    doubts.say(
      'error',
      'key-not-an-option',
      missing
        .slice(0, 5)
        .map((place) => `[[${place}]]`)
        .join(', '),
    );
    return null;
  }
  if (blanks.length === 0 || !text) {
    doubts.say('error', 'no-options');
    return null;
  }
  if (isDragged) doubts.say('hint', 'type-changed', 'ddwtos');
  return { type: 'blanks', stem: texts.markdownOf(raw, text), blanks };
}
