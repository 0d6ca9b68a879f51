import type { Messages } from '#app/platform/i18n/messages.ts';
import { named } from './format-details-en.ts';
import type { vi } from './import-vi.ts';
import { unsound } from './unsound-en.ts';

export const en: Messages<typeof vi> = {
  formats: {
    ...{ gift: 'GIFT', aiken: 'Aiken', text: 'A paper as text', docx: 'Word document' },
    ...{ 'moodle-xml': 'Moodle XML', qti: 'QTI', xlsx: 'Excel workbook', csv: 'CSV table' },
  },
  severities: { error: 'Left out', warning: 'To be checked', hint: 'Note' },
  line: (line: number) => `line ${line}`,
  /** Why a file is not read at all. */
  refusals: {
    'empty-file': 'The file is empty',
    'too-large': 'The file is too large',
    'not-a-zip': 'The file is damaged, or not of the kind that its name says',
    'old-office': 'A file of old Word or Excel (.doc, .xls): open it and save it as .docx or .xlsx',
    'with-password': 'The file has a password: take it off and send the file again',
    damaged: 'The file is damaged',
    'zip-bomb': 'What the file would unpack to is too large, so it is not opened',
    'unsafe-name': 'The package holds unsafe file names, so it is not opened',
    'with-macros': 'The file holds macros: save it as .docx or .xlsx without them',
    'xml-entities': 'The XML declares entities (DOCTYPE), so it is not opened',
    'xml-too-deep': 'The XML nests too deep, so it is not opened',
    'broken-utf8': 'The letters of the file cannot be read: save it as UTF-8',
    'not-text':
      'This is no file of questions (PDF, picture, RTF ...): use Word, Excel, text, GIFT, Aiken, Moodle XML or QTI',
    'unknown-package': 'The package holds no questions that can be read',
  },
  exported: {
    written: (count, file) => `${count} questions were written into ${file}`,
    loss: (question, isLeftOut, lost) =>
      isLeftOut
        ? `Question ${question}: left out, the format cannot hold it (${lost})`
        : `Question ${question}: without ${lost}`,
    onlyHere: (question, kept) =>
      `Question ${question}: only this system reads ${kept}; other software does not see it`,
    lost: {
      type: 'the type',
      scoring: 'the way of scoring',
      fixed: 'options that keep their place',
      matching: 'the policy of comparing',
      tolerance: 'relative tolerance',
      units: 'units',
      marking: 'the rubric and notes for markers',
      difficulty: 'difficulty',
      source: 'source',
      feedback: 'remarks',
      explanation: 'explanation',
      tags: 'tags',
      category: 'category',
      title: 'name',
      pictures: 'pictures',
      markup: 'the look of texts',
      answers: 'options or the key',
    },
  },
  imported: {
    counts: ({ found, taken, known, near }) =>
      `${found} questions read; ${taken} taken; ${known} there already; ${near} near to others`,
    refused: 'Nothing was taken: mend what stands below, or take the good ones with --take-good',
    dryRun: (count) => `Dry run: ${count} questions would be taken, nothing is written`,
    near: ({ line, stem, to }) => `line ${line}: "${stem}" is near to ${to}`,
  },
  problems: {
    'empty-file': () => 'No question was found',
    'not-of-format': () => 'The file cannot be read in this format',
    'no-columns': () => 'There is no row of heads with Câu hỏi, Đáp án, Phương án A, B ...',
    'table-too-large': () => 'The table is too long: what follows this row is not read',
    'odd-cell': () => 'A cell holds an error, or a formula that was never computed',
    'unclosed-answers': () => 'The answers lack their closing }',
    'stray-brace': () => 'A { or } stands where it means nothing; written as text it is \\{ and \\}',
    'unknown-answers': () => 'What stands within { } is not understood',
    'not-a-question': () => 'A text without answers is no question',
    'no-options': () => 'There are neither options nor a key',
    'one-option': () => 'There is only one option',
    'too-many-options': () => 'There are too many options',
    'option-out-of-order': (detail: string) => `The options are not in order: ${detail} was expected`,
    'no-key': () => 'The right answer is not told',
    'two-keys': (detail: string) => `${detail} answers each earn the full mark`,
    'key-not-an-option': (detail: string) => `The key ${detail} is none of the options`,
    'key-for-no-question': (detail: string) =>
      detail === ''
        ? 'A key that belongs to no question'
        : `The table of keys has question ${detail}, the paper has not`,
    'key-differs': (detail: string) => `The key is told in two places, differently: ${detail}; the first is taken`,
    'no-stem': (detail: string) => (detail === '' ? 'A question without words' : `Question ${detail} has no words`),
    'bad-field': (detail: string) => `The line "${detail}" is not understood`,
    'bad-number': () => 'A number in the answers cannot be read',
    'bad-weight': () => 'A weight must be from -100% to 100%',
    'weights-changed': (detail: string) => `The weights of the file became the nearest rule (${named(detail)})`,
    'partial-credit-lost': () => 'What a wrong option earns is not kept: one choice is either right or wrong',
    'feedback-lost': () => 'Feedback on single answers is not kept',
    'wildcard-lost': (detail: string) => `An answer with * for any text is not kept: ${detail}`,
    'markup-lost': (detail: string) => `Markup that is not kept: ${detail}`,
    'number-missing': (detail: string) => `Question ${detail} is missing`,
    'number-twice': (detail: string) => `Question ${detail} is there twice`,
    'stray-text': () => 'A text that belongs to no question',
    'xml-broken': (detail: string) => `The XML is broken from here; only what stands above is read (${detail})`,
    'xml-entities': () => 'The XML declares a document type or entities (DOCTYPE), so it is not read',
    'xml-too-deep': (detail: string) => `The XML is nested deeper than ${detail} levels, so it is not read`,
    'xml-too-large': (detail: string) => `The XML is too large, so it is not read (${detail})`,
    unsupported: (detail: string) => `There is no such type of question here: ${named(detail)}`,
    'type-changed': (detail: string) => `The question becomes the nearest type: ${named(detail)}`,
    'part-lost': (detail: string) => `Not kept: ${named(detail)}`,
    'file-missing': (detail: string) => `A file that the question needs did not come with it: ${detail}`,
    'extras-stale': () =>
      'The question was edited in other software: the edit counts, and what only Học tập 35 knew of it is left out',
    'key-by-look': (detail: string) =>
      `The key is guessed by ${detail} letters, unlike how the other questions mark theirs`,
    'picture-no-words': (detail: string) => `A picture has no words for who cannot see it: ${detail}`,
    'picture-kind': (detail: string) =>
      `A picture of a kind that no page shows (EMF, WMF, TIFF...) is left out: ${detail}`,
    'picture-linked': (detail: string) => `A picture lies elsewhere and is not in the file: ${detail}`,
    'object-lost': (detail: string) =>
      `An embedded object cannot be read (chart, MathType...): ${named(detail)}; paste it as a picture or a Word formula`,
    'footnote-lost': (detail: string) => `A footnote is not kept: ${detail}`,
    'comment-lost': () => 'Comments in the margin are not taken in',
    'text-box': () => 'Words of a text box stand behind the paragraph that holds it; check the place',
    'formula-part': (detail: string) => `Part of a formula has no equivalent: ${detail}`,
    'changes-taken': () => 'The file has tracked changes: insertions are taken, deletions are gone',
    'hidden-text': (detail: string) => `Hidden text is not taken in: ${detail}`,
    'symbol-lost': (detail: string) => `A symbol of a font has no equivalent: ${detail}`,
    'field-lost': (detail: string) => `A field of Word cannot be read: ${detail}`,
    'merged-cells': () => 'A table has merged cells; they are taken apart, check the table',
    'margin-lost': (detail: string) => `The head or foot of the pages is not taken in: ${detail}`,
    unsound,
    other: () => 'Something to look at again',
  },
};
