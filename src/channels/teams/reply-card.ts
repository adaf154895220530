import { replyLines } from '../../conversation/plain-text.ts';
import type { ContactCard, Passage, Reply, ShownFact, Source } from '../../conversation/reply.ts';
import type { Say } from '../../conversation/wording.ts';
import { escapeMarkdown, markdownLink } from '../markdown.ts';
import { type AdaptiveCard, adaptiveCard, type CardElement, submitButton, textBlock } from './adaptive-card.ts';
import { contactButtons } from './call-links.ts';

export interface CardContext {
  readonly say: Say;
  readonly teamsHost: string;
  /** The message's own text already says these lines. */
  readonly withoutBefore: boolean;
}

/** A reply as one card, in the order it is read: own words, the page's words, their source, contacts, buttons. */
export function replyCard(reply: Reply, context: CardContext): AdaptiveCard {
  const before = context.withoutBefore ? [] : reply.before;
  return adaptiveCard({
    lang: reply.lang,
    body: [
      ...opening(before, reply.kind === 'emergency'),
      ...reply.passages.map(passageBox),
      ...reply.sources.map(sourceLine),
      ...(reply.passages.length > 0 ? [automatedLine(context.say)] : []),
      ...reply.contacts.map((contact) => contactBox(contact, context)),
      ...reply.after.map((line) => textBlock(escapeMarkdown(line))),
    ],
    actions: reply.choices.map(({ label, value }) => submitButton(label, value)),
    plain: replyLines(reply).join('\n'),
  });
}

/** The first line of an emergency must be seen before anything else. */
function opening(lines: readonly string[], urgent: boolean): readonly CardElement[] {
  const [first, ...rest] = lines.map((line) => escapeMarkdown(line));
  if (first === undefined) return [];
  if (!urgent) return lines.map((line) => textBlock(escapeMarkdown(line)));
  const boxed = textBlock(first, { weight: 'Bolder', size: 'Medium' });
  return [{ type: 'Container', style: 'attention', items: [boxed] }, ...rest.map((line) => textBlock(line))];
}

function passageBox({ text }: Passage): CardElement {
  return { type: 'Container', style: 'emphasis', items: [textBlock(escapeMarkdown(text))] };
}

function sourceLine(source: Source): CardElement {
  const line = source.url === null ? escapeMarkdown(source.label) : markdownLink(source.label, source.url);
  return textBlock(line, { size: 'Small', isSubtle: true, spacing: 'Small' });
}

function automatedLine(say: Say): CardElement {
  return textBlock(escapeMarkdown(say('teams.automated')), { size: 'Small', isSubtle: true, spacing: 'None' });
}

function contactBox(contact: ContactCard, { say, teamsHost }: CardContext): CardElement {
  const actions = contactButtons(contact, say, teamsHost);
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      textBlock(escapeMarkdown(contact.name), { weight: 'Bolder' }),
      textBlock(escapeMarkdown(contact.purpose), { isSubtle: true, spacing: 'None' }),
      ...contact.facts.map((fact) => textBlock(factLine(fact), { spacing: 'Small' })),
      ...(actions.length > 0 ? [{ type: 'ActionSet', actions } as const] : []),
    ],
  };
}

function factLine({ label, value, href }: ShownFact): string {
  const linked = href !== null && /^(tel:|https:)/.test(href) ? markdownLink(value, href) : escapeMarkdown(value);
  return `${escapeMarkdown(label)}: ${linked}`;
}
