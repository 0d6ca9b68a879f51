import { counted } from '#app/kernel/english-count.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './administration-vi.ts';

/** English words of the administrator's first page. */
export const en: Messages<typeof vi> = {
  title: 'Administration',
  lead: 'Organisation, people, accounts and roles within what you manage.',
  search: 'Find a unit or a person',
  searchHint: 'Name of a unit, name or number of a person. Tone marks are not needed.',
  searchButton: 'Find',
  foundUnits: 'Units',
  foundPeople: 'People',
  none: 'No unit and no person found',
  noneText: 'Try fewer letters. Only what you manage is searched.',
  left: 'Left',
  closed: 'Closed',
  structure: 'Organisation',
  structureLead: 'Open a unit to add, rename, move, merge or close units.',
  people: (n) => counted(n, 'person', 'people'),
  below: (n) => `${counted(n, 'unit')} below`,
  areas: 'What can be done',
  addPerson: 'Add a person',
  addPersonText: 'One person into a unit.',
  roster: 'Import units and people',
  rosterText: 'From an Excel or CSV file: look first, apply, undo.',
  accounts: 'Accounts and slips',
  accountsText: 'Open accounts for a whole unit, print the slips.',
  roles: 'Roles and rights',
  rolesText: 'Grant roles, delegate, see who may see what.',
  groups: 'Groups',
  groupsText: 'People of several units, and what a group must have.',
};
