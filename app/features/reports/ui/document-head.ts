import type { HeadLine, OfficialDocument, SignatureBlock } from '#app/kernel/official-document.ts';
import { officialDay } from '#app/kernel/vietnam-time.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import type { ReportForm } from '../core/report-form.ts';
import { documentWords } from './finding-sentences.ts';

/** What a head needs to know of a report. */
export interface Headed {
  readonly lang: Lang;
  readonly form: ReportForm;
  readonly number: string;
  /** A day there, 2026-06-30. */
  readonly datedOn: string;
}

/**
 * The head in the form of an office (Decree 30/2020/NĐ-CP) or of a Party committee; in a language that has neither heading
 * a plain one, which says that it is a version.
 */
export function documentHead(headed: Headed): OfficialDocument['head'] {
  const { left, right } = formalHead(headed);
  const isSaid = ({ text }: HeadLine) => text !== '';
  return { left: left.filter(isSaid), right: right.filter(isSaid) };
}

function formalHead({ lang, form, number, datedOn }: Headed): OfficialDocument['head'] {
  const { head } = documentWords(lang);
  const { day, month, year } = officialDay(datedOn);
  const placed: HeadLine = { text: head.placed(form.place, day, month, year), look: 'italic', size: 13 };
  const version: HeadLine = { text: head.version, look: 'bold', size: 13 };
  const above: HeadLine[] = form.above ? [{ text: capitals(form.above), look: 'plain', size: 13 }] : [];
  const issuer: HeadLine = { text: capitals(form.issuer), look: 'bold', size: 13 };
  if (form.form === 'party') {
    return {
      left: [
        ...above,
        issuer,
        { text: head.star, look: 'plain', size: 13 },
        { text: head.partyNumber(number, form.symbol), look: 'plain', size: 13 },
      ],
      right: [version, { text: head.party, look: 'bold', size: 14, rule: 'whole' }, placed],
    };
  }
  return {
    left: [...above, { ...issuer, rule: 'third' }, { text: head.number(number, form.symbol), look: 'plain', size: 13 }],
    right: [
      version,
      { text: head.nation, look: 'bold', size: 12 },
      { text: head.motto, look: 'bold', size: 13, rule: 'whole' },
      placed,
    ],
  };
}

/** Recipients and signature. What the form leaves empty is filled by pen, or by the words that are usual. */
export function signatureOf(lang: Lang, form: ReportForm, remark = ''): SignatureBlock {
  const words = documentWords(lang);
  const usual = form.form === 'party' ? words.defaultPartyAuthority : words.defaultAuthority;
  return {
    kind: 'signature',
    recipientsTitle: words.recipients,
    recipients: linesOf(form.recipients || words.defaultRecipients),
    authority: linesOf(form.authority || usual).map(capitals),
    name: form.signer,
    remark,
  };
}

const capitals = (text: string) => text.toLocaleUpperCase('vi');
const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[-–\s]+/, '').trim())
    .filter((line) => line !== '');
