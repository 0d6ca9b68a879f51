import { MarkdownFlow } from './markdown-flow.ts';

/** The rows of an HTML table while it is read. A table within a table gives its words to the cell. */
export class TableFrame {
  /** Where words go; between the cells they belong nowhere and are let go with the frame. */
  cell: MarkdownFlow = new MarkdownFlow({ isInline: true });
  readonly #rows: string[][] = [];
  #isInCell = false;
  #depth = 1;

  /** Whether the element is part of the frame. */
  open(name: string): boolean {
    if (name === 'table') {
      this.#depth += 1;
      return true;
    }
    if (this.#depth > 1) return name === 'tr' || name === 'td' || name === 'th';
    if (name === 'tr') this.#rows.push([]);
    else if (name === 'td' || name === 'th') {
      if (this.#rows.length === 0) this.#rows.push([]);
      this.cell = new MarkdownFlow({ isInline: true });
      this.#isInCell = true;
    } else return false;
    return true;
  }

  /** Whether the end belongs to the frame; 'table' only where it ends this very table. */
  close(name: string): boolean {
    if (name === 'table') {
      this.#depth -= 1;
      return this.#depth <= 0;
    }
    if (name === 'td' || name === 'th') {
      if (this.#depth > 1) return true;
      if (this.#isInCell) this.#rows.at(-1)?.push(this.cell.text());
      this.cell = new MarkdownFlow({ isInline: true });
      this.#isInCell = false;
      return true;
    }
    return name === 'tr';
  }

  /** The table as Markdown, its first row as head; empty for a table without cells. */
  markdown(): string {
    const rows = this.#rows.filter((row) => row.length > 0);
    const width = Math.max(0, ...rows.map((row) => row.length));
    const line = (cells: readonly string[]) =>
      `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
    const [head, ...rest] = rows;
    if (!head) return '';
    return [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n');
  }
}
