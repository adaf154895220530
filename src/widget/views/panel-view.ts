import { h } from 'preact';
import type { WidgetFacts } from '../facts.ts';
import type { Options } from '../launcher/options.ts';
import type { PanelActions, PanelState } from '../panel/state.ts';
import { words } from '../words/words.ts';
import { Composer } from './composer.ts';
import { Header } from './header.ts';
import { HelpBar } from './help-bar.ts';
import { Log } from './log.ts';
import { NoticeView } from './notice-view.ts';

export interface PanelProps {
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly options: Options;
  readonly facts: WidgetFacts;
}

/** The whole panel, drawn from its state. */
export function PanelView(props: PanelProps) {
  const { state, actions, options, facts } = props;
  const said = words[state.lang];
  return h(
    'section',
    { class: 'panel', role: options.mode === 'inline' ? 'region' : 'dialog', 'aria-labelledby': 'title' },
    h(Header, { state, actions, options, said }),
    h(HelpBar, { facts, lang: state.lang, said }),
    h(Log, { state, actions, options, said }),
    state.notice && h(NoticeView, { notice: state.notice, facts, lang: state.lang, said }),
    h(Composer, { actions, said }),
  );
}
