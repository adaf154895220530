import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeFragmentText, linkToPassage } from '../../src/conversation/text-fragment.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';

const url = 'https://www.example.gov/page';

/** Finds a fragment's words in a page as a browser does: the start's first place, then the end's first place after it. */
function scrollsTo(link: string, page: string): string | null {
  const directive = link.split('#:~:text=')[1];
  if (directive === undefined) return null;
  const [start, end] = directive.split(',').map(decodeURIComponent);
  const flat = page.replace(/\s+/g, ' ');
  const from = flat.indexOf(start!);
  if (from < 0) return null;
  if (end === undefined) return start!;
  const to = flat.indexOf(end, from + start!.length);
  return to < 0 ? null : flat.slice(from, to + end.length);
}

const word = fc.stringMatching(/^[a-c,&'-]{1,4}$/);
const sentences = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 });

describe('a link that scrolls to a passage', () => {
  it('names a short passage whole and a long one by its ends', () => {
    assert.equal(linkToPassage(url, 'Zebras, mostly.', 'Zebras, mostly.'), `${url}#:~:text=Zebras%2C%20mostly.`);
    const long = 'one two three four five six seven eight nine ten eleven twelve';
    assert.equal(
      linkToPassage(url, long, long),
      `${url}#:~:text=one%20two%20three%20four,nine%20ten%20eleven%20twelve`,
    );
  });

  it('never leaves a hyphen, comma or ampersand raw: unescaped they are syntax, and a hyphen does not scroll', () => {
    assert.equal(encodeFragmentText('cross-border, A & B (x)'), 'cross%2Dborder%2C%20A%20%26%20B%20%28x%29');
  });

  it('joins a fragment that the address has already', () => {
    assert.equal(linkToPassage(`${url}#top`, 'Tea', 'Tea'), `${url}#top:~:text=Tea`);
  });

  it('takes more words where the first ones stand earlier on the page', () => {
    const page = `the same four words open this. the same four words open that, and so it ends ${'x '.repeat(9)}end`;
    const passage = page.slice(page.indexOf('the same four words open that'));
    assert.equal(scrollsTo(linkToPassage(url, passage, page), page), passage);
  });

  it('scrolls to every sentence and pair of sentences of the page that ships', () => {
    for (const page of loadKnowledgeSync('knowledge').pages) {
      const text = page.sections.map((section) => section.text).join('\n');
      for (const { sentences: all } of page.sections) {
        const passages = all.flatMap((sentence, at) => {
          const next = all[at + 1];
          return next && next.paragraph === sentence.paragraph
            ? [sentence.text, `${sentence.text} ${next.text}`]
            : [sentence.text];
        });
        for (const passage of passages) assert.equal(scrollsTo(linkToPassage(url, passage, text), text), passage);
      }
    }
  });

  it('is well formed for any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (passage) => {
        const link = linkToPassage(url, passage, passage);
        assert.doesNotThrow(() => new URL(link));
        const directive = link.split('#:~:text=')[1] ?? '';
        assert.match(directive, /^[A-Za-z0-9%._~]*(,[A-Za-z0-9%._~]*)?$/);
      }),
    );
  });

  it('finds its passage first wherever the page says those words for the first time', () => {
    fc.assert(
      fc.property(sentences, fc.nat(), (given, pick) => {
        const texts = given.map((words) => words.join(' '));
        const page = texts.join('\n\n');
        const passage = texts[pick % texts.length]!;
        const found = scrollsTo(linkToPassage(url, passage, page), page);
        assert.ok(found !== null);
        // Long passages are found by their ends, short ones word for word.
        assert.ok(passage.split(' ').length > 10 ? passage.endsWith(found.slice(-1)) : found === passage);
      }),
    );
  });
});
