import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';

/** What came of the last press, as the address tells it. */
export function PlanNotice({ notice }: { notice: Record<string, string> }) {
  const { plan, form } = useMessages(vi, en);
  const lang = useLang();
  const { done, refused } = notice;
  const number = (name: string) => (/^\d{1,6}$/.test(notice[name] ?? '') ? Number(notice[name]) : 0);
  const say = (name: 'seated' | 'there' | 'elsewhere' | 'withoutAccount') =>
    number(name) > 0 ? plan.done[name](formatNumber(lang, number(name))) : null;
  if (refused === 'released' || refused === 'changed-by-other') {
    return <Notice kind="error" title={form.refused[refused]} live />;
  }
  switch (done) {
    case 'seated': {
      const rest = [say('withoutAccount'), say('there'), say('elsewhere')].filter(Boolean);
      return (
        <Notice
          kind={number('seated') === 0 || number('withoutAccount') > 0 ? 'warning' : 'success'}
          title={say('seated') ?? plan.nobodyAdded}
          live
        >
          {rest.length > 0 && <p>{rest.join(' ')}</p>}
        </Notice>
      );
    }
    case 'saved':
      return <Notice kind="success" title={form.saved} live />;
    case 'has-begun':
    case 'closed':
      return <Notice kind="error" title={plan.done[done]} live />;
    case 'created':
    case 'removed':
    case 'papers':
    case 'released':
    case 'session-closed':
      return <Notice kind="success" title={plan.done[done]} live />;
    default:
      return null;
  }
}
