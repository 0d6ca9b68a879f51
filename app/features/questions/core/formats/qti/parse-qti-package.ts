import type { Difficulty } from '../../question.ts';
import { AttachedFiles } from '../attached-files.ts';
import {
  type FormatProblem,
  type FormatProblemCode,
  problemAt,
  type ReadFile,
  type ReadQuestion,
  type Severity,
} from '../read-question.ts';
import { readXml } from '../xml/read-xml.ts';
import { childOf, childrenOf, findAll, wordsOf, type XmlElement } from '../xml/xml-element.ts';
import { resolvePath } from './package-path.ts';
import { readQtiItem } from './parse-qti-item.ts';
import { byNamesOfVersion2 } from './qti-names.ts';
import { itemsOfTest } from './qti-test.ts';

/** All XML of a package together; a thousand items are 3 MB. */
const MOST_XML = 16_000_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

type Parts = ReadonlyMap<string, Uint8Array>;

/** What the package says of an item, besides the item itself. */
interface ItemMeta {
  category?: string;
  tags?: string[];
  difficulty?: Difficulty;
  source?: string;
}

/**
 * Reads a package of QTI 2 or 3: the items in the order of its tests, the sections of which are categories, then those of
 * no test. Without a manifest every item among the parts is read. Each doubt names its file.
 */
export function parseQtiPackage(parts: Parts): ReadFile {
  return new PackageReader(parts).read();
}

class PackageReader {
  readonly #parts: Parts;
  readonly #problems: FormatProblem[] = [];
  readonly #questions: ReadQuestion[] = [];
  readonly #attached = new AttachedFiles();
  readonly #done = new Set<string>();
  #left = MOST_XML;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  read(): ReadFile {
    const manifest = [...this.#parts.keys()]
      .filter((name) => /(^|\/)imsmanifest\.xml$/i.test(name))
      .sort((a, b) => a.length - b.length)[0];
    if (manifest === undefined) this.#readAll();
    else this.#readManifest(manifest);
    if (this.#questions.length === 0 && this.#problems.length === 0)
      this.#say('error', 'empty-file', manifest ?? '', 1);
    return {
      ...{ format: 'qti', questions: this.#questions, problems: this.#problems },
      ...(this.#attached.all.length > 0 && { attached: this.#attached.all }),
    };
  }

  #readAll(): void {
    this.#say('hint', 'file-missing', '', 1, 'imsmanifest.xml');
    for (const name of this.#parts.keys()) {
      if (!/\.xml$/i.test(name)) continue;
      const root = this.#rootOf(name);
      if (root?.name === 'assessmentItem') this.#item(name, root, {});
    }
  }

  #readManifest(name: string): void {
    const root = this.#rootOf(name);
    if (!root) return;
    const about = new Map<string, { meta: ItemMeta; line: number }>();
    const tests: string[] = [];
    for (const { resource, href } of resourcesOf(root)) {
      const part = resolvePath(name, href);
      if (part === null || href === '') continue;
      const kind = this.#kindOf(resource.attributes.type ?? '', part);
      if (kind === 'test') tests.push(part);
      else if (kind === 'item') about.set(part, { meta: metaOf(resource), line: resource.line });
      else if (kind === 'old') this.#say('error', 'unsupported', part, 1, 'QTI 1.2');
    }
    for (const test of tests) {
      const testRoot = this.#rootOf(test);
      if (!testRoot) continue;
      const { items, lost } = itemsOfTest(testRoot, test, (part) => this.#rootOf(part));
      for (const each of lost) this.#say('warning', 'part-lost', test, each.line, each.name);
      for (const { part, category } of items) this.#itemAt(part, { ...about.get(part)?.meta, category }, testRoot.line);
    }
    for (const [part, { meta, line }] of about) this.#itemAt(part, meta, line);
  }

  /** What a resource is, by its type; by its root where the type is one that writers made up. */
  #kindOf(type: string, part: string): 'test' | 'item' | 'old' | null {
    if (/^imsqti_(test|assessment)_xmlv[23]/i.test(type)) return 'test';
    if (/^imsqti_item_/i.test(type)) return 'item';
    if (/^imsqti_(xmlv1|asi|questestinterop)/i.test(type)) return 'old';
    if (BESIDE.test(type) || !/\.xml$/i.test(part)) return null;
    const start = new TextDecoder('utf-8').decode(this.#parts.get(part)?.subarray(0, 4000));
    if (/<(?:[\w.-]+:)?(?:qti-)?assessment-?item[\s>]/i.test(start)) return 'item';
    if (/<(?:[\w.-]+:)?(?:qti-)?assessment-?test[\s>]/i.test(start)) return 'test';
    return /<questestinterop[\s>]/i.test(start) ? 'old' : null;
  }

  #itemAt(part: string, meta: ItemMeta, line: number): void {
    if (this.#done.has(part)) return;
    this.#done.add(part);
    if (!this.#parts.has(part)) {
      this.#say('error', 'file-missing', part, line, part);
      return;
    }
    const root = this.#rootOf(part);
    if (root?.name === 'assessmentItem') this.#item(part, root, meta);
    else if (root) this.#say('error', 'not-of-format', part, root.line, 'qti');
  }

  #item(part: string, item: XmlElement, meta: ItemMeta): void {
    const stimuli = childrenOf(item, 'assessmentStimulusRef').flatMap(({ attributes, line }) => {
      const href = resolvePath(part, attributes.href ?? '');
      const root = href === null ? null : this.#rootOf(href);
      if (!root) this.#say('warning', 'file-missing', part, line, attributes.href ?? '');
      return childOf(root, 'stimulusBody') ?? [];
    });
    const fileAt = (address: string) => {
      const name = resolvePath(part, address);
      const bytes = name === null ? undefined : this.#parts.get(name);
      return name !== null && bytes ? { name, bytes } : null;
    };
    const { question, problems } = readQtiItem(item, {
      ...{ attached: this.#attached, fileAt, stimuli, place: part },
      more: (said) => ({ ...said, ...meta }),
    });
    if (question) this.#questions.push(question);
    this.#problems.push(...problems);
  }

  /** The root of an XML part by the names of QTI 2; what is wrong with the part is said. */
  #rootOf(part: string): XmlElement | null {
    const bytes = this.#parts.get(part);
    if (!bytes) return null;
    this.#left -= bytes.length;
    if (this.#left < 0) {
      this.#say('error', 'xml-too-large', part, 1, String(MOST_XML));
      return null;
    }
    let text: string;
    try {
      text = utf8.decode(bytes);
    } catch {
      this.#say('error', 'xml-broken', part, 1, 'UTF-8');
      return null;
    }
    const { root, problem } = readXml(text);
    if (problem) this.#problems.push({ ...problem, excerpt: `${part}: ${problem.excerpt}`.slice(0, 80) });
    return root && !problem ? byNamesOfVersion2(root) : null;
  }

  #say(severity: Severity, code: FormatProblemCode, part: string, line: number, detail = ''): void {
    this.#problems.push(problemAt(severity, code, { line, text: part, detail }));
  }
}

