import { splitTone, withTone } from '#app/kernel/vietnamese-letters.ts';

/** Encodings of Vietnamese from before Unicode, as rosters typed in old offices still have them. */
export const legacyEncodings = ['tcvn3', 'vni', 'windows-1258'] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];

type Table = ReadonlyMap<string, string>;

const reversed = (table: Table): Table => new Map([...table].map(([letter, code]) => [code, letter]));

/** Letters in the order of the codes beside them; a text of characters 0 to 255 stands for the bytes. */
function tableOf(letters: string, codes: string): Map<string, string> {
  const bytes = codes.split(' ').map((code) => String.fromCharCode(Number.parseInt(code, 16)));
  return new Map([...letters].map((letter, index) => [letter, bytes[index]!]));
}

/** TCVN 5712:1993 VN3 (ABC): capitals with a tone have no code, fonts with a final H draw small letters as capitals. */
const tcvn3 = tableOf(
  'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ',
  'A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD AE B5 B6 B7 B8 B9 BB BC BD BE C6 C7 C8 C9 CA CB CC CE CF D0 D1 D2 D3 D4 D5 D6 D7 D8 DC DD DE DF E1 E2 E3 E4 E5 E6 E7 E8 E9 EA EB EC ED EE EF F1 F2 F3 F4 F5 F6 F7 F8 F9 FA FB FC FD FE',
);
const tcvn3Back = reversed(tcvn3);

/** VNI-Windows: a plain letter and after it a sign for mark and tone together; some letters have a code of their own. */
const vniSigns: Record<string, readonly string[]> = {
  // No tone, huyền, hỏi, ngã, sắc, nặng.
  '': ['', '\xf8', '\xfb', '\xf5', '\xf9', '\xef'],
  '\u0302': ['\xe2', '\xe0', '\xe5', '\xe3', '\xe1', '\xe4'],
  '\u0306': ['\xea', '\xe8', '\xfa', '\xfc', '\xe9', '\xeb'],
};
const vniOwn: Record<string, string> = { í: '\xed', ì: '\xec', ỉ: '\xe6', ĩ: '\xf3', ị: '\xf2', ỵ: '\xee', đ: '\xf1' };
const vniHorned: Record<string, string> = { ơ: '\xf4', ư: '\xf6' };

function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  const put = (letter: string, code: string) => {
    table.set(letter, code);
    // Capitals stand 32 codes before their small letters, sign and letter alike.
    table.set(
      letter.toUpperCase(),
      code.replace(/[\xe0-\xff]/g, lowered(-32)).replace(/^[a-z]/, (c) => c.toUpperCase()),
    );
  };
  for (const base of 'aăâeêioôơuưy') {
    const [plain = '', mark = ''] = [...base.normalize('NFD')];
    for (const tone of [0, 1, 2, 3, 4, 5] as const) {
      const letter = withTone(base, tone);
      const own = vniOwn[letter];
      if (own) put(letter, own);
      else if (base in vniHorned) put(letter, vniHorned[base]! + vniSigns['']![tone]!);
      else if (mark !== '' || tone > 0) put(letter, plain + vniSigns[mark]![tone]!);
    }
  }
  put('đ', vniOwn.đ!);
  return table;
}
const lowered = (by: number) => (code: string) => String.fromCharCode(code.charCodeAt(0) + by);

const vni = vniTable();
const vniBack = reversed(vni);

/** Windows-1258: some letters whole, every tone a sign of its own after its letter. */
const cp1258 = tableOf('ĂăĐđƠơƯưÂâÊêÔô', 'C3 E3 D0 F0 D5 F5 DD FD C2 E2 CA EA D4 F4');
const cp1258Back = reversed(cp1258);
const cp1258Tones = ['', '\xcc', '\xd2', '\xde', '\xec', '\xf2'];
const combining: Record<string, string> = {
  '\xcc': '\u0300',
  '\xd2': '\u0309',
  '\xde': '\u0303',
  '\xec': '\u0301',
  '\xf2': '\u0323',
};

/** The text that the characters 0 to 255 mean in an encoding, in NFC. What stands for nothing stays as it is. */
export function decodeLegacy(bytes: string, encoding: LegacyEncoding): string {
  if (encoding === 'tcvn3') return withCapitals([...bytes].map((code) => tcvn3Back.get(code) ?? code).join(''));
  if (encoding === 'windows-1258')
    return [...bytes]
      .map((code) => combining[code] ?? cp1258Back.get(code) ?? code)
      .join('')
      .normalize('NFC');
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const two = vniBack.get(bytes.slice(at, at + 2));
    if (two !== undefined && at + 1 < bytes.length) {
      text += two;
      at += 1;
    } else text += vniBack.get(bytes[at]!) ?? bytes[at]!;
  }
  return text.normalize('NFC');
}

/** The characters 0 to 255 that write a text in an encoding; null where it has no code for one of them. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): string | null {
  let bytes = '';
  for (const letter of text.normalize('NFC')) {
    const code = codeOf(letter, encoding);
    if (code === null) return null;
    bytes += code;
  }
  return bytes;
}

function codeOf(letter: string, encoding: LegacyEncoding): string | null {
  if (letter <= '\x7f') return letter;
  if (encoding === 'tcvn3') return tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? null;
  if (encoding === 'vni') return vni.get(letter) ?? null;
  const { letter: bare, tone } = splitTone(letter);
  const code = bare <= '\x7f' ? bare : cp1258.get(bare);
  return code === undefined ? null : code + cp1258Tones[tone]!;
}

/** TCVN3 knows no capitals with a tone: where every letter that can tell is a capital, the others were meant as such. */
const withCapitals = (text: string): string =>
  isInCapitals(text)
    ? text.toUpperCase()
    : text.replace(/[\p{L}\p{M}]{2,}/gu, (word) => (isInCapitals(word) ? word.toUpperCase() : word));

function isInCapitals(text: string): boolean {
  const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
  const telling = letters.filter((letter) => letter <= '\x7f' || 'ĂÂÊÔƠƯĐăâêôơưđ'.includes(letter));
  if (telling.length === 0 || telling.some((letter) => letter === letter.toLowerCase())) return false;
  // One capital at the beginning of a word says nothing of the letters after it.
  return telling.length > 1 || telling[0] !== letters[0];
}
