import assert from 'node:assert/strict';
import type { Activity } from 'botframework-schema';
import fc from 'fast-check';
import { readActivity } from '../../../src/bot/incoming-activity.ts';
import type { AdaptiveCard, CardButton } from '../../../src/channels/teams/adaptive-card.ts';
import { teamsHosts } from '../../../src/channels/teams/call-links.ts';
import { messageBytes } from '../../../src/channels/teams/fit-message.ts';
import { createTeamsChannel } from '../../../src/channels/teams/teams-channel.ts';
import type { Reply } from '../../../src/conversation/reply.ts';
import { loadWording } from '../../../src/conversation/wording.ts';
import { message } from '../../bot/activities.ts';
import { answer, emergency, thanks, tipLine } from './replies.ts';

const wording = loadWording();
const activity = readActivity({ ...message, channelId: 'msteams' })!;
const channelWith = (aiLabel: boolean) => createTeamsChannel({ wording, aiLabel, teamsHost: teamsHosts.public });
const render = (reply: Reply, aiLabel = false) => channelWith(aiLabel).render(reply, activity);
const cardOf = ({ attachments }: Partial<Activity>) => attachments?.[0]?.content as AdaptiveCard;
const textsIn = (value: unknown): string => JSON.stringify(value);
const buttonsIn = (card: AdaptiveCard): readonly CardButton[] =>
  [...JSON.stringify(card).matchAll(/\{"type":"Action\.OpenUrl"[^{}]*\}/g)].map(
    ([button]) => JSON.parse(button) as CardButton,
  );

describe('an answer in Teams', () => {
  const sent = render(answer);
  const card = cardOf(sent);

  it('is a card of version 1.5 with a text to fall back on and one to speak', () => {
    assert.equal(sent.attachments?.[0]?.contentType, 'application/vnd.microsoft.card.adaptive');
    assert.equal(card.version, '1.5');
    assert.match(card.fallbackText, /We look for things that are \*stolen\* <and> sold\./);
    assert.match(card.fallbackText, /https:\/\/example\.gov\/what/);
    assert.ok(!/[<>&]|https?:/.test(card.speak) && card.speak.includes('We look for things'));
  });

  it('shows the page’s words as they stand, their source with its link, and that it is automated', () => {
    assert.ok(textsIn(card).includes('We look for things that are \\\\*stolen\\\\* \\\\<and\\\\> sold.'));
    assert.ok(textsIn(card).includes('](https://example.gov/what#:~:text=We%20look)'));
    assert.ok(textsIn(card).includes(wording.en('teams.automated')));
  });

  it('cites its source in the one Message entity, by the number in the text', () => {
    assert.equal(sent.text, 'It says:\n\n**Our Work** [1]');
    assert.deepEqual(sent.entities, [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Our Work · What We Do',
              url: 'https://example.gov/what#:~:text=We%20look',
              abstract: 'We look for things that are *stolen* <and> sold.',
            },
          },
        ],
      },
    ]);
    assert.ok(!textsIn(card.body).includes('It says:'), 'what the text says is not said again in the card');
  });

  it('keeps names and abstracts of citations within what Teams takes, word for word', () => {
    const long = 'word '.repeat(100).trim();
    const source = { ...answer.sources[0]!, heading: long, title: long };
    const [entity] = render({ ...answer, sources: [source], passages: [{ text: long, section: 'page/work' }] })
      .entities!;
    const { appearance } = (entity as unknown as { citation: { appearance: { name: string; abstract: string } }[] })
      .citation[0]!;
    assert.ok(appearance.name.length <= 80 && appearance.abstract.length <= 160);
    assert.match(appearance.abstract, /^(word )+word…$/);
  });

  it('offers its follow-ups as buttons that speak for the visitor', () => {
    assert.deepEqual(card.actions?.[1], {
      type: 'Action.Submit',
      title: 'Report a crime',
      data: {
        msteams: {
          type: 'messageBack',
          text: 'I want to report a crime',
          displayText: 'Report a crime',
          value: { say: 'I want to report a crime' },
        },
        say: 'I want to report a crime',
      },
    });
    assert.equal(sent.suggestedActions, undefined);
  });

  it('takes feedback where the reply wants it', () => {
    assert.deepEqual(sent.channelData, { feedbackLoopEnabled: true });
    assert.equal(render(tipLine).channelData, undefined);
  });

  it('carries the label "AI generated" only where that is configured', () => {
    assert.ok(!textsIn(sent.entities).includes('AIGeneratedContent'));
    const labelled = render(answer, true).entities!;
    assert.equal(labelled.length, 1);
    assert.deepEqual((labelled[0] as unknown as { additionalType: unknown }).additionalType, ['AIGeneratedContent']);
    assert.deepEqual(render(thanks, true).entities?.length, 1);
  });
});

