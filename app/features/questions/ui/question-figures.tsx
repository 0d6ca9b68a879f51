import { formatNumber, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { WarningIcon } from '#app/ui/icons.tsx';
import type { Difficulty } from '../core/question.ts';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** What answers say of a question, as the quiz feature counts it; the bank itself knows no attempts. */
export interface ShownFigures {
  answers: number;
  facility: number | null;
  discrimination: number | null;
  measured: Difficulty | null;
  flags: readonly ('too-easy' | 'too-hard' | 'negative' | 'weak' | 'too-few')[];
}

/** The figures in a few words, with a sign where the measured difficulty is not the stated one. */
export function QuestionFigures({ figures, stated }: { figures: ShownFigures | undefined; stated: Difficulty }) {
  const { list: words } = useMessages(bankVi, bankEn);
  const { difficulties: levels } = useMessages(vi, en);
  const lang = useLang();
  if (!figures || figures.facility === null) return <span className="text-muted">{words.noAnswers}</span>;
  const { answers, facility, discrimination, measured, flags } = figures;
  const count = formatNumber(lang, answers);
  const signs = [
    ...(measured && measured !== stated ? [words.measured(levels[measured])] : []),
    ...flags.flatMap((flag) => (flag === 'too-few' ? [] : [words.flags[flag]])),
  ];
  return (
    <div className="tabular text-sm">
      <p>{measured ? words.facility(formatPercent(lang, facility), count) : words.fewAnswers(count)}</p>
      {discrimination !== null && <p>{words.discrimination(formatNumber(lang, Math.round(discrimination)))}</p>}
      {signs.map((sign) => (
        <p key={sign} className="flex items-start gap-1 text-amber">
          <WarningIcon className="mt-1 h-4 w-4" />
          {sign}
        </p>
      ))}
    </div>
  );
}
