import { showAgain } from './answer.ts';
import { clarify } from './clarify.ts';
import type { DialogResult, Scene } from './dialog.ts';
import { crisisTopic, emergency } from './emergency.ts';
import { referral, topicOf } from './referral.ts';
import { reportCrime } from './report-crime.ts';
import { mayReport } from './settle-intents.ts';
import { tipLineTopic } from './tip-line-facts.ts';

/** "Say that again": the number, the contact or the passage that the conversation is about, once more. */
export function repeat(scene: Scene): DialogResult {
  const { flow, topic } = scene.turn.state;
  const suicide = topic === crisisTopic;
  if (suicide || flow === 'emergency') {
    // Where another contact was given beside 911 and not the tip line, that stays so.
    const offerReport = topic === null || mayReport(scene.parts.knowledge, topic);
    return emergency(scene, { danger: !suicide, suicide, offerReport });
  }
  if (flow === 'report' || topic === tipLineTopic) return reportCrime(scene);
  if (topic !== null && topicOf(scene, topic)) return referral(scene, topic);
  return showAgain(scene) ?? clarify(scene, scene.names.overview(4), scene.confidence, scene.say('clarify.moreOf'));
}
