import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './vi.ts';

export const en: Messages<typeof vi> = {
  strength: 'Strength',
  unit: 'Unit',
  ownUnits: 'Units in your charge',
  kinds: {
    corps: 'Corps',
    division: 'Division',
    brigade: 'Brigade',
    regiment: 'Regiment',
    battalion: 'Battalion',
    company: 'Company',
    platoon: 'Platoon',
    squad: 'Squad',
    agency: 'Agency',
  },
  personnelClasses: {
    officer: 'Officers',
    professional: 'Professional servicemen',
    enlisted: 'NCOs and soldiers',
    civilian: 'Defence workers and civil staff',
  },
  memberships: { party: 'Party member', youth: 'Youth Union member', none: 'No membership' },
  person: {
    number: 'Number',
    rank: 'Rank',
    position: 'Position',
    personnelClass: 'Personnel class',
    membership: 'Membership',
    noRank: 'No rank',
  },
};
