import type { Lang } from '#app/kernel/lang.ts';
import type { ReportForm } from './report-form.ts';
import type { StudyCounts, StudyFigures } from './study-figures.ts';

/** The kinds of reports; a new one brings its figures and its document. */
export const reportKinds = ['study-result'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Whom the annex names: nobody, those who still owe something, everybody. */
export const nameChoices = ['none', 'owing', 'all'] as const;
export type NameChoice = (typeof nameChoices)[number];

/** What was asked for when a report was made, and how the unit wrote then. */
export interface ReportParameters {
  readonly assignmentIds: readonly string[];
  readonly names: NameChoice;
  readonly lang: Lang;
  /** Paragraphs that the unit adds: remarks, proposals. */
  readonly remarks: string;
  readonly form: ReportForm;
}

/** What a report tells of beside its own figures, as it was when it was made: it is not computed again. */
export interface ReportContext {
  /** The report before it, of the same unit and assignments. */
  readonly former: {
    readonly reportId: string;
    readonly number: string;
    readonly asOf: string;
    readonly totals: readonly { readonly assignmentId: string; readonly total: StudyCounts }[];
  } | null;
  /** By assignment, how many of the units directly below stand for their figures of that day. */
  readonly signOffs: readonly {
    readonly assignmentId: string;
    readonly signed: readonly string[];
    readonly changed: readonly string[];
    readonly unsigned: readonly string[];
  }[];
  /** Of what assignments the people know least, from the statistics of topics as of that day. */
  readonly weakTopics: readonly { readonly assignmentId: string; readonly topics: readonly WeakTopic[] }[];
  /** How many of the units with people had confirmed who was present; missing in reports from before that was kept. */
  readonly presence?: Presence;
}

export interface Presence {
  readonly confirmed: number;
  readonly units: number;
}

/** A topic that is surely below the line, over the people who were asked. */
export interface WeakTopic {
  readonly name: string;
  /** Of the people's own shares of right answers, 0..1. */
  readonly mean: number;
  /** People below the line, of those asked. */
  readonly part: number;
  readonly whole: number;
}

export interface ReportFigures {
  readonly study: StudyFigures;
  readonly context: ReportContext;
}

/** A report as it is kept. */
export interface StoredReport {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ReportKind;
  readonly title: string;
  readonly number: string;
  readonly datedOn: string;
  readonly asOfAt: Date;
  readonly parameters: ReportParameters;
  readonly figures: ReportFigures;
  readonly checksum: string;
  readonly scheduleId: string | null;
  readonly createdById: string | null;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
}

/** What the checksum of a report stands for: everything that is printed but the people's names. */
export const sealedPart = ({
  unitId,
  kind,
  number,
  datedOn,
  asOfAt,
  parameters,
  figures,
}: Omit<StoredReport, 'checksum'>) => ({
  ...{ unitId, kind, number, datedOn, asOfAt: asOfAt.toISOString(), parameters, figures },
});

/** The first digits of a checksum, as they are printed and read out. */
export const shortChecksum = (checksum: string): string => checksum.slice(0, 12).toUpperCase();
