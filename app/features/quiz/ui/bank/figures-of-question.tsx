import type { Difficulty } from '#app/features/questions/core/question.ts';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en as questionEn } from '#app/features/questions/messages/en.ts';
import { vi as questionVi } from '#app/features/questions/messages/vi.ts';
import { formatNumber, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { WarningIcon } from '#app/ui/icons.tsx';
import { Section } from '#app/ui/page.tsx';
import type { BankFigures } from '../../core/statistics/bank-figures.ts';

/** What answers say of one question, its measured difficulty beside the stated one. */
export function FiguresOfQuestion({ figures, stated }: { figures: BankFigures | undefined; stated: Difficulty }) {
  const { figures: words, list } = useMessages(bankVi, bankEn);
  const { difficulties: levels } = useMessages(questionVi, questionEn);
  const lang = useLang();
  if (!figures || figures.facility === null) {
    return (
      <Section title={words.title}>
        <p className="text-muted">{list.noAnswers}</p>
      </Section>
    );
  }
  const { answers, facility, discrimination, measured, flags } = figures;
  const signs = [
    ...(measured && measured !== stated ? [words.differs(levels[measured], levels[stated])] : []),
    ...flags.flatMap((flag) => (flag === 'too-few' ? [] : [list.flags[flag]])),
  ];
  return (
    <Section title={words.title}>
      <div className="max-w-form space-y-3">
        <DefinitionList
          items={[
            { term: words.answers, value: formatNumber(lang, answers) },
            { term: words.facility, value: formatPercent(lang, facility) },
            {
              term: words.discrimination,
              value: discrimination === null ? words.notYet : formatNumber(lang, discrimination, 1),
            },
            { term: words.stated, value: levels[stated] },
            { term: words.measured, value: measured ? levels[measured] : words.notYet },
          ]}
        />
        {signs.map((sign) => (
          <p key={sign} className="flex items-start gap-1.5 text-amber">
            <WarningIcon className="mt-1 h-4 w-4" />
            {sign}
          </p>
        ))}
        <p className="text-sm text-muted">{words.bounds}</p>
      </div>
    </Section>
  );
}
