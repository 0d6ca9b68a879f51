import { renameBlankMarks } from '../../blank-marks.ts';
import { plainText } from '../../plain-text.ts';
import type { Blank, BlanksBody, NumericalBody, OrderScoring, QuestionBody, QuestionOption } from '../../question.ts';
import { percentOfFraction } from '../choice-weights.ts';
import { type HtmlWords, markdownToHtml } from '../markdown-to-html.ts';
import { namesIn } from '../print-addresses.ts';
import type { PrintQuestion } from '../print-question.ts';
import { TRUTH_WORDS } from '../truth-words.ts';
import { xmlAttribute, xmlMarkup, xmlText } from '../xml/write-xml.ts';

/** The content of a file by its name, in base64. */
type ContentOf = (name: string) => string;

const words: HtmlWords = {
  formula: (latex, isBlock) => escapeHtml(isBlock ? `\\[${latex}\\]` : `\\(${latex}\\)`),
  sourceOf: (address) =>
    address.startsWith('attached:') ? `@@PLUGINFILE@@/${address.slice('attached:'.length)}` : null,
};

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const htmlOf = (markdown: string): string => markdownToHtml(markdown, words);

/** A question as an element of Moodle XML, in Moodle's own words only. */
export function moodleElement(question: PrintQuestion, contentOf: ContentOf): string {
  const { body, title, explanation, tags } = question;
  const write = new MoodleWriter(contentOf);
  const { type, lines, stem } = partsOf(body, write);
  const tagged = tags.map((tag) => `<tag><text>${xmlText(tag)}</text></tag>`).join('');
  return [
    `<question type="${type}">`,
    `<name><text>${xmlText(title)}</text></name>`,
    stem ?? write.text('questiontext', body.stem),
    write.text('generalfeedback', explanation),
    '<defaultgrade>1</defaultgrade>',
    ...lines,
    ...(tagged === '' ? [] : [`<tags>${tagged}</tags>`]),
    '</question>',
  ].join('\n');
}

interface Parts {
  type: string;
  lines: string[];
  /** The text of the question where more than the stem stands in it. */
  stem?: string;
}

