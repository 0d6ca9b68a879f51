import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { InfoIcon } from '#app/ui/icons.tsx';
import type { QualityHint, QualityHintCode } from '../../core/quality-hints.ts';
import { en as bankEn } from '../../messages/bank-en.ts';
import { vi as bankVi } from '../../messages/bank-vi.ts';
import { en as editorEn } from '../../messages/en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as editorVi } from '../../messages/vi.ts';
import { KeyPatternNotes } from '../key-pattern-notes.tsx';
import type { ListHints } from './use-quality-hints.ts';

const MOST_NAMED = 12;

function useHintWords(): Record<QualityHintCode, string> {
  return { ...useMessages(editorVi, editorEn).hints, ...useMessages(bankVi, bankEn).hints };
}

/** What could be better in the whole list: patterns of the keys, then each hint with the questions that it speaks of. */
export function QualityNotes({ hints, all }: { hints: ListHints; all: number }) {
  const words = useMessages(vi, en);
  const hintWords = useHintWords();
  const lang = useLang();
  const count = hints.shared.length + hints.patterns.length;
  const number = (value: number) => formatNumber(lang, value);
  if (count === 0) return null;
  return (
    <details open={hints.patterns.length > 0 || undefined}>
      <summary className="text-lg font-semibold">
        {words.quality} ({number(count)})
      </summary>
      <p className="mt-1 text-sm text-muted">{words.qualityText}</p>
      <div className="mt-2 space-y-3">
        <KeyPatternNotes patterns={hints.patterns} />
        {hints.shared.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {hints.shared.map(({ code, places }) => (
              <li key={code} className="flex items-start gap-2 py-1.5">
                <InfoIcon className="mt-1 h-4 w-4 shrink-0 text-muted" />
                <span>
                  {hintWords[code]}{' '}
                  <span className="text-sm text-muted">
                    {places.length > MOST_NAMED ? (
                      words.ofQuestions(number(places.length), number(all))
                    ) : (
                      <Named places={places} />
                    )}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function Named({ places }: { places: readonly number[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return places.map((at, index) => (
    <span key={at}>
      {index > 0 && ', '}
      <a href={`#question-${at + 1}`}>
        {index === 0 ? words.number(formatNumber(lang, at + 1)) : formatNumber(lang, at + 1)}
      </a>
    </span>
  ));
}

/** The hints of one question under its card, but for those that are said of the whole list. */
export function CardHints({ hints, common }: { hints: readonly QualityHint[]; common: string }) {
  const hintWords = useHintWords();
  const said = common.split(' ');
  const codes = [...new Set(hints.map(({ code }) => code))].filter((code) => !said.includes(code));
  if (codes.length === 0) return null;
  return (
    <ul className="mt-3 space-y-1 border-t border-line pt-2 text-sm text-muted">
      {codes.map((code) => (
        <li key={code} className="flex items-start gap-1.5">
          <InfoIcon className="mt-0.5 h-4 w-4 shrink-0" />
          <span>{hintWords[code]}</span>
        </li>
      ))}
    </ul>
  );
}
