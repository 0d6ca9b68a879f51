/** A valid value of a date field or of one with a time: '2026-11-23', '2026-11-23T08:00'. */
const whole = /^((?:19|2\d)\d{2}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/;

/**
 * What was chosen, with its month in words: 'Thứ Hai, 23 tháng 11, 2026'. A browser shows days in its own language, and
 * 03/04 is another day in each. Null until a whole day is chosen.
 */
export function writtenDay(value: string, lang: string): string | null {
  const [, day, time] = whole.exec(value) ?? [];
  const instant = new Date(`${day}T${time ?? '00:00'}:00Z`);
  if (!day || Number.isNaN(instant.getTime())) return null;
  const written = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'full', timeZone: 'UTC' });
  return [written.format(instant), time].filter(Boolean).join(', ');
}
