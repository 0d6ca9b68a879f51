export type Browser = 'chrome' | 'coccoc' | 'edge' | 'firefox' | 'safari' | 'opera' | 'samsung' | 'unknown';
export type System = 'windows' | 'android' | 'ios' | 'macos' | 'linux' | 'unknown';

/** What a person can recognise a session by. */
export interface Device {
  readonly browser: Browser;
  readonly system: System;
}

// The first that matches wins: nearly every browser also calls itself Chrome and Safari.
const browsers: [RegExp, Browser][] = [
  [/coc_coc_browser|CocCoc/i, 'coccoc'],
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\bOPR\/|\bOpera\b/, 'opera'],
  [/SamsungBrowser\//, 'samsung'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const systems: [RegExp, System][] = [
  [/Windows/, 'windows'],
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Macintosh|Mac OS X/, 'macos'],
  [/Linux|X11|CrOS/, 'linux'],
];

const firstOf = <T>(table: [RegExp, T][], text: string): T | undefined => table.find(([sign]) => sign.test(text))?.[1];

/** Browser and system that a User-Agent header speaks of. It is what the client claims: to show, never to decide by. */
export function deviceOf(userAgent: string): Device {
  return { browser: firstOf(browsers, userAgent) ?? 'unknown', system: firstOf(systems, userAgent) ?? 'unknown' };
}
