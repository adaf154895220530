import type { PanelHost } from '../launcher/panel-contract.ts';
import { words } from '../words/words.ts';
import { asksToStartOver, feedback, message } from './activities.ts';
import { createChat } from './chat.ts';
import type { ReplyLine } from './line.ts';
import { newKey } from './new-key.ts';
import { spokenReply } from './reply-text.ts';
import { createSiblingTabs } from './sibling-tabs.ts';
import type { PanelState } from './state.ts';
import { createTabStore } from './tab-store.ts';
import { awaiting, changed, received, sinceErased, storable, written } from './transcript.ts';

/** What the session needs of the panel that shows it. */
export interface SessionView {
  state(): PanelState;
  update(change: Partial<PanelState>): void;
  /** Spoken once by screen readers. */
  announce(text: string): void;
}

/** Milliseconds without a reply after which the visitor is told that it takes longer. */
const slowAfter = 8000;

/** The conversation of this tab: its lines, what is stored of them, and what goes over the wire. */
export function createSession(host: PanelHost, view: SessionView) {
  const store = createTabStore(host.base);
  const tabs = createSiblingTabs(() => chat.conversation()?.id ?? null);
  let slowTimer = 0;
  /** Watermark behind which every line is settled: what is stored, so that a reload misses nothing. */
  let settled: string | null = null;
  let ready: Promise<void> | null = null;

  const chat = createChat(host.base, () => view.state().lang, {
    received: (activities) => {
      const before = view.state().lines;
      let lines = before;
      for (const activity of activities) lines = received(lines, activity, Date.now());
      lines = sinceErased(lines, before);
      const typing = activities.at(-1)?.type === 'typing';
      const replies = lines.filter((line): line is ReplyLine => line.who === 'assistant' && !before.includes(line));
      const lang = replies.findLast((line) => line.reply)?.reply?.lang;
      show({ lines, working: typing || awaiting(lines), ...(lang === 'en' || lang === 'es' ? { lang } : {}) });
      for (const line of replies) tell(line);
    },
    status: (key, status, problem) => {
      const lines = changed(view.state().lines, key, { status, problem: problem ?? null });
      show({ lines, working: status === 'failed' ? false : awaiting(lines) });
      if (status === 'failed') host.emit('fault', { reason: 'refused' });
    },
    trouble: (trouble) => {
      const before = view.state().notice;
      const notice =
        trouble &&
        (trouble.reason === 'busy' ? { kind: 'busy' as const, seconds: trouble.seconds } : { kind: trouble.reason });
      show({ notice });
      if (trouble && notice?.kind !== before?.kind) {
        const said = words[view.state().lang];
        view.announce(trouble.reason === 'busy' ? said.busy(trouble.seconds) : said[trouble.reason]);
        host.emit('fault', { reason: trouble.reason });
      }
    },
    moved: remember,
    ended: () => {
      const { lines, lang } = view.state();
      if (!lines.some((line) => line.who !== 'mark') || lines.at(-1)?.who === 'mark') return remember();
      // A message that is just being sent goes into the next conversation: the mark stands before it.
      const unsent = lines.filter((line) => line.who === 'visitor' && line.status === 'sending');
      const rest = lines.filter((line) => !unsent.includes(line));
      show({ lines: [...rest, { who: 'mark', id: newKey() }, ...unsent] });
      if (unsent.length === 0) view.announce(words[lang].ended);
      remember();
    },
  });

  function show(change: Partial<PanelState>): void {
    view.update(change);
    clearTimeout(slowTimer);
    const { working, notice } = view.state();
    if (working && !notice) slowTimer = window.setTimeout(() => show({ notice: { kind: 'slow' } }), slowAfter);
    if (!working && notice?.kind === 'slow') view.update({ notice: null });
    remember();
  }

  function remember(): void {
    const { lines, lang } = view.state();
    const conversation = chat.conversation();
    const open = lines.some((line) => line.who === 'visitor' && line.status === 'sent' && line.keep === 'unknown');
    if (!open) settled = conversation?.watermark ?? null;
    const nothing = !conversation && lines.length === 0;
    const known = {
      conversation: conversation && { ...conversation, watermark: settled },
      lines: storable(lines),
      lang,
    };
    store.write(nothing ? null : known);
  }

  function tell(line: ReplyLine): void {
    const { lang } = view.state();
    const chips = line.chips.length > 0 ? `\n${words[lang].suggestionCount(line.chips.length)}` : '';
    view.announce(spokenReply(line) + chips);
    host.emit('reply', { kind: line.reply?.kind ?? null });
  }

  /** The first time the panel is opened: goes on where this tab left off, or begins. */
  function start(): void {
    if (ready) chat.wake();
    else ready = restore();
  }

  async function restore(): Promise<void> {
    const known = store.read();
    if (!known || (known.conversation && (await tabs.isTaken(known.conversation.id)))) {
      chat.begin();
      return;
    }
    settled = known.conversation?.watermark ?? null;
    view.update({ lines: [...known.lines, ...view.state().lines], lang: known.lang });
    if (known.conversation) chat.resume(known.conversation);
  }

  function send(text: string, shown = text): void {
    if (text.trim() === '') return;
    if (asksToStartOver(text)) {
      startOver();
      return;
    }
    const key = newKey();
    const { lines, lang } = view.state();
    show({ lines: written(lines, key, shown, Date.now()), working: true });
    // A page may ask in the moment it opens the panel: what this tab remembers comes first.
    void ready?.then(() => chat.send(key, message(key, text, lang), lines.length > 0));
  }

  function retry(key: string): void {
    const { lines, lang } = view.state();
    const line = lines.find((candidate) => candidate.who === 'visitor' && candidate.key === key);
    if (line?.who !== 'visitor' || line.text === null) return;
    show({ lines: changed(lines, key, { status: 'sending', problem: null }), working: true });
    chat.send(key, message(key, line.text, lang), true);
  }

  function rate(id: string, rating: 'up' | 'down'): void {
    const { lines, lang } = view.state();
    if (chat.conversation()) {
      const key = newKey();
      chat.send(key, feedback(key, id, rating), true);
    }
    show({
      lines: lines.map((line) => (line.who === 'assistant' && line.id === id ? { ...line, rated: rating } : line)),
    });
    view.announce(words[lang].thanks);
  }

  /** Ends the conversation here and on the server. */
  function clear(): void {
    chat.forget();
    clearTimeout(slowTimer);
    settled = null;
    view.update({ lines: [], working: false, notice: null, menuOpen: false });
    store.write(null);
  }

  function startOver(): void {
    clear();
    view.announce(words[view.state().lang].cleared);
    chat.begin();
  }

  return { start, send, retry, rate, clear, startOver, sleep: chat.sleep, wake: chat.wake };
}
