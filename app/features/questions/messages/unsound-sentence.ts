/** What keeps a question from being used, as `validateQuestion` names it: a field of the form and a code. */
export interface UnsoundWords {
  /** Nouns of fields: of a list, of one row of it, of a part of a row. */
  parts: Readonly<Record<string, string>>;
  /** Nouns of whole lists, where the language has another word for several. */
  lists: Readonly<Record<string, string>>;
  /** 'the remark' and 'option B' as one phrase. */
  of: (part: string, row: string) => string;
  /** By code; `kind` is what a row of the list is called, and empty where the field is no row. */
  faults: Readonly<Record<string, (part: string, kind: string) => string>>;
  /** Of a part or a code without a word. */
  something: string;
  other: (part: string) => string;
}

const lettered = ['options', 'choices'];
/** Parts that are the row itself. */
const silent = ['text', 'id'];

/** 'options[14].text duplicate' as a sentence that names the part; a field or code that has no word is never shown as it is. */
export function unsoundSentence(detail: string, words: UnsoundWords): string {
  const gap = detail.lastIndexOf(' ');
  const field = gap < 0 ? '' : detail.slice(0, gap);
  const fault = Object.hasOwn(words.faults, detail.slice(gap + 1)) ? words.faults[detail.slice(gap + 1)] : undefined;
  const rows: string[] = [];
  let kind = '';
  let leaf = '';
  for (const step of field.split('.').filter(Boolean)) {
    const [, name = '', index] = /^(\w+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const noun = Object.hasOwn(words.parts, name) ? words.parts[name]! : words.something;
    if (index !== undefined) {
      const place = Number(index);
      kind = noun;
      rows.push(`${noun} ${lettered.includes(name) && place < 26 ? String.fromCharCode(65 + place) : place + 1}`);
    } else if (!silent.includes(name)) leaf = Object.hasOwn(words.lists, name) ? words.lists[name]! : noun;
  }
  const row = rows.join(', ');
  const part = leaf === '' ? row || words.something : row === '' ? leaf : words.of(leaf, row);
  return fault ? fault(part, kind) : words.other(part);
}
