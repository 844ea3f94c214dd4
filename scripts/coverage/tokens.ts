import { standard } from './requirement.js';

export const TOKENS = [
  standard('RFC 8725, Best Current Practice for JWT', 'RFC 8725 ', [
    ['§2.4', 'The length of what is encrypted tells nothing of it.'],
    ['§3.1', 'Algorithms are verified against a list.', 'act'],
    ['§3.2', 'Algorithms are appropriate; none only by choice.'],
    ['§3.3', 'All cryptographic operations are validated.', 'server'],
    ['§3.4', 'Cryptographic inputs are validated.', 'server'],
    ['§3.5', 'Keys have enough entropy.'],
    ['§3.6', 'No compression of encryption inputs.'],
    ['§3.7', 'UTF-8.', 'server'],
    ['§3.8', 'Issuer and subject are validated.', 'server'],
    ['§3.9', 'An audience is used and validated.'],
    ['§3.10', 'Claims such as kid, jku and x5u are not trusted.'],
    ['§3.11', 'Explicit types.'],
    ['§3.12', 'Different kinds of JWT cannot be mixed up.'],
  ]),
  standard('RFC 9068, JWT Profile for Access Tokens', 'RFC 9068 ', [
    ['§2.1', 'The type at+jwt, and no alg none.'],
    ['§2.2', 'iss, exp, aud, sub, client_id, iat and jti are there.'],
    ['§4', 'Resource servers validate all of it.', 'server'],
    ['§5', 'Access tokens and ID tokens cannot be mixed up.'],
  ]),
  standard('RFC 7519 and RFC 7515', '', [
    ['RFC 7519 §2', 'Times are seconds, as numbers.'],
    ['RFC 7519 §4', 'The claims of a token have names of their own.'],
    ['RFC 7519 §4.1.3', 'aud names whom it is for.'],
    ['RFC 7519 §4.1.4', 'exp ends it.'],
    ['RFC 7519 §4.1.5', 'Not before nbf.'],
    ['RFC 7519 §4.1.6', 'iat is when it was issued.'],
    ['RFC 7519 §6', 'Unsecured JWTs are unsigned.'],
    ['RFC 7519 §12', 'Private data in a JWT is kept from others.'],
    ['RFC 7515 §4', 'The parameters of a header have names of their own.'],
    ['RFC 7515 §4.1.2', 'Keys by address come over TLS.'],
    ['RFC 7515 §4.1.11', 'crit lists extensions that are there, and is never empty.'],
    ['RFC 7515 §5.2', 'The signature is validated.'],
  ]),
] as const;
