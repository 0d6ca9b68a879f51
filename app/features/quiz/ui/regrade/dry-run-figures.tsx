import { formatNumber, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Figures } from '#app/ui/definition-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';
import type { ShownDryRun } from '../../queries/regrade/key-change-page.server.ts';
import { ChangeCountsTable } from './change-counts-table.tsx';

/** What a change of key changes: the counts first, then the tables. */
export function DryRunFigures({ dryRun, isDecided = false }: { dryRun: ShownDryRun; isDecided?: boolean }) {
  const words = useMessages(vi, en).figures;
  const lang = useLang();
  const { attempts, waiting } = dryRun;
  const share = (n: number) => formatRatio(lang, n, attempts);
  return (
    <>
      <Section title={isDecided ? words.titleDone : words.title}>
        {attempts === 0 ? (
          <p className="max-w-reading">{words.none}</p>
        ) : (
          <>
            <Figures
              items={[
                {
                  label: words.marks,
                  value: share(dryRun.marksChanged),
                  note: words.upDown(formatNumber(lang, dryRun.marksUp), formatNumber(lang, dryRun.marksDown)),
                },
                { label: words.grades, value: share(dryRun.gradesChanged) },
                { label: words.wouldPass, value: share(dryRun.wouldPass) },
                { label: words.wouldFail, value: share(dryRun.wouldFail) },
                { label: words.classes, value: share(dryRun.classificationsChanged) },
              ]}
            />
            {waiting > 0 && <p className="mt-3 text-muted">{words.waiting(formatNumber(lang, waiting))}</p>}
          </>
        )}
      </Section>
      {attempts > 0 && (
        <>
          <Section title={words.perQuiz}>
            <ChangeCountsTable kind="quiz" dryRun={dryRun} />
          </Section>
          <Section title={words.perUnit}>
            <ChangeCountsTable kind="unit" dryRun={dryRun} />
          </Section>
        </>
      )}
    </>
  );
}
