import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AnswerlineError } from '../errors.ts';
import { builtInGlossary } from '../knowledge/built-in-words.ts';
import type { Agency, IntentExamples, Knowledge, Vocabulary } from '../knowledge/knowledge.ts';
import { intentsSchema } from '../knowledge/training-files.ts';
import { type AgencyNames, createAgencyNames, namelessAgency } from '../language/agency-names.ts';
import { parseIntent } from './intent.ts';
import type { LabelledText } from './train-model.ts';

/** All that a model is made from. */
export interface TrainingData {
  /** Read when first asked for: a start with a stored model needs none of them. */
  texts(): readonly LabelledText[];
  /** The folder's examples alone. */
  readonly ownTexts: readonly LabelledText[];
  readonly vocabulary: Vocabulary;
  /** The agency's names, which examples and messages are read without. */
  readonly names: AgencyNames;
  /** SHA-256 (hex) over the data and the code that trains: two equal hashes give the same model. */
  readonly hash: string;
}

const BUILT_IN = 'built-in-intents.yaml';

/** Sources that decide what a model becomes; a change to one makes stored models stale. */
const trainerFiles = [
  'features.ts',
  'softmax.ts',
  'train-model.ts',
  'encode-message.ts',
  'translate-words.ts',
  'clauses.ts',
  'politeness.ts',
  'rules.ts',
  'phrase-pattern.ts',
  'rules/danger.yaml',
  'rules/suicide.yaml',
  'rules/setting.yaml',
  'rules/politeness.yaml',
  'rules/injection.yaml',
  'rules/look-alikes.yaml',
  'rules/report.yaml',
  'rules/clauses.yaml',
  '../language/agency-names.ts',
  '../language/tokenize.ts',
  '../language/stem.ts',
  '../language/detect-language.ts',
  '../language/language-words.ts',
];

/**
 * The built-in examples and the folder's, as one list.
 * @throws AnswerlineError KNOWLEDGE_INVALID when an intent id is unknown or names a referral topic the agency does not have.
 */
export function trainingData(knowledge: Knowledge): TrainingData {
  for (const examples of knowledge.intents) checkIntent(examples, knowledge);
  return collect(knowledge.intents, knowledge.vocabulary, knowledge.agency);
}

/** What a folder without examples and vocabulary is understood by. */
export function builtInTrainingData(): TrainingData {
  return collect([], { synonyms: [], abbreviations: {}, everyday: [], glossary: builtInGlossary() }, null);
}

function collect(own: readonly IntentExamples[], vocabulary: Vocabulary, agency: Agency | null): TrainingData {
  const hash = createHash('sha256');
  for (const file of [BUILT_IN, ...trainerFiles]) hash.update(readFileSync(new URL(file, import.meta.url)));
  hash.update(JSON.stringify([own, vocabulary.glossary]));
  // The built-in examples name no agency.
  if (own.length > 0 && agency) hash.update(JSON.stringify([agency.name, agency.shortName]));
  const ownTexts = labelled(own);
  const names = createAgencyNames(agency ?? namelessAgency);
  return {
    texts: () => labelled([...builtInExamples(), ...own]),
    ownTexts,
    vocabulary,
    names,
    hash: hash.digest('hex'),
  };
}

function labelled(examples: readonly IntentExamples[]): readonly LabelledText[] {
  const texts = examples.flatMap(({ intent, texts: list }) => list.map((text) => ({ text, label: intent })));
  return [...new Map(texts.map((example) => [`${example.label}\n${example.text}`, example])).values()];
}

function builtInExamples(): readonly IntentExamples[] {
  return intentsSchema.parse(parse(readFileSync(new URL(BUILT_IN, import.meta.url), 'utf8')));
}

function checkIntent({ intent }: IntentExamples, knowledge: Knowledge): void {
  const parsed = parseIntent(intent);
  if (parsed === null) throw new AnswerlineError('KNOWLEDGE_INVALID', `intents.yaml: there is no intent ${intent}`);
  if (parsed.kind !== 'referral') return;
  if (!knowledge.agency.topics.some(({ id }) => id === parsed.topic)) {
    throw new AnswerlineError(
      'KNOWLEDGE_INVALID',
      `intents.yaml: ${intent} has examples, but agency.yaml has no topic ${parsed.topic}; add it there or remove them`,
    );
  }
}
