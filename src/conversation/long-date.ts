import type { Lang } from '../knowledge/knowledge.ts';

const formats: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es-ES', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** Pages have few dates, and formatting one costs as much as drawing a reply. */
const written = new Map<string, string>();
const datesAtMost = 1000;

/** An ISO date (YYYY-MM-DD) in words: "January 3, 2018", "3 de enero de 2018". */
export function longDate(isoDate: string, lang: Lang): string {
  const key = `${lang} ${isoDate}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const date = formats[lang].format(new Date(`${isoDate}T00:00:00Z`));
  if (written.size < datesAtMost) written.set(key, date);
  return date;
}

/** Whether `reviewed` lies more than a year before `today` (both ISO dates). */
export function isOld(reviewed: string, today: string): boolean {
  const yearBefore = `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}${today.slice(4)}`;
  return reviewed < yearBefore;
}
