import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Vocabulary } from '../../knowledge/knowledge.ts';
import { loadKnowledgeSync } from '../../knowledge/load-knowledge.ts';
import { detectLanguage } from '../../language/detect-language.ts';
import { createRetriever } from '../../retrieval/create-retriever.ts';
import { fitHits } from '../best-hit.ts';
import { decisionFeatures, type Features } from '../decision-features.ts';
import { formGrams } from '../form-grams.ts';

/** `answer`: the page answers it; `near`: it touches the subject but does not say; `off`: something else. */
export type Label = 'answer' | 'near' | 'off';

/** All the decision reads. */
export interface Evidence {
  readonly features: Features;
  readonly form: ReadonlySet<string>;
  /** Of the question; null where no word is known. */
  readonly vector: Float32Array | null;
}

/** A question of a pair counts half. */
const PAIRED = 0.5;

/** A question about an invented agency, as the decision sees it. */
export interface LabelledQuestion {
  readonly agency: string;
  readonly text: string;
  readonly label: Label;
  /** Section that answers it, null where none does. */
  readonly section: string | null;
  /** Section found first, null where none was. */
  readonly found: string | null;
  /** One of a pair that differs in nothing but whether the page says it: rarer among visitors than in the folder. */
  readonly paired: boolean;
  /** How much it counts in the fit, 0 to 1. */
  readonly weight: number;
  /** What the decision knows of it; null where nothing was found. */
  readonly evidence: Evidence | null;
}

const questionsSchema = z.strictObject({
  counts: z.coerce.number().gt(0).max(1).default(1),
  answer: z.record(z.string(), z.array(z.string())),
  near: z.array(z.string()),
  off: z.array(z.string()).default([]),
});

/**
 * Reads `<agency>/pages/*.md`, `<agency>/questions.yaml` and, where there is one, `<agency>/pairs.yaml` in a folder, with
 * `off-topic.yaml` asked of all, and looks every question up. `counts` in a file says how much its questions count (1): less where
 * they were written harder than visitors ask.
 *
 * @param vocabulary synonyms to read the questions with, the shipped ones, since the decision will meet them
 * @throws ZodError where one of these files is not as it should be
 */
export function readLabelledQuestions(folder: string, vocabulary: Vocabulary): LabelledQuestion[] {
  const offTopic = z.array(z.string()).parse(parse(readFileSync(path.join(folder, 'off-topic.yaml'), 'utf8')));
  const agencies = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return agencies
    .map(({ name }) => name)
    .sort()
    .flatMap((agency) => {
      const dir = path.join(folder, agency);
      const retriever = createRetriever({ ...loadKnowledgeSync(dir), vocabulary });
      const read = (
        text: string,
        label: Label,
        section: string | null,
        paired: boolean,
        counts: number,
      ): LabelledQuestion => {
        const lang = detectLanguage(text, null).lang === 'es' ? 'es' : 'en';
        const finding = retriever.find(text, { lang, limit: 6 });
        const { kind, fitted } = fitHits(finding, null);
        const [best, next] = fitted;
        const { tokens, vector } = finding.query;
        const evidence = best && {
          features: decisionFeatures(finding, best, kind, next?.hit),
          form: formGrams(tokens),
          vector,
        };
        return {
          agency,
          text,
          label,
          section,
          found: best?.hit.section.id ?? null,
          paired,
          weight: paired ? PAIRED * counts : counts,
          evidence: evidence ?? null,
        };
      };
      return [
        ...asked(path.join(dir, 'questions.yaml'), (text, label, section, counts) =>
          read(text, label, section, false, counts),
        ),
        ...(existsSync(path.join(dir, 'pairs.yaml'))
          ? asked(path.join(dir, 'pairs.yaml'), (text, label, section, counts) =>
              read(text, label, section, true, counts),
            )
          : []),
        ...offTopic.map((text) => read(text, 'off', null, false, 1)),
      ];
    });
}

function asked(
  file: string,
  read: (text: string, label: Label, section: string | null, counts: number) => LabelledQuestion,
): LabelledQuestion[] {
  const { counts, answer, near, off } = questionsSchema.parse(parse(readFileSync(file, 'utf8')));
  return [
    ...Object.entries(answer).flatMap(([section, texts]) => texts.map((text) => read(text, 'answer', section, counts))),
    ...near.map((text) => read(text, 'near', null, counts)),
    ...off.map((text) => read(text, 'off', null, counts)),
  ];
}
