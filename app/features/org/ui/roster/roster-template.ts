import type { Messages } from '#app/platform/i18n/messages.ts';
import { ranksBySeniority } from '../../core/rank.ts';
import type { Subject } from '../../core/roster/columns.ts';
import type { vi as rosterVi } from '../../messages/roster-vi.ts';
import type { vi as orgVi } from '../../messages/vi.ts';

export interface TemplateColumn {
  readonly header: string;
  readonly example: string;
  readonly allowed?: readonly string[];
  readonly isRequired?: boolean;
}

/**
 * The columns of a template. Heads and values are Vietnamese in either language: they are what the reader of the file
 * recognises first.
 */
export function templateColumns(
  subject: Subject,
  words: Messages<typeof rosterVi>,
  org: Messages<typeof orgVi>,
): TemplateColumn[] {
  const { fields, template } = words;
  if (subject === 'units') {
    const kinds = Object.values(org.kinds);
    return [
      { header: fields.name, example: template.exampleUnitName, isRequired: true },
      { header: fields.shortName, example: template.exampleUnitShort },
      { header: fields.kind, example: org.kinds.company, allowed: kinds },
      { header: fields.parent, example: template.exampleUnitParent },
    ];
  }
  const ranks = ranksBySeniority.filter((rank) => !rank.endsWith('QNCN'));
  return [
    { header: fields.number, example: 'QN000001', isRequired: true },
    { header: fields.fullName, example: template.exampleName, isRequired: true },
    { header: fields.bornOn, example: '30/04/1998' },
    { header: fields.rank, example: 'Hạ sĩ', allowed: ranks },
    { header: fields.position, example: template.examplePosition },
    {
      header: fields.personnelClass,
      example: org.personnelClasses.enlisted,
      allowed: Object.values(org.personnelClasses),
    },
    { header: fields.membership, example: org.memberships.youth, allowed: Object.values(org.memberships) },
    { header: fields.unit, example: template.exampleUnit },
  ];
}
