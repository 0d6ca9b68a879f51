import { latexOf } from './omml.ts';
import type {
  WordBlock,
  WordDocument,
  WordFault,
  WordLook,
  WordLoss,
  WordLossCode,
  WordParagraph,
  WordPiece,
  WordTable,
} from './word-document.ts';
import { partsOfDrawing } from './word-drawing.ts';
import { WordFields } from './word-fields.ts';
import { marginTexts } from './word-margins.ts';
import { WordNumbering } from './word-numbering.ts';
import { WordParts } from './word-parts.ts';
import { pictureName, wordsOfPicture } from './word-picture.ts';
import {
  above,
  outlineOf,
  type ParagraphStyle,
  readStyles,
  type SaidLook,
  saidLook,
  shownLook,
  type WordStyles,
} from './word-styles.ts';
import { symbolOf } from './word-symbols.ts';
import { cellsOfTable } from './word-table.ts';
import { child, readTree, settingOf, WordFaultError, type XmlNode } from './xml-tree.ts';

export interface WordOptions {
  /** Letters that were typed with a font from before Unicode, as Unicode. */
  decode?: (text: string, font: string) => string;
}

/**
 * Reads the text of a Word document from its parts: paragraphs with their looks, numbers that Word writes itself, tables,
 * pictures, formulas; what a reader of the document would not see (deleted, hidden) is left out. Whatever is not expressed
 * is named in `losses`. Never throws: with `fault` there is nothing else.
 */
export function readWord(parts: ReadonlyMap<string, Uint8Array>, options: WordOptions = {}): WordDocument {
  try {
    const packed = new WordParts(parts);
    const document = packed.get(packed.main);
    if (!document) return refused('not-word');
    const reader = new WordReader(packed, options);
    let isWord = false;
    const root = readTree(document, { within: 'body', each: (node) => reader.block(node) });
    isWord = root.name === 'document';
    return isWord ? reader.end() : refused('not-word');
  } catch (error) {
    if (error instanceof WordFaultError) return refused(error.fault);
    // Whatever else goes wrong in a file made to go wrong is the file's fault, and nothing of it is used.
    if (error instanceof RangeError) return refused('too-large');
    throw error;
  }
}

const refused = (fault: WordFault): WordDocument => ({ blocks: [], attached: [], losses: [], fault });

class WordReader {
  readonly #parts: WordParts;
  readonly #styles: WordStyles;
  readonly #numbering: WordNumbering;
  readonly #decode: WordOptions['decode'];
  readonly #blocks: WordBlock[] = [];
  readonly #attached = new Map<string, Uint8Array>();
  readonly #losses: WordLoss[] = [];
  #notes: Map<string, string> | null = null;
  #place = 0;
  #pieces: WordPiece[] = [];
  #base: SaidLook = {};
  #href: string | undefined;
  #fields = new WordFields();
  /** Text boxes of the paragraph under way: they stand behind it. */
  #boxes: XmlNode[] = [];
  /** A paragraph whose mark was deleted: the next one goes on in it. */
  #joined: WordParagraph | null = null;
  #boxDepth = 0;

  constructor(parts: WordParts, { decode }: WordOptions) {
    this.#parts = parts;
    this.#decode = decode;
    this.#styles = readStyles(parts.tree('styles'));
    this.#numbering = new WordNumbering(parts.tree('numbering'));
  }

