import assert from 'node:assert/strict';
import { detectLanguage } from '../../src/language/detect-language.ts';

const certain: Readonly<Record<string, readonly string[]>> = {
  en: [
    'What does the agency do?',
    'smugglers',
    'pls help me find my cousin',
    'more',
    'trafficking',
    'and terrorism?',
    'whats the adress',
  ],
  es: [
    'hola',
    '¿Qué hace la agencia?',
    'ola k ase',
    'kiero denunciar algo',
    'xq detienen gente',
    'drogas',
    'necesito un lawyer',
    'mision',
    'y los ninos',
    'tengo miedo',
    'si',
  ],
  other: [
    'bonjour',
    'je veux signaler un crime',
    'Was macht diese Behörde?',
    'quero denunciar um crime',
    'voglio denunciare un reato',
    'что вы делаете',
    '你好',
    'مرحبا',
    'tôi cần giúp đỡ',
    'mwen bezwen èd',
    'kailangan ko ng tulong',
    'potrzebuję pomocy',
  ],
};

describe('detectLanguage', () => {
  for (const [lang, texts] of Object.entries(certain)) {
    for (const text of texts) {
      it(`takes ${JSON.stringify(text)} for ${lang}, whatever the hint`, () => {
        assert.deepEqual(detectLanguage(text, null), { lang, certain: true });
        assert.equal(detectLanguage(text, 'en').lang, lang);
        assert.equal(detectLanguage(text, 'es').lang, lang);
      });
    }
  }

  it('lets the hint decide what the text leaves open', () => {
    for (const text of ['no', '123', '🙂', '', 'ok']) {
      assert.deepEqual(detectLanguage(text, 'es'), { lang: 'es', certain: false });
      assert.deepEqual(detectLanguage(text, null), { lang: 'en', certain: false });
    }
  });
});
