import type { Contact, ContactFact } from '../src/knowledge/knowledge.ts';
import type { AboutFact, TipLineFact } from '../src/understanding/understanding.ts';
import { chip } from './chips.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { crisisTopic, emergency } from './emergency.ts';
import { cards, makeReply } from './make-reply.ts';
import { crisisNumber } from './numbers.ts';
import { topicOf } from './referral.ts';
import { plainWords } from './same-words.ts';

/**
 * "What are its hours?" after another contact was given: what the contact table holds of that contact, never the tip
 * line's hours. Null where no other contact is being talked about, or the message names the tip line after all.
 */
export function contactFact(scene: Scene, fact: TipLineFact): DialogResult | null {
  const given = givenLast(scene);
  const words = plainWords(scene.span);
  if (!given || namesTipLine.test(words) || (given.offerReport && reports.test(words))) return null;
  // After thoughts of suicide whatever cannot be told is met by the line itself, never by a bare "I don't know".
  if (given.topic === null && fact === 'afterwards')
    return emergency(scene, { danger: false, suicide: true, offerReport: false });
  const known = lines(scene, given.contacts, fact);
  const ids = given.contacts.map(({ id }) => id);
  const unknown = given.topic === null ? [scene.say('referral.dontKnow'), given.say] : [scene.say('referral.notSaid')];
  const saysItself = repeats.has(fact) || (given.topic === null && toldByLine.has(fact));
  const draft = {
    before: known.length > 0 ? known : saysItself ? [given.say] : unknown,
    contacts: cards(scene, ids, kinds.get(fact) ?? []),
  };
  const state = { ...scene.state, misses: 0 };
  if (given.topic === null) return { state, reply: { kind: 'emergency', ...makeReply(scene, draft) } };
  const choices = [chip(scene.say, 'ask')];
  return { state, reply: { kind: 'referral', topic: given.topic, ...makeReply(scene, { ...draft, choices }) } };
}

/** Questions about the assistant that ask about somebody else: "do they speak Spanish" after a contact was given. */
export function factOfOthers(scene: Scene, fact: AboutFact): TipLineFact | null {
  return others.test(` ${plainWords(scene.span)} `) ? (ofOthers.get(fact) ?? null) : null;
}

/** Kinds of fact the table may hold for what was asked, the nearest first. */
const kinds: ReadonlyMap<TipLineFact, readonly ContactFact['kind'][]> = new Map([
  ['hours', ['hours']],
  ['tty', ['tty']],
  ['abroad', ['abroad']],
  ['cost', ['cost']],
  ['languages', ['languages']],
  ['text', ['text']],
]);

/** What is answered by giving the contact again: its number, its address, what it is for. */
const repeats: ReadonlySet<TipLineFact> = new Set(['number', 'online', 'scope']);

/** What the crisis line's own sentence and card tell: that it is there day and night, and how to reach it in Spanish. */
const toldByLine: ReadonlySet<TipLineFact> = new Set(['hours', 'languages']);

const ofOthers: ReadonlyMap<AboutFact, TipLineFact> = new Map([
  ['languages', 'languages'],
  ['anonymity', 'anonymity'],
  ['privacy', 'anonymity'],
  ['official', 'scope'],
  ['human', 'number'],
]);

const namesTipLine = /\b(tips?( ?line| form)?|tipline|linea de denuncias?|formulario de denuncias?)\b/;
/** Where the tip line was offered beside the contact, a question about reporting is about that. */
const reports = /\b(report|reporting|reported|reportar|denunciar|denuncio|denuncia)\b/;
const others =
  / (they|them|their|theyre|(?<!\b(is|are) )there|that (line|number|place|office|hotline)|ellos|ellas|alla|ahi|alli|hablan|tienen|atienden|contestan|es[ae] (linea|numero|lugar|oficina)) /;

interface Given {
  /** Null after thoughts of suicide. */
  readonly topic: string | null;
  readonly contacts: readonly Contact[];
  /** What the contact is for. */
  readonly say: string;
  readonly offerReport: boolean;
}

function givenLast(scene: Scene): Given | null {
  const { agency, contacts } = scene.parts.knowledge;
  const { topic: topicId } = scene.state;
  const known = (ids: readonly (string | null)[]) =>
    ids.map((id) => contacts.get(id ?? '')).filter((contact) => contact !== undefined);
  if (topicId === crisisTopic) {
    const say = scene.say('danger.crisis', { crisis: crisisNumber(scene) });
    return { topic: null, contacts: known([agency.crisis, agency.emergency]), say, offerReport: false };
  }
  const topic = topicOf(scene, topicId);
  if (!topic) return null;
  const { id, say, offerReport } = topic;
  return { topic: id, contacts: known(topic.contacts), say: say[scene.lang], offerReport };
}

/** A number to write to is no number to call. */
function said(scene: Scene, kind: ContactFact['kind'], value: string): string {
  return kind === 'text' ? `${scene.say('contact.text')} ${value}` : value;
}

function lines(scene: Scene, contacts: readonly Contact[], asked: TipLineFact): readonly string[] {
  return (kinds.get(asked) ?? []).flatMap((kind) =>
    contacts.flatMap(({ name, facts }) =>
      facts
        .filter((fact) => fact.kind === kind)
        .map(({ value }) =>
          scene.say('referral.fact', { contact: name[scene.lang], value: said(scene, kind, value[scene.lang]) }),
        ),
    ),
  );
}
