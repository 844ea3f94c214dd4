import { expect, it } from 'vitest';
import { FRAMEWORKS } from '../../../src/engine/remedies/frameworks/index.js';
import { mergedSettings } from '../../../src/engine/remedies/merged-settings.js';

it.each<[string, string[], string[]]>([
  [
    'options of one call',
    [
      "app.set('trust proxy', 1); session({ cookie: { secure: true } })",
      'session({ cookie: { httpOnly: true } })',
      "session({ cookie: { sameSite: 'lax' } })",
      "session({ name: '__Host-sid' })",
    ],
    [
      "app.set('trust proxy', 1)",
      "session({ cookie: { secure: true, httpOnly: true, sameSite: 'lax' }, name: '__Host-sid' })",
    ],
  ],
  [
    'a call with more than options',
    ['session({ secure: true }, app)', 'session({ httpOnly: true }, app)'],
    ['session({ secure: true, httpOnly: true }, app)'],
  ],
  [
    'arguments with names',
    [
      "self.set_signed_cookie('user', value, secure=True)",
      "self.set_signed_cookie('user', value, samesite='Lax')",
      "self.set_signed_cookie('user', value, secure=True, expires_days=None)",
    ],
    ["self.set_signed_cookie('user', value, secure=True, samesite='Lax', expires_days=None)"],
  ],
  [
    'arguments with names of calls for different things',
    ["set_cookie('a', value, secure=True)", "set_cookie('b', value, secure=True)"],
    ["set_cookie('a', value, secure=True)", "set_cookie('b', value, secure=True)"],
  ],
  [
    'lines of a file of settings',
    ['SESSION_COOKIE_SECURE = True', 'SESSION_COOKIE_HTTPONLY = True'],
    ['SESSION_COOKIE_SECURE = True', 'SESSION_COOKIE_HTTPONLY = True'],
  ],
  ['calls of different things', ['a({ b: 1 })', 'c({ b: 2 })'], ['a({ b: 1 })', 'c({ b: 2 })']],
])('%s', (_, lines, merged) => {
  expect(mergedSettings(lines)).toEqual(merged);
});

it.each(FRAMEWORKS.map((one) => [one.name, Object.values(one.settings)] as const))(
  'loses nothing of the settings of %s',
  (_, lines) => {
    const words = (text: string) => text.match(/[\w$.'-]+/g) ?? [];
    const merged = mergedSettings(lines);
    for (const word of lines.flatMap(words)) expect(merged.flatMap(words)).toContain(word);
    expect(merged.length).toBeLessThanOrEqual(lines.flatMap((line) => line.split('; ')).length);
    for (const line of lines) expect(mergedSettings([line]).join('; ')).toBe(line);
  },
);
