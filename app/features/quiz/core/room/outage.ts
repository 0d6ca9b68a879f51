/** An outage is that at least this share of those who work, and at least so many people, are silent at the same time. */
export const OUTAGE_FRACTION = 0.4;
export const OUTAGE_PEOPLE = 3;

/** A stretch of time of one person; `untilAt` null: it goes on. */
export interface Stretch {
  readonly personId: string;
  readonly fromAt: Date;
  readonly untilAt: Date | null;
}

/** What is known of a room, from which outages are read. */
export interface RoomRecord {
  /** When each person had a running attempt. */
  readonly working: readonly Stretch[];
  /** From the last sign of life before a silence until the first after it; going on for who is silent now. */
  readonly silences: readonly Stretch[];
  /** What was given back before, and pauses: in them nobody loses time. */
  readonly compensated: readonly Stretch[];
}

export interface Loss {
  readonly personId: string;
  /** Whole seconds of the person's own silence within the outage, rounded down. */
  readonly seconds: number;
  /** Of that silence: where it begins in the outage and where it ends. */
  readonly fromAt: Date;
  readonly untilAt: Date;
}

export interface Outage {
  readonly fromAt: Date;
  /** Null while it goes on. */
  readonly untilAt: Date | null;
  /** Who was silent in it, the longest loss first. */
  readonly losses: readonly Loss[];
  /** How many were at work in it. */
  readonly working: number;
  /** What the room lost: the longest loss of a person. */
  readonly seconds: number;
}

interface Span {
  personId: string;
  from: number;
  until: number;
}

/**
 * The times at which heartbeats stopped together. A machine that dies alone is nobody's outage; a server that is down is
 * everybody's, since nobody can give a sign. Stretches that overlap or touch are one outage. Each person has lost what
 * the own silence covers of it while the own clock ran, never more, and nothing twice.
 */
export function outagesIn(room: RoomRecord, now: Date): Outage[] {
  const atWork = spansByPerson(room.working, now);
  const compensated = spansByPerson(room.compensated, now);
  const working = [...atWork.values()].flat();
  const silent = [...spansByPerson(room.silences, now)].flatMap(([personId, spans]) =>
    without(within(spans, atWork.get(personId) ?? []), compensated.get(personId) ?? []),
  );
  return together(silent, working).map(({ from, until }) => {
    const losses = lossesIn(silent, from, until);
    const people = new Set(working.filter((one) => one.from < until && one.until > from).map((one) => one.personId));
    return {
      fromAt: new Date(from),
      untilAt: until >= now.getTime() ? null : new Date(until),
      losses,
      working: people.size,
      seconds: losses[0]?.seconds ?? 0,
    };
  });
}

function lossesIn(silent: readonly Span[], from: number, until: number): Loss[] {
  const inside = silent.flatMap((one) => {
    const span = { ...one, from: Math.max(one.from, from), until: Math.min(one.until, until) };
    return span.until > span.from ? [span] : [];
  });
  const losses = [...groupByPerson(inside)].map(([personId, spans]) => ({
    personId,
    seconds: Math.floor(spans.reduce((sum, span) => sum + span.until - span.from, 0) / 1000),
    fromAt: new Date(Math.min(...spans.map((span) => span.from))),
    untilAt: new Date(Math.max(...spans.map((span) => span.until))),
  }));
  return losses
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || (a.personId < b.personId ? -1 : 1));
}

/** The stretches in which enough people are silent at once: one sweep over all beginnings and ends. */
function together(silent: readonly Span[], working: readonly Span[]): { from: number; until: number }[] {
  const steps = new Map<number, { silent: number; working: number }>();
  const step = (at: number, kind: 'silent' | 'working', by: number) => {
    const sum = steps.get(at) ?? { silent: 0, working: 0 };
    sum[kind] += by;
    steps.set(at, sum);
  };
  for (const [kind, spans] of [
    ['silent', silent],
    ['working', working],
  ] as const) {
    for (const { from, until } of spans) {
      step(from, kind, 1);
      step(until, kind, -1);
    }
  }
  const found: { from: number; until: number }[] = [];
  let open: number | null = null;
  let sum = { silent: 0, working: 0 };
  for (const [at, change] of [...steps].sort(([a], [b]) => a - b)) {
    sum = { silent: sum.silent + change.silent, working: sum.working + change.working };
    const isOutage = sum.silent >= OUTAGE_PEOPLE && sum.silent >= OUTAGE_FRACTION * sum.working;
    if (isOutage && open === null) open = at;
    if (!isOutage && open !== null) {
      found.push({ from: open, until: at });
      open = null;
    }
  }
  return found;
}

const spanOf = ({ personId, fromAt, untilAt }: Stretch, now: Date): Span => ({
  personId,
  from: fromAt.getTime(),
  until: Math.max(fromAt.getTime(), (untilAt ?? now).getTime()),
});

/** Each person's spans in order, none overlapping or touching another. */
function spansByPerson(stretches: readonly Stretch[], now: Date): Map<string, Span[]> {
  const groups = groupByPerson(stretches.map((one) => spanOf(one, now)));
  return new Map([...groups].map(([personId, spans]) => [personId, union(spans)]));
}

function groupByPerson(spans: readonly Span[]): Map<string, Span[]> {
  const groups = new Map<string, Span[]>();
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

function within(spans: readonly Span[], frames: readonly Span[]): Span[] {
  return spans.flatMap((span) =>
    frames.flatMap((frame) => {
      const from = Math.max(span.from, frame.from);
      const until = Math.min(span.until, frame.until);
      return until > from ? [{ ...span, from, until }] : [];
    }),
  );
}

function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
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
