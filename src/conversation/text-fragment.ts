/**
 * Addresses that scroll to words on a page: text fragments, https://wicg.github.io/scroll-to-text-fragment/.
 * `#:~:text=start` marks one run of words, `#:~:text=start,end` everything from one to the other.
 */

/** Passages up to this many words are named whole; longer ones by their first and last words. */
const wholeUpTo = 10;
const fewestEdgeWords = 4;

/**
 * The page's address with a fragment that scrolls to `passage`.
 * @param pageText all text of the page in order: the fragment's first words grow until they are found first at the passage
 */
export function linkToPassage(url: string, passage: string, pageText: string): string {
  const words = passage.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return url;
  const separator = url.includes('#') ? '' : '#';
  return `${url}${separator}:~:text=${textDirective(words, pageText)}`;
}

function textDirective(words: readonly string[], pageText: string): string {
  if (words.length <= wholeUpTo) return encodeFragmentText(words.join(' '));
  const flat = pageText.replace(/\s+/g, ' ');
  const at = flat.indexOf(words.join(' '));
  const start = grow(words.length - 1, (count) => {
    const text = words.slice(0, count).join(' ');
    return { text, fits: at < 0 || flat.indexOf(text) === at };
  });
  // The end is looked for after the start: it must not be met earlier inside the passage itself.
  const rest = words.slice(start.count).join(' ');
  const end = grow(words.length - start.count, (count) => {
    const text = words.slice(-count).join(' ');
    return { text, fits: rest.indexOf(text) === rest.length - text.length };
  });
  return `${encodeFragmentText(start.text)},${encodeFragmentText(end.text)}`;
}

/** The shortest edge of at least `fewestEdgeWords` words that fits, or the longest there is. */
function grow(
  longest: number,
  edge: (count: number) => { readonly text: string; readonly fits: boolean },
): { readonly text: string; readonly count: number } {
  let count = Math.min(fewestEdgeWords, longest);
  while (count < longest && !edge(count).fits) count++;
  return { text: edge(count).text, count };
}

/**
 * Percent-encodes words for a text directive. `-`, `,` and `&` are its syntax and always encoded (a raw `-` does not scroll);
 * brackets, quotes and asterisks as well, so that the link survives inside Markdown.
 */
export function encodeFragmentText(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
