import { formatNumber } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { messagesFor, useLang } from '#app/platform/i18n/use-messages.ts';
import type { FigureChange } from '../core/compare-figures.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { documentWords } from './finding-sentences.ts';

/** One difference in words: "Sư đoàn S1: Hoàn thành 80 → 92 (tăng 12)". */
export function changeSentence(lang: Lang, { part, figure, before, after }: FigureChange): string {
  const { report: say } = messagesFor(lang, vi, en);
  const n = (value: number | null) => (value === null ? say.absent : formatNumber(lang, value));
  const name = documentWords(lang).figures[figure];
  const sentence = say.change(part ?? say.whole, name, n(before), n(after));
  if (before === null || after === null) return sentence;
  const by = formatNumber(lang, Math.abs(after - before));
  return `${sentence} (${after > before ? say.rise(by) : say.fall(by)})`;
}

/** The differences between two sets of figures, assignment by assignment. */
export function ChangeList({ changes, empty }: { changes: readonly FigureChange[]; empty: string }) {
  const lang = useLang();
  if (changes.length === 0) return <p>{empty}</p>;
  const titles = [...new Set(changes.map(({ title }) => title))];
  return titles.map((title) => (
    <div key={title} className="mt-2">
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-disc pl-6">
        {changes
          .filter((change) => change.title === title)
          .map((change, at) => (
            <li key={at} className="tabular">
              {changeSentence(lang, change)}
            </li>
          ))}
      </ul>
    </div>
  ));
}
