import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';
import type { ShownMarking } from '../../queries/marking/shown-marking.server.ts';

/** What markers gave and said, under the learner's answer. */
export function MarkingReview({ marking }: { marking: ShownMarking }) {
  const words = useMessages(vi, en).review;
  const lang = useLang();
  const shown = marking.byMarker.filter(({ criteria, comment }) => criteria || comment);
  return shown.map(({ criteria, comment }, index) => {
    const title = shown.length > 1 ? words.titleOf(index + 1) : words.title;
    return (
      <section key={title} aria-label={title} className="max-w-reading space-y-2 border-l-4 border-edge pl-4">
        <p className="font-semibold">{title}</p>
        {criteria && (
          <ul className="space-y-1">
            {criteria.map(({ text, level, points, most }) => (
              <li key={text}>
                <span className="text-muted">{text}:</span> {level}{' '}
                <span className="tabular whitespace-nowrap text-sm text-muted">
                  {words.points(formatMark(lang, points), formatMark(lang, most))}
                </span>
              </li>
            ))}
          </ul>
        )}
        {comment && <p className="whitespace-pre-line">{comment}</p>}
      </section>
    );
  });
}
