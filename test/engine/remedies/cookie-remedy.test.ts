import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { Known } from '../../../src/engine/known.js';
import { cookieRemediesOf } from '../../../src/engine/remedies/cookie-remedy.js';
import { judge } from '../../../src/engine/rules/judge.js';
import { cookie, cookieHeaderOnly, DAYS, T0 } from '../../support/credential.js';

const linesOf = (one: Credential) => {
  const known = new Known({ now: T0, credentials: [one] });
  return cookieRemediesOf(known, judge(known).findings).map(({ better, notes }) => ({
    better: better
      .map(({ name, value }) => (value === undefined ? name : `${name}=${value}`))
      .join('; '),
    notes: notes.map(({ key }) => key),
  }));
};
const flags = { secure: false, httpOnly: false, sameSite: 'unset' } as const;

describe('the line that mends a cookie', () => {
  it('says all that was found about it in one line', () => {
    const asked = {
      written: [
        ['Path', '/'],
        ['Max-Age', '864000'],
      ] as const,
    };
    const open = cookie({
      name: 'sid',
      attributes: { ...flags, persistent: true },
      expires: 'at',
      expiresAt: T0 + 10 * DAYS,
      cookie: asked,
    });
    expect(linesOf(open)).toEqual([
      { better: 'sid=…; Path=/; Secure; HttpOnly; SameSite=Lax', notes: [] },
    ]);
  });

  it('says that https comes first where the cookie was set over plain http', () => {
    const overHttp = cookie({ name: 'sid', attributes: flags, cookie: { setOver: 'http' } });
    expect(linesOf(overHttp)[0]?.notes).toEqual(['remedy_https_first']);
  });

  it('says who has to set it where no answer did', () => {
    const byScript = cookie({ name: 'sid', attributes: flags, cookie: { setBy: undefined } });
    expect(linesOf(byScript)[0]?.notes).toEqual(['remedy_by_server']);
  });

  it('is none where nothing is wrong, or too little is known', () => {
    expect(linesOf(cookie())).toEqual([]);
    expect(linesOf(cookieHeaderOnly())).toEqual([]);
  });
});
