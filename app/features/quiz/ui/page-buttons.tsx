import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ArrowLeftIcon, ArrowRightIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Props = { page: number; pageCount: number; isForwardOnly: boolean };

/** Below the questions: to the next page, back, and on to the submission, which is the main button of the last page. */
export function PageButtons({ page, pageCount, isForwardOnly }: Props) {
  const words = useMessages(vi, en).attempt;
  const hasNext = page < pageCount;
  return (
    <ButtonRow className="border-t border-line pt-5">
      {hasNext && (
        <Button type="submit" name="do" value="next" look="primary">
          {isForwardOnly ? words.nextForGood : words.next}
          <ArrowRightIcon />
        </Button>
      )}
      {page > 1 && !isForwardOnly && (
        <Button type="submit" name="do" value="previous" icon={ArrowLeftIcon}>
          {words.previous}
        </Button>
      )}
      <Button type="submit" name="do" value="overview" look={hasNext ? 'secondary' : 'primary'}>
        {words.review}
      </Button>
      {isForwardOnly && hasNext && <p className="w-full text-sm text-muted">{words.forwardNote}</p>}
      <noscript>
        <Button type="submit" name="do" value="save">
          {words.saveAll}
        </Button>
      </noscript>
      {pageCount > 1 && <p className="tabular text-sm text-muted">{words.pageOf(page, pageCount)}</p>}
    </ButtonRow>
  );
}
