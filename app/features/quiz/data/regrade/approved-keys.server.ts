import type { QuestionBody } from '#app/features/questions/core/question.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type ApprovedKey, type KeyOf, resolveKeys } from '../../core/regrade/resolve-keys.ts';
import { readQuestionBody } from '../../schema.regrade.ts';

/** By whose key versions are graded, once changes of key were approved. */
export interface ApprovedKeys {
  readonly keys: KeyOf;
  /** The version whose key grades this one; null where nothing was changed. */
  of(versionId: string): { readonly versionId: string; readonly body: QuestionBody } | null;
}

export const noKeys: ApprovedKeys = { keys: new Map(), of: () => null };

// An approval is never taken back, so how many there are and the greatest id tell whether what is remembered is all.
let known: { signature: string; approved: ApprovedKeys } = { signature: '0 ', approved: noKeys };

/**
 * The approved changes of key as the database has them now. One small statement; bodies are read again only after an
 * approval, whichever process made it. Ask after the attempt is held: a closing then either sees the approval, or is seen
 * by the regrade, which holds each attempt in its turn.
 */
export async function approvedKeys(sql: Sql): Promise<ApprovedKeys> {
  const row = await sql.get<{ n: number; last: string | null }>(
    `SELECT COUNT(*) AS "n", MAX("id") AS "last" FROM "KeyChange" WHERE "state" IN ('approved', 'done')`,
  );
  const signature = `${Number(row?.n ?? 0)} ${row?.last ?? ''}`;
  if (signature === known.signature) return known.approved;
  const approved = await readKeys(sql);
  known = { signature, approved };
  return approved;
}

async function readKeys(sql: Sql): Promise<ApprovedKeys> {
  const rows = await sql.all<ApprovedKey & { body: string }>(
    `SELECT k."fromVersionId", k."toVersionId", v."body" FROM "KeyChange" k
     JOIN "QuestionVersion" v ON v."id" = k."toVersionId" WHERE k."state" IN ('approved', 'done')`,
  );
  const bodies = new Map(rows.map(({ toVersionId, body }) => [toVersionId, readQuestionBody(body)]));
  const keys = resolveKeys(rows);
  return {
    keys,
    of: (from) => {
      const versionId = keys.get(from);
      const body = versionId === undefined ? undefined : bodies.get(versionId);
      return versionId !== undefined && body ? { versionId, body } : null;
    },
  };
}
