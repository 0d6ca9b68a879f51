import type { DocumentBlock, DocumentTable, OfficialDocument } from '#app/kernel/official-document.ts';
import { formatPercent } from '#app/kernel/percent.ts';
import { dateOf, endOfDay } from '#app/kernel/vietnam-time.ts';
import { formatDate, formatNumber, formatTime } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { coverageMove } from '../core/compare-figures.ts';
import { type ReportFigures, type ReportParameters, shortChecksum } from '../core/stored-report.ts';
import { type AssignmentFigures, gradedIn, type StudyCounts } from '../core/study-figures.ts';
import {
  assignmentFindings,
  type Finding,
  isPresenceKnown,
  judgeFigures,
  strengthFindings,
} from '../core/study-findings.ts';
import { annexBlocks } from './annex-blocks.ts';
import { documentHead, signatureOf } from './document-head.ts';
import { documentWords, findingSentences, shareWords } from './finding-sentences.ts';
import {
  awayTable,
  classesTable,
  comparisonTable,
  membershipsTable,
  partsTable,
  resultsTable,
} from './study-tables.ts';

/** A report as kept, or as it would be kept: everything that its document says. */
export interface DocumentSource {
  readonly number: string;
  readonly datedOn: string;
  readonly parameters: ReportParameters;
  readonly figures: ReportFigures;
  /** Empty while it is only looked at. */
  readonly checksum: string;
  /** Names by person, for the annex; who has been erased is not among them. */
  readonly names: Readonly<Record<string, string>>;
}

/** The document of a report: the same source gives the same document, on a page, as DOCX, PDF and XLSX. */
export function studyDocument(source: DocumentSource): OfficialDocument {
  const { parameters, figures, number, datedOn, checksum } = source;
  const { lang, form } = parameters;
  const { study } = figures;
  const words = documentWords(lang);
  const asOf = new Date(study.asOf);
  const day = formatDate(lang, asOf);
  const isWholeDay = endOfDay(dateOf(asOf)).getTime() === asOf.getTime();
  const titles = study.assignments.map(({ title }) => title).join('; ');
  const next = counter();
  const roman = ['IV', 'V'];
  const blocks: DocumentBlock[] = [
    { kind: 'heading', level: 1, text: words.sections.strength },
    ...paragraphs(lang, strengthFindings(study, figures.context.presence)),
    { kind: 'heading', level: 1, text: words.sections.results },
    ...study.assignments.flatMap((each, at) => assignmentBlocks(lang, source, each, at, next)),
    { kind: 'heading', level: 1, text: words.sections.judgement },
    ...judgement(lang, source),
    ...comparison(lang, source, () => roman.shift()!, next),
    ...remarks(source, () => roman.shift()!),
    { kind: 'paragraph', text: words.closing },
    signatureOf(lang, form, checksum && words.notes.seal(shortChecksum(checksum))),
    ...annexBlocks(source),
  ];
  return {
    lang,
    title: words.fileTitle(study.unit.name, day),
    // The day written on it: a document tells no other time, so that it can be made again.
    madeAt: new Date(`${datedOn}T00:00:00Z`),
    head: documentHead({ lang, form, number, datedOn }),
    subject: {
      name: words.kind,
      about: `${words.about(titles)}\n${isWholeDay ? words.asOf(day) : words.asOfInstant(formatTime(asOf), day)}`,
    },
    blocks,
  };
}

/** Tables are numbered through. */
function counter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return String(count);
  };
}

const paragraphs = (lang: Lang, findings: readonly Finding[]): DocumentBlock[] =>
  findings.map((finding) => ({ kind: 'paragraph', text: findingSentences(lang, finding) }));

function assignmentBlocks(
  lang: Lang,
  { figures, parameters }: DocumentSource,
  assignment: AssignmentFigures,
  index: number,
  next: () => string,
): DocumentBlock[] {
  const words = documentWords(lang);
  const { study, context } = figures;
  const heading: DocumentBlock = { kind: 'heading', level: 2, text: `${index + 1}. ${assignment.title}` };
  const head = parameters.assignmentIds.length > 1 ? [heading] : [];
  const said = paragraphs(lang, assignmentFindings(assignment, study.asOf, isPresenceKnown(context.presence)));
  if (assignment.total.strength === 0) return [...head, ...said];
  const noted = (table: DocumentTable, text: string): DocumentBlock[] => [table, { kind: 'note', text }];
  const hasParts = assignment.parts.length > 0;
  const isLate = assignment.total.late > 0 || assignment.total.away > 0;
  return [
    ...head,
    ...said,
    ...signOffSentences(
      lang,
      context.signOffs.find((each) => each.assignmentId === assignment.assignmentId),
    ),
    ...weakTopicSentences(
      lang,
      context.weakTopics.find((each) => each.assignmentId === assignment.assignmentId),
    ),
    ...(hasParts ? noted(partsTable(lang, assignment, next()), words.notes.parts) : []),
    classesTable(lang, assignment, next()),
    ...noted(membershipsTable(lang, assignment, next()), words.notes.groups),
    ...(hasParts && gradedIn(assignment.total) > 0
      ? noted(resultsTable(lang, assignment, next()), words.notes.results)
      : []),
    ...(hasParts && isLate ? noted(awayTable(lang, assignment, next()), words.notes.away) : []),
  ];
}

