import { Form, Link } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/certificates-en.ts';
import { vi } from '../../messages/certificates-vi.ts';
import type { PersonCertificate } from '../../queries/certificates/person-certificates.server.ts';
import { CertificateList } from './person-certificates.tsx';

type Props = {
  certificates: readonly PersonCertificate[];
  mayLookUp: boolean;
  /** A number that was looked for and not found. */
  unknown: string | null;
};

/** One's own certificates; who leads checks a number here. */
export function OwnCertificatesPage({ certificates, mayLookUp, unknown }: Props) {
  const { own, lookUp } = useMessages(vi, en);
  return (
    <Page title={own.title} lead={own.lead} width="reading">
      {certificates.length === 0 ? (
        <EmptyState title={own.empty}>{own.emptyText}</EmptyState>
      ) : (
        <CertificateList certificates={certificates} />
      )}
      {mayLookUp && (
        <Section title={lookUp.title} className="screen-only">
          <Form method="get" className="flex flex-wrap items-end gap-4">
            <Field
              id="number"
              label={lookUp.number}
              hint={lookUp.hint}
              error={unknown === null ? null : lookUp.unknown}
            >
              <TextInput name="number" autoComplete="off" defaultValue={unknown ?? ''} />
            </Field>
            <Button type="submit">{lookUp.button}</Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}

/** On the learner's first screen: which certificate is to be renewed, and the way to all of them. */
export function RenewalNotices({ certificates }: { certificates: readonly PersonCertificate[] }) {
  const { own } = useMessages(vi, en);
  const lang = useLang();
  // Of each course the latest that was not taken back speaks.
  const latest = certificates.filter(
    (each, at) =>
      !each.revokedAt &&
      certificates.findIndex((other) => other.courseTitle === each.courseTitle && !other.revokedAt) === at,
  );
  return (
    <>
      {latest.map(({ id, courseTitle, expiresAt, state }) => {
        if (!expiresAt || (state !== 'expiring' && state !== 'expired')) return null;
        const day = formatDate(lang, expiresAt);
        return state === 'expiring' ? (
          <Notice key={id} kind="warning" title={own.renewTitle(courseTitle)}>
            {own.renewText(day)}
          </Notice>
        ) : (
          <Notice key={id} kind="error" title={own.expiredTitle(courseTitle)}>
            {own.expiredText(day)}
          </Notice>
        );
      })}
      {certificates.length > 0 && (
        <p className="screen-only">
          <Link to="/certificates">{own.link}</Link>
        </p>
      )}
    </>
  );
}
