import { writeFileSync } from 'node:fs';
import { loadKnowledgeSync } from '../../knowledge/load-knowledge.ts';
import { featureNames } from '../decision-features.ts';
import { type Label, type LabelledQuestion, readLabelledQuestions } from './labelled-questions.ts';
import { areaUnderCurve, type Case, fitLogistic, sigmoid } from './logistic.ts';

/**
 * `npm run fit:answering`: fits the decision's weights on the questions about invented agencies and writes
 * src/answering/decision-model.json. Prints how weights fitted on all agencies but one decide on that one.
 * Deterministic: the same questions give the same file.
 */
const RIDGE = 1;
/** A question of a pair counts half. */
const PAIRED = 0.5;
const QUESTIONS = 'evaluation/answering';
const MODEL = 'src/answering/decision-model.json';

const questions = readLabelledQuestions(QUESTIONS, loadKnowledgeSync('knowledge').vocabulary);
const withEvidence = questions.filter((question) => question.x !== null);
const judged = crossValidated(withEvidence);
report(
  'questions as people ask them',
  judged.filter(({ question }) => !question.paired),
);
report(
  'pairs that differ in nothing but whether the page says it',
  judged.filter(({ question }) => question.paired),
);
const [bias = 0, ...weights] = fitLogistic(withEvidence.map(toCase), RIDGE).map(
  (weight) => Math.round(weight * 1000) / 1000,
);
const model = { bias, weights: Object.fromEntries(featureNames.map((name, at) => [name, weights[at]])) };
writeFileSync(MODEL, `${JSON.stringify(model, null, 2)}\n`);
process.stdout.write(`\nwritten: ${MODEL}\n`);

interface Judged {
  readonly question: LabelledQuestion;
  readonly chance: number;
}

function crossValidated(all: readonly LabelledQuestion[]): Judged[] {
  return [...new Set(all.map(({ agency }) => agency))].flatMap((agency) => {
    const fitted = fitLogistic(all.filter((question) => question.agency !== agency).map(toCase), RIDGE);
    return all
      .filter((question) => question.agency === agency)
      .map((question) => ({
        question,
        chance: sigmoid([1, ...question.x!].reduce((sum, value, i) => sum + value * fitted[i]!, 0)),
      }));
  });
}

function report(name: string, judged: readonly Judged[]): void {
  const chances = (label: Label): number[] =>
    judged.filter(({ question }) => question.label === label).map(({ chance }) => chance);
  const answerable = judged.filter(({ question }) => question.label === 'answer');
  const right = answerable.filter(({ question }) => question.found === question.section).length;
  const present = (['answer', 'near', 'off'] as const).filter((label) => chances(label).length > 0);
  const over = (label: Label) => areaUnderCurve(chances('answer'), chances(label)).toFixed(3);
  const lines = [
    `${judged.length} ${name}, each decided by weights fitted on the other agencies`,
    `right section first: ${share(right / answerable.length)} of the answerable`,
    `AUROC answerable over ${present
      .filter((label) => label !== 'answer')
      .map((label) => `${label} ${over(label)}`)
      .join(', over ')}`,
    `limit   answered:${present.map((label) => label.padStart(10)).join('')}`,
    ...[0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5].map((limit) => {
      const answered = (label: Label): string =>
        share(chances(label).filter((chance) => chance >= limit).length / chances(label).length);
      return `${limit.toFixed(2)}             ${present.map((label) => answered(label).padStart(10)).join('')}`;
    }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What is found answers only where it is the section that does. */
function toCase({ x, label, found, section, paired }: LabelledQuestion): Case {
  return { x: x!, y: label === 'answer' && found === section ? 1 : 0, weight: paired ? PAIRED : 1 };
}

function share(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
