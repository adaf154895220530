/** Name and place of an error, never its message: the SDK's may hold a request with a visitor's words. */
export function errorPlace(error: unknown): { readonly error: string; readonly at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: '' };
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frame = /\n\s+at (.+)/.exec(error.stack ?? '')?.[1] ?? '';
  return { error: `${error.name}${code}`, at: frame };
}
