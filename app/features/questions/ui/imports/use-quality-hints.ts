import { useEffect, useState } from 'react';
import type { ReadSource } from '../../core/imports/read-source.ts';
import { type KeyPattern, keyPatterns } from '../../core/key-pattern.ts';
import { type QualityHint, type QualityHintCode, qualityHints } from '../../core/quality-hints.ts';

const PAUSE_MS = 400;
/** In a list of so many questions a hint that most of them share is said once for all. */
const LONG_LIST = 5;

type HintsBySign = ReadonlyMap<string, readonly QualityHint[]>;

export interface ListHints {
  /** By the sign of a question: one list for as long as it looks the same. */
  of: HintsBySign;
  /** What several questions share: in which, by their places, the most frequent first. */
  shared: readonly { code: QualityHintCode; places: readonly number[] }[];
  /** Codes that are said of the whole list, not on each card; one text, to be compared quickly. */
  common: string;
  patterns: readonly KeyPattern[];
}

/** Looks through a whole list; what was found of a question is `known` until it looks otherwise. */
export function hintsOfRead({ entries }: Pick<ReadSource, 'entries'>, known: HintsBySign = new Map()): ListHints {
  const of = new Map<string, readonly QualityHint[]>();
  const places = new Map<QualityHintCode, number[]>();
  entries.forEach(({ question, sign }, at) => {
    if (!question) return;
    const hints = known.get(sign) ?? qualityHints(question);
    of.set(sign, hints);
    for (const code of new Set(hints.map((hint) => hint.code))) places.set(code, [...(places.get(code) ?? []), at]);
  });
  const shared = [...places].map(([code, where]) => ({ code, places: where }));
  shared.sort((a, b) => b.places.length - a.places.length);
  const isCommon = (count: number) => entries.length >= LONG_LIST && count * 2 > entries.length;
  const common = shared.filter((one) => isCommon(one.places.length)).map(({ code }) => code);
  const patterns = keyPatterns(entries.flatMap(({ question }) => question?.body ?? []));
  return { of, shared, common: common.join(' '), patterns };
}

/** The hints of a text while it is written: a moment after the last key, since they keep nobody from anything. */
export function useQualityHints(read: ReadSource): ListHints {
  const [{ hints, seen }, set] = useState(() => ({ hints: hintsOfRead(read), seen: read }));
  useEffect(() => {
    if (seen === read) return;
    const timer = setTimeout(() => set({ hints: hintsOfRead(read, hints.of), seen: read }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [read, seen, hints]);
  return hints;
}
