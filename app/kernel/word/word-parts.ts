import { readTree, type XmlNode } from './xml-tree.ts';

/** Where a part of the document leads: by the id that its text names. */
export interface Relation {
  target: string;
  isOutside: boolean;
  type: string;
}

/** The parts of a document by what they are for. Nothing outside the file is ever read. */
export class WordParts {
  readonly #parts: ReadonlyMap<string, Uint8Array>;
  readonly main: string;
  readonly relations: ReadonlyMap<string, Relation>;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.#parts = parts;
    const root = this.#relationsOf('');
    const office = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'));
    this.main = office && parts.has(office.target) ? office.target : 'word/document.xml';
    this.relations = this.#relationsOf(this.main);
  }

  get(name: string): Uint8Array | undefined {
    return this.#parts.get(name);
  }

  /** A part beside the document by the end of its type ('styles', 'numbering'); null where there is none. */
  tree(type: string): XmlNode | null {
    const target = [...this.relations.values()].find((one) => !one.isOutside && one.type.endsWith(`/${type}`))?.target;
    const bytes = this.#parts.get(target ?? this.main.replace(/[^/]*$/, `${type}.xml`));
    return bytes ? readTree(bytes) : null;
  }

  #relationsOf(part: string): Map<string, Relation> {
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const bytes = this.#parts.get(`${folder}_rels/${part.slice(slash)}.rels`);
    const relations = new Map<string, Relation>();
    for (const { name, at } of bytes ? readTree(bytes).children : []) {
      if (name !== 'Relationship' || at.Id === undefined) continue;
      const isOutside = at.TargetMode === 'External';
      const target = at.Target ?? '';
      relations.set(at.Id, { target: isOutside ? target : within(folder, target), isOutside, type: at.Type ?? '' });
    }
    return relations;
  }
}

/** A target seen from its folder; one that climbs out of the file stays inside. */
function within(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
