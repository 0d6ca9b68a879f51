import { type AbsenceReason, absenceReasons } from '#app/features/org/core/presence/absence.ts';
import { formatPercent, type Share, shareFraction } from '#app/kernel/percent.ts';
import { formatDate, formatNumber, formatRatio } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { type Finding, findingThresholds } from '../core/study-findings.ts';
import { documentEn } from '../messages/document-en.ts';
import { documentVi } from '../messages/document-vi.ts';

export const documentWords = (lang: Lang) => messagesFor(lang, documentVi, documentEn);

/** "112/118 đồng chí (94,9%)": never a share without what it is a share of. */
export function shareWords(lang: Lang, share: Share): string {
  const ratio = documentWords(lang).findings.people(formatRatio(lang, share.part, share.whole));
  return `${ratio} (${formatPercent(shareFraction(share), lang)})`;
}

/** A finding as one or two sentences. */
export function findingSentences(lang: Lang, finding: Finding): string {
  const words = documentWords(lang);
  const { findings: say } = words;
  const n = (value: number) => formatNumber(lang, value);
  const share = (given: Share) => shareWords(lang, given);
  switch (finding.code) {
    case 'nobody':
      return say.nobody;
    case 'strength': {
      const absent = finding.whole - finding.part;
      const tail = absent > 0 ? say.absent(n(absent), awayWords(finding.away)) : say.nobodyAbsent;
      return `${say.strength(n(finding.whole), share(finding))} ${tail}`;
    }
    case 'strength-unconfirmed': {
      const absent = finding.whole - finding.part;
      const tail = absent > 0 ? ` ${say.absentAsListed(n(absent), awayWords(finding.away))}` : '';
      return `${say.strengthUnconfirmed(n(finding.whole))}${tail}`;
    }
    case 'confirmed-partly':
      return say.confirmedPartly(formatRatio(lang, finding.part, finding.whole));
    case 'away-notable':
      return say.awayNotable(share(finding));
    case 'assigned':
      return say.assigned(share(finding)) + (finding.outside > 0 ? ` ${say.outside(n(finding.outside))}` : '');
    case 'coverage':
      return say.coverage(share(finding));
    case 'coverage-complete':
      return say.coverageComplete(share(finding));
    case 'coverage-high':
      return say.coverageHigh(share(finding));
    case 'coverage-fair':
      return say.coverageFair(share(finding));
    case 'coverage-low':
      return say.coverageLow(share(finding));
    case 'coverage-present':
      return say.coveragePresent(share(finding));
    case 'owing': {
      const { notStarted, inProgress, whole } = finding;
      return say.owing(n(notStarted + inProgress), n(notStarted), n(inProgress), n(whole));
    }
    case 'late':
    case 'late-notable': {
      const due = formatDate(lang, finding.dueAt);
      const first = finding.code === 'late' ? say.late(share(finding), due) : say.lateNotable(share(finding), due);
      return finding.away > 0 ? `${first} ${say.lateAway(n(finding.away))}` : first;
    }
    case 'none-late':
      return say.noneLate(formatDate(lang, finding.dueAt));
    case 'failed':
      return say.failed(share(finding));
    case 'exempt': {
      const named = finding.reasons.slice(0, findingThresholds.namedReasons);
      const others = finding.people - named.reduce((sum, { people }) => sum + people, 0);
      const reasons = named.map(({ reason, people }) => `${reason || say.noReason} (${n(people)})`);
      const more = n(finding.reasons.length - named.length);
      return say.exempt(
        n(finding.people),
        [...reasons, ...(others > 0 ? [`${say.otherReasons(more)} (${n(others)})`] : [])].join('; '),
      );
    }
    case 'no-results':
      return say.noResults;
    case 'results': {
      const { whole } = finding;
      const of = (part: number) => `${n(part)} (${formatPercent(shareFraction({ part, whole }), lang)})`;
      return say.results(n(whole), of(finding.excellent), of(finding.good), of(finding.average), of(finding.failed));
    }
    case 'results-good':
      return say.resultsGood(share(finding));
    case 'results-weak':
      return say.resultsWeak(share(finding));
    case 'parts-complete':
      return say.partsComplete(withMore(finding.names, finding.more));
    case 'all-parts-complete':
      return say.allPartsComplete(n(finding.of));
    case 'parts-lagging': {
      const parts = finding.parts.map((part) => say.part(part.name, share(part)));
      return say.partsLagging(withMore(parts, finding.more), share(finding));
    }
    case 'class-lagging':
      return say.groupLagging(words.classes[finding.key], share(finding));
    case 'membership-lagging':
      return say.groupLagging(words.memberships[finding.key], share(finding));
  }

  function awayWords(away: Readonly<Record<AbsenceReason, number>>): string {
    const reasons = absenceReasons.filter((reason) => away[reason] > 0);
    return reasons.map((reason) => `${words.reasons[reason]} ${n(away[reason])}`).join(', ');
  }

  function withMore(names: readonly string[], more: number): string {
    return more > 0 ? `${names.join('; ')} ${say.more(n(more))}` : names.join('; ');
  }
}
