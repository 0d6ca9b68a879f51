import { may } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { PAPER_SECTIONS, type PaperSection, sectionOf } from '../../core/printed/paper-item.ts';
import { heldBetween, mayPrintKeys, type PaperLimit, paperLimits } from '../../core/printed/paper-set.ts';
import { SHEET_STATES, type Sheet, type SheetState } from '../../core/printed/sheet.ts';
import { type Overlap, overlapOfSet, variantKey } from '../../core/printed/variants.ts';
import type { StoredPaperSet } from '../../data/printed/paper-sets.server.ts';
import { listSheets } from '../../data/printed/paper-sheets.server.ts';
import { listPaperPeople } from '../../data/printed/roster.server.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import { listNames } from '../../data/room/names.server.ts';
import { type ListedPerson, listRoster, loadPaperSet, paperScope, readVariants } from './set-reading.server.ts';

/** Somebody of the set's list, or whose sheet was entered without standing on it. */
export interface PaperSetPerson {
  readonly personId: string;
  readonly number: number | null;
  readonly fullName: string;
  readonly rank: string | null;
  readonly unitName: string;
  /** Null: no sheet was entered. */
  readonly state: SheetState | null;
  readonly variant: string | null;
  /** Who typed it the first and the second time, and who settled where they differed. */
  readonly hands: readonly string[];
  /** Both entries are by one person. */
  readonly isSameHand: boolean;
}

export interface PaperSetPage {
  readonly set: {
    readonly id: string;
    readonly quizId: string;
    readonly title: string;
    readonly quizTitle: string;
    readonly unitName: string;
    readonly heldOn: string;
    readonly startsAt: string;
    readonly minutes: number;
    readonly drawing: 'one' | 'each';
    readonly sessionId: string | null;
    readonly isClosed: boolean;
    readonly isHeld: boolean;
  };
  readonly variants: readonly string[];
  readonly sections: readonly { readonly section: PaperSection; readonly count: number }[];
  readonly questions: number;
  readonly overlap: { readonly worst: Overlap; readonly average: Overlap } | null;
  readonly limits: readonly PaperLimit[];
  /** keys: now, once it has been written, or never for this actor. */
  readonly may: { readonly enter: boolean; readonly keys: 'now' | 'later' | 'never'; readonly quiz: boolean };
  readonly counts: Readonly<Record<SheetState | 'missing', number>>;
  /** For who enters sheets; an author sees no people. */
  readonly people: readonly PaperSetPerson[];
}

/** A set: its variants, what can be printed, and how far its sheets are. */
export async function paperSetPage(actor: Actor, setId: string): Promise<PaperSetPage> {
  const set = await loadPaperSet(paperScope(actor), setId);
  const { sql } = database();
  const { variants, bodyOf } = await readVariants(setId);
  const quiz = await findQuiz(sql, set.quizId);
  const { settings } = set;
  const mayEnter = may(actor, 'exam.run', set.unitPath);
  const isAuthor = may(actor, 'quiz.author', set.quizUnitPath);
  const people = await listSetPeople(set);
  const first = variants[0]?.items ?? [];
  const ids = new Set(variants.flatMap(({ paper }) => paper.map((slot) => slot.questionVersionId)));
  const count = (state: SheetState | null) => people.filter((person) => person.state === state).length;
  const { id, quizId, title, quizTitle, unitName, heldOn, closedAt } = set;
  const { startsAt, minutes, drawing, sessionId } = settings;
  return {
    set: {
      ...{ id, quizId, title, quizTitle, unitName, heldOn, startsAt, minutes, drawing, sessionId },
      isClosed: closedAt !== null,
      isHeld: heldBetween(heldOn, settings).from.getTime() <= now().getTime(),
    },
    variants: variants.map(({ code }) => code),
    sections: PAPER_SECTIONS.map((section) => ({
      section,
      count: first.filter((item) => sectionOf(item) === section).length,
    })).filter((each) => each.count > 0),
    questions: first.length,
    overlap: overlapOfSet(variants.map(({ paper }) => variantKey(paper, bodyOf))),
    limits: quiz ? paperLimits([...ids].map(bodyOf), quiz.settings, settings) : [],
    may: {
      enter: mayEnter,
      keys: isAuthor ? (mayPrintKeys(set, now()) ? 'now' : 'later') : 'never',
      quiz: isAuthor,
    },
    counts: {
      ...(Object.fromEntries(SHEET_STATES.map((state) => [state, count(state)])) as Record<SheetState, number>),
      missing: count(null),
    },
    people: mayEnter ? people : [],
  };
}

const handsOf = ({ first, second, settled }: Sheet): string[] =>
  [first, second, settled].flatMap((entry) => entry?.byId ?? []);

/** Everybody on the list of a set with the state of the sheet, and those whose sheets were entered beside it. */
export async function listSetPeople(set: StoredPaperSet): Promise<PaperSetPerson[]> {
  const { sql } = database();
  const sheets = new Map((await listSheets(sql, set.id)).map((sheet) => [sheet.personId, sheet]));
  const roster = await listRoster(sql, set);
  const listed = new Set(roster.map(({ personId }) => personId));
  const others = [...sheets.keys()].filter((personId) => !listed.has(personId));
  const people = await listPaperPeople(sql, others);
  const more = others.flatMap((personId): ListedPerson[] => {
    const person = people.get(personId);
    return person ? [{ ...person, number: null }] : [];
  });
  const names = await listNames(sql, [...new Set([...sheets.values()].flatMap(handsOf))]);
  return [...roster, ...more].map(({ personId, number, fullName, rank, unitName }) => {
    const sheet = sheets.get(personId);
    return {
      ...{ personId, number, fullName, rank, unitName },
      state: sheet?.state ?? null,
      variant: sheet ? (sheet.settled ?? sheet.first).variant : null,
      hands: sheet ? handsOf(sheet).map((id) => names.get(id) ?? '') : [],
      isSameHand: sheet?.second != null && sheet.second.byId === sheet.first.byId,
    };
  });
}
