import type { UnitPath } from '#app/kernel/unit-path.ts';

/** Who reads a lesson, as far as it decides what a link may open. */
export interface LinkReader {
  readonly unitPath: UnitPath;
  readonly authorScope: readonly UnitPath[];
}

/** Which of these things, which texts point at by `library:ID`, are there for the reader. */
type OpenItems = (reader: LinkReader, ids: readonly string[]) => Promise<ReadonlySet<string>>;

const slot = globalThis as { hoctap35OpenItems?: OpenItems };

/** An equal feature tells where the links of lessons lead. Called from app/composition.server.ts alone. */
export function answerLessonLinks(openItems: OpenItems): void {
  slot.hoctap35OpenItems = openItems;
}

/** The things that a text points at and its reader may open. */
export async function linkedItems(body: string, reader: LinkReader): Promise<ReadonlySet<string>> {
  const ids = [...new Set([...body.matchAll(/\]\(\s*library:([0-9A-Za-z_-]{1,64})[\s)]/g)].map(([, id]) => id!))];
  return ids.length > 0 && slot.hoctap35OpenItems ? slot.hoctap35OpenItems(reader, ids) : new Set();
}
