import { writeFileSync } from 'node:fs';
import { loadKnowledgeSync } from '../../knowledge/load-knowledge.ts';
import { decisionSpace } from './decision-cases.ts';
import { type Label, type LabelledQuestion, readLabelledQuestions } from './labelled-questions.ts';
import { areaUnderCurve, dot, fitLogistic, sigmoid } from './logistic.ts';

/**
 * `npm run fit:answering`: fits the decision's weights on the questions about invented agencies and writes
 * src/answering/decision-model.json. Prints how weights fitted on five sixths of the agencies decide on the rest.
 * Deterministic: the same questions give the same file.
 */
/** Agencies judged together by the others. */
const GROUPS = 6;
const QUESTIONS = 'evaluation/answering';
const MODEL = 'src/answering/decision-model.json';

const questions = readLabelledQuestions(QUESTIONS, loadKnowledgeSync('knowledge').vocabulary);
const withEvidence = questions.filter((question) => question.evidence !== null);
const judged = crossValidated(withEvidence);
report(
  'questions as people ask them',
  judged.filter(({ question }) => !question.paired),
);
report(
  'pairs that differ in nothing but whether the page says it',
  judged.filter(({ question }) => question.paired),
);
const space = decisionSpace(withEvidence);
const model = space.modelOf(fitLogistic(withEvidence.map(space.caseOf), space.size));
writeFileSync(MODEL, `${JSON.stringify(model, null, 2)}\n`);
process.stdout.write(`\nwritten: ${MODEL}\n`);

interface Judged {
  readonly question: LabelledQuestion;
  readonly chance: number;
}

/** Each question decided by weights fitted on agencies of other groups than its own. */
function crossValidated(all: readonly LabelledQuestion[]): Judged[] {
  const agencies = [...new Set(all.map(({ agency }) => agency))];
  const groupOf = new Map(agencies.map((agency, at) => [agency, at % GROUPS]));
  return Array.from({ length: GROUPS }, (_, group) => group).flatMap((group) => {
    const others = all.filter(({ agency }) => groupOf.get(agency) !== group);
    const { caseOf, size } = decisionSpace(others);
    const fitted = fitLogistic(others.map(caseOf), size);
    process.stderr.write(`group ${group + 1} of ${GROUPS} judged by the others\n`);
    return all
      .filter(({ agency }) => groupOf.get(agency) === group)
      .map((question) => ({ question, chance: sigmoid(dot(caseOf(question), fitted, size)) }));
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
    `${judged.length} ${name}, each decided by weights fitted on other agencies`,
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

function share(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
