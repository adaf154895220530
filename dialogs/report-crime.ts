import type { Choice } from '../src/conversation/conversation-state.ts';
import { chip } from './chips.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { cards, makeReply } from './make-reply.ts';
import { emergencyNumber } from './numbers.ts';
import { wasKept, willBeKept } from './what-is-kept.ts';

/** A wish to report: danger first, the tip line at once, no question asked, and nothing taken down. */
export function reportCrime(scene: Scene): DialogResult {
  const { say, turn } = scene;
  return handoff(scene, {
    before: [...dangerLine(scene), callLine(scene)],
    after: [...(turn.channel.group ? [say('report.group')] : []), `${say('report.dontDescribe')} ${willBeKept(scene)}`],
  });
}

/** A description, or more of it, inside the report flow: not searched, not repeated, not kept; 911 where it sounds of danger. */
export function reportGoesOn(scene: Scene, dangerous: boolean): DialogResult {
  const { agency } = scene.parts.knowledge;
  return handoff(scene, {
    before: [
      ...(dangerous ? dangerLine(scene) : []),
      wasKept(scene),
      agency.tipLine === null ? scene.say('report.noTipLine') : scene.say('report.whereToAct'),
    ],
    after: [],
  });
}

/** 911 in one line, unless this turn has named it already. */
export function dangerLine(scene: Scene): readonly string[] {
  return scene.dangerSaid ? [] : [scene.say('danger.ifAny', { emergency: emergencyNumber(scene) })];
}

/** The chips under the tip line: what it offers on request, and the way back to questions. */
export function tipLineChips(scene: Scene): readonly Choice[] {
  const { agency, contacts } = scene.parts.knowledge;
  const facts = contacts.get(agency.tipLine ?? '')?.facts ?? [];
  const offers = (kind: 'abroad' | 'tty'): readonly Choice[] =>
    facts.some((fact) => fact.kind === kind) ? [chip(scene.say, kind)] : [];
  return [...offers('abroad'), ...offers('tty'), chip(scene.say, 'ask')];
}

/** How to report: by the tip line, and online where there is a form. */
export function callLine({ say, parts }: Scene): string {
  const { tipLine, tipForm } = parts.knowledge.agency;
  if (tipLine === null) return say('report.noTipLine');
  return tipForm === null ? say('report.call') : say('report.callOrForm');
}

function handoff(
  scene: Scene,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): DialogResult {
  const { agency } = scene.parts.knowledge;
  return {
    state: { ...scene.state, topic: null, misses: 0 },
    reply: {
      kind: 'handoff',
      ...makeReply(scene, {
        before,
        contacts: cards(scene, [agency.tipLine, agency.tipForm]),
        after,
        choices: tipLineChips(scene),
      }),
    },
  };
}
