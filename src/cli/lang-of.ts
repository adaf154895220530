import type { Lang } from '../knowledge/knowledge.ts';

/** "es-MX" is Spanish; a language without wording is no hint. */
export function langOf(tag: string | null | undefined): Lang | null {
  const base = tag?.toLowerCase().split(/[-_]/)[0];
  return base === 'en' || base === 'es' ? base : null;
}
