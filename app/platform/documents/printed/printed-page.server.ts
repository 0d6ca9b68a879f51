import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { type PrintedDocument, type PrintedPart, printedPage, printedSizes } from '#app/kernel/printed-document.ts';
import { type Font, pdfFonts } from '../pdf-fonts.server.ts';
import type { Line } from './rich-lines.server.ts';

export const points = (mm: number) => (mm * 72) / 25.4;

/** A PDF of several parts under way; pages are numbered within their part once it is done. Measures in points, from above. */
export class PrintedPage {
  readonly left = points(printedPage.left);
  readonly top = points(printedPage.top);
  readonly width = points(printedPage.width - printedPage.left - printedPage.right);
  readonly bottom = points(printedPage.height - printedPage.bottom);
  y = this.top;
  readonly pdf: PDFKit.PDFDocument;
  #first = 0;
  #count = 0;
  readonly #chunks: Buffer[] = [];
  readonly #whole: Promise<Uint8Array>;
  readonly #widths = new Map<string, number>();

  private constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf;
    this.#whole = new Promise((resolve, reject) => {
      pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
      pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(this.#chunks))));
      pdf.on('error', reject);
    });
  }

  static async open({ title, madeAt, lang }: PrintedDocument): Promise<PrintedPage> {
    const fonts = await pdfFonts();
    const info = { Title: title, CreationDate: madeAt, ModDate: madeAt };
    const pdf = new PDFDocument({
      ...{ size: 'A4', margins: { top: 0, bottom: 0, left: 0, right: 0 }, info, pdfVersion: '1.7' },
      ...{ lang: lang === 'vi' ? 'vi-VN' : 'en-GB', displayTitle: true, bufferPages: true, autoFirstPage: false },
    });
    const page = new PrintedPage(pdf);
    for (const [name, bytes] of Object.entries(fonts)) {
      pdf.registerFont(name, bytes);
      page.measure(' ', name as Font, 12);
      await setImmediate();
    }
    return page;
  }

  /** Begins a part on a page of its own. */
  begin(): void {
    this.#first = this.#count;
    this.turn();
  }

  turn(): void {
    this.pdf.addPage();
    this.#count += 1;
    this.y = this.top;
  }

  /** Goes to a new page where this one has no room for so much; at the head of a page it stays. */
  keep(height: number): void {
    if (this.y + height > this.bottom && this.y > this.top) this.turn();
  }

  /** Writes the foot of every page of the part that ends; its pages leave the memory. */
  end({ footer }: PrintedPart): void {
    const { name, page, of } = footer;
    const pages = this.#count - this.#first;
    for (let at = this.#first; at < this.#count; at += 1) {
      this.pdf.switchToPage(at);
      const text = [name, `${page} ${at - this.#first + 1}${of}${pages}`].filter((part) => part !== '').join(' – ');
      const width = this.measure(text, 'plain', printedSizes.footer);
      const y = points(printedPage.height - 12);
      this.rule(this.left, y - 3, this.left + this.width, y - 3);
      this.text(text, this.left + this.width - width, y, 'plain', printedSizes.footer);
    }
    this.pdf.flushPages();
  }

  measure = (text: string, font: Font, size: number): number => {
    const key = `${font}${size}${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.pdf.font(font).fontSize(size).widthOfString(text);
      if (this.#widths.size > 20_000) this.#widths.clear();
      this.#widths.set(key, width);
    }
    return width;
  };

  /** One line of one look; `y` is its upper edge. */
  text(text: string, x: number, y: number, font: Font, size: number): void {
    if (text !== '') this.pdf.font(font).fontSize(size).text(text, x, y, { lineBreak: false });
  }

  centred(text: string, x: number, y: number, width: number, font: Font, size: number): void {
    this.text(text, x + (width - this.measure(text, font, size)) / 2, y, font, size);
  }

  rule(x1: number, y1: number, x2: number, y2: number, width = 0.5): void {
    this.pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).stroke();
  }

  dots(x1: number, y: number, x2: number): void {
    if (x2 > x1) this.pdf.moveTo(x1, y).lineTo(x2, y).lineWidth(0.7).dash(0.7, { space: 2 }).stroke().undash();
  }

  /** Lines that `breakLines` made, at a place; answers how high they stand. */
  lines(lines: readonly Line[], x: number, y: number): number {
    let at = y;
    for (const { pieces, height } of lines) {
      for (const piece of pieces) {
        if ('picture' in piece) {
          this.#picture(piece, x + piece.x, at + height - piece.height);
          continue;
        }
        const { text, font, size, rise, width, isUnderlined } = piece;
        const base = at + height - size * 1.22 - rise + (rise === 0 ? 0 : (size / 0.68 - size) * -0.3);
        this.text(text, x + piece.x, base, font, size);
        if (isUnderlined) this.rule(x + piece.x, base + size * 1.05, x + piece.x + width, base + size * 1.05, 0.6);
      }
      at += height;
    }
    return at - y;
  }

  #picture({ picture, width, height }: Extract<Line['pieces'][number], { picture: unknown }>, x: number, y: number) {
    try {
      this.pdf.image(Buffer.from(picture.bytes), x, y, { width, height });
    } catch {
      // What cannot be drawn keeps its place, with its words in it.
      this.pdf.rect(x, y, width, height).lineWidth(0.5).stroke();
      this.text(picture.alt.slice(0, 60), x + 3, y + 3, 'italic', 9);
    }
  }

  close(): Promise<Uint8Array> {
    this.pdf.end();
    return this.#whole;
  }
}