  end(): WordDocument {
    const attached = [...this.#attached].map(([name, bytes]) => ({ name, bytes }));
    this.#place = 1;
    for (const text of marginTexts(this.#parts)) this.#lose('margin', text);
    return { blocks: this.#blocks, attached, losses: this.#losses, fault: null };
  }

  block(node: XmlNode): void {
    this.#blocks.push(...this.#read(node));
  }

  #lose(code: WordLossCode, detail = ''): void {
    // Tracked changes and the like are said once, not for each of a thousand places.
    const isOnce = code === 'changes' || code === 'comment' || code === 'hidden-text';
    if (isOnce && this.#losses.some((loss) => loss.code === code)) return;
    this.#losses.push({
      code,
      place: Math.max(1, this.#place),
      detail: detail.replace(/\s+/g, ' ').trim().slice(0, 120),
    });
  }

  #read(node: XmlNode): WordBlock[] {
    switch (node.name) {
      case 'p':
        return this.#paragraph(node);
      case 'tbl':
        return [this.#table(node)];
      case 'del':
      case 'moveFrom':
        this.#lose('changes');
        return [];
      case 'sdt':
        return this.#all(child(node, 'sdtContent'));
      case 'ins':
      case 'moveTo':
        this.#lose('changes');
        return this.#all(node);
      case 'smartTag':
      case 'customXml':
        return this.#all(node);
      case 'AlternateContent':
        return this.#all(child(node, 'Choice') ?? child(node, 'Fallback'));
      case 'altChunk':
        this.#lose('object', 'altChunk');
        return [];
      case 'oMathPara':
      case 'oMath':
        return this.#paragraph({ name: 'p', at: {}, text: '', children: [node] });
      default:
        return [];
    }
  }

  #all(node: XmlNode | undefined): WordBlock[] {
    return (node?.children ?? []).flatMap((one) => this.#read(one));
  }

  #paragraph(node: XmlNode): WordBlock[] {
    this.#place += 1;
    const place = this.#place;
    const properties = child(node, 'pPr');
    const style = this.#styles.paragraph(settingOf(properties, 'pStyle'));
    const outer = {
      pieces: this.#pieces,
      base: this.#base,
      boxes: this.#boxes,
      fields: this.#fields,
      href: this.#href,
    };
    // A field may reach over several paragraphs; one of a text box may not.
    if (this.#boxDepth > 0) this.#fields = new WordFields();
    this.#pieces = [];
    this.#base = style.look;
    this.#boxes = [];
    this.#href = undefined;
    const label = this.#label(properties, style);
    for (const one of node.children) this.#inline(one);
    const [pieces, boxes] = [this.#pieces, this.#boxes];
    this.#pieces = outer.pieces;
    this.#base = outer.base;
    this.#boxes = outer.boxes;
    this.#href = outer.href;
    if (this.#boxDepth > 0) this.#fields = outer.fields;
    const outline = outlineOf(properties);
    const heading = outline === undefined ? style.heading : outline;
    const { isQuote, isContents } = style;
    const paragraph: WordParagraph = { kind: 'paragraph', place, heading, isQuote, isContents, label, pieces };
    const isMarkDeleted = child(child(properties, 'rPr'), 'del') !== undefined;
    const joined = this.#joined;
    if (joined) {
      joined.pieces.push(...pieces);
      if (!isMarkDeleted) this.#joined = null;
    } else if (isMarkDeleted) {
      this.#lose('changes');
      this.#joined = paragraph;
    }
    const behind = boxes.flatMap((box) => this.#box(box));
    return joined ? behind : [paragraph, ...behind];
  }

  #box(node: XmlNode): WordBlock[] {
    this.#boxDepth += 1;
    const blocks = this.#boxDepth > 20 ? [] : this.#all(node);
    this.#boxDepth -= 1;
    return blocks;
  }

  #label(properties: XmlNode | undefined, style: ParagraphStyle): WordParagraph['label'] {
    const own = child(properties, 'numPr');
    const list = settingOf(own, 'numId') ?? style.numbering.list;
    if (list === null || list === '0') return null;
    const depth = Number(settingOf(own, 'ilvl') ?? style.numbering.depth ?? 0);
    // A paragraph that was deleted with all its words still stands there, without a number.
    const label = this.#numbering.next(list, depth);
    if (!label || (label.text.trim() === '' && !label.isBullet)) return null;
    const said = above(label.look, above(saidLook(child(properties, 'rPr')), style.look));
    return { text: label.text.trim(), isBullet: label.isBullet, depth, look: shownLook(said) };
  }

  #inline(node: XmlNode): void {
    switch (node.name) {
      case 'r':
        this.#run(node);
        break;
      case 'hyperlink': {
        const outer = this.#href;
        const relation = this.#parts.relations.get(node.at.id ?? '');
        if (relation?.isOutside) this.#href = relation.target;
        for (const one of node.children) this.#inline(one);
        this.#href = outer;
        break;
      }
      case 'ins':
      case 'moveTo':
        this.#lose('changes');
        for (const one of node.children) this.#inline(one);
        break;
      case 'del':
      case 'moveFrom':
        this.#lose('changes');
        break;
      case 'oMath':
        this.#formula(node, false);
        break;
      case 'oMathPara':
        for (const one of node.children) if (one.name === 'oMath') this.#formula(one, true);
        break;
      case 'AlternateContent':
        for (const one of (child(node, 'Choice') ?? child(node, 'Fallback'))?.children ?? []) this.#inline(one);
        break;
      case 'sdt':
        for (const one of child(node, 'sdtContent')?.children ?? []) this.#inline(one);
        break;
      case 'smartTag':
      case 'customXml':
      case 'fldSimple':
      case 'dir':
      case 'bdo':
        for (const one of node.children) this.#inline(one);
        break;
    }
  }

  #formula(node: XmlNode, isBlock: boolean): void {
    const { latex, lost } = latexOf(node);
    if (lost.length > 0) this.#lose('formula-part', lost.join(', '));
    if (latex !== '') this.#pieces.push({ kind: 'formula', latex, isBlock });
  }

  #run(node: XmlNode): void {
    const properties = child(node, 'rPr');
    const style = settingOf(properties, 'rStyle');
    const base = style === undefined ? this.#base : above(this.#styles.character(style), this.#base);
    const said = properties ? above(saidLook(properties), base) : base;
    for (const one of node.children) this.#runPart(one, said);
  }

  #runPart(node: XmlNode, said: SaidLook): void {
    if (node.name === 'fldChar') {
      const lost = this.#fields.sign(node.at.fldCharType);
      if (lost !== null) this.#lose('field', lost);
      return;
    }
    if (node.name === 'instrText') {
      this.#fields.instruct(node.text);
      return;
    }
    if (this.#fields.isHidden) return;
    switch (node.name) {
      case 't':
        if (said.isHidden) {
          if (node.text.trim() !== '') this.#lose('hidden-text', node.text);
        } else this.#text(node.text, said);
        break;
      case 'tab':
      case 'ptab':
        this.#text('\t', said);
        break;
      case 'br':
      case 'cr':
        this.#text('\n', said);
        break;
      case 'noBreakHyphen':
        this.#text('-', said);
        break;
      case 'sym': {
        const symbol = symbolOf(node.at.font ?? '', node.at.char ?? '');
        if (symbol === null) this.#lose('symbol', `${node.at.font ?? ''} ${node.at.char ?? ''}`);
        else this.#text(symbol, said);
        break;
      }
      case 'AlternateContent': {
        const choice = child(node, 'Choice') ?? child(node, 'Fallback');
        for (const one of choice?.children ?? []) this.#runPart(one, said);
        break;
      }
      case 'drawing':
      case 'pict':
      case 'object':
        this.#drawing(node);
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.#lose('footnote', this.#note(node));
        break;
      case 'commentReference':
        this.#lose('comment');
        break;
    }
  }

  #text(raw: string, said: SaidLook): void {
    const font = said.font ?? '';
    const decoded = this.#decode && /^(\.vn|vni)/i.test(font) ? this.#decode(raw, font) : raw;
    const text = decoded.replace(/\u00ad/g, '').replace(/[\u00a0\u2007\u202f]/g, ' ');
    if (text === '') return;
    this.#fields.show();
    const look = shownLook(said);
    const last = this.#pieces.at(-1);
    // Word cuts its runs wherever somebody stopped typing.
    if (last?.kind === 'text' && isAlike(last, look, this.#href)) last.text += text;
    else this.#pieces.push({ kind: 'text', text, ...look, ...(this.#href === undefined ? {} : { href: this.#href }) });
  }

  #drawing(node: XmlNode): void {
    const words = wordsOfPicture(node);
    for (const part of partsOfDrawing(node, words)) {
      if (part.kind === 'picture') this.#picture(part.blip, words);
      else if (part.kind === 'object') this.#lose('object', part.name);
      else {
        this.#lose('text-box');
        this.#boxes.push(part.content);
      }
    }
  }

  #picture({ at }: XmlNode, words: string): void {
    const relation = this.#parts.relations.get(at.embed ?? at.id ?? at.link ?? '');
    if (!relation || relation.isOutside) {
      this.#lose(relation ? 'picture-linked' : 'picture-kind', words);
      return;
    }
    const bytes = this.#parts.get(relation.target);
    const name = bytes ? pictureName(relation.target, bytes) : null;
    if (!bytes || name === null) {
      this.#lose('picture-kind', relation.target.replace(/^.*\//, ''));
      return;
    }
    this.#attached.set(name, bytes);
    if (words === '') this.#lose('picture-no-words', name);
    this.#pieces.push({ kind: 'picture', name, words });
  }

