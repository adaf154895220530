import { createRequire } from 'node:module';
import { createAgencyNames, namelessAgency } from '../src/language/agency-names.ts';
import { sentenceVector } from '../src/language/sentence-vector.ts';
import { tokenize } from '../src/language/tokenize.ts';
import { makeClassify } from '../src/understanding/classifier.ts';
import { makeEncodeMessage } from '../src/understanding/encode-message.ts';
import { defaultFeatureOptions } from '../src/understanding/features.ts';
import { SHIPPED_ROUNDS, trainModel } from '../src/understanding/train-model.ts';

export interface LabelledMessage {
  readonly text: string;
  readonly intent: string;
}

/** The likeliest intent and how sure the classifier is, on a scale of its own. */
export interface Guess {
  readonly intent: string;
  readonly score: number;
}

export interface Peer {
  readonly name: string;
  train(messages: readonly LabelledMessage[]): Promise<(text: string) => Guess | Promise<Guess>>;
}

const require = createRequire(import.meta.url);

/** The project's own, with the settings it ships with. */
export const own: Peer = {
  name: 'answerline',
  async train(messages) {
    sentenceVector('warm');
    const encode = makeEncodeMessage(
      (tokens) => tokens.map((token) => [token, 1] as const),
      createAgencyNames(namelessAgency),
      defaultFeatureOptions,
    );
    const model = trainModel(
      messages.map(({ text, intent }) => ({ text, label: intent })),
      encode,
      { rounds: SHIPPED_ROUNDS },
    );
    const classify = makeClassify(model, encode);
    return (text) => {
      const scores = classify(tokenize(text));
      let best = 0;
      for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
      return { intent: model.labels[best] ?? '', score: scores[best] ?? 0 };
    };
  },
};

interface BayesClassifier {
  addDocument(text: string, label: string): void;
  train(): void;
  getClassifications(text: string): { label: string; value: number }[];
}

/** natural's naive Bayes, as its documentation uses it. The score is the top value's share of all. */
export const natural: Peer = {
  name: 'natural Bayes',
  async train(messages) {
    const Bayes = require('natural/lib/natural/classifiers/bayes_classifier.js') as new () => BayesClassifier;
    const classifier = new Bayes();
    for (const { text, intent } of messages) classifier.addDocument(text, intent);
    classifier.train();
    return (text) => {
      const found = classifier.getClassifications(text);
      const sum = found.reduce((total, { value }) => total + value, 0);
      return { intent: found[0]?.label ?? '', score: (found[0]?.value ?? 0) / (sum || 1) };
    };
  },
};

interface NluNeural {
  train(corpus: readonly { utterance: string; intent: string }[]): Promise<unknown>;
  process(text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
}
interface NlpCore {
  containerBootstrap(): Promise<{ use(plugin: unknown): void }>;
}

/** @nlpjs's neural classifier with its English stemmer, as its README uses it. */
export const nlpjs: Peer = {
  name: '@nlpjs/nlu',
  async train(messages) {
    const core = require('@nlpjs/core') as NlpCore;
    const nlu = require('@nlpjs/nlu') as { NluNeural: new (settings: object, container: object) => NluNeural };
    const english = require('@nlpjs/lang-en') as { LangEn: unknown };
    const container = await core.containerBootstrap();
    container.use(english.LangEn);
    const classifier = new nlu.NluNeural({ locale: 'en', log: false }, container);
    await classifier.train(messages.map(({ text, intent }) => ({ utterance: text, intent })));
    return async (text) => {
      const top = (await classifier.process(text)).classifications[0];
      return { intent: top?.intent ?? '', score: top?.score ?? 0 };
    };
  },
};
