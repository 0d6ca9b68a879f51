import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLegacy, guessTypedLegacy } from '#app/features/org/core/roster/encoding-guess.ts';
import { decodeLegacy, encodeLegacy, legacyEncodings } from '#app/features/org/core/roster/legacy-encodings.ts';
import { lettersOf } from '#app/features/org/core/roster/sheet-letters.ts';

const people = [
  'Nguyễn Văn Ấn',
  'Trần Thị Bích Ngọc',
  'Đặng Hữu Phước',
  'Huỳnh Ngọc Diễm',
  'Khuất Duy Tiến',
  'Quách Thị Thuở',
  'Đỗ Mạnh Hùng',
];
const letters = [
  ...'abcdeghiklmnopqrstuvxy áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ 0123456789-',
];
const lower = fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((all) => all.join(''));

describe('old Vietnamese encodings', () => {
  it.each(legacyEncodings)('%s: whatever is written is read again', (encoding) => {
    fc.assert(
      fc.property(lower, (text) => {
        expect(decodeLegacy(encodeLegacy(text, encoding)!, encoding)).toBe(text);
        // TCVN3 has no capitals with a tone; a text all in capitals is recognised by its other letters.
        const shouted = `NGƯỜI ${text.toUpperCase()}`;
        expect(decodeLegacy(encodeLegacy(shouted, encoding)!, encoding)).toBe(shouted);
      }),
    );
  });

  it('knows the bytes of each from the books', () => {
    expect(encodeLegacy('Nguyễn Thị Đào', 'tcvn3')).toBe('NguyÔn ThÞ §µo');
    expect(encodeLegacy('Nguyễn Thị Đào ở Ý Yên', 'vni')).toBe('Nguyeãn Thò Ñaøo ôû YÙ Yeân');
    expect(encodeLegacy('Nguyễn', 'windows-1258')).toBe('Nguy\xea\xden');
    expect(encodeLegacy('日本', 'tcvn3')).toBeNull();
  });

  it.each(legacyEncodings)('%s is told from the others by how it reads', (encoding) => {
    expect(guessLegacy(people.map((name) => encodeLegacy(name, encoding)!))).toBe(encoding);
  });

  it('takes no Unicode for old bytes, and nothing that reads as nothing', () => {
    expect(guessTypedLegacy(people)).toBeNull();
    expect(guessTypedLegacy(['Zoë Müller', 'François Élan'])).toBeNull();
    expect(guessLegacy(['\xfe\xfe\xff \xb0\xb0', '\x80\x81'])).toBeNull();
  });

  it('reads a sheet typed with ABC and VNI fonts, whatever the heads are set in', () => {
    const typed = people.map((name) => ({ text: encodeLegacy(name, 'tcvn3')!, font: '.VnTime' }));
    const read = lettersOf([{ text: 'Họ và tên' }, ...typed], { isBytes: false });
    expect(typed.slice(1).map((cell) => read!.textOf(cell))).toEqual(people.slice(1));
    const vni = people.map((name) => ({ text: encodeLegacy(name, 'vni')! }));
    const guessed = lettersOf([{ text: 'Số hiệu' }, ...vni], { isBytes: false });
    expect(guessed).toMatchObject({ legacy: 'vni' });
    expect(guessed!.textOf({ text: 'Họ và tên' })).toBe('Họ và tên');
    expect(vni.map((cell) => guessed!.textOf(cell))).toEqual(people);
  });
});
