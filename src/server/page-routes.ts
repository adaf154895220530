import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Knowledge, Lang } from '../knowledge/knowledge.ts';
import type { BaseUrl } from './base-url.ts';
import { send } from './http-answer.ts';
import { chatPage } from './pages/chat-page.ts';
import { demoPage } from './pages/demo-page.ts';
import type { HtmlPage, PageContext } from './pages/page.ts';
import type { Route } from './routes.ts';
import { answerAsset } from './widget-assets.ts';
import type { WidgetAssets } from './widget-bundle.ts';

export interface PageParts {
  readonly basePath: string;
  readonly baseUrl: BaseUrl;
  readonly official: boolean;
  /** Whether `/` is served. */
  readonly demo: boolean;
  /** What is in use now; changes when the knowledge does. */
  readonly content: () => { readonly knowledge: Knowledge; readonly assets: WidgetAssets };
  readonly notFound: (request: IncomingMessage, response: ServerResponse) => void;
}

/** The demo page, the full-page view and the widget's files. */
export function pageRoutes(parts: PageParts): readonly Route[] {
  const { basePath, content } = parts;
  const page = (path: string, make: (context: PageContext) => HtmlPage): Route => ({
    method: 'GET',
    path: basePath + path,
    handle: async (request, response) => {
      const { html, headers } = make(contextOf(request, parts));
      send(request, response, { status: 200, headers, body: html });
    },
  });
  const asset = (path: string): Route => ({
    method: 'GET',
    path: basePath + path,
    handle: async (request, response) => {
      const { pathname = '' } = URL.parse(request.url ?? '', 'http://localhost') ?? {};
      const file = content().assets.find(pathname.slice(basePath.length));
      if (!file) return parts.notFound(request, response);
      const answer = answerAsset(file, {
        acceptEncoding: String(request.headers['accept-encoding'] ?? ''),
        ifNoneMatch: request.headers['if-none-match'],
      });
      send(request, response, { ...answer, body: answer.body ?? '' });
    },
  });
  return [
    ...(parts.demo ? [page('/', demoPage), ...(basePath ? [page('', demoPage)] : [])] : []),
    page('/chat', chatPage),
    asset('/widget.js'),
    asset('/widget/:file'),
  ];
}

function contextOf(request: IncomingMessage, { content, basePath, baseUrl, official }: PageParts): PageContext {
  return { ...content(), basePath, official, publicUrl: baseUrl.of(request), lang: pageLanguage(request) };
}

/** `?lang=` first, then the browser's first language that we have. */
function pageLanguage(request: IncomingMessage): Lang {
  const asked = URL.parse(request.url ?? '', 'http://localhost')?.searchParams.get('lang');
  const languages = [
    asked ?? '',
    ...String(request.headers['accept-language'] ?? '')
      .slice(0, 200)
      .split(','),
  ];
  return languages.map((tag) => tag.trim().slice(0, 2).toLowerCase()).find(isLang) ?? 'en';
}

function isLang(tag: string): tag is Lang {
  return tag === 'en' || tag === 'es';
}