function signOffSentences(
  lang: Lang,
  signOffs: ReportFigures['context']['signOffs'][number] | undefined,
): DocumentBlock[] {
  if (!signOffs) return [];
  const { findings: say } = documentWords(lang);
  const { signed, changed, unsigned } = signOffs;
  const of = signed.length + changed.length + unsigned.length;
  const sentences = [
    say.signed(formatNumber(lang, signed.length + changed.length), formatNumber(lang, of)),
    ...(unsigned.length > 0 ? [say.unsigned(unsigned.join('; '))] : []),
    ...(changed.length > 0 ? [say.changed(changed.join('; '))] : []),
  ];
  return [{ kind: 'paragraph', text: sentences.join(' ') }];
}

function weakTopicSentences(
  lang: Lang,
  weak: ReportFigures['context']['weakTopics'][number] | undefined,
): DocumentBlock[] {
  if (!weak || weak.topics.length === 0) return [];
  const { findings: say } = documentWords(lang);
  const topics = weak.topics.map(({ name, mean, part, whole }) =>
    say.weakTopic(name, formatPercent(mean, lang), shareWords(lang, { part, whole })),
  );
  return [{ kind: 'paragraph', text: say.weakTopics(topics.join('; ')) }];
}

/** Strengths and weaknesses: where several assignments are told of, each sentence says of which. */
function judgement(lang: Lang, { figures }: DocumentSource): DocumentBlock[] {
  const words = documentWords(lang);
  const { study } = figures;
  const judged = judgeFigures(study);
  const isSeveral = study.assignments.length > 1;
  const sentences = (which: 'strong' | 'weak') =>
    judged.flatMap((each) => {
      const title = study.assignments.find(({ assignmentId }) => assignmentId === each.assignmentId)?.title;
      return each[which].map((finding) => {
        const sentence = findingSentences(lang, finding);
        return isSeveral && title ? `${title}: ${sentence}` : sentence;
      });
    });
  const strong = sentences('strong');
  const weak = sentences('weak');
  const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
  return [
    { kind: 'heading', level: 2, text: `1. ${words.sections.strong}` },
    ...(strong.length > 0 ? strong : [words.findings.nothingStrong]).map(paragraph),
    { kind: 'heading', level: 2, text: `2. ${words.sections.weak}` },
    ...(weak.length > 0 ? weak : [words.findings.nothingWeak]).map(paragraph),
  ];
}

function comparison(lang: Lang, { figures }: DocumentSource, roman: () => string, next: () => string): DocumentBlock[] {
  const { study, context } = figures;
  const { former } = context;
  if (!former) return [];
  const words = documentWords(lang);
  const { findings: say } = words;
  const moves = study.assignments.flatMap(({ assignmentId, title, total }) => {
    const before = former.totals.find((each) => each.assignmentId === assignmentId)?.total;
    const move = before && coverageMove(before, total);
    return before && move ? [say[move](title, coverageWords(lang, before), coverageWords(lang, total))] : [];
  });
  return [
    { kind: 'heading', level: 1, text: `${roman()}. ${words.sections.comparison}` },
    { kind: 'paragraph', text: say.compared(former.number || say.unnumbered, formatDate(lang, former.asOf)) },
    ...moves.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
    ...study.assignments.flatMap((each) => comparisonTable(lang, each, former, next) ?? []),
    { kind: 'note', text: words.notes.comparison },
  ];
}

const coverageWords = (lang: Lang, { byStatus, strength }: StudyCounts) =>
  shareWords(lang, { part: byStatus.completed, whole: strength });

function remarks({ parameters }: DocumentSource, roman: () => string): DocumentBlock[] {
  const texts = parameters.remarks.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (texts.length === 0) return [];
  const { sections } = documentWords(parameters.lang);
  return [
    { kind: 'heading', level: 1, text: `${roman()}. ${sections.remarks}` },
    ...texts.map((text): DocumentBlock => ({ kind: 'paragraph', text: text.trim() })),
  ];
}
