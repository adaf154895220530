import type { SmalltalkMove } from '../src/understanding/understanding.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { makeReply } from './make-reply.ts';
import { examples, whatItAnswers } from './welcome.ts';
import { channelName } from './what-is-kept.ts';

/** Greetings, thanks and the like, in a line; "start over" erases the conversation. */
export function smallTalk(scene: Scene, move: SmalltalkMove): DialogResult {
  const leads = chipsAfter.has(move);
  return {
    state: move === 'start-over' ? null : scene.state,
    reply: {
      kind: 'smalltalk',
      ...(move === 'start-over' ? { erased: true } : {}),
      ...makeReply(scene, { before: lines(scene, move), choices: leads ? examples(scene) : [] }),
    },
  };
}

const chipsAfter: ReadonlySet<SmalltalkMove> = new Set([
  'greeting',
  'how-are-you',
  'never-mind',
  'start-over',
  'empty',
]);

function lines(scene: Scene, move: SmalltalkMove): readonly string[] {
  const { say } = scene;
  switch (move) {
    case 'greeting':
      return [`${say('smalltalk.greeting')} ${whatItAnswers(scene)}`, say('smalltalk.ask')];
    case 'thanks':
      return [say('smalltalk.thanks')];
    case 'goodbye':
      return [say('smalltalk.goodbye')];
    case 'how-are-you':
      return [`${say('smalltalk.howAreYou')} ${say('smalltalk.ask')}`];
    case 'acknowledge':
      return [say('smalltalk.acknowledge')];
    case 'decline':
      return [say('smalltalk.decline')];
    case 'never-mind':
      return [say('smalltalk.neverMind')];
    case 'start-over':
      return [
        scene.turn.channel.keepsMessages
          ? say('smalltalk.startOverKeeps', { channel: channelName(scene) })
          : say('smalltalk.startOver'),
      ];
    case 'empty':
      return [say('smalltalk.empty')];
  }
}
