import { contactCard } from '../src/conversation/contact-card.ts';
import type { Choice } from '../src/conversation/conversation-state.ts';
import type { ContactCard, Passage, Source } from '../src/conversation/reply.ts';
import type { ContactFact, Lang } from '../src/knowledge/knowledge.ts';
import type { Scene } from './dialog.ts';

/** The parts every reply has; what a dialog does not give is empty. */
export interface ReplyDraft {
  readonly before?: readonly string[];
  readonly passages?: readonly Passage[];
  readonly sources?: readonly Source[];
  readonly contacts?: readonly ContactCard[];
  readonly after?: readonly string[];
  readonly choices?: readonly Choice[];
  readonly feedback?: boolean;
  /** Confidence of the whole decision where it is not the intent's alone. */
  readonly confidence?: number;
}

/** Completes a draft; the dialog adds its `kind`. */
export function makeReply(scene: Scene, draft: ReplyDraft): Required<ReplyDraft> & { readonly lang: Lang } {
  return {
    lang: scene.lang,
    confidence: within01(draft.confidence ?? scene.confidence),
    before: draft.before ?? [],
    passages: draft.passages ?? [],
    sources: draft.sources ?? [],
    contacts: draft.contacts ?? [],
    after: draft.after ?? [],
    choices: draft.choices ?? [],
    feedback: draft.feedback ?? false,
  };
}

/** Cards of the contacts there are, each once, in this order; `first` are kinds of fact shown at once. */
export function cards(
  scene: Scene,
  ids: readonly (string | null)[],
  first: readonly ContactFact['kind'][] = [],
): readonly ContactCard[] {
  const { contacts } = scene.parts.knowledge;
  return [...new Set(ids)]
    .map((id) => (id === null ? undefined : contacts.get(id)))
    .filter((contact) => contact !== undefined)
    .map((contact) => contactCard(contact, scene.lang, scene.say, first));
}

function within01(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
