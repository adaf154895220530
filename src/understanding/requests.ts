import { spanOf, splitClauses, tokensOf, type Word } from './clauses.ts';
import { isDenial } from './emergency.ts';
import { stripPoliteness } from './politeness.ts';
import { rules } from './rules.ts';

/** A part of a message that asks or tells something. */
export interface Request {
  readonly words: readonly Word[];
  readonly tokens: readonly string[];
  readonly span: string;
}

/** A message taken apart: what it asks, and what it says beside that. */
export interface Requests {
  readonly clauses: readonly (readonly Word[])[];
  /** What remains to be understood; empty where the message is politeness, a denial or an attempt to steer alone. */
  readonly requests: readonly Request[];
  /** All requests as one. */
  readonly whole: Request;
  readonly deniesReport: boolean;
  readonly deniesDanger: boolean;
  readonly injects: boolean;
  readonly polite: boolean;
}

/** Takes politeness, denials ("this is not a tip") and attempts to steer the assistant away from what is asked. */
export function findRequests(words: readonly Word[]): Requests {
  const clauses = splitClauses(words);
  const requests: Request[] = [];
  let [deniesReport, deniesDanger, injects, polite] = [false, false, false, false];
  for (const clause of clauses) {
    const stripped = stripPoliteness(clause);
    if (stripped.length < clause.length) polite = true;
    if (stripped.length === 0) continue;
    const tokens = tokensOf(stripped);
    const { negatedReport, injection } = rules();
    const denied = negatedReport.find(tokens);
    if (denied !== null) {
      deniesReport = true;
      const rest = [...stripped.slice(0, denied.start), ...stripped.slice(denied.end)];
      const after = stripped.slice(denied.end);
      const kept = after.length >= 4 ? after : rest;
      if (isRequestStart(tokensOf(kept)) && kept.length >= 4) requests.push(request(kept));
    } else if (isDenial(stripped)) deniesDanger = true;
    else if (injection.matches(tokens)) injects = true;
    else requests.push(request(stripped));
  }
  const whole = joinRequests(requests);
  return { clauses, requests, whole, deniesReport, deniesDanger, injects, polite };
}

/** What is left of a denial counts only if it asks something itself. */
function isRequestStart(tokens: readonly string[]): boolean {
  const { encyclopaedic, connective } = rules();
  return (
    encyclopaedic.matches(tokens) ||
    connective.matches(tokens.slice(0, 4)) ||
    tokens.some((_, i) => connective.matches(tokens.slice(i, i + 4)))
  );
}

/** Several requests as one. */
export function joinRequests(requests: readonly Request[]): Request {
  return request(requests.flatMap((part) => [...part.words]));
}

function request(words: readonly Word[]): Request {
  return { words, tokens: tokensOf(words), span: spanOf(words) };
}
