import type { WordingKey } from '../src/conversation/wording-table.ts';
import type { ContactFact } from '../src/knowledge/knowledge.ts';
import type { TipLineFact } from '../src/understanding/understanding.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { cards, makeReply } from './make-reply.ts';
import { dangerLine, tipLineChips } from './report-crime.ts';

type FactKind = ContactFact['kind'];

/** Facts that the contact table may hold: the kind they are kept under, and what is said above them. */
const inTable = {
  number: { kind: 'phone', lead: 'tipLine.number' },
  hours: { kind: 'hours', lead: 'tipLine.hours' },
  tty: { kind: 'tty', lead: 'tipLine.tty' },
  abroad: { kind: 'abroad', lead: 'tipLine.abroad' },
  cost: { kind: 'cost', lead: 'tipLine.cost' },
  languages: { kind: 'languages', lead: 'tipLine.languages' },
} as const satisfies Partial<Readonly<Record<TipLineFact, { kind: FactKind; lead: WordingKey }>>>;

/** A fact about the tip line, from the contact table alone; what that does not hold, the page does not say. */
export function tipLineFact(scene: Scene, fact: TipLineFact): DialogResult {
  const { agency, contacts } = scene.parts.knowledge;
  const tipLine = contacts.get(agency.tipLine ?? '');
  if (!tipLine) return handoff(scene, [...dangerLine(scene), scene.say('report.noTipLine')], []);
  if (fact === 'online' && agency.tipForm !== null) return handoff(scene, [scene.say('tipLine.online')], [], 'form');
  const known = fact in inTable ? inTable[fact as keyof typeof inTable] : null;
  if (known && tipLine.facts.some(({ kind }) => kind === known.kind))
    return handoff(scene, [scene.say(known.lead)], [known.kind], fact === 'number' ? 'both' : 'line');
  const notSaid = fact === 'email' || fact === 'online' ? scene.say('tipLine.noEmail') : scene.say('tipLine.notSaid');
  return handoff(scene, [notSaid, scene.say('tipLine.askThere')], [], 'both');
}

function handoff(
  scene: Scene,
  before: readonly string[],
  first: readonly FactKind[],
  shown: 'line' | 'form' | 'both' = 'line',
): DialogResult {
  const { tipLine, tipForm } = scene.parts.knowledge.agency;
  const ids = { line: [tipLine], form: [tipForm, tipLine], both: [tipLine, tipForm] }[shown];
  return {
    state: { ...scene.state, misses: 0 },
    reply: {
      kind: 'handoff',
      ...makeReply(scene, { before, contacts: cards(scene, ids, first), choices: tipLineChips(scene) }),
    },
  };
}