  #note({ at, name }: XmlNode): string {
    if (!this.#notes) {
      this.#notes = new Map();
      for (const kind of ['footnote', 'endnote']) {
        for (const note of this.#parts.tree(`${kind}s`)?.children ?? []) {
          this.#notes.set(`${kind} ${note.at.id}`, allText(note));
        }
      }
    }
    return this.#notes.get(`${name.replace('Reference', '')} ${at.id}`) ?? '';
  }

  #table(node: XmlNode): WordTable {
    const place = this.#place + 1;
    const { rows, hasMerged, hasDeleted } = cellsOfTable(node);
    if (hasDeleted) this.#lose('changes');
    const read = rows.map((cells) => cells.map((cell) => (cell ? this.#all(cell) : [])));
    if (hasMerged) this.#losses.push({ code: 'merged-cells', place, detail: '' });
    return { kind: 'table', place, rows: read };
  }
}

const allText = (node: XmlNode): string =>
  node.name === 't' ? node.text : node.children.map(allText).join(node.name === 'p' ? '' : ' ');

const isAlike = (piece: Extract<WordPiece, { kind: 'text' }>, look: WordLook, href: string | undefined): boolean =>
  piece.href === href &&
  piece.isBold === look.isBold &&
  piece.isItalic === look.isItalic &&
  piece.isUnderlined === look.isUnderlined &&
  piece.isStruck === look.isStruck &&
  piece.colour === look.colour &&
  piece.script === look.script;
