/** The languages of the product; Vietnamese is the source and the default. */
export type Lang = 'vi' | 'en';

export const defaultLang: Lang = 'vi';

export function isLang(value: unknown): value is Lang {
  return value === 'vi' || value === 'en';
}

export function langFromCookieHeader(header: string | null): Lang {
  const value = cookieValue(header, 'lang');
  return isLang(value) ? value : defaultLang;
}

/** A theme that the person chose; null follows the device. */
export type Theme = 'light' | 'dark' | null;

export function themeFromCookieHeader(header: string | null): Theme {
  return themeFrom(cookieValue(header, 'theme'));
}

export function themeFrom(value: unknown): Theme {
  return value === 'light' || value === 'dark' ? value : null;
}

function cookieValue(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
