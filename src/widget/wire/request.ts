/** What became of a request; `status` 0 means that no answer came at all. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly retryAfter: number | null };

/** Milliseconds after which a request counts as unanswered. */
const patience = 20_000;

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly token?: string;
  readonly body?: unknown;
  /** Goes on after the page is left. */
  readonly keepalive?: boolean;
}

/** Sends JSON and reads JSON; never rejects, never sends or stores a cookie. */
export async function request(wanted: Request): Promise<Outcome<unknown>> {
  try {
    const response = await fetch(wanted.url, {
      method: wanted.method,
      headers: {
        ...(wanted.token === undefined ? {} : { authorization: `Bearer ${wanted.token}` }),
        ...(wanted.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(wanted.body === undefined ? {} : { body: JSON.stringify(wanted.body) }),
      credentials: 'omit',
      cache: 'no-store',
      keepalive: wanted.keepalive ?? false,
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return { ok: true, value: await response.json() };
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { ok: false, status: response.status, retryAfter: Number.isFinite(retryAfter) ? retryAfter : null };
  } catch {
    return { ok: false, status: 0, retryAfter: null };
  }
}
