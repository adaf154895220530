import type { Activity } from 'botframework-schema';
import type { Reply } from '../../conversation/reply.ts';
import { clip } from './clip.ts';

/** Teams refuses larger messages; it counts the whole payload as UTF-16. */
const largestBytes = 28 * 1024;

/** Characters left of the page's words (all passages together) and of each own line, tried in turn. */
const steps = [
  { passages: 4000, line: 1000, contacts: 8 },
  { passages: 1600, line: 500, contacts: 5 },
  { passages: 500, line: 250, contacts: 3 },
] as const;

/**
 * Renders a reply so that Teams takes it: whole where it fits, else with less of the page's words (cut between words;
 * the source's link leads to the rest).
 */
export function fitMessage(reply: Reply, render: (reply: Reply) => Partial<Activity>): Partial<Activity> {
  let message = render(reply);
  for (const step of steps) {
    if (messageBytes(message) <= largestBytes) break;
    message = render(shorter(reply, step));
  }
  return message;
}

/** Size of an activity as Teams counts it, in bytes. */
export function messageBytes(activity: Partial<Activity>): number {
  return JSON.stringify(activity).length * 2;
}

function shorter(reply: Reply, { passages, line, contacts }: (typeof steps)[number]): Reply {
  let left: number = passages;
  const kept = reply.passages.flatMap((passage) => {
    if (left <= 0) return [];
    const text = clip(passage.text, left);
    left -= passage.text.length;
    return [{ ...passage, text }];
  });
  return {
    ...reply,
    before: reply.before.map((text) => clip(text, line)),
    after: reply.after.map((text) => clip(text, line)),
    passages: kept,
    contacts: reply.contacts.slice(0, contacts),
    choices: reply.choices.slice(0, 6).map((choice) => ({ ...choice, label: clip(choice.label, 100) })),
  };
}
