/** How long an announcement stands, in milliseconds: long enough to be taken up, too short to be read twice when browsing. */
const stays = 4000;

/**
 * A polite live region of its own: what is put in is spoken once, as whole sentences. The log itself is not live, since
 * screen readers would then also speak the buttons, chips and times of each reply.
 */
export function createAnnouncer(region: HTMLElement) {
  return function announce(text: string): void {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    region.append(paragraph);
    setTimeout(() => paragraph.remove(), stays);
  };
}
