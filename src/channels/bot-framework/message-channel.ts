import type { Activity, Attachment, CardAction } from 'botframework-schema';
import type { BotChannel } from '../../bot/bot-channel.ts';
import { type IncomingActivity, isGroup } from '../../bot/incoming-activity.ts';
import type { ContactCard, Reply, ShownFact } from '../../conversation/reply.ts';
import type { ChannelTraits } from '../../conversation/turn.ts';
import { escapeMarkdown, markdownLink, markdownQuote } from '../markdown.ts';

/**
 * Any Bot Framework channel that has no rendering of its own (Azure's Direct Line and Web Chat, the Emulator):
 * markdown text, a hero card for each contact, choices as suggested actions.
 */
export const messageChannel: BotChannel = { traits: messageTraits, render: renderMessage };

function messageTraits(activity: IncomingActivity): ChannelTraits {
  const azure = activity.channelId === 'directline' || activity.channelId === 'webchat';
  return { name: azure ? 'azure' : 'other', group: isGroup(activity), keepsMessages: true };
}

function renderMessage(reply: Reply): Partial<Activity> {
  const text = messageText(reply);
  const attachments = reply.contacts.filter((contact) => linkedFacts(contact).length > 0).map(contactHero);
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    locale: reply.lang,
    inputHint: 'acceptingInput',
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(reply.choices.length > 0 ? { suggestedActions: { to: [], actions: reply.choices.map(choiceAction) } } : {}),
  };
}

function messageText(reply: Reply): string {
  return [
    ...reply.before.map(escapeMarkdown),
    ...reply.passages.map((passage) => markdownQuote(passage.text)),
    ...reply.sources.map((source) =>
      source.url === null ? escapeMarkdown(source.label) : markdownLink(source.label, source.url),
    ),
    ...reply.contacts.map(contactText),
    ...reply.after.map(escapeMarkdown),
  ].join('\n\n');
}

/** The numbers stand in the text too: cards are not drawn everywhere. */
function contactText(contact: ContactCard): string {
  const facts = contact.facts.map((fact) => escapeMarkdown(`${fact.label}: ${fact.value}`));
  return [`**${escapeMarkdown(contact.name)}**`, ...facts].join('  \n');
}

function contactHero(contact: ContactCard): Attachment {
  const buttons = linkedFacts(contact).map(
    (fact): CardAction => ({ type: 'openUrl', title: fact.value, value: fact.href, channelData: undefined }),
  );
  return {
    contentType: 'application/vnd.microsoft.card.hero',
    content: { title: contact.name, text: contact.purpose, buttons },
  };
}

function linkedFacts(contact: ContactCard): readonly ShownFact[] {
  return contact.facts.filter((fact) => fact.href !== null);
}

function choiceAction({ label, value }: Reply['choices'][number]): CardAction {
  return { type: 'imBack', title: label, value, channelData: undefined };
}
