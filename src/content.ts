import type { Assistant } from './assistant.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { WidgetAssets } from './server/widget-bundle.ts';

/** What pages and the widget are made from. */
export interface PageContent {
  readonly knowledge: Knowledge;
  readonly assets: WidgetAssets;
}

export interface ContentParts {
  readonly makeAssets: (knowledge: Knowledge | Promise<Knowledge>) => Promise<WidgetAssets>;
  readonly makeAssistant: (knowledge: Knowledge) => Promise<Assistant>;
}

/** The content in use. Whoever reads it gets all of one state, never half of a change. */
export interface Content {
  readonly pages: () => PageContent;
  /** Null until `complete`. */
  readonly assistant: () => Assistant | null;
  /** Makes what answers; takes a second or more where a model has to be trained. */
  complete(): Promise<Assistant>;
  /** Makes everything from new knowledge, then changes over at once; if anything fails the old content stays. */
  exchange(knowledge: Knowledge): Promise<Assistant>;
}

/**
 * Makes what can be shown; what can answer follows with `complete`.
 * @param load is called when the bundler has begun, which works beside it
 */
export async function openContent(load: () => Promise<Knowledge>, parts: ContentParts): Promise<Content> {
  const loading = new Promise<void>((resolve) => setImmediate(resolve)).then(load);
  const [knowledge, assets] = await Promise.all([loading, parts.makeAssets(loading)]);
  let pages: PageContent = { knowledge, assets };
  let assistant: Assistant | null = null;
  return {
    pages: () => pages,
    assistant: () => assistant,
    complete: async () => {
      assistant = await parts.makeAssistant(pages.knowledge);
      return assistant;
    },
    exchange: async (next) => {
      const [assets, made] = await Promise.all([parts.makeAssets(next), parts.makeAssistant(next)]);
      pages = { knowledge: next, assets };
      assistant = made;
      return made;
    },
  };
}
