import type { Knowledge, Lang } from '../../knowledge/knowledge.ts';
import type { WidgetAssets } from '../widget-bundle.ts';

/** What a page is made from. */
export interface PageContext {
  readonly knowledge: Knowledge;
  readonly assets: WidgetAssets;
  /** '' or e.g. `/assistant`; stands before every path. */
  readonly basePath: string;
  /** Address under which visitors reach us, base path included, without a trailing slash: shown in the embedding example. */
  readonly publicUrl: string;
  readonly lang: Lang;
  /** Whether the agency itself runs the assistant. */
  readonly official: boolean;
}

/** A page with the headers it must be sent with. */
export interface HtmlPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The policy under which the widget is proven to work; the demo page and the full page send exactly it. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; trusted-types 'none'; require-trusted-types-for 'script'";

/** A piece of markup that was escaped where it was made. */
export interface Markup {
  readonly markup: string;
}

/** Template of escaped HTML: strings are escaped, markup and lists of it are put in as they are. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup {
  const text = values.map((value) => {
    if (typeof value === 'string') return escapeHtml(value);
    return 'markup' in value ? value.markup : value.map((piece) => piece.markup).join('');
  });
  return { markup: String.raw({ raw: parts }, ...text) };
}

/** The whole document around a body. */
export function document(context: PageContext, title: string, body: Markup): HtmlPage {
  const { lang, basePath, assets } = context;
  const { markup } = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${basePath + assets.pageStyle}">
</head>
${body}
</html>
`;
  return {
    html: markup,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy,
      'content-language': lang,
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      vary: 'accept-language',
    },
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
