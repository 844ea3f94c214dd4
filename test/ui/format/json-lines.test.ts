import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../../src/ui/format/json-lines.js';
import { fixtureContent } from '../../fixtures/ui-storage.js';

const what = { origin: 'https://a.test', area: 'localStorage', itemId: 'auth' } as const;

describe('jsonLines', () => {
  it('writes a value as JSON is written, tokens apart', () => {
    const lines = jsonLines(fixtureContent(what, true)!).map(
      ({ depth, text, token, after }) =>
        `${'  '.repeat(depth)}${text}${token ? `«${token.text} ${token.credentialId}»` : ''}` +
        after,
    );
    expect(lines).toEqual([
      '{',
      '  "tokens": "{',
      '    "access_token": «"raw access_token" c2»,',
      '    "refresh_token": «"raw refresh_token" c3»',
      '  }",',
      '  "scopes": [',
      '    "openid",',
      '    "profile",',
      '    …',
      '  ],',
      '  "expires_in": 3600,',
      '  "empty": {}',
      '}',
    ]);
  });
});
