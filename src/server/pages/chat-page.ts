import { helpBlock } from './help-block.ts';
import { document, type HtmlPage, html, type PageContext } from './page.ts';
import { pageWords } from './page-words.ts';

/** The assistant on a page of its own: for links, for phones, and for sites that embed no script. */
export function chatPage(context: PageContext): HtmlPage {
  const { lang, basePath, official } = context;
  const words = pageWords[lang];
  return document(
    context,
    words.chatTitle,
    html`<body class="full">
<main>
<answerline-chat data-lang="${lang}" data-exit="https://www.weather.gov/"></answerline-chat>
<div class="fallback" data-answerline-fallback>
<h1>${words.chatTitle}</h1>
<noscript><p>${words.noScript}</p></noscript>
${helpBlock(context)}
</div>
</main>
<footer>
<p>${official ? '' : words.unofficial}</p>
<nav><a href="${basePath}/?lang=${lang}">${words.back}</a> <a href="?lang=${words.otherLanguageTag}" lang="${words.otherLanguageTag}" hreflang="${words.otherLanguageTag}">${words.otherLanguage}</a></nav>
</footer>
<script async src="${basePath}/widget.js"></script>
</body>`,
  );
}
