import type { Page } from '../../knowledge/knowledge.ts';
import { helpBlock } from './help-block.ts';
import { document, type HtmlPage, html, type Markup, type PageContext } from './page.ts';
import { pageWords } from './page-words.ts';

/** The page at `/`: what the assistant is, what it answers from, and the widget as an agency would embed it. */
export function demoPage(context: PageContext): HtmlPage {
  const { knowledge, lang, basePath, official, assets } = context;
  const words = pageWords[lang];
  const examples = knowledge.agency.examples[lang].map(
    (example) => html`<li><button type="button" data-ask>${example}</button></li>\n`,
  );
  return document(
    context,
    words.demoTitle,
    html`<body>
<a class="skip" href="#main">${words.skip}</a>
<header>
<div class="bar">
<p>Answerline</p>
<nav><a href="?lang=${words.otherLanguageTag}" lang="${words.otherLanguageTag}" hreflang="${words.otherLanguageTag}">${words.otherLanguage}</a></nav>
</div>
</header>
<main id="main">
<div class="lead">
<h1>${words.chatTitle}</h1>
<p>${words.demoLead(knowledge.agency.name[lang])}</p>
<p class="note">${official ? '' : words.unofficial}</p>
</div>
<div class="columns">
<section aria-labelledby="try">
<h2 id="try">${words.tryTitle}</h2>
<p>${words.tryLead}</p>
<ul class="asks">
${examples}</ul>
<p><a href="${basePath}/chat?lang=${lang}">${words.fullPage}</a></p>
</section>
<aside class="help" data-answerline-help>
${helpBlock(context)}
</aside>
</div>
<section aria-labelledby="knows">
<h2 id="knows">${words.knowsTitle}</h2>
<p>${words.knowsLead}</p>
${knowledge.pages.map((page) => pageEntry(page, context))}
</section>
<section aria-labelledby="embed">
<h2 id="embed">${words.embedTitle}</h2>
<p>${words.embedLead}</p>
<pre tabindex="0"><code>${`<script async src="${context.publicUrl}/widget.js" data-lang="${lang}"></script>`}</code></pre>
</section>
</main>
<script async src="${basePath}/widget.js" data-lang="${lang}" data-exit="https://www.weather.gov/"></script>
<script async src="${basePath + assets.demoScript}"></script>
</body>`,
  );
}

function pageEntry(page: Page, { lang }: PageContext): Markup {
  const words = pageWords[lang];
  const address = page.archive ?? page.url;
  const link = address
    ? html` <a href="${address}" rel="noopener noreferrer" target="_blank">${words.source} <span class="hidden">${words.newTab}</span></a>`
    : html``;
  const sections = page.sections.map(
    (section) =>
      html`<details lang="${page.lang}"><summary>${section.heading}</summary>${section.text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}</details>\n`,
  );
  return html`<article>
<h3 lang="${page.lang}">${page.title}</h3>
<p class="note">${page.reviewed ? words.reviewed(longDate(page.reviewed, lang)) : ''}${link}</p>
${sections}</article>
`;
}

function longDate(iso: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
