import type { PrintedPicture, PrintedRun } from '#app/kernel/printed-document.ts';
import { xmlText } from '../docx-xml.server.ts';
import { docxFormula } from './docx-formula.server.ts';

/** The pictures of a document under way: each stands in it once, whatever it is shown by. */
export class DocxPictures {
  readonly #names = new Map<Uint8Array, number>();
  readonly list: { name: string; picture: PrintedPicture }[] = [];
  #shown = 0;

  #idOf(picture: PrintedPicture): number {
    let id = this.#names.get(picture.bytes);
    if (id === undefined) {
      id = this.list.length + 1;
      this.#names.set(picture.bytes, id);
      this.list.push({ name: `image${id}.${picture.type}`, picture });
    }
    return id;
  }

  /** A picture within a line, at most so many points wide. */
  draw(picture: PrintedPicture, most: number): string {
    const id = this.#idOf(picture);
    this.#shown += 1;
    const scale = Math.min(0.75, most / Math.max(1, picture.width), 260 / Math.max(1, picture.height));
    const emu = (pixels: number) => Math.round(pixels * scale * 12_700);
    const size = `cx="${emu(picture.width)}" cy="${emu(picture.height)}"`;
    const named = `id="${this.#shown}" name="image${id}" descr="${xmlText(picture.alt)}"`;
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  }
}

/** Words and pictures of a paragraph, `size` in points. */
export function docxRuns(runs: readonly PrintedRun[], size: number, most: number, pictures: DocxPictures): string {
  return runs
    .map((run) => {
      if ('picture' in run) return pictures.draw(run.picture, most);
      if ('formula' in run) return docxFormula(run.formula, { isBlock: run.isBlock, size });
      const look = [
        run.isBold ? '<w:b/><w:bCs/>' : '',
        run.isItalic ? '<w:i/><w:iCs/>' : '',
        run.isStruck ? '<w:strike/>' : '',
        `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
        run.isUnderlined ? '<w:u w:val="single"/>' : '',
        run.place ? `<w:vertAlign w:val="${run.place === 'above' ? 'superscript' : 'subscript'}"/>` : '',
      ].join('');
      return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${xmlText(run.text)}</w:t></w:r>`;
    })
    .join('');
}
