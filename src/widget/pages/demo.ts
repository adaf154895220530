/** The demo page's own script: its example questions use the widget's public API, as an agency's page could. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-ask]')) {
  button.addEventListener('click', () => window.Answerline?.ask(button.textContent ?? ''));
}

export {};
