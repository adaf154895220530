import type { Choice } from '../src/conversation/conversation-state.ts';
import type { Say, Wording } from '../src/conversation/wording.ts';
import type { Lang } from '../src/knowledge/knowledge.ts';
import type { Intent } from '../src/understanding/understanding.ts';
import type { Scene } from './dialog.ts';
import { sameWords } from './same-words.ts';

/** Our own chips and what each asks for; their words stand in the wording under `chip.` and are what is sent. */
const chipIntents = {
  report: { kind: 'report' },
  alsoReport: { kind: 'report' },
  abroad: { kind: 'tip-line-fact', fact: 'abroad' },
  tty: { kind: 'tip-line-fact', fact: 'tty' },
  ask: { kind: 'about', fact: 'menu' },
  more: { kind: 'follow-up', move: 'more' },
  startOver: { kind: 'smalltalk', move: 'start-over' },
} as const satisfies Readonly<Record<string, Intent>>;

export type ChipName = keyof typeof chipIntents;

export function chip(say: Say, name: ChipName): Choice {
  const label = say(`chip.${name}`);
  return { label, value: label };
}

/** "Report a crime", where there is a tip line to report to. */
export function reportChip({ parts, say }: Scene): readonly Choice[] {
  return parts.knowledge.agency.tipLine === null ? [] : [chip(say, 'report')];
}

export interface PressedChip {
  readonly name: ChipName;
  readonly lang: Lang;
  readonly intent: Intent;
}

/** Recognises a chip of ours by its words, in either language: pressed or typed, it needs no understanding. */
export function chipRecognizer(wording: Wording): (text: string, preferred: Lang) => PressedChip | null {
  const names = Object.keys(chipIntents) as ChipName[];
  const byWords = (lang: Lang): ReadonlyMap<string, PressedChip> =>
    new Map(
      names.map((name) => [sameWords(chip(wording[lang], name).label), { name, lang, intent: chipIntents[name] }]),
    );
  const known = { en: byWords('en'), es: byWords('es') };
  return (text, preferred) => {
    const words = sameWords(text);
    return known[preferred].get(words) ?? known.en.get(words) ?? known.es.get(words) ?? null;
  };
}
