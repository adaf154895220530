import { z } from 'zod';
import { emptyTable, everydaySchema, glossarySchema } from './glossary.ts';
import type { IntentExamples, Vocabulary } from './knowledge.ts';
import { expected, langs, words } from './localized.ts';

const texts = z.array(words('an example'), { error: 'this must be a list of example messages' }).default([]);

/** intents.yaml: intent id (`report`, `referral/jobs`) to example messages in each language. */
export const intentsSchema = z
  .record(
    z.string().regex(/^[a-z-]+(\/[a-z_-]+)?$/),
    z.strictObject(
      { en: texts, es: texts },
      { error: (issue) => expected(issue, 'an intent', '{ en: [...], es: [...] }') },
    ),
    {
      error: (issue) =>
        issue.code === 'invalid_key'
          ? 'an intent’s id looks like report or referral/victim_help; rename it'
          : 'intents.yaml must hold intents by id, each with en and es',
    },
  )
  .transform((intents): IntentExamples[] =>
    Object.entries(intents).flatMap(([intent, given]) =>
      langs.filter((lang) => given[lang].length > 0).map((lang) => ({ intent, lang, texts: given[lang] })),
    ),
  );

const phrase = words('a word').transform((text) => text.toLowerCase().replace(/\s+/g, ' '));

const renderings = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z.array(phrase, { error: 'this must be words, separated by commas' }).min(1, 'write at least one word'),
);

/** vocabulary.yaml: synonyms, abbreviations, everyday words and the Spanish-to-English glossary. */
export const vocabularySchema: z.ZodType<Vocabulary> = z.strictObject(
  {
    synonyms: z
      .array(z.array(phrase).min(2, 'a group has at least two words'), {
        error: 'synonyms must be a list of groups, for example `- [removal, deportation]`',
      })
      .default([]),
    abbreviations: z
      .record(phrase, renderings, { error: 'abbreviations must be lines such as `cbp: customs and border protection`' })
      .default({})
      .transform((given): Record<string, readonly string[]> => Object.assign(emptyTable(), given)),
    everyday: everydaySchema,
    glossary: glossarySchema,
  },
  { error: (issue) => expected(issue, 'vocabulary.yaml', 'synonyms, abbreviations, everyday and glossary') },
);
