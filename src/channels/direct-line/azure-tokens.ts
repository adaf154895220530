import { z } from 'zod';
import type { ChannelResponse } from '../channel-http.ts';
import { errorResponse } from './errors.ts';
import type { TokenResponse } from './protocol.ts';
import { newUserId } from './tokens.ts';

export interface AzureParts {
  readonly secret: string;
  /** E.g. `https://directline.botframework.com/v3/directline`. */
  readonly endpoint: string;
  /** Origins that Azure then allows to use the token; empty: any. */
  readonly trustedOrigins: readonly string[];
}

const answerSchema = z.object({
  token: z.string().min(1),
  conversationId: z.string().min(1),
  expires_in: z.number().positive(),
});

/**
 * Gets a token of Azure's Direct Line for one conversation: the secret stays here, and the client is told where to go on.
 * Azure's answer is checked and only the named fields pass; whatever goes wrong is a 503 without details.
 */
export async function azureToken(parts: AzureParts): Promise<ChannelResponse> {
  const { secret, endpoint, trustedOrigins } = parts;
  try {
    const response = await fetch(`${endpoint}/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: newUserId() }, ...(trustedOrigins.length > 0 && { trustedOrigins }) }),
      signal: AbortSignal.timeout(5_000),
      redirect: 'error',
    });
    if (!response.ok) return unavailable();
    const body: TokenResponse = { ...answerSchema.parse(await response.json()), domain: endpoint };
    return { status: 200, headers: { 'cache-control': 'no-store' }, body };
  } catch {
    return unavailable();
  }
}

const unavailable = () => errorResponse('ServiceUnavailable', { 'retry-after': '5' });
