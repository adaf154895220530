import { reportChip } from './chips.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { makeReply } from './make-reply.ts';
import { emergencyNumber } from './numbers.ts';
import { sectionChoices } from './section-names.ts';

/** Said once a conversation: what this is and is not, where help is in danger, what not to type, three examples. */
export function welcome(scene: Scene): DialogResult {
  const { say, parts, turn } = scene;
  if (scene.state.welcomed) return { reply: null, state: scene.state };
  const { agency } = parts.knowledge;
  const official = parts.official
    ? say('welcome.official', { agency: agency.shortName[scene.lang] })
    : say('welcome.unofficial');
  const does = [whatItAnswers(scene), ...(agency.tipLine === null ? [] : [say('welcome.tipLine')]), official];
  const care = [
    say('welcome.danger', { emergency: emergencyNumber(scene) }),
    say('welcome.personal'),
    ...(turn.channel.group ? [say('welcome.group')] : []),
  ];
  return {
    state: { ...scene.state, welcomed: true },
    reply: {
      kind: 'about',
      ...makeReply(scene, { before: [does.join(' '), care.join(' ')], choices: examples(scene) }),
    },
  };
}

/** What the answers are made of, in one sentence. */
export function whatItAnswers({ parts, say, lang }: Scene): string {
  const { agency, pages } = parts.knowledge;
  const [only, second] = pages;
  return only && !second
    ? say('welcome.onePage', { agency: agency.shortName[lang], page: only.title })
    : say('welcome.manyPages', { agency: agency.shortName[lang] });
}

/** The example questions as chips; where the folder gives none, the beginnings of what it covers. */
export function examples(scene: Scene): readonly { readonly label: string; readonly value: string }[] {
  const given = scene.parts.knowledge.agency.examples[scene.lang].slice(0, 3);
  const shown =
    given.length > 0
      ? given.map((question) => ({ label: question, value: question }))
      : sectionChoices(scene.names, scene.names.overview(3));
  return [...shown, ...reportChip(scene)];
}
