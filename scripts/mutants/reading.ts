import type { Changes } from './mutant.js';

export const READING: Changes = {
  'normalize/site.ts': [
    [
      'private suffixes are sites',
      '{ allowPrivateDomains: true }',
      '{ allowPrivateDomains: false }',
    ],
    [
      'a socket is another site',
      "parsed.protocol === 'wss:' ? 'https:'",
      "parsed.protocol === 'wss:' ? 'wss:'",
    ],
    ['a loopback address is remote', '/^127(\\.\\d{1,3}){3}$/.test(host)', 'false'],
    ['a name below localhost is remote', "host.endsWith('.localhost') ||", ''],
    ['an origin keeps ws', ".replace(/^ws/, 'http')", ''],
  ],
  'normalize/body.ts': [
    [
      'a password is kept',
      'if (isPassword || (isNamed && isPasswordField(pointer)))',
      'if (isPassword)',
    ],
    [
      'a password beside its name is kept',
      'if (isPassword || (isNamed && isPasswordField(pointer)))',
      'if (isNamed && isPasswordField(pointer))',
    ],
    ['a name with a password in it is kept', 'if (speaks) return', 'if (false) return'],
  ],
  'normalize/body-fields.ts': [
    ['JSON is a form', 'isForm ? parseJson(source) : undefined', 'undefined'],
    ['files are fields', '.filter(({ fileName }) => fileName === undefined)', ''],
  ],
  'normalize/kept-fields.ts': [
    [
      'short values are kept',
      'if (value.length < 8) return KIND.test(value) &&',
      'if (value.length < 7) return KIND.test(value) &&',
    ],
    ['prose is a candidate', '(isOneWord || COOKIES.test(value)) && !isMasked', '!isMasked'],
  ],
  'places/candidate.ts': [
    ['a proof is a token', 'tokens.filter((token) => !isProof(token))', 'tokens'],
    ['a scheme stays', 'withoutScheme(unwrapPlain(raw).trim())', 'unwrapPlain(raw).trim()'],
    ['harmless names count', "hint?.role !== 'csrf' && HARMLESS_NAME.test(name)", 'false'],
    ['documents are tokens', 'const MAX_OPAQUE = 4096;', 'const MAX_OPAQUE = 1e9;'],
    ['no bound on tokens', 'LIMITS.tokensPerText', '1e9'],
    ['any random value is one', '!isNamed || isHarmless ||', 'isHarmless ||'],
    ['words are tokens', "format === 'signed' || looksRandom(value)", 'true'],
    ['what scripts read is a token', ' || isOfScript(place, name)', ''],
    ['placeholders are keys', ' && !NO_VALUE.test(value)', ''],
  ],
};
