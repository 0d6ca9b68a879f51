/** A stretch of time of one person; `untilAt` null: it goes on. */
export interface Stretch {
  readonly personId: string;
  readonly fromAt: Date;
  readonly untilAt: Date | null;
}

/** The same in milliseconds, with an end. */
export interface Span {
  personId: string;
  from: number;
  until: number;
}

export const spanOf = ({ personId, fromAt, untilAt }: Stretch, now: Date): Span => ({
  personId,
  from: fromAt.getTime(),
  until: Math.max(fromAt.getTime(), (untilAt ?? now).getTime()),
});

/** Each person's spans in order, none overlapping or touching another. */
export function spansByPerson(stretches: readonly Stretch[], now: Date): Map<string, Span[]> {
  return unionByPerson(stretches.map((one) => spanOf(one, now)));
}

export function unionByPerson(all: readonly Span[]): Map<string, Span[]> {
  return new Map([...groupByPerson(all)].map(([personId, spans]) => [personId, union(spans)]));
}

export function groupByPerson<One extends { readonly personId: string }>(spans: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const span of spans) {
    const group = groups.get(span.personId);
    if (group) group.push(span);
    else groups.set(span.personId, [span]);
  }
  return groups;
}

function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else if (span.until > span.from) merged.push({ ...span });
  }
  return merged;
}

export function within(spans: readonly Span[], frames: readonly Span[]): Span[] {
  return spans.flatMap((span) =>
    frames.flatMap((frame) => {
      const from = Math.max(span.from, frame.from);
      const until = Math.min(span.until, frame.until);
      return until > from ? [{ ...span, from, until }] : [];
    }),
  );
}

export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let left = [...spans];
  for (const hole of holes) {
    left = left.flatMap((span) =>
      [
        { ...span, until: Math.min(span.until, hole.from) },
        { ...span, from: Math.max(span.from, hole.until) },
      ].filter((part) => part.until > part.from),
    );
  }
  return left;
}
