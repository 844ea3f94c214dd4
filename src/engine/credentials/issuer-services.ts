import type { Credential } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { type Issuer, knownIssuerOf } from '../values/tokens/known-prefix.js';
import { roleOfPrefix } from '../values/tokens/login-prefix.js';

/** Issuers whose tokens are made for other services of theirs, and the hosts of these. */
const OF_JWT: readonly (readonly [iss: RegExp, hosts: RegExp])[] = [
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
 * Issuers whose access tokens only their own services know, and whose popup or frame gives them to
 * pages: no answer was seen that did.
 */
const OF_ACCESS_TOKEN: Readonly<Partial<Record<Issuer, RegExp>>> = {
  Google: /(?:^|\.)googleapis\.com$/,
  Meta: /(?:^|\.)facebook\.com$/,
  GitHub: /(?:^|\.)github\.com$/,
  Dropbox: /(?:^|\.)dropbox(?:api)?\.com$/,
  Linear: /(?:^|\.)linear\.app$/,
};

/**
 * True for a service of the token's own issuer, though its hosts are of different sites: suffixes
 * under which customers have names, too, are public (the list's private section).
 */
export function isServiceOfIssuer({ jwt, format, value }: Credential, origin: string): boolean {
  const hosts = [servicesOf(jwt?.claims['iss'])];
  if (format === 'known-prefix') hosts.push(servicesOfToken(value));
  const host = parseUrl(origin)?.hostname ?? '';
  return hosts.some((one) => one?.test(host));
}

function servicesOf(iss: unknown): RegExp | undefined {
  return typeof iss === 'string' ? OF_JWT.find(([is]) => is.test(iss))?.[1] : undefined;
}

function servicesOfToken(value: string): RegExp | undefined {
  const issuer = knownIssuerOf(value);
  if (issuer === undefined || roleOfPrefix(value) !== 'access-token') return undefined;
  return OF_ACCESS_TOKEN[issuer];
}
