/** An assignment as a leader may choose it. */
export interface Choice {
  readonly id: string;
  readonly openAt: Date;
  readonly dueAt: Date | null;
  readonly closeAt: Date | null;
  /** False: for groups alone, as practice is: shown only to who asks for it, or where there is nothing else. */
  readonly isForUnits?: boolean;
}

/**
 * The assignment to show: the wanted one (null when it is not among the choices); without a wish the one that falls due
 * next, else the one that fell due last, else the newest without a due date.
 */
export function chooseAssignment<T extends Choice>(
  choices: readonly T[],
  wantedId: string | null,
  now: Date,
): T | null {
  if (wantedId !== null) return choices.find((choice) => choice.id === wantedId) ?? null;
  const wide = choices.filter(({ isForUnits }) => isForUnits !== false);
  const usual = wide.length > 0 ? wide : choices;
  const running = usual.filter((choice) => choice.openAt <= now && (choice.closeAt === null || choice.closeAt > now));
  const pool = running.length > 0 ? running : usual;
  const dated = pool.filter((choice) => choice.dueAt !== null).sort((a, b) => Number(a.dueAt) - Number(b.dueAt));
  const next = dated.find((choice) => Number(choice.dueAt) >= now.getTime());
  const newest = [...pool].sort((a, b) => b.openAt.getTime() - a.openAt.getTime())[0];
  return next ?? dated.at(-1) ?? newest ?? null;
}
