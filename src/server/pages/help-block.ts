import { widgetFacts } from '../widget-facts.ts';
import { html, type Markup, type PageContext } from './page.ts';
import { pageWords } from './page-words.ts';

/** 911 and the tip line as plain HTML: there with JavaScript off, blocked or broken. */
export function helpBlock({ knowledge, lang }: PageContext): Markup {
  const words = pageWords[lang];
  const { emergency, tipLine, tipForm } = widgetFacts(knowledge);
  const danger = emergency
    ? html`<p class="danger">${words.danger} <a href="${emergency.href}">${emergency.value[lang]}</a>.</p>`
    : html``;
  // It breaks between its two forms, not within one.
  const forms = tipLine?.value[lang].split(/ (?=\()/).map((form) => html`<span>${form}</span> `) ?? [];
  const line = tipLine ? html`<p class="number"><a href="${tipLine.href}">${forms}</a></p>` : html``;
  const form = tipForm
    ? html`<p><a href="${tipForm.href}" rel="noopener noreferrer" target="_blank">${tipForm.name[lang]} <span class="hidden">${words.newTab}</span></a></p>`
    : html``;
  return html`${danger}
${(tipLine ?? tipForm) ? html`<h2 id="report">${words.reportTitle}</h2>` : html``}
${line}
${form}`;
}
