/** In whose form a unit writes: as a command or office, or as a Party committee. */
export const reportForms = ['administrative', 'party'] as const;
export type ReportFormKind = (typeof reportForms)[number];

/** How a unit's reports look, as it wrote it itself; an empty field is taken from above or from the unit's own name. */
export interface FormSetting {
  readonly form: ReportFormKind | '';
  /** The body above, as the head names it. */
  readonly above: string;
  /** Whose report it is, as the head names it. */
  readonly issuer: string;
  /** After the number: "BC-f9010". */
  readonly symbol: string;
  readonly place: string;
  /** Lines above the signature: "TM. ĐẢNG ỦY", "KT. SƯ ĐOÀN TRƯỞNG". */
  readonly authority: string;
  /** Who signs, with rank. */
  readonly signer: string;
  /** A line each. */
  readonly recipients: string;
  /** Whether annexes with names may be made here and below. */
  readonly names: 'allowed' | 'forbidden' | '';
  /** Whether who stands in for a leader may sign figures, here and below. */
  readonly delegates: 'may-sign' | 'may-not' | '';
}

export const emptyForm: FormSetting = {
  ...{ form: '', above: '', issuer: '', symbol: '', place: '', authority: '', signer: '', recipients: '' },
  ...{ names: '', delegates: '' },
};

/** What a report is written with: nothing is left open but what only a pen can fill. */
export interface ReportForm extends FormSetting {
  readonly form: ReportFormKind;
  readonly names: 'allowed' | 'forbidden';
  readonly delegates: 'may-sign' | 'may-not';
}

/** Taken over from the level above where a unit says nothing; the other fields speak of the unit itself alone. */
const inherited = ['form', 'place', 'recipients', 'names', 'delegates'] as const;

/**
 * The form of a unit: its own words, then those of the units above from the nearest up, then what its name and the
 * parent's name give. What a level above has forbidden stays forbidden.
 */
export function formOf(
  own: FormSetting,
  above: readonly FormSetting[],
  { name, parentName }: { name: string; parentName: string | null },
): ReportForm {
  const nearest = (field: (typeof inherited)[number]): string =>
    [own, ...above].map((setting) => setting[field]).find((value) => value !== '') ?? '';
  const all = [own, ...above];
  return {
    form: nearest('form') === 'party' ? 'party' : 'administrative',
    above: own.above || (parentName ?? ''),
    issuer: own.issuer || name,
    symbol: own.symbol || 'BC',
    place: nearest('place'),
    authority: own.authority,
    signer: own.signer,
    recipients: nearest('recipients'),
    names: all.some(({ names }) => names === 'forbidden') ? 'forbidden' : 'allowed',
    delegates: nearest('delegates') === 'may-sign' ? 'may-sign' : 'may-not',
  };
}
