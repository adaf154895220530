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
  if (isShort(reply)) return message;
  for (const step of steps) {
    if (messageBytes(message) <= largestBytes) break;
    message = render(shorter(reply, step));
  }
  return message;
}

/**
 * Whether a reply surely fits, without its message being written out. Each text stands in a message at most four times (text,
 * card, spoken, as fallback or quotation), where escaping may double it; what is around it is counted amply.
 */
function isShort({ before, passages, sources, contacts, after, choices }: Reply): boolean {
  const texts = [
    ...before,
    ...passages.map(({ text }) => text),
    ...sources.flatMap(({ url, heading, title, label }) => [url ?? '', heading, title, label]),
    ...contacts.flatMap(({ name, purpose, facts, more }) => [
      name,
      purpose,
      ...[...facts, ...more].flatMap(({ label, value, href }) => [label, value, href ?? '']),
    ]),
    ...after,
    ...choices.flatMap(({ label, value }) => [label, value]),
  ];
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return 2 * (8 * characters + 60 * texts.length + 2000) <= largestBytes;
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
