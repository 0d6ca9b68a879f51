import { formatNumber, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { WarningIcon } from '#app/ui/icons.tsx';
import type { PaperLimit } from '../../core/printed/paper-set.ts';
import type { Overlap } from '../../core/printed/variants.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';

/** What the quiz holds that paper cannot, each in a sentence. */
export function PaperLimits({ limits }: { limits: readonly PaperLimit[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (limits.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">{words.limitsTitle}</p>
      <ul className="mt-1 space-y-1">
        {limits.map(({ code, count }) => {
          const say = words.limits[code];
          return (
            <li key={code} className="flex items-start gap-2">
              <WarningIcon className="mt-1 h-4 w-4 shrink-0 text-amber" />
              {typeof say === 'string' ? say : say(formatNumber(lang, count ?? 0))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** How much two variants of a set agree. */
export function OverlapWords({ overlap }: { overlap: { worst: Overlap; average: Overlap } | null }) {
  const { form: words } = useMessages(vi, en);
  const lang = useLang();
  if (!overlap) return <>{words.onlyOne}</>;
  const share = (value: number | null) => formatPercent(lang, value ?? 0);
  return (
    <>
      {words.overlap(share(overlap.worst.sameLetter), share(overlap.average.sameLetter))}{' '}
      {words.overlapSame(share(overlap.worst.sameQuestionAndLetter))}
    </>
  );
}

/** '40 câu hỏi: Chọn phương án 36, Đúng – sai 4'. */
export function SectionWords({
  questions,
  sections,
}: {
  questions: number;
  sections: readonly { section: keyof typeof vi.sections; count: number }[];
}) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <>
      {words.form.questions(formatNumber(lang, questions))}:{' '}
      {sections.map(({ section, count }) => `${words.sections[section]} ${formatNumber(lang, count)}`).join(', ')}.
    </>
  );
}
