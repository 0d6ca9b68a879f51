import { formatDate, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en as quizEn } from '../../messages/en.ts';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';
import { vi as quizVi } from '../../messages/vi.ts';
import type { ShownRegrade } from '../../queries/regrade/shown-regrades.server.ts';

/** Tells a learner that, when and why the own result was made anew by a changed key. */
export function RegradeNotices({ regrades }: { regrades: readonly ShownRegrade[] }) {
  const words = useMessages(vi, en).learner;
  const { classifications } = useMessages(quizVi, quizEn);
  const lang = useLang();
  return regrades.map((one) => {
    const mark = (grade: number | null) => (grade === null ? '–' : formatMark(lang, grade));
    const { oldClassification: before, newClassification: after } = one;
    return (
      <Notice key={String(one.at) + one.reason} title={words.title(formatDate(lang, one.at))}>
        <p>
          {one.isGradeChanged ? words.grades(mark(one.oldGrade), mark(one.newGrade)) : words.same}
          {before && after && before !== after && (
            <> {words.classes(classifications[before], classifications[after])}</>
          )}
        </p>
        <p>{words.reason(one.reason)}</p>
      </Notice>
    );
  });
}
