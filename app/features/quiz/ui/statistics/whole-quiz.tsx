import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList, Figures } from '#app/ui/definition-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import type { QuizStatisticsPage } from '../../queries/statistics/quiz-statistics.server.ts';
import { useFigures } from './use-figures.ts';

/** The figures of the quiz as a whole. */
export function WholeQuiz({ page }: { page: QuizStatisticsPage }) {
  const { whole: words } = useMessages(vi, en);
  const figures = useFigures();
  const { whole, passed, maxMark } = page;
  const outOf = maxMark === null ? undefined : words.outOf(figures.mark(maxMark));
  const share = passed.whole === 0 ? null : passed.part / passed.whole;
  const isUnknown = page.hasVariedPapers && whole.cic === null && (whole.sd ?? 0) > 0;
  return (
    <Section title={words.title}>
      <Figures
        items={[
          { label: words.attempts, value: figures.count(whole.attempts) },
          {
            label: words.passed,
            value: figures.fraction(share),
            note: `${figures.count(passed.part)}/${figures.count(passed.whole)}`,
          },
          { label: words.mean, value: figures.mark(whole.mean), note: outOf },
          { label: words.median, value: figures.mark(whole.median), note: outOf },
          { label: words.sd, value: figures.mark(whole.sd), note: outOf },
          { label: words.cic, value: figures.percent(whole.cic), note: isUnknown ? words.cicUnknown : undefined },
        ]}
      />
      {page.hasVariedPapers && <p className="mt-4 max-w-reading text-sm text-muted">{words.varied}</p>}
      <details className="mt-4">
        <summary className="text-sm font-semibold text-accent">{words.more}</summary>
        <div className="mt-3 max-w-reading space-y-3">
          <DefinitionList
            items={[
              { term: words.errorRatio, value: figures.percent(whole.errorRatio) },
              { term: words.standardError, value: figures.mark(whole.standardError) },
              { term: words.skewness, value: figures.number(whole.skewness) },
              { term: words.kurtosis, value: figures.number(whole.kurtosis) },
            ]}
          />
          <p className="text-sm text-muted">{words.meaning}</p>
        </div>
      </details>
    </Section>
  );
}
