import { AnswerlineError } from '../errors.ts';

/** One thing wrong in a knowledge folder. */
export interface Fault {
  /** Path inside the folder, with `/`. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** Collects faults, so that a folder's whole list is told at once. */
export type AddFault = (file: string, line: number, message: string) => void;

/** A knowledge folder that may not be used, with every reason. */
export class KnowledgeError extends AnswerlineError {
  readonly faults: readonly Fault[];
  constructor(dir: string, faults: readonly Fault[]) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    const lines = faults.map((fault) => `  ${formatFault(fault)}`);
    super('KNOWLEDGE_INVALID', [`The knowledge folder ${dir} has ${count}:`, ...lines].join('\n'));
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}

/** `file:line: what is wrong and what to do`. */
export function formatFault(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`;
}

/** In reading order: by file, then line. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
