import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listsSettings } from '../../../src/engine/roles/settings-list.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('settings');

describe('listsSettings', () => {
  it.each([
    'f4=4000000&tz=Europe.London',
    'tz=America/New_York',
    'lang=de-AT&rows=25&theme=dark',
    'theme:dark|fontsize:12px',
    'currency=EUR; country=AT',
    '{"lang":"de","rows":25,"sidebar":true}',
    '{"timezone":"Asia/Seoul"}',
    '{"newCheckout":true,"cohort":7}',
    'betaSearch=true&oldMenu=false',
    btoa('{"newCheckout":true,"darkMode":false}'),
    btoa('{"lang":"de","rows":25}'),
  ])('is true for choices under their names: %s', (value) => {
    expect(listsSettings(value)).toBe(true);
  });

  it.each([
    '',
    'dark',
    'a=1&b=2',
    'user=ada&lang=en',
    'uid=12345&lang=en',
    'member_id=77&theme=dark',
    'mail=ada&tz=UTC',
    'lang=en&sid=4711',
    'lang=en&token=abc',
    `lang=en&x=${random.from('0123456789abcdef', 16)}`,
    '{"lang":"de","user":{"id":4}}',
    '{"lang":"de"',
    '[1,2]',
    '{"loggedIn":true}',
    '{"isAdmin":true,"n":7}',
    '{"ok":true,"a":1,"b":2}',
    btoa('{"user":"ada","beta":true}'),
    btoa(`{"beta":true,"key":"${random.from('0123456789abcdef', 16)}"}`),
  ])('is false where one of them may tell users apart, or none is a choice: %s', (value) => {
    expect(listsSettings(value)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(listsSettings(value)).toBeTypeOf('boolean');
      }),
    );
  });
});
