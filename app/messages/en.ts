import type { Messages } from '#app/platform/i18n/messages.ts';
import { productName } from '#app/platform/i18n/page-meta.ts';
import type { vi } from './vi.ts';

export const en: Messages<typeof vi> = {
  product: productName,
  productLong: 'Study and examination on Resolution 35',
  skipToContent: 'Skip to main content',
  nav: {
    label: 'Areas',
    menu: 'Menu',
    learner: 'Study',
    library: 'Library',
    leader: 'Unit',
    examiner: 'Exams',
    author: 'Authoring',
    admin: 'Administration',
    account: 'Account',
    signIn: 'Sign in',
    signOut: 'Sign out',
    crumbs: 'Breadcrumb',
  },
  preferences: {
    theme: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    auto: 'As the device',
    toEnglish: 'English',
    toVietnamese: 'Tiếng Việt',
  },
  connection: {
    offlineTitle: 'No network connection',
    offlineText: 'The page will carry on when the network is back. Please keep the browser open.',
    onlineAgain: 'The network is back',
  },
  loading: 'Loading the page',
};
