import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';
import type { KeyChangeOffer } from '../../queries/regrade/key-change-offer.server.ts';

/** On the page of a question: attempts were graded by another key, and what can be done about it. */
export function KeyChangeOfferNotice({ offer }: { offer: KeyChangeOffer }) {
  const words = useMessages(vi, en).offer;
  const lang = useLang();
  const { open, versions, questionId } = offer;
  if (open?.state === 'proposed' || open?.state === 'approved') {
    return (
      <Notice title={words.open[open.state]} className="screen-only">
        <LinkButton to={`/author/key-changes/${open.id}`} size="small" className="mt-2">
          {words.toOpen}
        </LinkButton>
      </Notice>
    );
  }
  if (versions.length === 0) return null;
  const isAble = versions.some(({ isCompatible }) => isCompatible);
  return (
    <Notice kind="warning" title={words.title} className="screen-only">
      <ul className="space-y-1">
        {versions.map(({ versionId, number, attempts, isCompatible }) => (
          <li key={versionId}>{words[isCompatible ? 'text' : 'incompatible'](formatNumber(lang, attempts), number)}</li>
        ))}
      </ul>
      {isAble && (
        <LinkButton to={`/author/key-changes/new?question=${questionId}`} size="small" className="mt-2">
          {words.action}
        </LinkButton>
      )}
    </Notice>
  );
}