describe('contacts in Teams', () => {
  it('call: by tel: link and by Teams’ own deep link', () => {
    const sent = render(tipLine);
    const number = '1-866-347-2423';
    assert.deepEqual(buttonsIn(cardOf(sent)), [
      { type: 'Action.OpenUrl', title: `Call ${number}`, url: 'tel:+18663472423' },
      {
        type: 'Action.OpenUrl',
        title: `Call ${number} with Teams`,
        url: 'https://teams.microsoft.com/l/call/0/0?users=4:%2B18663472423',
      },
      { type: 'Action.OpenUrl', title: 'Online: www.example.gov', url: 'https://www.example.gov/form' },
    ]);
    assert.ok(textsIn(cardOf(sent)).includes('[1-866-DHS-2-ICE (1-866-347-2423)](tel:+18663472423)'));
    assert.match(sent.summary ?? '', /^If anyone is in danger right now, call 911\./);
  });

  it('never send 911 through Teams, and show it first', () => {
    const card = cardOf(render(emergency));
    assert.deepEqual(
      buttonsIn(card).map((button) => 'url' in button && button.url),
      ['tel:911'],
    );
    assert.deepEqual(card.body[0], {
      type: 'Container',
      style: 'attention',
      items: [{ type: 'TextBlock', text: 'Call 911 now.', wrap: true, weight: 'Bolder', size: 'Medium' }],
    });
  });

  it('open in the government’s Teams there', () => {
    const channel = createTeamsChannel({ wording, aiLabel: false, teamsHost: teamsHosts.usgov });
    assert.ok(textsIn(channel.render(tipLine, activity)).includes('https://gov.teams.microsoft.us/l/call/0/0?users='));
  });
});

describe('a message in Teams', () => {
  it('is plain text where a line is all there is', () => {
    const { text, attachments } = render(thanks);
    assert.deepEqual([text, attachments], ['You’re \\*welcome\\*.', undefined]);
  });

  it('stays below what Teams takes, however long the page is, and cuts between words', () => {
    const word = fc.constantFrom('word', 'wörd', '😀', '\ud800', '*_`', 'x'.repeat(500));
    const long = fc.tuple(word, fc.nat(5000)).map(([one, count]) => `${one} `.repeat(count));
    fc.assert(
      fc.property(fc.array(long, { maxLength: 3 }), fc.constantFrom(answer, tipLine, emergency), (texts, reply) => {
        const passages = texts.map((text) => ({ text, section: 'page/work' }));
        assert.ok(messageBytes(render({ ...reply, passages, before: texts, after: texts })) <= 28 * 1024);
      }),
      { numRuns: 30 },
    );
  });

  it('tells who reads along, and that Teams keeps what is typed', () => {
    const { traits } = channelWith(false);
    assert.deepEqual(traits(activity), { name: 'teams', group: false, keepsMessages: true });
    const inChannel = readActivity({ ...message, conversation: { id: 'c', conversationType: 'channel' } })!;
    assert.equal(traits(inChannel).group, true);
  });
});
