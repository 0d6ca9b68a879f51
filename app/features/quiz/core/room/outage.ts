import {
  groupByPerson,
  type Span,
  type Stretch,
  spanOf,
  spansByPerson,
  unionByPerson,
  within,
  without,
} from './spans.ts';

/** An outage is that at least this share of those who work, and at least so many people, are silent at the same time. */
export const OUTAGE_FRACTION = 0.4;
export const OUTAGE_PEOPLE = 3;

/** When a person had a running attempt; `isTimeUp`: it ended because its time was up. */
export interface Work extends Stretch {
  readonly isTimeUp?: boolean;
}

/** What is known of a room, from which outages are read. */
export interface RoomRecord {
  /** When each person had a running attempt. */
  readonly working: readonly Work[];
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

/**
 * The times at which heartbeats stopped together. A machine that dies alone is nobody's outage; a server that is down is
 * everybody's, since nobody can give a sign. Stretches that overlap or touch are one outage. Each person has lost what
 * the own silence covers of it while the own clock ran, never more, and nothing twice. Whose time ran out in a silence
 * still belongs to the outage until that silence ends, or it would end where the first deadlines fall.
 */
export function outagesIn(room: RoomRecord, now: Date): Outage[] {
  const atWork = spansByPerson(room.working, now);
  const compensated = spansByPerson(room.compensated, now);
  const overruns = overrunsOf(room, now);
  const present = unionByPerson([...[...atWork.values()].flat(), ...overruns]);
  const working = [...present.values()].flat();
  const compensatedOf = (personId: string) => compensated.get(personId) ?? [];
  const silences = [...spansByPerson(room.silences, now)];
  const lost = silences.flatMap(([personId, spans]) =>
    without(within(spans, atWork.get(personId) ?? []), compensatedOf(personId)),
  );
  const silent = silences.flatMap(([personId, spans]) =>
    without(within(spans, present.get(personId) ?? []), compensatedOf(personId)),
  );
  const found = together(silent, working).map(({ from, until }) => {
    const losses = lossesIn(lost, from, until);
    const people = new Set(working.filter((one) => one.from < until && one.until > from).map((one) => one.personId));
    return {
      fromAt: new Date(from),
      untilAt: until >= now.getTime() ? null : new Date(until),
      losses,
      working: people.size,
      seconds: losses[0]?.seconds ?? 0,
    };
  });
  // What is left of an outage whose losses were all given back.
  return found.filter(({ losses }) => losses.length > 0);
}

/** Of each attempt whose time ran out in a silence: from its end until the silence ended. */
function overrunsOf({ working, silences }: RoomRecord, now: Date): Span[] {
  const ends = working.flatMap((one) => (one.isTimeUp && one.untilAt ? [spanOf(one, now)] : []));
  const silencesOf = groupByPerson(silences.map((one) => spanOf(one, now)));
  return ends.flatMap(({ personId, until: end }) =>
    (silencesOf.get(personId) ?? []).flatMap(({ from, until }) =>
      from < end && end < until ? [{ personId, from: end, until }] : [],
    ),
  );
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
