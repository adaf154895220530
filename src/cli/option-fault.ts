/** What is wrong with the options, in one sentence: Node adds a hint after it that few who mistype an option need. */
export function optionFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\. (?=To specify)/)[0]!.replace(/\.?$/, '.');
}
