import { Link } from '@remix-run/react';
import { officialDay } from '#app/kernel/vietnam-time.ts';
import { formatDate, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { PrintIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/certificates-en.ts';
import { vi } from '../../messages/certificates-vi.ts';
import { en as progressEn } from '../../messages/en.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import type { CertificatePage } from '../../queries/certificates/certificate-page.server.ts';

/** The certificate as a sheet of A4 across; one that holds no more says so in print too. */
export function CertificatePaper({ page }: { page: CertificatePage }) {
  const { paper: words } = useMessages(vi, en);
  const progress = useMessages(progressVi, progressEn);
  const lang = useLang();
  const { certificate, state } = page;
  const { grade, classification, expiresAt } = certificate;
  const { day, month, year } = officialDay(certificate.issuedAt);
  const facts = [
    [words.born, certificate.bornOn && formatDate(lang, new Date(`${certificate.bornOn}T05:00:00Z`))],
    [words.rank, certificate.rank],
    [words.position, certificate.position],
    [words.unit, certificate.unitName],
  ].filter(([, value]) => value);
  return (
    <div className="mx-auto w-full max-w-[62rem] px-4 pb-16 pt-5 sm:px-6 print:max-w-none print:p-0">
      <div className="screen-only mb-6 flex flex-wrap items-center gap-6">
        <Button type="button" look="primary" icon={PrintIcon} onClick={() => window.print()}>
          {words.print}
        </Button>
        <Link to="/certificates">{words.back}</Link>
      </div>
      {(state === 'expired' || state === 'revoked') && (
        <Notice kind="warning" title={words.notValid[state]} className="mb-4" />
      )}
      <article className="print-sheet certificate-sheet border-4 border-double border-ink px-6 py-8 text-center sm:px-12 print:min-h-[180mm]">
        <div className="flex flex-wrap justify-between gap-4">
          <p className="min-w-[12rem] flex-1 uppercase">
            <span className="print-underlined block font-semibold">{certificate.issuerName}</span>
          </p>
          <div className="min-w-[16rem] flex-1">
            <p className="font-semibold">{words.state}</p>
            <p className="print-underlined font-semibold">{words.motto}</p>
          </div>
        </div>
        <h1 className="mt-8 text-3xl font-semibold uppercase tracking-wide">{words.title}</h1>
        <p className="mt-4">{words.certifies}</p>
        <p className="mt-1 text-2xl font-semibold">{certificate.fullName}</p>
        <dl className="mx-auto mt-3 max-w-form text-left">
          {facts.map(([term, value]) => (
            <div key={term} className="flex gap-3">
              <dt className="w-32 shrink-0">{term}:</dt>
              <dd className="min-w-0 flex-1">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4">{words.completed}</p>
        <p className="mt-1 text-xl font-semibold">{certificate.courseTitle}</p>
        {certificate.assignmentTitle && certificate.assignmentTitle !== certificate.courseTitle && (
          <p>{words.within(certificate.assignmentTitle)}</p>
        )}
        {grade !== null && (
          <p className="mt-2">
            {classification
              ? words.result(formatMark(lang, grade), progress.classes[classification])
              : words.grade(formatMark(lang, grade))}
          </p>
        )}
        <div className="mt-8 flex flex-wrap justify-between gap-6">
          <div className="min-w-[14rem] flex-1 text-left">
            <p className="tabular font-semibold">{words.number(certificate.number)}</p>
            <p>{expiresAt ? words.validUntil(formatDate(lang, expiresAt)) : words.forGood}</p>
            <p className="text-sm">{words.check}</p>
          </div>
          <div className="min-h-[8rem] min-w-[14rem] flex-1">
            <p className="italic">{words.date(day, month, year)}</p>
            <p className="font-semibold uppercase">{words.commander}</p>
            <p className="text-sm italic">{words.sign}</p>
          </div>
        </div>
      </article>
    </div>
  );
}
