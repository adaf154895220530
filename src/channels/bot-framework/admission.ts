import type { IncomingActivity } from '../../bot/incoming-activity.ts';
import type { ChannelResponse } from '../channel-http.ts';
import type { Registration } from './bot-settings.ts';
import { clouds } from './clouds.ts';
import { refusal } from './refusal.ts';
import { allowServiceUrls, loopbackHosts } from './service-urls.ts';
import { createSigningKeys } from './signing-keys.ts';
import type { Sender } from './turn-adapter.ts';
import { createVerifier, type TrustedIssuer, type Verdict } from './verify-request.ts';

/** A sender let in, with the address that may be called (null: none), or the response that refuses it. */
export type Admission =
  | { readonly admitted: true; readonly sender: Sender; readonly serviceUrl: string | null }
  | { readonly admitted: false; readonly response: ChannelResponse; readonly reason: string };

export type Admit = (activity: IncomingActivity, authorization: string | undefined) => Promise<Admission>;

/** Who may post activities under a registration. */
export function createAdmission(registration: Registration): Admit {
  if (registration.mode === 'signed') return signedAdmission(registration);
  if (registration.mode === 'anonymous') return anonymousAdmission(registration.serviceHosts);
  return async () => refused(refusal('Forbidden'), 'no credentials configured');
}

function anonymousAdmission(serviceHosts: readonly string[]): Admit {
  const allows = allowServiceUrls([...loopbackHosts, ...serviceHosts]);
  return async ({ serviceUrl, deliveryMode }) => {
    const allowed = serviceUrl !== undefined && allows(serviceUrl);
    // With expectReplies nothing is sent anywhere: the replies are the response.
    if (!allowed && deliveryMode !== 'expectReplies') return refused(refusal('Forbidden'), 'service URL not allowed');
    return { admitted: true, sender: { claims: null, callerAppId: null }, serviceUrl: allowed ? serviceUrl : null };
  };
}

function signedAdmission(registration: Registration & { readonly mode: 'signed' }): Admit {
  const verify = createVerifier({
    appId: registration.appId,
    issuers: trustedIssuers(registration),
    allowsServiceUrl: allowServiceUrls([...clouds[registration.cloud].serviceHosts, ...registration.serviceHosts]),
  });
  return async ({ channelId, serviceUrl }, authorization) => {
    const verdict = await verify({ authorization, channelId, serviceUrl });
    if (verdict.accepted) {
      const { claims, callerAppId } = verdict;
      return { admitted: true, sender: { claims, callerAppId }, serviceUrl: serviceUrl ?? null };
    }
    return refused(responseTo(verdict), verdict.reason);
  };
}

function responseTo(verdict: Verdict & { readonly accepted: false }): ChannelResponse {
  if ('retryAfter' in verdict) return refusal('ServiceUnavailable', { 'Retry-After': String(verdict.retryAfter) });
  return verdict.status === 401 ? refusal('Unauthorized', { 'WWW-Authenticate': 'Bearer' }) : refusal('Forbidden');
}

function trustedIssuers(registration: Registration & { readonly mode: 'signed' }): readonly TrustedIssuer[] {
  const cloud = clouds[registration.cloud];
  const channel: TrustedIssuer = {
    issuer: cloud.issuer,
    keys: createSigningKeys(registration.openIdMetadata ?? cloud.openIdMetadata),
    speaksFor: 'channel',
    apps: new Set(),
  };
  const { tenantId } = registration;
  if (tenantId === null || registration.trustedApps.length === 0) return [channel];
  const keys = createSigningKeys(`${cloud.login}/${tenantId}/v2.0/.well-known/openid-configuration`);
  const apps = new Set(registration.trustedApps);
  const issuers = [`https://sts.windows.net/${tenantId}/`, `${cloud.login}/${tenantId}/v2.0`];
  return [channel, ...issuers.map((issuer): TrustedIssuer => ({ issuer, keys, speaksFor: 'app', apps }))];
}

function refused(response: ChannelResponse, reason: string): Admission {
  return { admitted: false, response, reason };
}
