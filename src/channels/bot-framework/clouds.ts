/** Addresses of one cloud's Bot Framework: who signs what reaches us, and where we may send to. */
export interface Cloud {
  /** `iss` of tokens that channels send. */
  readonly issuer: string;
  readonly openIdMetadata: string;
  /** Audience of our own tokens to the channels. */
  readonly channelAudience: string;
  /** What the SDK calls this cloud in `ChannelService`; empty: the public one. */
  readonly channelService: string;
  /** Mark the SDK puts on activities of this cloud. */
  readonly callerId: string;
  /** Begin of a tenant's own token issuer and metadata address. */
  readonly login: string;
  /** Hosts of `serviceUrl`; `*.` stands for any subdomain. */
  readonly serviceHosts: readonly string[];
}

/**
 * Public and US Government (GCC High and DoD). Issuers, metadata and audiences: botframework-connector 4.23.3,
 * `authenticationConstants` and `governmentConstants`; Teams' hosts: Microsoft Teams SDK, "Service URL Validation".
 */
export const clouds: Readonly<Record<'public' | 'usgov', Cloud>> = {
  public: {
    issuer: 'https://api.botframework.com',
    openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    channelAudience: 'https://api.botframework.com',
    channelService: '',
    callerId: 'urn:botframework:azure',
    login: 'https://login.microsoftonline.com',
    serviceHosts: [
      'smba.trafficmanager.net',
      'smba.onyx.prod.teams.trafficmanager.net',
      'smba.infra.gcc.teams.microsoft.com',
      '*.botframework.com',
    ],
  },
  usgov: {
    issuer: 'https://api.botframework.us',
    openIdMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    channelAudience: 'https://api.botframework.us',
    channelService: 'https://botframework.azure.us',
    callerId: 'urn:botframework:azureusgov',
    login: 'https://login.microsoftonline.us',
    serviceHosts: [
      'smba.infra.gov.teams.microsoft.us',
      'smba.infra.dod.teams.microsoft.us',
      '*.botframework.azure.us',
      '*.botframework.us',
    ],
  },
};
