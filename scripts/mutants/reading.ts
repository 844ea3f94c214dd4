import type { Changes } from './mutant.js';

export const READING: Changes = {
  'normalize/addresses/site.ts': [
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
  'normalize/bodies/body.ts': [
    [
      'a password is kept',
      'if (isPassword || (isNamed && isPasswordField(pointer)))',
      'if (isPassword)',
    ],
    ['a name with a password in it is kept', 'if (speaks) return', 'if (false) return'],
  ],
  'normalize/bodies/json-strings.ts': [
    [
      'a password beside its name is kept in JSON',
      'isPassword ? { pointer, value, isPassword } : { pointer, value }',
      '{ pointer, value }',
    ],
  ],
  'normalize/bodies/body-fields.ts': [
    [
      'a password beside its name is kept',
      'isSaid(field.pointer) ? { ...field, isPassword: true } : field',
      'field',
    ],
    ['JSON is a form', 'isForm ? parseJson(source) : undefined', 'undefined'],
    ['files are fields', '.filter(({ fileName }) => fileName === undefined)', ''],
  ],
  'normalize/bodies/kept-fields.ts': [
    [
      'short values are kept',
      'if (value.length < 8) return KIND.test(value) &&',
      'if (value.length < 7) return KIND.test(value) &&',
    ],
    ['prose is a candidate', '(isOneWord || COOKIES.test(value)) && !isMasked', '!isMasked'],
  ],
  'normalize/words/ways-out.ts': [
    ['every link is a way out', "isLogoutLabel(textOf(page, from, at)) && to !== ''", "to !== ''"],
    ['a form asks a question', "said('method').toLowerCase() === 'post'", 'true'],
    ['one of several buttons is all', 'isOut && buttons === 1', 'isOut'],
    ['forms that share an address are ways out', '!form || word !== undefined || once(to)', 'true'],
    ['what a page hides is shown', 'const page = shownOf(html);', 'const page = html;'],
  ],
  'normalize/words/mail-words.ts': [
    ['accents are other letters', 'const told = unaccented(text);', 'const told = text;'],
  ],
  'normalize/words/sentence.ts': [
    ['whatever was done was sent', 'mayBe.test(text) && is.test(text)', 'mayBe.test(text)'],
    ['what was sent comes first', '|${near(done, what)}', ''],
    [
      'a sentence goes on in the next',
      '`${BEFORE}${one}${AFTER_LATIN}[^.!?\\\\n]',
      '`${BEFORE}${one}${AFTER_LATIN}[^]',
    ],
  ],
  'address.ts': [['fragments are sent', 'at < 0 ? url : url.slice(0, at)', 'url']],
  'normalize/sources/har-times.ts': [
    ['a socket was answered when it closed', " && _resourceType !== 'websocket'", ''],
    ['reading an answer is waiting for it', "typeof receive === 'number' && receive > 0", 'false'],
    ['any wait is one', 'took <= MAX_WAIT', 'took < Infinity'],
    ['whole seconds are exact', 'if (!isShared ||', 'if (true ||'],
    ['milliseconds are seconds', 'startedAt % SECOND !== 0', 'false'],
    ['what went on for long ended', 'endedAt - next < SECOND', 'true'],
    ['a redirect ends with any request', ' && endedAt - at <= ROUNDING', ''],
    ['a redirect ends before it began', 'at >= startedAt && at < endedAt', 'at < endedAt'],
  ],
  'places/candidate.ts': [
    ['a proof is a token', 'tokens.filter((token) => !isProof(token))', 'tokens'],
    ['a scheme stays', 'withoutScheme(unwrapPlain(raw).trim())', 'unwrapPlain(raw).trim()'],
    ['harmless names count', "hint?.role !== 'csrf' && HARMLESS_NAME.test(name)", 'false'],
    ['documents are tokens', 'const MAX_OPAQUE = 4096;', 'const MAX_OPAQUE = 1e9;'],
    ['no bound on tokens', 'LIMITS.tokensPerText', '1e9'],
    ['any random value is one', '!isNamed || isHarmless ||', 'isHarmless ||'],
    ['words are tokens', 'isOne || looksRandom(value)', 'true'],
    ['what scripts read is a token', ' || isOfScript(place, name)', ''],
    ['placeholders are keys', ' && !NO_VALUE.test(value)', ''],
  ],
};
