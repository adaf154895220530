import type { Assistant } from './assistant.ts';
import { type BotLogic, createBot } from './bot/bot.ts';
import type { ConversationStore } from './bot/conversation-store.ts';
import { guardRoute } from './bot/guard-route.ts';
import type { TurnReport } from './bot/turn-report.ts';
import type { BotSettings } from './channels/bot-framework/bot-settings.ts';
import { answerHandOffStatus, createHandOff } from './channels/bot-framework/hand-off.ts';
import { messageChannel } from './channels/bot-framework/message-channel.ts';
import { webChannel } from './channels/direct-line/web-channel.ts';
import { teamsHosts } from './channels/teams/call-links.ts';
import { feedbackInvoke, teamsFeedback } from './channels/teams/feedback.ts';
import { createSearchExtension } from './channels/teams/search-extension.ts';
import { createTeamsChannel } from './channels/teams/teams-channel.ts';

export interface BotWiringParts {
  /** The one in use now: exchanged as a whole when the content changes, so that no turn sees half of a change. */
  readonly assistant: () => Assistant;
  readonly store: ConversationStore;
  readonly settings: BotSettings;
  readonly onTurn: (report: TurnReport) => void;
  readonly onHandOffFailure: (error: unknown) => void;
  /** A dialog failed; the visitor was given 911 and the tip line. */
  readonly onRouteFault: (error: unknown) => void;
}

/** The bot over every channel there is. */
export function wireBot(parts: BotWiringParts): BotLogic {
  const { assistant, store, settings, onTurn, onHandOffFailure, onRouteFault } = parts;
  const clock = () => new Date();
  const { wording } = assistant();
  const target = settings.handoffTarget;
  const cloud = settings.registration.mode === 'signed' ? settings.registration.cloud : 'public';
  const teams = createTeamsChannel({ wording, aiLabel: settings.teamsAiLabel, teamsHost: teamsHosts[cloud] });
  const bot = createBot({
    route: guardRoute({
      route: (turn) => assistant().route(turn),
      knowledge: () => assistant().knowledge,
      wording,
      onFault: onRouteFault,
    }),
    store,
    unkeptNotice: (lang) => wording[lang]('store.unkept'),
    clock,
    report: onTurn,
    channelOf: ({ channelId }, embedded) => {
      if (embedded) return webChannel;
      return channelId === 'msteams' ? teams : messageChannel;
    },
    invokes: createSearchExtension({
      knowledge: () => assistant().knowledge,
      wording,
      clock,
      searchSections: (words, options) => assistant().searchSections(words, options),
    }),
    invokeEvents: new Map([[feedbackInvoke, teamsFeedback]]),
    afterTurn: createHandOff({ target, wording, onFailure: onHandOffFailure }),
  });
  return answerHandOffStatus(bot, { target, wording });
}
