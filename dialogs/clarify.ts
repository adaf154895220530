import type { Section } from '../src/knowledge/knowledge.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { alternatives } from './in-words.ts';
import { makeReply } from './make-reply.ts';
import { sectionChoices } from './section-names.ts';

const choicesAtMost = 4;

/** Asks which section is meant; the choices can be pressed, numbered or typed. */
export function clarify(
  scene: Scene,
  sections: readonly Section[],
  confidence: number,
  question?: string,
): DialogResult {
  const choices = sectionChoices(scene.names, sections.slice(0, choicesAtMost));
  const named = alternatives(
    scene,
    choices.map(({ label }) => label),
  );
  return {
    state: scene.state,
    reply: {
      kind: 'clarify',
      ...makeReply(scene, {
        before: [question ?? scene.say('clarify.which', { sections: named })],
        choices,
        confidence,
      }),
    },
  };
}
