import type { Third } from './thirds.ts';

/** One stored answer. */
interface Given {
  readonly attemptId: string;
  readonly questionVersionId: string;
  /** The version whose key graded it; null = the one that was shown. */
  readonly gradedVersionId: string | null;
  /** As stored. */
  readonly response: string | null;
}

export interface CountedResponses {
  /** The version whose key graded most of the answers. */
  readonly keyVersionId: string;
  readonly counts: readonly { readonly response: string | null; readonly third: Third; readonly count: number }[];
}

/** How often each response was given to each version, by thirds. Answers of attempts without a third do not count. */
export function countResponses(
  given: readonly Given[],
  thirdOf: ReadonlyMap<string, Third>,
): Map<string, CountedResponses> {
  const versions = new Map<string, { keys: Map<string, number>; responses: Map<string | null, number[]> }>();
  for (const { attemptId, questionVersionId, gradedVersionId, response } of given) {
    const third = thirdOf.get(attemptId);
    if (third === undefined) continue;
    let version = versions.get(questionVersionId);
    if (!version) {
      version = { keys: new Map(), responses: new Map() };
      versions.set(questionVersionId, version);
    }
    const key = gradedVersionId ?? questionVersionId;
    version.keys.set(key, (version.keys.get(key) ?? 0) + 1);
    let counts = version.responses.get(response);
    if (!counts) {
      counts = [0, 0, 0];
      version.responses.set(response, counts);
    }
    counts[third]!++;
  }
  return new Map(
    [...versions].map(([id, { keys, responses }]) => [
      id,
      {
        keyVersionId: [...keys].reduce((most, one) => (one[1] > most[1] ? one : most))[0],
        counts: [...responses].flatMap(([response, counts]) =>
          counts.flatMap((count, third) => (count > 0 ? [{ response, third: third as Third, count }] : [])),
        ),
      },
    ]),
  );
}
