import { type PrintedDocument, printedPage, printedSizes } from '#app/kernel/printed-document.ts';
import { fontName } from '../docx-parts.server.ts';
import { twips, xmlText } from '../docx-xml.server.ts';
import type { DocxPictures } from './docx-runs.server.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const mm = twips.ofMillimetres;

const endOf = (at: number) => `end_of_part_${at + 1}`;

/** Where a part ends: its page, its foot, and its own count of pages. The last one ends the document. */
export function sectionEnd(at: number, isLast: boolean): string {
  const { width, height, top, bottom, left, right } = printedPage;
  const section = [
    `<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter${at + 1}"/>`,
    '<w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${mm(width)}" w:h="${mm(height)}"/>`,
    `<w:pgMar w:top="${mm(top)}" w:right="${mm(right)}" w:bottom="${mm(bottom)}" w:left="${mm(left)}" w:header="${mm(8)}" w:footer="${mm(8)}" w:gutter="0"/>`,
    '<w:pgNumType w:start="1"/><w:cols w:space="720"/></w:sectPr>',
  ].join('');
  // The foot names the page of this mark: the last of the part. Word's own count of a section's pages is Word's alone.
  const mark = `<w:bookmarkStart w:id="${at}" w:name="${endOf(at)}"/><w:bookmarkEnd w:id="${at}"/>`;
  const look = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
  const last = `<w:p><w:pPr>${look}${isLast ? '' : section}</w:pPr>${mark}</w:p>`;
  return isLast ? last + section : last;
}

function footerPart({ name, page, of }: PrintedDocument['parts'][number]['footer'], at: number): string {
  const look = `<w:rPr><w:sz w:val="${printedSizes.footer * 2}"/><w:szCs w:val="${printedSizes.footer * 2}"/></w:rPr>`;
  const text = (words: string) => `<w:r>${look}<w:t xml:space="preserve">${xmlText(words)}</w:t></w:r>`;
  const field = (code: string) =>
    `<w:r>${look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${look}<w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r>${look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>${look}<w:fldChar w:fldCharType="end"/></w:r>`;
  const content = `${text(`${name === '' ? '' : `${name} – `}${page} `)}${field('PAGE')}${text(of)}${field(`PAGEREF ${endOf(at)}`)}`;
  return `${declaration}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="000000"/></w:pBdr><w:jc w:val="right"/></w:pPr>${content}</w:p></w:ftr>`;
}

/** All parts of the file around its body. */
export function printedDocxParts(
  document: PrintedDocument,
  body: string,
  pictures: DocxPictures,
): [name: string, content: string | Uint8Array][] {
  const { title, madeAt, lang, parts } = document;
  const at = `${madeAt.toISOString().slice(0, 19)}Z`;
  const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
  const footers = parts.map(({ footer }, index) => [`footer${index + 1}.xml`, footerPart(footer, index)] as const);
  const overrides = footers
    .map(([name]) => `<Override PartName="/word/${name}" ContentType="${word}.footer+xml"/>`)
    .join('');
  const links = [
    ...footers.map(
      ([name], index) => `<Relationship Id="rIdFooter${index + 1}" Type="${relations}/footer" Target="${name}"/>`,
    ),
    ...pictures.list.map(
      ({ name }, index) => `<Relationship Id="rIdImage${index + 1}" Type="${relations}/image" Target="media/${name}"/>`,
    ),
  ].join('');
  const kinds = (['png', 'jpeg', 'gif'] as const)
    .map((kind) => `<Default Extension="${kind}" ContentType="image/${kind}"/>`)
    .join('');
  const size = printedSizes.text * 2;
  const xml: [string, string][] = [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kinds}<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/>${overrides}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:language>${locale}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/>${links}</Relationships>`,
    ],
    [
      'word/styles.xml',
      `${declaration}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${fontName}" w:hAnsi="${fontName}" w:eastAsia="${fontName}" w:cs="${fontName}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="${locale}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style></w:styles>`,
    ],
    ...footers.map(([name, content]): [string, string] => [`word/${name}`, content]),
    [
      'word/document.xml',
      `${declaration}<w:document xmlns:w="${main}" xmlns:r="${relations}" xmlns:wp="${drawing}"><w:body>${body}</w:body></w:document>`,
    ],
  ];
  return [
    ...xml,
    ...pictures.list.map(({ name, picture }): [string, Uint8Array] => [`word/media/${name}`, picture.bytes]),
  ];
}
