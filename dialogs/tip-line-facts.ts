import type { ContactFact } from '../src/knowledge/knowledge.ts';
import type { TipLineFact } from '../src/understanding/understanding.ts';
import { chip } from './chips.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { cards, makeReply } from './make-reply.ts';
import { callLine, dangerLine, tipLineChips } from './report-crime.ts';

type FactKind = ContactFact['kind'];

type ValueKey =
  | 'tipLine.number'
  | 'tipLine.hours'
  | 'tipLine.tty'
  | 'tipLine.abroad'
  | 'tipLine.cost'
  | 'tipLine.languages';

/** Facts that the contact table may hold: the kind they are kept under, and the sentence that tells them. */
const inTable: ReadonlyMap<TipLineFact, { readonly kind: FactKind; readonly lead: ValueKey }> = new Map([
  ['number', { kind: 'phone', lead: 'tipLine.number' }],
  ['hours', { kind: 'hours', lead: 'tipLine.hours' }],
  ['tty', { kind: 'tty', lead: 'tipLine.tty' }],
  ['abroad', { kind: 'abroad', lead: 'tipLine.abroad' }],
  ['cost', { kind: 'cost', lead: 'tipLine.cost' }],
  ['languages', { kind: 'languages', lead: 'tipLine.languages' }],
]);

/** What `state.topic` holds after a fact about the tip line, so that "who answers there" is about it; no topic's id has a colon. */
export const tipLineTopic = ':tip-line';

/** A fact about the tip line, from the contact table alone; what that does not hold, the page does not say. */
export function tipLineFact(scene: Scene, fact: TipLineFact): DialogResult {
  const { agency, contacts } = scene.parts.knowledge;
  const tipLine = contacts.get(agency.tipLine ?? '');
  if (!tipLine) return handoff(scene, [...dangerLine(scene), scene.say('report.noTipLine')], []);
  if (fact === 'online' && agency.tipForm !== null)
    return handoff(scene, [scene.say('tipLine.online')], [agency.tipForm, agency.tipLine]);
  const both = [agency.tipLine, agency.tipForm];
  if (fact === 'email' || fact === 'online')
    return handoff(scene, [scene.say('tipLine.noEmail'), callLine(scene)], both);
  const wanted = inTable.get(fact);
  const known = wanted && tipLine.facts.find(({ kind }) => kind === wanted.kind);
  if (!known) return handoff(scene, [scene.say('tipLine.notSaid'), scene.say('tipLine.askThere')], both);
  const value = known.value[scene.lang];
  return handoff(scene, [scene.say(wanted.lead, { value })], fact === 'number' ? both : [agency.tipLine], known.kind);
}

function handoff(
  scene: Scene,
  before: readonly string[],
  contacts: readonly (string | null)[],
  asked?: FactKind,
): DialogResult {
  const given = asked === 'abroad' || asked === 'tty' ? chip(scene.say, asked).label : null;
  return {
    state: { ...scene.state, topic: tipLineTopic, misses: 0 },
    reply: {
      kind: 'handoff',
      ...makeReply(scene, {
        before,
        contacts: cards(scene, contacts, asked ? [asked] : []),
        choices: tipLineChips(scene).filter(({ label }) => label !== given),
      }),
    },
  };
}
