import type { Credential, Severity } from '../model.js';
import { logsIn } from '../role-table.js';

/** How bad it is that anybody could write such a value: by what its holder may do with it. */
export function byForgery(credential: Credential): Severity {
  switch (credential.role) {
    // OpenID Connect Core §2 allows it for an ID token that came straight from the token endpoint.
    case 'id-token':
      return 'high';
    case 'api-key':
      return 'critical';
    case 'preference':
    case 'consent':
    case 'tracking':
    case 'load-balancer':
      return 'low';
    default:
      return logsIn(credential) ? 'critical' : 'medium';
  }
}