function partsOf(body: QuestionBody, write: MoodleWriter): Parts {
  switch (body.type) {
    case 'single': {
      const lines = body.options.map((option) => write.answer(option.id === body.correct ? '100' : '0', option));
      return { type: 'multichoice', lines: [setting('single', 'true'), ...orderOf(body.options), ...lines] };
    }
    case 'multiple': {
      const share = String(Number((100 / body.correct.length).toFixed(5)));
      const wrong = body.scoring === 'right-minus-wrong' ? `-${share}` : '0';
      const lines = body.options.map((option) =>
        write.answer(body.correct.includes(option.id) ? share : wrong, option),
      );
      return { type: 'multichoice', lines: [setting('single', 'false'), ...orderOf(body.options), ...lines] };
    }
    case 'true-false': {
      const line = (answer: boolean, feedback = '') =>
        write.rawAnswer(body.answer === answer ? '100' : '0', String(answer), write.text('feedback', feedback));
      return { type: 'truefalse', lines: [line(true, body.feedbackTrue), line(false, body.feedbackFalse)] };
    }
    case 'short-answer': {
      const lines = body.answers.map(({ text, fraction }) =>
        write.rawAnswer(percentOfFraction(fraction), text.replace(/\*/g, '\\*')),
      );
      return { type: 'shortanswer', lines: [setting('usecase', body.matching.case ? '1' : '0'), ...lines] };
    }
    case 'numerical':
      return { type: 'numerical', lines: numericalLines(body, write) };
    case 'matching': {
      const choices = new Map(body.choices.map(({ id, text }) => [id, plainText(text)]));
      const used = new Set(Object.values(body.pairs));
      return {
        type: 'matching',
        lines: [
          setting('shuffleanswers', 'true'),
          ...body.prompts.map(({ id, text }) => write.pair(text, choices.get(body.pairs[id] ?? '') ?? '')),
          ...body.choices.filter(({ id }) => !used.has(id)).map(({ text }) => write.pair('', plainText(text))),
        ],
      };
    }
    case 'cluster': {
      const said = body.statements.map(({ answer }) => TRUTH_WORDS[answer ? 'true' : 'false']);
      const unsaid = Object.values(TRUTH_WORDS).filter((word) => !said.includes(word));
      return {
        type: 'matching',
        lines: [
          setting('shuffleanswers', 'true'),
          ...body.statements.map(({ text }, index) => write.pair(text, said[index]!)),
          ...unsaid.map((word) => write.pair('', word)),
        ],
      };
    }
    case 'ordering': {
      const lines = body.items.map(({ text }, index) => write.answer(String(index + 1), { text }));
      return {
        type: 'ordering',
        lines: [
          setting('layouttype', 'VERTICAL'),
          setting('selecttype', 'ALL'),
          setting('gradingtype', GRADINGS[body.scoring]),
          ...lines,
        ],
      };
    }
    case 'blanks':
      return { type: 'cloze', lines: [], stem: write.markup('questiontext', clozeOf(body), body.stem) };
    case 'essay': {
      const { minWords, maxWords, maxFiles, markerNotes, rubric } = body;
      const criteria = rubric.map(({ text, levels }) =>
        [`- ${oneLine(text)}`, ...levels.map((level) => `   - ${level.points}: ${oneLine(level.text)}`)].join('\n'),
      );
      const notes = [markerNotes, criteria.join('\n')].filter((part) => part !== '').join('\n\n');
      return {
        type: 'essay',
        lines: [
          ...[
            setting('responseformat', 'editor'),
            setting('responserequired', '1'),
            setting('responsefieldlines', '15'),
          ],
          ...(minWords > 0 ? [setting('minwordlimit', String(minWords))] : []),
          ...(maxWords > 0 ? [setting('maxwordlimit', String(maxWords))] : []),
          ...[setting('attachments', String(maxFiles)), setting('attachmentsrequired', '0')],
          write.text('graderinfo', notes),
        ],
      };
    }
  }
}

const GRADINGS: Record<OrderScoring, string> = {
  'all-or-nothing': 'ALL_OR_NOTHING',
  'in-place': 'ABSOLUTE_POSITION',
  'next-to': 'RELATIVE_NEXT_EXCLUDE_LAST',
};

const setting = (name: string, value: string): string => `<${name}>${value}</${name}>`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Moodle keeps the order of all options or of none. */
const orderOf = (options: readonly QuestionOption[]): string[] => [
  setting('shuffleanswers', options.every(({ fixed }) => fixed) ? 'false' : 'true'),
];

function numericalLines({ answers, units, unitPolicy, unitPenalty }: NumericalBody, write: MoodleWriter): string[] {
  const lines = answers.map(({ value, tolerance, toleranceKind, fraction, feedback }) => {
    const around = toleranceKind === 'relative' ? Math.abs(value) * tolerance : tolerance;
    const rest = `${feedback ? write.text('feedback', feedback) : ''}${setting('tolerance', String(around))}`;
    return write.rawAnswer(percentOfFraction(fraction), String(value), rest);
  });
  if (units.length === 0) return lines;
  const written = units.map(
    ({ name, factor }) =>
      `<unit>${setting('multiplier', multiplierOf(factor))}<unit_name>${xmlText(name)}</unit_name></unit>`,
  );
  return [
    ...lines,
    `<units>${written.join('')}</units>`,
    // 2: the penalty is a share of the whole mark.
    setting('unitgradingtype', unitPolicy === 'required' ? '2' : '0'),
    setting('unitpenalty', String(unitPenalty)),
    setting('showunits', unitPolicy === 'not-asked' ? '3' : '0'),
    setting('unitsleft', '0'),
  ];
}

/** How many of a unit make one, written so that its inverse is the factor again. */
function multiplierOf(factor: number): string {
  for (let digits = 1; digits <= 16; digits += 1) {
    const text = (1 / factor).toPrecision(digits);
    if (1 / Number(text) === factor) return String(Number(text));
  }
  return String(1 / factor);
}

