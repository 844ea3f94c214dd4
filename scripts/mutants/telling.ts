import type { Changes } from './mutant.js';

export const TELLING: Changes = {
  'values/telling/mask.ts': [
    [
      'a preview shows half',
      'Math.min(4, Math.floor(value.length / 4))',
      'Math.floor(value.length / 2)',
    ],
    ['a preview shows too much', 'Math.floor(value.length / 4)', 'value.length'],
    ['no name is secret', 'if (isSecretName(name) && !isHarmless(name, value)) return true;', ''],
    ['random is not secret', 'looksRandom(plain) ||', ''],
    ['an id is not secret', 'mayBeId(plain) ||', ''],
    ['a format is not secret', "!['opaque', 'uuid'].includes(formatOf(plain).format)", 'false'],
    [
      'names are told',
      "if (isPreview(part) || !isSecret('', judged)) return part;",
      'return part;',
    ],
    ['a password field is told', '(isPasswordField(name) || TYPED_CODE', '(TYPED_CODE'],
    ['a short code is told', '|| TYPED_CODE.test(name))) return true;', ')) return true;'],
  ],
  'values/telling/redact-url.ts': [
    ['user info is told', 'redactPath(path, walk) +', 'path +'],
    ['the query is told', 'redactPairs(query.slice(1), walk) +', 'query.slice(1) +'],
    ['the fragment is told', 'redactFragment(fragment.slice(1), walk)', 'fragment.slice(1)'],
    ['only one layer is followed', 'const MAX_DEPTH = 5;', 'const MAX_DEPTH = 1;'],
    ['depth lets through', 'if (walk.depth >= MAX_DEPTH) return preview(plain);', ''],
    ['data is an address', 'if (DATA.test(scheme) &&', 'if (false &&'],
    ['only the raw form is judged', '|| isMasked(name, plain, place)', ''],
    ['short segments are secret', 'const MIN_SEGMENT = 16;', 'const MIN_SEGMENT = 4;'],
    ['finders are not told', 'walk.found?.(plain);', ''],
  ],
  'values/telling/redact-header.ts': [
    ['cookies are told', "if (lower === 'cookie') return mapParts(value, maskPair);", ''],
    ['lines of cookies are told', "if (lower === 'set-cookie') return", 'if (false) return'],
    ['authorization is told', "if (lower.endsWith('authorization')) return", 'if (false) return'],
    [
      'any scheme is told',
      'space > 0 && SCHEMES.has(value.slice(0, space).toLowerCase())',
      'space > 0',
    ],
    ['names are compared as written', 'const lower = name.toLowerCase();', 'const lower = name;'],
    [
      'attributes are told',
      'if (!known) return space + preview(part.trim());',
      'if (!known) return part;',
    ],
  ],
  'values/tokens/claims.ts': [
    ['claims are told', 'return isMoment ? value : maskText(value, found);', 'return value;'],
    ['readable claims hide', 'READABLE.has(lower) ||', ''],
    ['ids hide', 'if (IDS.has(lower) &&', 'if (false &&'],
    [
      'addresses in claims are told',
      'ADDRESS.test(value) ? redactUrl(value, found) : value',
      'value',
    ],
  ],
  'report/sweep.ts': [
    ['keys are not swept', '[clean(name), told', '[name, told'],
    ['one layer is taken off', 'const MAX_LAYERS = 3;', 'const MAX_LAYERS = 1;'],
    [
      'escapes stay',
      'let view = unescaped(views[0]!);',
      'let view = undefined as View | undefined;',
    ],
  ],
  'report/needles.ts': [
    ['what was cut is no hit', 'if (isWhole || isCut)', 'if (isWhole)'],
    [
      'numbers are one value however far from one another',
      'const MOST_BETWEEN = 64;',
      'const MOST_BETWEEN = 640;',
    ],
  ],
  'report/writings.ts': [
    [
      'encodings are not looked for',
      '...encodingsOf(plain).map((written) => writingOf(written, secret, true, MIN_ENCODED)),',
      '',
    ],
    ['nothing is looked for backwards', 'const turned = isRandom ?', 'const turned = false ?'],
    ['words are looked for in groups', 'isRandom ? MIN_SIGNS : Infinity', 'MIN_SIGNS'],
  ],
  'report/known-secrets.ts': [
    ['past values are not swept', '[value, ...pastValues]', '[value]'],
    ['no credential is held', 'logsIn || keepsUser', 'false'],
  ],
  'report/build.ts': [
    [
      'no last look',
      'return last.sweep(report, found, parts.known.credentials);',
      'return report;',
    ],
    ['always raw', 'if (style.reveal) return', 'if (true) return'],
  ],
};
