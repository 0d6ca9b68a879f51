import { useMemo, useState } from 'react';
import { wordDifference } from '#app/kernel/word-difference.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { LessonText } from '../../../core/lesson-editor/lesson-text.ts';
import { mergeLessons } from '../../../core/lesson-editor/merge-lessons.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';
import { DifferenceText } from './difference-text.tsx';
import type { Clash } from './draft-keeper.ts';

type Props = {
  clash: Clash;
  base: LessonText;
  mine: LessonText;
  /** `givenUp` is kept beside before the choice is saved. */
  onSettle: (text: LessonText, givenUp: LessonText | null, clashes: number | null) => void;
};

/** Another saved the lesson meanwhile: who, when, what changed, and the three ways to go on. */
export function ConflictPanel({ clash, base, mine, onSettle }: Props) {
  const { conflict: words } = useMessages(vi, en);
  const lang = useLang();
  const [isBusy, setIsBusy] = useState(false);
  const { theirs } = clash;
  const pieces = useMemo(() => wordDifference(base.body, theirs.body), [base.body, theirs.body]);
  const who = clash.isSelf ? words.self : (clash.by ?? words.somebody);
  const choose = (text: LessonText, givenUp: LessonText | null, clashes: number | null = null) => {
    setIsBusy(true);
    onSettle(text, givenUp, clashes);
  };
  const merge = () => {
    const marks = { mine: words.mineMark, theirs: words.theirsMark, end: words.endMark };
    const merged = mergeLessons({ base, mine, theirs }, marks);
    choose(merged.text, mine, merged.clashes);
  };
  return (
    <Notice kind="warning" live title={words.title(who, formatDateTime(lang, clash.at))}>
      <p>{words.text}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button type="button" look="primary" disabled={isBusy} onClick={merge}>
          {words.merged}
        </Button>
        <Button type="button" disabled={isBusy} onClick={() => choose(mine, theirs)}>
          {words.mine}
        </Button>
        <Button type="button" disabled={isBusy} onClick={() => choose(theirs, mine)}>
          {words.theirs}
        </Button>
      </div>
      <p className="mt-1 text-sm text-muted">{words.mergedHint}</p>
      <details className="mt-3">
        <summary className="font-semibold">{words.changes}</summary>
        <DifferenceText
          pieces={pieces}
          className="mt-2 max-h-64 overflow-auto border border-line bg-surface p-3 text-sm"
        />
      </details>
    </Notice>
  );
}
