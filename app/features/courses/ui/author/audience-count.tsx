import type { MouseEvent } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { en } from '../../messages/audience-en.ts';
import { vi } from '../../messages/audience-vi.ts';
import type { CountedAudience } from './use-audience-size.ts';

type Props = { counted: CountedAudience | null };

/** How many people the form would reach as it stands, and through what; the list opens beside the form. */
export function AudienceCount({ counted }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const isNamed = counted !== null && counted.reasons.length > 0;
  const sentence = !isNamed
    ? words.countedNone
    : counted.people > 0
      ? words.counted(formatNumber(lang, counted.people))
      : words.countedNobody;
  return (
    <div className="space-y-2 bg-sunken px-4 py-3">
      <div role="status">
        <p className="tabular font-semibold">{sentence}</p>
        {isNamed && counted.change && (
          <p className="tabular text-sm">
            {counted.change.joins + counted.change.leaves === 0
              ? words.edit.same
              : words.edit.change(formatNumber(lang, counted.change.joins), formatNumber(lang, counted.change.leaves))}
          </p>
        )}
        {isNamed && counted.leftOut > 0 && (
          <p className="tabular text-sm text-muted">{words.leftOut(formatNumber(lang, counted.leftOut))}</p>
        )}
      </div>
      {isNamed && (
        <ul className="text-sm">
          {counted.reasons.map(({ kind, id, name, people }) => (
            <li key={`${kind} ${id}`} className="tabular flex flex-wrap justify-between gap-x-4">
              <span>
                {words.reason[kind]}: {name}
              </span>
              <span>{words.people(formatNumber(lang, people))}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="count" formNoValidate size="small">
          {words.count}
        </Button>
        <Button
          type="submit"
          formMethod="get"
          formAction="/author/audience"
          formTarget="_blank"
          formNoValidate
          size="small"
          onClick={openBeside}
        >
          {words.see}
        </Button>
      </div>
    </div>
  );
}

/** Remix would leave the form for the list; what has been typed stays in its own window, as it does without JavaScript. */
function openBeside(event: MouseEvent<HTMLButtonElement>) {
  const { form } = event.currentTarget;
  if (!form) return;
  event.preventDefault();
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (audienceNames.has(name) && typeof value === 'string' && value !== '') search.append(name, value);
  }
  window.open(`/author/audience?${search}`, '_blank', 'noopener');
}

const audienceNames = new Set(['unitIds', 'groupIds', 'classes', 'memberships', 'positions']);
