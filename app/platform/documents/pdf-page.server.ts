import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { type OfficialDocument, officialPage } from '#app/kernel/official-document.ts';
import { type Font, pdfFonts } from './pdf-fonts.server.ts';

const points = (mm: number) => (mm * 72) / 25.4;

export interface TextLook {
  font?: Font;
  size: number;
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Of the first line. */
  indent?: number;
  lineGap?: number;
}

/** A PDF under way: where the next thing goes, and how much room is left on its page. Measures in points, from above. */
export class PdfPage {
  readonly left = points(officialPage.left);
  readonly top = points(officialPage.top);
  readonly width = points(officialPage.width - officialPage.left - officialPage.right);
  readonly bottom = points(officialPage.height - officialPage.bottom);
  y = this.top;
  #pages = 1;
  readonly #pdf: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #whole: Promise<Uint8Array>;
  readonly #widths = new Map<string, number>();

  private constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
    this.#whole = new Promise((resolve, reject) => {
      pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
      pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(this.#chunks))));
      pdf.on('error', reject);
    });
  }

  /** An empty document with its first page open. */
  static async open({ title, madeAt, lang }: OfficialDocument): Promise<PdfPage> {
    const fonts = await pdfFonts();
    const margins = { top: points(officialPage.top), bottom: 0, left: 0, right: 0 };
    const info = { Title: title, CreationDate: madeAt, ModDate: madeAt };
    const pdf = new PDFDocument({
      ...{ size: 'A4', margins, info, pdfVersion: '1.7' },
      ...{ lang: lang === 'vi' ? 'vi-VN' : 'en-GB', displayTitle: true },
    });
    const page = new PdfPage(pdf);
    for (const [name, bytes] of Object.entries(fonts)) {
      pdf.registerFont(name, bytes);
      // A face takes its time when it is first asked for a width: one by one, and other work between them.
      page.widthOf(' ', { font: name as Font, size: 12 });
      await setImmediate();
    }
    return page;
  }

  /** Whether so much still fits on this page. */
  hasRoom(height: number): boolean {
    return this.y + height <= this.bottom;
  }

  /** Goes to a new page where this one has no room for so much; at the head of a page it stays. */
  keep(height: number): void {
    if (!this.hasRoom(height) && this.y > this.top) this.turn();
  }

  /** Begins a page with its number above; the page before it is compressed now, not all of them at the end. */
  turn(): void {
    this.#pdf.addPage();
    this.#pages += 1;
    this.write(String(this.#pages), this.left, points(10), this.width, { size: 13, align: 'center' });
    this.y = this.top;
  }

  #look({ font = 'plain', size }: TextLook): void {
    this.#pdf.font(font).fontSize(size);
  }

  lineHeight(look: TextLook): number {
    this.#look(look);
    return this.#pdf.currentLineHeight(true) + (look.lineGap ?? 0);
  }

  widthOf(text: string, look: TextLook): number {
    const key = `${look.font ?? 'plain'}${look.size}${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#look(look);
      width = this.#pdf.widthOfString(text);
      this.#widths.set(key, width);
    }
    return width;
  }

  /** How high the text will stand in a column so wide. */
  heightOf(text: string, width: number, look: TextLook): number {
    if (!look.indent && !text.includes('\n') && this.widthOf(text, look) <= width) return this.lineHeight(look);
    this.#look(look);
    return this.#pdf.heightOfString(text, { width, indent: look.indent ?? 0, lineGap: look.lineGap ?? 0 });
  }

  /** Writes at a place, wrapped to the width; the caller has seen that it fits. */
  write(text: string, x: number, y: number, width: number, look: TextLook): void {
    this.#look(look);
    const align = look.align ?? 'left';
    const isOneLine = !look.indent && align !== 'justify' && !text.includes('\n') && this.widthOf(text, look) <= width;
    if (!isOneLine) {
      this.#pdf.text(text, x, y, { width, align, indent: look.indent ?? 0, lineGap: look.lineGap ?? 0 });
      return;
    }
    const free = width - this.widthOf(text, look);
    const from = align === 'center' ? x + free / 2 : align === 'right' ? x + free : x;
    this.#pdf.text(text, from, y, { lineBreak: false });
  }

  line(x1: number, y1: number, x2: number, y2: number, width = 0.5): void {
    this.#pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).stroke();
  }

  /** Closes the document and answers its bytes. */
  close(): Promise<Uint8Array> {
    this.#pdf.end();
    return this.#whole;
  }
}
