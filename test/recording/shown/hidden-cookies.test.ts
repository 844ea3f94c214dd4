import { describe, expect, it } from 'vitest';
import { readHar } from '../../../src/engine/normalize/sources/har.js';
import { Recording } from '../../../src/recording/recording.js';
import { hiddenAmong, withoutHidden } from '../../../src/recording/shown/hidden-cookies.js';
import { cookie } from '../../support/credential.js';
import { COOKIES, PASSWORD, visit } from '../../support/password-cookie-visit.js';

const hidden = new Set([PASSWORD]);
const hide = (name: string, value: string) => withoutHidden({ name, value }, hidden).value;

describe('a header as it is masked', () => {
  it('has nothing of a cookie that is a password', () => {
    expect(hide('Cookie', `a=1; p=${PASSWORD}; b=2`)).toBe('a=1; p=…(15); b=2');
    expect(hide('set-cookie', `p=${PASSWORD}; Path=/`)).toBe('p=…(15); Path=/');
    expect(hide('set-cookie', `a=1\np=${PASSWORD}; Path=/`)).toBe('a=1\np=…(15); Path=/');
  });

  it('is as it was otherwise', () => {
    expect(hide('cookie', `p=${PASSWORD}x; sid=abc`)).toBe(`p=${PASSWORD}x; sid=abc`);
    expect(hide('x-note', PASSWORD)).toBe(PASSWORD);
  });
});

describe('the values that nobody is shown any of', () => {
  it('are those of passwords, the earlier ones too', () => {
    const all = [cookie({ name: 'pass', value: 'hunter2', pastValues: ['hunter1'] }), cookie({})];
    expect([...hiddenAmong(all)]).toEqual(['hunter2', 'hunter1']);
  });
});

describe('a request on the screen', () => {
  it.each(COOKIES)('shows nothing of the password in %s', (name, value) => {
    const { exchanges } = readHar(visit(name, value));
    const recording = Recording.fromExchanges(exchanges);
    const details = exchanges.map(({ id }) => recording.requests.detail(id));
    const told = details.flatMap((one) => [
      ...(one?.requestHeaders ?? []),
      ...(one?.responseHeaders ?? []),
    ]);
    const cookies = told.filter((one) => /cookie$/i.test(one.name));
    expect(cookies).toHaveLength(3);
    expect(JSON.stringify(cookies)).not.toContain(value.slice(0, 2));
  });
});
