import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../messages/en.ts';
import { en as sheetsEn } from '../messages/sheets-en.ts';
import { vi as sheetsVi } from '../messages/sheets-vi.ts';
import { vi } from '../messages/vi.ts';
import type { OpenQuestion } from '../queries/attempt-page.server.ts';
import type { ShownWork } from '../queries/shown-work.server.ts';
import { Explanation, Verdict } from './question-review.tsx';
import { TryHistory } from './try-history.tsx';
import type { Checked } from './use-checks.ts';

type Props = { question: OpenQuestion; checked: Checked; work: ShownWork };

/** What checks brought so far and what a further one would. On the page before the words come, so that they are said aloud. */
export function CheckFeedback({ question, checked, work }: Props) {
  const words = useMessages(vi, en).attempt;
  const said = useMessages(sheetsVi, sheetsEn).work;
  const refusals = {
    empty: words.checkFirst,
    incomplete: said.incomplete,
    'by-hand': said.byHand,
    failed: said.failed,
  };
  return (
    <div role="status" className="mt-3 space-y-3">
      {typeof checked === 'string' && <p className="font-semibold">{refusals[checked]}</p>}
      {checked && typeof checked !== 'string' && (
        <>
          <Verdict review={checked} />
          <Explanation question={question} review={checked} />
        </>
      )}
      <TryHistory tries={work.tries} />
      <Outlook question={question} checked={checked} work={work} />
    </div>
  );
}

/** Whether and at what price the answer may still be changed. */
function Outlook({ question: { maxMark }, checked, work }: Props) {
  const words = useMessages(vi, en).attempt;
  const said = useMessages(sheetsVi, sheetsEn).work;
  const lang = useLang();
  const { stands, tries, triesLeft, nextWorth } = work;
  if (stands) return <p className="text-sm text-muted">{said.stands}</p>;
  const lines = [
    triesLeft !== null && said.triesLeft(triesLeft),
    nextWorth !== null && tries.length > 0 && said.nextWorth(formatMark(lang, nextWorth), formatMark(lang, maxMark)),
    checked && typeof checked !== 'string' && words.tryAgain,
  ].filter(Boolean);
  return lines.length > 0 ? <p className="text-sm text-muted">{lines.join(' ')}</p> : null;
}
