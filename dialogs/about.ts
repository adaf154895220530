import type { AboutFact } from '../src/understanding/understanding.ts';
import { languages, reviewed, source } from './about-page.ts';
import { anonymity, privacy } from './about-privacy.ts';
import { chip, reportChip } from './chips.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { listed } from './in-words.ts';
import { cards, makeReply, type ReplyDraft } from './make-reply.ts';
import { emergencyNumber } from './numbers.ts';
import { sectionChoices } from './section-names.ts';
import { examples } from './welcome.ts';

const sectionsInMenu = 6;
const sectionsNamed = 4;

/** Questions about the assistant itself and about the page as such. */
export function about(scene: Scene, fact: AboutFact): DialogResult {
  return { state: scene.state, reply: { kind: 'about', ...makeReply(scene, facts[fact](scene)) } };
}

const facts: Readonly<Record<AboutFact, (scene: Scene) => ReplyDraft>> = {
  identity: (scene) => ({
    before: [
      `${scene.say('about.identity')} ${words(scene)}`,
      scene.parts.official ? scene.say('welcome.official', agency(scene)) : scene.say('welcome.unofficial'),
    ],
  }),
  official: (scene) => ({
    before: [scene.say(scene.parts.official ? 'about.official' : 'about.unofficial', agency(scene)), words(scene)],
  }),
  human,
  capabilities: (scene) => ({ before: capabilities(scene), choices: examples(scene) }),
  help: (scene) => ({
    before: [scene.say('about.help', { emergency: emergencyNumber(scene) }), ...capabilities(scene)],
    choices: examples(scene),
  }),
  privacy,
  anonymity,
  languages,
  reviewed,
  source,
  menu,
  maker: (scene) => ({ before: [scene.say('about.maker')] }),
  fault: (scene) => ({
    before: [scene.say('about.fault')],
    choices: [...sectionChoices(scene.names, scene.names.overview(sectionsNamed)), chip(scene.say, 'startOver')],
  }),
};

function human(scene: Scene): ReplyDraft {
  const contacts = cards(scene, scene.parts.knowledge.agency.people);
  return contacts.length > 0
    ? { before: [`${scene.say('about.human')} ${scene.say('about.people')}`], contacts }
    : { before: [`${scene.say('about.human')} ${scene.say('about.noPeople')}`] };
}

function menu(scene: Scene): ReplyDraft {
  const sections = sectionChoices(scene.names, scene.names.overview(sectionsInMenu));
  const named = listed(
    scene,
    sections.map(({ label }) => label),
  );
  return { before: [scene.say('about.menu', { sections: named })], choices: [...sections, ...reportChip(scene)] };
}

function capabilities(scene: Scene): readonly string[] {
  const { say, parts, names } = scene;
  const sections = names.overview(sectionsNamed).map((section) => names.nameOf(section));
  return [
    sections.length > 0
      ? `${say('about.answers', agency(scene))} ${say('about.answersOn', { sections: listed(scene, sections) })}`
      : say('about.answers', agency(scene)),
    ...(parts.knowledge.agency.tipLine === null ? [] : [say('about.tipLine')]),
    ...(parts.knowledge.agency.topics.length > 0 ? [say('about.otherContacts')] : []),
  ];
}

function words(scene: Scene): string {
  return scene.say('about.identityWords', agency(scene));
}

function agency({ parts, lang }: Scene): { readonly agency: string } {
  return { agency: parts.knowledge.agency.shortName[lang] };
}
