import type { Credential } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';

type Served = readonly (readonly [mark: RegExp, hosts: RegExp])[];

const GOOGLE = /(?:^|\.)googleapis\.com$/;

/** Issuers whose tokens are made for other services of theirs, and the hosts of these. */
const BY_ISSUER: Served = [
  // Firebase: the rules of databases and stores are about the ID token (“Security Rules”).
  [
    /^https:\/\/securetoken\.google\.com\//,
    /(?:^|\.)(?:googleapis\.com|firebaseio\.com|firebasedatabase\.app)$/,
  ],
  // Amazon Cognito: a user pool's ID token buys keys of an identity pool, or a role (STS).
  [
    /^https:\/\/cognito-idp\.[\w-]+\.amazonaws\.com\//,
    /^(?:cognito-identity|sts)\.[\w-]+\.amazonaws\.com$/,
  ],
];

/**
 * Prefixes of tokens that only the services of one company know, whose popup or frame gives them to
 * pages: no answer was seen that did. Where each is published stands in `known-prefix.ts`.
 */
const BY_PREFIX: Served = [
  [/^ya29\./, GOOGLE],
  [/^EAA[A-Za-z0-9]/, /(?:^|\.)facebook\.com$/],
  [/^gh[ou]_/, /(?:^|\.)github\.com$/],
  [/^sl\./, /(?:^|\.)dropbox(?:api)?\.com$/],
  [/^lin_oauth_/, /(?:^|\.)linear\.app$/],
];

/**
 * True for a service of the token's own issuer, though its hosts are of different sites: suffixes
 * under which customers have names, too, are public (the list's private section).
 */
export function isServiceOfIssuer({ jwt, format, value }: Credential, origin: string): boolean {
  const host = parseUrl(origin)?.hostname ?? '';
  const serves = (table: Served, mark: string) =>
    table.some(([marks, hosts]) => marks.test(mark) && hosts.test(host));
  const iss = jwt?.claims['iss'];
  return (
    (typeof iss === 'string' && serves(BY_ISSUER, iss)) ||
    (format === 'known-prefix' && serves(BY_PREFIX, value))
  );
}
