/** What is said or heard in a film or a sound, from when to when, in milliseconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** Lines, none of them empty. */
  readonly text: string;
}

/** A cue as it is typed: its times may not be times yet. */
export interface CueRow {
  readonly start: string;
  readonly end: string;
  readonly text: string;
}

/** Languages that captions are written in, the first one shown first. */
export const captionLangs = ['vi', 'en'] as const;
export type CaptionLang = (typeof captionLangs)[number];
export const isCaptionLang = (text: string): text is CaptionLang => (captionLangs as readonly string[]).includes(text);

const DAY_MS = 86_400_000;

/** Milliseconds of a time as people type it: '1:02:03,5', '62:03.5', '5', or null. */
export function parseTime(text: string): number | null {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, hours, minutes, seconds, fraction = ''] = parts;
  if (minutes !== undefined && (seconds!.length > 2 || Number(seconds) > 59)) return null;
  if (hours !== undefined && Number(minutes) > 59) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  const ms = whole * 1000 + Number(fraction.padEnd(3, '0'));
  return ms < DAY_MS ? ms : null;
}

const two = (value: number) => String(value).padStart(2, '0');

/** A time to be read and typed over: '1:02.500', with hours where there are any. */
export function showTime(ms: number): string {
  const { hours, minutes, seconds, rest } = partsOf(ms);
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds)}.${rest}`;
}

/** A time as WebVTT has it: '00:01:02.500'. */
export function vttTime(ms: number): string {
  const { hours, minutes, seconds, rest } = partsOf(ms);
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${rest}`;
}

function partsOf(given: number) {
  const ms = Math.max(0, Math.round(given));
  return {
    hours: Math.floor(ms / 3_600_000),
    minutes: Math.floor(ms / 60_000) % 60,
    seconds: Math.floor(ms / 1000) % 60,
    rest: String(ms % 1000).padStart(3, '0'),
  };
}