/** The stem with Moodle's embedded answers in place of the marks. */
function clozeOf({ stem, blanks }: BlanksBody): string {
  const byId = new Map(blanks.map((blank) => [blank.id, blank]));
  const marks: string[] = [];
  const marked = renameBlankMarks(stem, (id) => {
    if (!byId.has(id)) return undefined;
    return String(marks.push(id) - 1);
  });
  const placed = new Set<number>();
  const html = htmlOf(marked).replace(/<[^>]*>|\{\{(\d+)\}\}|\{/g, (mark, place: string | undefined) => {
    const at = Number(place);
    // A brace of the text itself would begin an answer; so would one within a tag.
    if (place === undefined || marks[at] === undefined || placed.has(at)) return mark.replace(/\{/g, '&#123;');
    placed.add(at);
    return clozeAnswers(byId.get(marks[at])!);
  });
  // What a table or a picture swallowed stands behind the text.
  const rest = marks.filter((_, at) => !placed.has(at)).map((id) => clozeAnswers(byId.get(id)!));
  return rest.length > 0 ? `${html}<p>${rest.join(' ')}</p>` : html;
}

function clozeAnswers(blank: Blank): string {
  const line = (fraction: number, html: string) => {
    const text = html
      .replace(/[}#~\\]/g, '\\$&')
      .replace(/&\\#/g, '&#')
      .replace(/\s*\n\s*/g, ' ');
    if (fraction === 1) return /^%/.test(text) ? `%100%${text}` : `=${text}`;
    if (fraction === 0) return /^[=%]/.test(text) ? `%0%${text}` : text;
    return `%${percentOfFraction(fraction)}%${text}`;
  };
  const weight = String(blank.weight);
  switch (blank.kind) {
    case 'choice':
      return `{${weight}:MULTICHOICE:${blank.options.map(({ id, text }) => line(id === blank.correct ? 1 : 0, htmlOf(text))).join('~')}}`;
    case 'text': {
      const lines = blank.answers.map(({ text, fraction }) =>
        line(fraction, escapeHtml(text.replace(/\ue002/g, '').replace(/\*/g, '\ue002'))).replace(/\ue002/g, '\\*'),
      );
      return `{${weight}:${blank.matching.case ? 'SHORTANSWER_C' : 'SHORTANSWER'}:${lines.join('~')}}`;
    }
    case 'number': {
      const lines = blank.answers.map(({ value, tolerance, fraction }) => line(fraction, `${value}:${tolerance}`));
      return `{${weight}:NUMERICAL:${lines.join('~')}}`;
    }
  }
}

class MoodleWriter {
  readonly #contentOf: ContentOf;

  constructor(contentOf: ContentOf) {
    this.#contentOf = contentOf;
  }

  /** An element that holds a text with its files. */
  text(name: string, markdown: string): string {
    return this.markup(name, htmlOf(markdown), markdown);
  }

  markup(name: string, html: string, markdown: string): string {
    return `<${name} format="html">${this.#textAndFiles(html, markdown)}</${name}>`;
  }

  answer(fraction: string, { text, feedback }: { text: string; feedback?: string }): string {
    const said = feedback ? this.text('feedback', feedback) : '';
    return `<answer fraction="${fraction}" format="html">${this.#textAndFiles(htmlOf(text), text)}${said}</answer>`;
  }

  rawAnswer(fraction: string, text: string, rest = ''): string {
    return `<answer fraction="${fraction}" format="moodle_auto_format"><text>${xmlText(text)}</text>${rest}</answer>`;
  }

  pair(prompt: string, choice: string): string {
    return `<subquestion format="html">${this.#textAndFiles(htmlOf(prompt), prompt)}<answer><text>${xmlText(choice)}</text></answer></subquestion>`;
  }

  #textAndFiles(html: string, markdown: string): string {
    const files = namesIn(markdown).map(
      (name) => `<file name="${xmlAttribute(name)}" path="/" encoding="base64">${this.#contentOf(name)}</file>`,
    );
    return `<text>${xmlMarkup(html)}</text>${files.join('')}`;
  }
}
