import { useRef } from 'react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { CaptionsAnswer } from '../../core/captions/captions-answer.ts';
import type { CueRow } from '../../core/captions/cue.ts';
import { en } from '../../messages/captions-en.ts';
import { vi } from '../../messages/captions-vi.ts';
import { useNoticeInView, useShownNotice } from './use-shown-notice.ts';

type Conflict = Extract<CaptionsAnswer, { kind: 'conflict' }>;

/** Another saved meanwhile: what stands there, and the two ways to go on. It comes to whoever saved at the end of a long list. */
export function ConflictNotice({
  conflict: { theirs },
  isMounted,
  onMine,
  onTheirs,
}: {
  conflict: Conflict;
  isMounted: boolean;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const { conflict: words } = useMessages(vi, en);
  const lang = useLang();
  const place = useRef<HTMLDivElement>(null);
  const goBack = useShownNotice(place);
  const afterGoingBack = (act: () => void) => () => {
    goBack();
    act();
  };
  const title = theirs.savedAt === null ? words.titleGone : words.title(formatDateTime(lang, theirs.savedAt));
  return (
    <div ref={place} tabIndex={-1} className="scroll-my-24">
      <Notice kind="warning" live title={title}>
        <p>{isMounted ? words.text : words.again}</p>
        {isMounted && (
          <ButtonRow className="mt-3">
            <Button type="button" look="primary" onClick={afterGoingBack(onMine)}>
              {words.mine}
            </Button>
            <Button type="button" onClick={afterGoingBack(onTheirs)}>
              {words.theirs}
            </Button>
          </ButtonRow>
        )}
        <details className="mt-3">
          <summary className="cursor-pointer font-semibold">
            {words.show(formatNumber(lang, theirs.rows.length))}
          </summary>
          <ol className="mt-2 max-h-64 overflow-auto border border-line bg-surface p-3 text-sm" lang="vi">
            {theirs.rows.map(({ start, end, text }, at) => (
              <li key={at} className="whitespace-pre-line py-0.5">
                <span className="tabular text-muted">
                  {start}–{end}
                </span>{' '}
                {text}
              </li>
            ))}
          </ol>
        </details>
      </Notice>
    </div>
  );
}

/** What a file gave, and what of it could not come along. */
export function FileNotice({
  answer,
  hasBefore,
  onBack,
}: {
  answer: CaptionsAnswer;
  hasBefore: boolean;
  onBack: () => void;
}) {
  const { file: words } = useMessages(vi, en);
  const lang = useLang();
  const place = useRef<HTMLDivElement>(null);
  useNoticeInView(place, answer);
  if (answer.kind !== 'read') return null;
  const { rows, stray, dropped } = answer;
  return (
    <div ref={place} className="scroll-my-24">
      <Notice
        kind={stray.length + dropped.length > 0 ? 'warning' : 'success'}
        live
        title={words.read(formatNumber(lang, rows.length))}
      >
        {dropped.map(({ code, count }) => (
          <p key={code}>{words.dropped[code](formatNumber(lang, count))}</p>
        ))}
        {stray.length > 0 && (
          <>
            <p>{words.stray(formatNumber(lang, stray.length))}</p>
            <ul className="list-disc pl-5 text-sm">
              {stray.slice(0, 8).map(({ line, text }) => (
                <li key={line}>
                  {words.line(line)}: <code>{text}</code>
                </li>
              ))}
            </ul>
          </>
        )}
        {hasBefore && (
          <Button type="button" size="small" className="mt-2" onClick={onBack}>
            {words.before}
          </Button>
        )}
      </Notice>
    </div>
  );
}

/** All captions of a language were deleted; while the page stays they can be had back. */
export function RemovedNotice({ cleared, onBack }: { cleared: CueRow[] | null; onBack: (cleared: CueRow[]) => void }) {
  const words = useMessages(vi, en);
  const place = useRef<HTMLDivElement>(null);
  useNoticeInView(place, true);
  return (
    <div ref={place} className="scroll-my-24">
      <Notice kind="success" live title={words.removedAll}>
        {cleared && (
          <>
            <p>{words.removedAllText}</p>
            <Button type="button" size="small" className="mt-2" onClick={() => onBack(cleared)}>
              {words.undo}
            </Button>
          </>
        )}
      </Notice>
    </div>
  );
}
