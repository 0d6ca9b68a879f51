import type { WordLook } from './word-document.ts';
import { child, settingOf, type XmlNode } from './xml-tree.ts';

/** A look as one place of the document says it: undefined where it says nothing, so that what is below shows. */
export interface SaidLook {
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  isStruck?: boolean;
  isHidden?: boolean;
  colour?: string;
  highlight?: string;
  script?: 'up' | 'down' | '';
  font?: string;
}

/** What a paragraph style says of itself. */
export interface ParagraphStyle {
  look: SaidLook;
  heading: number | null;
  isQuote: boolean;
  isContents: boolean;
  numbering: { list: string | null; depth: number | null };
}

/** The styles of a document by id. */
export interface WordStyles {
  paragraph(id: string | undefined): ParagraphStyle;
  character(id: string | undefined): SaidLook;
}

const isOn = (node: XmlNode | undefined): boolean | undefined =>
  node ? !['0', 'false', 'off', 'none'].includes(node.at.val ?? '') : undefined;
const BLACK = /^(auto|0{6})$/i;
const THEME_BLACK = /^(text1|dark1)$/;
const CLEAR = /^(none|auto|clear|white|black|f{6}|0{6})$/i;
const QUOTE = /^(intense quote|quote|quotations|block text|trích dẫn|trích dẫn mạnh)$/i;
const CONTENTS = /^(toc \d|toc heading|contents heading|contents \d)$/i;

/** The look that an `rPr` says. */
export function saidLook(properties: XmlNode | undefined): SaidLook {
  const said: SaidLook = {};
  for (const node of properties?.children ?? []) {
    const { name, at } = node;
    if (name === 'b') said.isBold = isOn(node);
    else if (name === 'i') said.isItalic = isOn(node);
    else if (name === 'u') said.isUnderlined = isOn(node);
    else if (name === 'strike' || name === 'dstrike') said.isStruck = isOn(node);
    else if (name === 'vanish' || name === 'webHidden') said.isHidden = isOn(node);
    else if (name === 'vertAlign') said.script = at.val === 'superscript' ? 'up' : at.val === 'subscript' ? 'down' : '';
    else if (name === 'color') said.colour = colourOf(at);
    else if (name === 'highlight') said.highlight = CLEAR.test(at.val ?? '') ? '' : (at.val ?? '');
    else if (name === 'shd') said.highlight = CLEAR.test(at.fill ?? 'auto') ? '' : at.fill!;
    else if (name === 'rFonts') said.font = at.ascii ?? at.hAnsi ?? said.font;
  }
  // LibreOffice writes small letters above the line as raised and small.
  const raised = Number(settingOf(properties, 'position') ?? 0);
  if (Math.abs(raised) > 1 && said.script === undefined && child(properties, 'sz')) {
    said.script = raised > 0 ? 'up' : 'down';
  }
  return said;
}

function colourOf({ val = 'auto', themeColor }: Readonly<Record<string, string>>): string {
  if (themeColor !== undefined) return THEME_BLACK.test(themeColor) ? '' : themeColor;
  if (BLACK.test(val) || !/^[0-9a-f]{6}$/i.test(val)) return '';
  // A grey as dark as print is black to every reader.
  return [0, 2, 4].every((at) => Number.parseInt(val.slice(at, at + 2), 16) < 0x48) ? '' : val.toUpperCase();
}

/** What is said at the nearer place, and below it what is said farther off. */
export const above = (near: SaidLook, far: SaidLook): SaidLook => {
  const both: Record<string, unknown> = { ...far };
  for (const key in near) {
    const value = near[key as keyof SaidLook];
    if (value !== undefined) both[key] = value;
  }
  return both as SaidLook;
};

/** Only what differs from plain. */
export function shownLook(said: SaidLook): WordLook {
  const look: WordLook = {};
  if (said.isBold) look.isBold = true;
  if (said.isItalic) look.isItalic = true;
  if (said.isUnderlined) look.isUnderlined = true;
  if (said.isStruck) look.isStruck = true;
  const colour = said.highlight || said.colour;
  if (colour) look.colour = colour;
  if (said.script) look.script = said.script;
  return look;
}

export function readStyles(root: XmlNode | null): WordStyles {
  const byId = new Map<string, XmlNode>();
  const defaults = saidLook(child(child(child(root ?? undefined, 'docDefaults'), 'rPrDefault'), 'rPr'));
  let usual: string | undefined;
  for (const node of root?.children ?? []) {
    if (node.name !== 'style') continue;
    const id = node.at.styleId ?? '';
    byId.set(id, node);
    if (node.at.type === 'paragraph' && ['1', 'true'].includes(node.at.default ?? '')) usual = id;
  }
  /** From the style itself to what it is based on; a circle ends where it closes. */
  const chainOf = (id: string | undefined): XmlNode[] => {
    const chain: XmlNode[] = [];
    for (let node = byId.get(id ?? ''); node && chain.length < 30; node = byId.get(settingOf(node, 'basedOn') ?? '')) {
      if (chain.includes(node)) break;
      chain.push(node);
    }
    return chain;
  };
  const paragraphs = new Map<string | undefined, ParagraphStyle>();
  const characters = new Map<string | undefined, SaidLook>();
  const lookOf = (chain: readonly XmlNode[], base: SaidLook) =>
    [...chain].reverse().reduce((look, style) => above(saidLook(child(style, 'rPr')), look), base);
  return {
    paragraph(id) {
      const known = paragraphs.get(id);
      if (known) return known;
      const chain = chainOf(id !== undefined && byId.has(id) ? id : usual);
      const names = chain.map((style) => (settingOf(style, 'name') ?? '').trim());
      const properties = chain.map((style) => child(style, 'pPr'));
      const numbers = properties.map((one) => child(one, 'numPr'));
      const depth = numbers.map((one) => settingOf(one, 'ilvl')).find((one) => one !== undefined);
      const style: ParagraphStyle = {
        look: lookOf(chain, defaults),
        heading: headingOf(names, properties),
        isQuote: names.some((name) => QUOTE.test(name)),
        isContents: names.some((name) => CONTENTS.test(name)),
        numbering: {
          list: numbers.map((one) => settingOf(one, 'numId')).find((one) => one !== undefined) ?? null,
          depth: depth === undefined ? null : Number(depth),
        },
      };
      paragraphs.set(id, style);
      return style;
    },
    character(id) {
      let look = characters.get(id);
      if (!look) {
        look = lookOf(chainOf(id), {});
        characters.set(id, look);
      }
      return look;
    },
  };
}

/** By the name that Word gives its own styles in every language, else by the level in the outline. */
function headingOf(names: readonly string[], properties: readonly (XmlNode | undefined)[]): number | null {
  for (const [index, name] of names.entries()) {
    const level = /^heading ([1-9])$/i.exec(name)?.[1];
    if (level) return Number(level);
    if (/^title$/i.test(name)) return 0;
    const outline = outlineOf(properties[index]);
    if (outline !== undefined) return outline;
  }
  return null;
}

/** The heading that a `pPr` makes of its paragraph: null for text, undefined where it says nothing. */
export function outlineOf(properties: XmlNode | undefined): number | null | undefined {
  const level = settingOf(properties, 'outlineLvl');
  if (level === undefined) return undefined;
  const number = Number(level);
  return number >= 0 && number < 9 ? number + 1 : null;
}
