import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { createUnderstanding } from '../../src/understanding/create-understanding.ts';
import { intentId } from '../../src/understanding/intent.ts';
import type { Understand } from '../../src/understanding/understanding.ts';

let made: Understand | null = null;

/** The understanding of the folder that ships; made once for all specs. */
export function shippedUnderstanding(): Understand {
  made ??= createUnderstanding(loadKnowledgeSync('knowledge'), { cacheDir: null });
  return made;
}

/** The ids of all intents found, most urgent first. */
export function idsOf(text: string): string[] {
  return shippedUnderstanding()(text, { lang: null }).intents.map(({ intent }) => intentId(intent));
}

/** The family of the most urgent one: `report` and `tip-line` are one hand-off. */
export function kindOf(text: string): string {
  const first = idsOf(text)[0]?.split('/')[0] ?? '';
  return first === 'tip-line' ? 'report' : first === 'follow-up' ? 'question' : first;
}
