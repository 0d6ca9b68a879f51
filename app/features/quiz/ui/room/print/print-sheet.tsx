import type { ReactNode } from 'react';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ArrowLeftIcon, PrintIcon } from '#app/ui/icons.tsx';
import { printEn } from '../../../messages/print-en.ts';
import { printVi } from '../../../messages/print-vi.ts';
import type { PrintHead } from '../../../queries/room/print-pages.server.ts';

type Props = {
  head: PrintHead;
  title: string;
  lead?: string;
  /** On the screen, beside "print". */
  actions?: ReactNode;
  children: ReactNode;
};

/**
 * A paper of an exam session as an official document is laid out (Decree 30/2020/NĐ-CP): who issues it on the left, the
 * name of the state and its motto on the right, place and date, title, what it is about.
 */
export function PrintSheet({ head, title, lead, actions, children }: Props) {
  const words = useMessages(printVi, printEn);
  const lang = useLang();
  return (
    <div className="mx-auto w-full max-w-[54rem] px-4 pb-16 pt-5 sm:px-6 print:max-w-none print:p-0">
      <div className="screen-only mb-6 flex flex-wrap gap-3">
        <Button type="button" look="primary" icon={PrintIcon} onClick={() => window.print()}>
          {words.print}
        </Button>
        {actions}
        <LinkButton to={`/exam-sessions/${head.sessionId}/board`} look="quiet" icon={ArrowLeftIcon}>
          {words.back}
        </LinkButton>
      </div>
      <article className="print-sheet">
        <PrintLetterhead head={head} />
        <h1 className="mt-6 text-center text-xl font-semibold uppercase">{title}</h1>
        <p className="text-center font-semibold">{head.quiz}</p>
        <p className="text-center">
          {words.session}: {head.title}. {words.room}: {head.room}. {words.time}: {formatDateTime(lang, head.heldAt)}.
        </p>
        {lead && <p className="mt-1 text-center italic">{lead}</p>}
        <div className="mt-4">{children}</div>
      </article>
    </div>
  );
}

/** The two columns on top, and place and date under the right one. */
export function PrintLetterhead({ head }: { head: PrintHead }) {
  const words = useMessages(printVi, printEn);
  const vietnam = new Date(new Date(head.printedAt).getTime() + 7 * 3_600_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const month = vietnam.getUTCMonth() + 1;
  const date = words.placeAndDate(
    two(vietnam.getUTCDate()),
    month <= 2 ? two(month) : String(month),
    String(vietnam.getUTCFullYear()),
  );
  return (
    <div className="grid grid-cols-[2fr_3fr] gap-x-4 text-center">
      <div>
        {head.parentUnit && <p className="uppercase">{head.parentUnit}</p>}
        <p className="print-underlined font-semibold uppercase">{head.unit}</p>
      </div>
      <div>
        <p className="font-semibold uppercase">{words.nation}</p>
        <p className="print-underlined font-semibold">{words.motto}</p>
        <p className="mt-2 italic">{date}</p>
      </div>
    </div>
  );
}

/** Who signs, side by side, with room for a signature; names where they are known. */
export function SignatureLines({ signers }: { signers: readonly { role: string; name?: string }[] }) {
  const words = useMessages(printVi, printEn).signatures;
  return (
    <div
      className="mt-8 grid break-inside-avoid gap-4 text-center"
      style={{ gridTemplateColumns: `repeat(${signers.length}, minmax(0, 1fr))` }}
    >
      {signers.map(({ role, name }) => (
        <div key={role}>
          <p className="font-semibold uppercase">{role}</p>
          <p className="italic">{words.hint}</p>
          <p className="mt-20 font-semibold">{name ?? ' '}</p>
        </div>
      ))}
    </div>
  );
}