/** Resources that other ones name. */
const BESIDE = /^(imsqti_(stimulus|section|rptemplate|fragment|outcomes|usagedata)|css2|controlfile|extension)/i;

/** The resources of a manifest with the address of each, seen from the manifest. */
function resourcesOf(manifest: XmlElement): { resource: XmlElement; href: string }[] {
  const baseOf = ({ attributes }: XmlElement) => attributes['xml:base'] ?? '';
  return findAll(manifest, new Set(['resources'])).flatMap((resources) =>
    childrenOf(resources, 'resource').map((resource) => {
      // Some name the file alone.
      const href = resource.attributes.href ?? childOf(resource, 'file')?.attributes.href ?? '';
      return { resource, href: href === '' ? '' : baseOf(manifest) + baseOf(resources) + baseOf(resource) + href };
    }),
  );
}

const DIFFICULTIES: Record<string, Difficulty> = {
  ...{ 'very easy': 'easy', easy: 'easy', medium: 'medium', difficult: 'hard', 'very difficult': 'hard' },
};

/** What the metadata (LOM) of a resource says in the product's own terms. */
function metaOf(resource: XmlElement): ItemMeta {
  const metadata = childOf(resource, 'metadata');
  if (!metadata) return {};
  const [difficulty] = findAll(metadata, new Set(['difficulty']));
  const level =
    DIFFICULTIES[
      wordsOf(childOf(difficulty ?? null, 'value'))
        .trim()
        .toLowerCase()
    ];
  const tags = findAll(metadata, new Set(['keyword']))
    .flatMap((keyword) => findAll(keyword, new Set(['string', 'langstring'])))
    .map((word) => wordsOf(word).trim())
    .filter((tag) => tag !== '');
  const basis = findAll(metadata, new Set(['relation'])).find(
    (relation) =>
      wordsOf(childOf(childOf(relation, 'kind'), 'value'))
        .trim()
        .toLowerCase() === 'isbasedon',
  );
  const source = basis
    ? findAll(basis, new Set(['string', 'langstring']))
        .map(wordsOf)
        .join('; ')
        .trim()
    : '';
  return { ...(level && { difficulty: level }), ...(tags.length > 0 && { tags }), ...(source !== '' && { source }) };
}
