import type { AskResult } from '../ask-result.ts';
import type { Example } from './examples.ts';

/** One example and what the assistant made of it. */
export interface Outcome {
  readonly example: Example;
  readonly result: Pick<AskResult, 'kind' | 'section' | 'topic' | 'confidence'>;
  /** Kind, and where the example names them topic and section, as wanted. */
  readonly right: boolean;
  readonly milliseconds: number;
}

export type Ask = (text: string, lang: 'en' | 'es' | null) => AskResult;

/** Asks every example in a conversation of its own. */
export function askAll(examples: readonly Example[], ask: Ask): readonly Outcome[] {
  return examples.map((example) => {
    const start = performance.now();
    const result = ask(example.text, hintOf(example.lang));
    const milliseconds = performance.now() - start;
    return { example, result, right: isRight(example, result), milliseconds };
  });
}

/** Whether the kind is acceptable, and, where it is the first choice, topic and section are the right ones. */
export function isRight(example: Example, result: Outcome['result']): boolean {
  if (result.kind !== example.kind) return (example.also as readonly string[]).includes(result.kind);
  if (example.topic && result.topic !== example.topic) return false;
  return !(example.kind === 'answer' && example.section) || result.section === example.section;
}

/** Whether the kind alone is acceptable. */
export function isRightKind({ example, result }: Outcome): boolean {
  return result.kind === example.kind || (example.also as readonly string[]).includes(result.kind);
}

function hintOf(lang: string): 'en' | 'es' | null {
  return lang === 'en' || lang === 'es' ? lang : null;
}
