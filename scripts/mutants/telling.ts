import type { Changes } from './mutant.js';

export const TELLING: Changes = {
  'values/mask.ts': [
    [
      'a preview shows half',
      'Math.min(4, Math.floor(value.length / 4))',
      'Math.floor(value.length / 2)',
    ],
    ['a preview shows too much', 'Math.floor(value.length / 4)', 'value.length'],
    ['no name is secret', 'if (isSecretName(name)) return true;', ''],
    ['random is not secret', 'looksRandom(plain) ||', ''],
    ['an id is not secret', 'mayBeId(plain) ||', ''],
    ['a format is not secret', "!['opaque', 'uuid'].includes(formatOf(plain).format)", 'false'],
    [
      'names are told',
      "if (isPreview(part) || !isSecret('', judged)) return part;",
      'return part;',
    ],
    ['a password field is told', 'if (isPasswordField(name) ||', 'if ('],
    ['a short code is told', '|| TYPED_CODE.test(name)) return true;', ') return true;'],
  ],
  'values/redact-url.ts': [
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
  'values/redact-header.ts': [
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
  'values/claims.ts': [
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
    ['keys are not swept', '[clean(key), walk', '[key, walk'],
    ['one layer is taken off', 'const MAX_LAYERS = 3;', 'const MAX_LAYERS = 1;'],
    [
      'escapes stay',
      'const next = unescaped(view);',
      'const next = undefined as View | undefined;',
    ],
  ],
  'report/needles.ts': [
    [
      'encodings are not looked for',
      'for (const written of encodingsOf(plain)) this.#add(written, secret, true);',
      '',
    ],
    ['what was cut is no hit', 'if (!isWhole && !isCut) continue;', 'if (!isWhole) continue;'],
  ],
  'report/known-secrets.ts': [
    ['past values are not swept', '[value, ...pastValues]', '[value]'],
    ['no credential is held', 'logsIn || keepsUser', 'false'],
  ],
  'report/build.ts': [
    ['no last look', 'return sweepFor(report, needles).value;', 'return report;'],
    ['always raw', 'if (style.reveal) return', 'if (true) return'],
  ],
  'rules/judge.ts': [
    [
      'a throw takes all down',
      'this.#failures.push({ ruleId: rule.id, about: about(subject), message: describe(error) });',
      'throw error;',
    ],
    ['disabled rules speak', '!known.settings.disabledRules.includes(rule.id)', 'true'],
    ['applies is ignored', 'if (rule.applies && !fits(subject, rule.applies))', 'if (false)'],
    [
      'the unknown passes',
      "return result === 'unknown' ? 'unknown' : 'doesNotApply';",
      "return 'passed';",
    ],
    ['praise in spite of failures', "words.has('failed') ||", ''],
    ['praise in spite of the unknown', " || words.has('unknown')) continue", ') continue'],
    ['praise for nothing', "!words.has('passed') ||", ''],
    ['messages are quoted', 'error.constructor.name', 'error.message'],
    ['severity is not an order', 'compareSeverity(a.severity, b.severity) ||', ''],
    ['c10 comes before c2', 'a.length - b.length ||', ''],
  ],
  'rules/subjects.ts': [['a key has no site', 'about(subject).site, ...key', "'', ...key"]],
  'verdict/grade.ts': [
    [
      'a rule costs in full each time',
      'PENALTY[severity] / 2 : PENALTY[severity]',
      'PENALTY[severity] : PENALTY[severity]',
    ],
    ['repeats are free', 'PENALTY[severity] / 2 : PENALTY[severity]', '0 : PENALTY[severity]'],
    ['nothing caps', 'isCapped ? BEST_UNSEEN : 100', '100'],
    ['the capped get an A+', 'const BEST_UNSEEN = 99;', 'const BEST_UNSEEN = 100;'],
    ['a grade is one point off', 'score >= least', 'score > least'],
    ['points go below zero', 'Math.max(0, ', 'Math.max(-1000, '],
    ['high costs as medium', 'high: 20,', 'high: 8,'],
    ['info costs', 'info: 0,', 'info: 1,'],
  ],
};
