import type { Scene } from './dialog.ts';

/** What to call the channel that keeps messages. */
export function channelName({ turn, say }: Scene): string {
  switch (turn.channel.name) {
    case 'teams':
      return say('channel.teams');
    case 'azure':
      return say('channel.azure');
    default:
      return say('channel.other');
  }
}

/** Before anything sensitive is typed: true on each channel. */
export function willBeKept(scene: Scene): string {
  return scene.turn.channel.keepsMessages
    ? scene.say('report.channelKeeps', { channel: channelName(scene) })
    : scene.say('report.notKept');
}

/** After something sensitive was typed. */
export function wasKept(scene: Scene): string {
  return scene.turn.channel.keepsMessages
    ? scene.say('report.wasNotKeptHere', { channel: channelName(scene) })
    : scene.say('report.wasNotKept');
}
