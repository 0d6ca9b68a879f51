import type { Difficulty } from '../../question.ts';
import { namesIn } from '../print-addresses.ts';
import type { PrintQuestion } from '../print-question.ts';
import { xmlTag as tag, xmlText } from '../xml/write-xml.ts';

export interface PackagedItem {
  identifier: string;
  question: PrintQuestion;
}

const LEVELS: Record<Difficulty, string> = { easy: 'easy', medium: 'medium', hard: 'difficult' };
const LOM = 'http://ltsc.ieee.org/xsd/LOM';

/** The list of everything in a package, with what the metadata of the learning world (LOM) says of each item. */
export function manifestOf(items: readonly PackagedItem[], files: readonly string[], title: string): string {
  const place = new Map(files.map((name, index) => [name, `media-${index + 1}`]));
  const depend = (identifiers: readonly string[]) =>
    identifiers.map((identifierref) => tag('dependency', { identifierref })).join('');
  const resource = (identifier: string, type: string, href: string, rest: string, metadata = '') =>
    tag('resource', { identifier, type, href }, `${metadata}${tag('file', { href })}${rest}`);
  const resources = [
    resource('test', 'imsqti_test_xmlv3p0', 'test.xml', depend(items.map(({ identifier }) => identifier))),
    ...items.map(({ identifier, question }) =>
      resource(
        ...([identifier, 'imsqti_item_xmlv3p0', `items/${identifier}.xml`] as const),
        depend(namesIn(JSON.stringify(question)).flatMap((name) => place.get(name) ?? [])),
        metadataOf(question),
      ),
    ),
    ...files.map((name) => resource(place.get(name)!, 'webcontent', `media/${name}`, '')),
  ];
  return tag(
    'manifest',
    {
      xmlns: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd',
      identifier: 'cau-hoi',
    },
    `\n<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion>${lom(tag('general', {}, tag('title', {}, words(title))))}</metadata>\n<organizations/>\n<resources>\n${resources.join('\n')}\n</resources>\n`,
  );
}

const words = (text: string): string => `<string xml:lang="vi">${xmlText(text)}</string>`;
const lom = (content: string): string => tag('lom', { xmlns: LOM }, content);
const term = (value: string): string => `<source>LOMv1.0</source><value>${value}</value>`;

function metadataOf({ tags, difficulty, source }: PrintQuestion): string {
  const general = tags.map((word) => tag('keyword', {}, words(word))).join('');
  const level = difficulty === null ? '' : tag('educational', {}, tag('difficulty', {}, term(LEVELS[difficulty])));
  const basis =
    source === ''
      ? ''
      : tag(
          'relation',
          {},
          tag('kind', {}, term('isbasedon')) + tag('resource', {}, tag('description', {}, words(source))),
        );
  const content = `${general === '' ? '' : tag('general', {}, general)}${level}${basis}`;
  return content === '' ? '' : tag('metadata', {}, lom(content));
}

/** A test that holds every item, in sections named after the categories. */
export function testOf(items: readonly PackagedItem[], title: string): string {
  const sections: { category: string; identifiers: string[] }[] = [];
  for (const { identifier, question } of items) {
    const last = sections.at(-1);
    if (last?.category === question.category) last.identifiers.push(identifier);
    else sections.push({ category: question.category, identifiers: [identifier] });
  }
  const written = sections.map(({ category, identifiers }, index) =>
    tag(
      'qti-assessment-section',
      { identifier: `phan-${index + 1}`, title: category, visible: 'true' },
      identifiers
        .map((identifier) => tag('qti-assessment-item-ref', { identifier, href: `items/${identifier}.xml` }))
        .join('\n'),
    ),
  );
  return tag(
    'qti-assessment-test',
    {
      xmlns: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
      ...{ identifier: 'de', title },
    },
    `\n${tag('qti-test-part', { identifier: 'part-1', 'navigation-mode': 'nonlinear', 'submission-mode': 'individual' }, `\n${written.join('\n')}\n`)}\n`,
  );
}
