import type { DecodedJwt, Severity } from '../../model.js';
import { parseUrl, registrableDomain } from '../../normalize/addresses/site.js';
import { type Text, text } from '../../text.js';
import { tellHost, tellName, tellWord } from '../../values/telling/redact.js';
import { issuerUrlOf } from './jwt-parts.js';
import { regex } from '../../regex.js';

/** What a header says of the key that it is to be verified with, and how bad that is. */
export interface KeyRemark {
  readonly severity: Severity;
  readonly said: Text;
}

/** RFC 7515 §4.1.2 to §4.1.6, and key ids that are more than ids. */
export function keyRemarks(jwt: DecodedJwt, home: string): KeyRemark[] {
  const { jku, x5u, jwk, x5c, kid } = jwt.header;
  return [
    ...addressRemarks('jku', jku, jwt, home),
    ...addressRemarks('x5u', x5u, jwt, home),
    ...jwkRemarks(jwk),
    ...(Array.isArray(x5c) ? [carried('low', 'x5c')] : []),
    ...(typeof kid === 'string' ? kidRemarks(kid) : []),
  ];
}

/** Where the keys are: at the issuer's own it is a matter of course, elsewhere hardly. */
function addressRemarks(
  parameter: 'jku' | 'x5u',
  value: unknown,
  jwt: DecodedJwt,
  home: string,
): KeyRemark[] {
  const url = typeof value === 'string' ? parseUrl(value) : undefined;
  if (!url) return [];
  const own = [issuerUrlOf(jwt)?.hostname, parseUrl(home)?.hostname];
  const domain = registrableDomain(url.hostname);
  const isOwn = own.some((host) => host !== undefined && registrableDomain(host) === domain);
  const severity = url.protocol === 'http:' ? 'medium' : isOwn ? 'info' : 'medium';
  const said = text(
    'evidence_jwt_key_address',
    'Its header names the address of a key: {parameter} at {host}.',
    { parameter: tellWord(parameter), host: tellHost(url.origin) },
  );
  return [{ severity, said }];
}

/** Members that only the holder of a key may have (RFC 7518 §6.2.2, §6.3.2, §6.4.1). */
function jwkRemarks(jwk: unknown): KeyRemark[] {
  if (typeof jwk !== 'object' || jwk === null) return [];
  if (!Object.hasOwn(jwk, 'd') && !Object.hasOwn(jwk, 'k')) return [carried('medium', 'jwk')];
  return [
    {
      severity: 'high',
      said: text(
        'evidence_jwt_private_key',
        'Its header holds a private or a secret key (jwk): whoever reads the token ' +
          'can sign others.',
      ),
    },
  ];
}

function carried(severity: Severity, parameter: 'jwk' | 'x5c'): KeyRemark {
  const said = text(
    'evidence_jwt_key_carried',
    'Its header brings along the key that it is to be verified with ({parameter}).',
    { parameter: tellWord(parameter) },
  );
  return { severity, said };
}

const KID_SHAPES: readonly (readonly [shape: RegExp, severity: Severity, said: Text])[] = [
  [
    /['"`;]|\$\(|--\s|\/\*|\p{Cc}|\b(?:union|select|or|and)\s+['"\d(]/iu,
    'medium',
    text(
      'evidence_jwt_kid_injects',
      'Its kid, {kid}, holds characters that mean something in SQL or in a shell.',
    ),
  ],
  [
    // Key ids in base64 hold slashes too: only what no base64 looks like is a path.
    regex('i')`
      \.\.[/\\]|^file:|^[a-z]:\\|^\/(?:etc|var|dev|proc|home|usr|opt|tmp|root|app|srv)\/
      |\.(?:pem|key|crt|cer|der|pub|p12|jwks?)$`,
    'low',
    text('evidence_jwt_kid_is_path', 'Its kid, {kid}, is the path of a file.'),
  ],
  [
    // A key in a key vault is named by its address, which nobody fetches.
    /^https?:\/\/(?![\w.-]+\.vault\.azure\.net\/)/i,
    'low',
    text('evidence_jwt_kid_is_address', 'Its kid, {kid}, is an address.'),
  ],
];

function kidRemarks(kid: string): KeyRemark[] {
  const found = KID_SHAPES.find(([shape]) => shape.test(kid.slice(0, 1_000)));
  if (!found) return [];
  const [, severity, said] = found;
  return [{ severity, said: { ...said, values: { kid: tellName(kid) } } }];
}
