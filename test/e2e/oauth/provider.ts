import { startProvider as start } from '../../../accuracy/support/provider.js';
import type { Running } from '../../../accuracy/support/stack.js';

/** What the access tokens of the client `steady` are for (RFC 8707 §2). */
export const API = 'https://api.client.test/';

/** The certified OpenID provider with one public client for every flow. */
export function startProvider(host: string, clientOrigin: string): Promise<Running> {
  const client = {
    token_endpoint_auth_method: 'none' as const,
    redirect_uris: [`${clientOrigin}/callback`],
    post_logout_redirect_uris: [`${clientOrigin}/`],
  };
  const withCode = { ...client, grant_types: ['authorization_code', 'refresh_token'] };
  const rotating = { ...withCode, client_id: 'rotating' };
  return start(host, rotating, {
    secure: true,
    more: {
      clients: [
        rotating,
        { ...withCode, client_id: 'steady' },
        {
          ...client,
          client_id: 'implicit',
          response_types: ['id_token token'],
          grant_types: ['implicit'],
        },
        {
          ...withCode,
          client_id: 'hybrid',
          response_types: ['code id_token'],
          grant_types: ['authorization_code', 'implicit'],
        },
        {
          ...client,
          client_id: 'tv',
          redirect_uris: [],
          response_types: [],
          grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
        },
      ],
      responseTypes: ['code', 'id_token token', 'code id_token'],
      rotateRefreshToken: ({ oidc }) => oidc.client?.clientId !== 'steady',
      features: {
        deviceFlow: { enabled: true },
        resourceIndicators: {
          enabled: true,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({ scope: 'read', accessTokenFormat: 'jwt' }),
        },
      },
    },
  });
}
