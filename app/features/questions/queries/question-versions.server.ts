import { namedMedia } from '#app/features/media/core/named-media.ts';
import { shownPictures } from '#app/features/media/queries/shown-pictures.server.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { LruMap } from '#app/kernel/lru-map.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { ShownFile } from '#app/platform/documents/lesson-blocks.server.ts';
import {
  type CandidateRow,
  listCandidates,
  listQuestionVersions,
  type WantedCandidates,
} from '../data/question-versions.server.ts';
import { questionBodySchema } from '../schema.ts';

/** A version of a question as the engine works with it. Holds the key: for commands and queries, never for a page. */
export interface QuestionVersion {
  readonly id: string;
  readonly questionId: string;
  readonly number: number;
  readonly body: QuestionBody;
  /** Markdown. */
  readonly explanation: string;
  readonly source: string;
  /** The pictures that its texts show, as they were when it was read; absent where there are none. */
  readonly pictures?: ReadonlyMap<string, ShownFile>;
}

export type QuestionCandidate = Readonly<CandidateRow>;

// A version never changes, so what was read and parsed once holds for the life of the process.
const known = new LruMap<string, QuestionVersion>(5000);

/** Hot path (no query when all are known): the versions with these ids. Throws Error when one does not exist. */
export async function questionVersions(ids: readonly string[]): Promise<Map<string, QuestionVersion>> {
  const found = new Map<string, QuestionVersion>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const version = known.get(id);
    if (version) found.set(id, version);
    else missing.push(id);
  }
  const rows = await listQuestionVersions(database().sql, missing);
  const pictures = await shownPictures(rows.flatMap(({ body, explanation }) => [body, explanation]));
  for (const row of rows) {
    const own = namedMedia(`${row.body} ${row.explanation}`).filter((id) => pictures.has(id));
    const version: QuestionVersion = {
      ...{ ...row, body: questionBodySchema.parse(JSON.parse(row.body)) },
      ...(own.length > 0 && { pictures: new Map(own.map((id) => [id, pictures.get(id)!])) }),
    };
    known.set(row.id, version);
    found.set(row.id, version);
  }
  const lost = missing.find((id) => !found.has(id));
  if (lost !== undefined) throw new Error(`Question version ${lost} is not in the database`);
  return found;
}

/** One version, by the same rules. */
export async function questionVersion(id: string): Promise<QuestionVersion> {
  return known.get(id) ?? ((await questionVersions([id])).get(id) as QuestionVersion);
}

/** What a paper may draw: the open questions of some categories or with some tags, and some questions by name. */
export function questionCandidates(wanted: WantedCandidates): Promise<QuestionCandidate[]> {
  return listCandidates(database().read, wanted);
}
