import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en } from '../../messages/certificates-en.ts';
import { vi } from '../../messages/certificates-vi.ts';
import type { PersonCertificate } from '../../queries/certificates/person-certificates.server.ts';

const kinds: Record<PersonCertificate['state'], TagKind> = { valid: 'award', expired: 'aside', revoked: 'wrong' };

/** What a person is certified for, and was. */
export function PersonCertificates({ certificates }: { certificates: readonly PersonCertificate[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (certificates.length === 0) return null;
  return (
    <Section title={words.title}>
      <ItemList
        items={certificates.map(({ id, number, courseTitle, issuedAt, expiresAt, state, revokeReason }) => ({
          key: id,
          title: courseTitle,
          note: [
            words.number(number),
            words.issued(formatDate(lang, issuedAt)),
            expiresAt ? words.until(formatDate(lang, expiresAt)) : words.forGood,
            revokeReason,
          ]
            .filter(Boolean)
            .join(', '),
          aside: <Tag kind={kinds[state]}>{words.states[state]}</Tag>,
        }))}
      />
    </Section>
  );
}
