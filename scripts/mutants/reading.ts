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
    ['a password is kept', 'if (isPassword || isPasswordField(pointer))', 'if (isPassword)'],
    ['a password beside its name is kept', 'isPassword || isPasswordField(', 'isPasswordField('],
    ['JSON is a form', 'isForm ? parseJson(source) : undefined', 'undefined'],
    ['short values are kept', 'value.length >= 8', 'value.length >= 7'],
    ['files are fields', 'pointer && !/filename\\*?=/i.test(head)', 'pointer'],
    ['prose is a candidate', ' && !/\\s/.test(value)', ''],
  ],
  'places/candidate.ts': [
    ['a proof is a token', 'tokens.filter((token) => !isProof(token))', 'tokens'],
    [
      'a scheme stays',
      'const value = withoutScheme(unwrapPlain(raw).trim());',
      'const value = unwrapPlain(raw).trim();',
    ],
    ['harmless names count', ' || HARMLESS_NAME.test(name)) return false', ') return false'],
    ['documents are tokens', 'const MAX_OPAQUE = 4096;', 'const MAX_OPAQUE = 1e9;'],
    ['no bound on tokens', 'LIMITS.tokensPerText', '1e9'],
    ['any random value is one', 'return named && (', 'return ('],
    ['words are tokens', "(format === 'signed' || looksRandom(value))", 'true'],
    ['placeholders are keys', ' && !NO_VALUE.test(value)', ''],
  ],
};
