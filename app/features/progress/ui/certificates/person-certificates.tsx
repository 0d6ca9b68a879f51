import type { CertificateState } from '#app/features/courses/core/certification.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en } from '../../messages/certificates-en.ts';
import { vi } from '../../messages/certificates-vi.ts';
import type { PersonCertificate } from '../../queries/certificates/person-certificates.server.ts';

const kinds: Record<CertificateState, TagKind> = {
  valid: 'award',
  expiring: 'soon',
  expired: 'aside',
  revoked: 'wrong',
};

/** How a certificate stands, in one word with its sign. */
export function CertificateTag({ state }: { state: CertificateState }) {
  const words = useMessages(vi, en);
  return <Tag kind={kinds[state]}>{words.states[state]}</Tag>;
}

/** Certificates, the latest first, each leading to the paper itself. */
export function CertificateList({ certificates }: { certificates: readonly PersonCertificate[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <ItemList
      items={certificates.map(({ id, number, courseTitle, issuedAt, expiresAt, state, revokedAt }) => ({
        key: id,
        to: `/certificates/${number}`,
        title: courseTitle,
        note: [
          words.number(number),
          words.issued(formatDate(lang, issuedAt)),
          expiresAt ? words.until(formatDate(lang, expiresAt)) : words.forGood,
          revokedAt && words.revoked(formatDate(lang, revokedAt)),
        ]
          .filter(Boolean)
          .join(', '),
        aside: <CertificateTag state={state} />,
      }))}
    />
  );
}

/** What a person is certified for, and was. */
export function PersonCertificates({ certificates }: { certificates: readonly PersonCertificate[] }) {
  const words = useMessages(vi, en);
  if (certificates.length === 0) return null;
  return (
    <Section title={words.title}>
      <CertificateList certificates={certificates} />
    </Section>
  );
}
