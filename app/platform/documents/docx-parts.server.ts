import { type OfficialDocument, officialPage, officialSizes } from '#app/kernel/official-document.ts';
import { twips, xmlText } from './docx-xml.server.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Word's own name of the font that the decree prescribes; every office program here has it or one of its measures. */
export const fontName = 'Times New Roman';

/** The whole body: A4, the number of the page above in the middle and not on the first one. */
export function documentPart(body: string): string {
  const mm = twips.ofMillimetres;
  const { width, height, top, bottom, left, right } = officialPage;
  const section = [
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>',
    `<w:pgSz w:w="${mm(width)}" w:h="${mm(height)}"/>`,
    `<w:pgMar w:top="${mm(top)}" w:right="${mm(right)}" w:bottom="${mm(bottom)}" w:left="${mm(left)}" w:header="${mm(10)}" w:footer="${mm(10)}" w:gutter="0"/>`,
    '<w:cols w:space="720"/><w:titlePg/></w:sectPr>',
  ].join('');
  return `${declaration}<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>${body}${section}</w:body></w:document>`;
}

/** Every part beside the body. */
export function otherParts({ title, madeAt, lang }: OfficialDocument): [string, string][] {
  const at = `${madeAt.toISOString().slice(0, 19)}Z`;
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${word}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:language>${lang === 'vi' ? 'vi-VN' : 'en-GB'}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${relations}/header" Target="header1.xml"/></Relationships>`,
    ],
    [
      'word/settings.xml',
      `${declaration}<w:settings xmlns:w="${main}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
    [
      'word/header1.xml',
      `${declaration}<w:hdr xmlns:w="${main}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
    ],
    ['word/styles.xml', stylesPart(lang)],
  ];
}

function stylesPart(lang: OfficialDocument['lang']): string {
  const size = officialSizes.text * 2;
  const heading = (level: 1 | 2) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${level === 1 ? 180 : 120}" w:after="60"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/>${level === 2 ? '<w:i/><w:iCs/>' : ''}</w:rPr></w:style>`;
  return `${declaration}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${fontName}" w:hAnsi="${fontName}" w:eastAsia="${fontName}" w:cs="${fontName}"/><w:color w:val="000000"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="${lang === 'vi' ? 'vi-VN' : 'en-GB'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${heading(1)}${heading(2)}</w:styles>`;
}
