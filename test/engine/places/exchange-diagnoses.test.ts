import { describe, expect, it } from 'vitest';
import { diagnosesOf } from '../../../src/engine/places/exchange-diagnoses.js';
import { render } from '../../../src/engine/render.js';
import { exchange } from '../../support/exchange.js';
import { jwsOf, jwtOf } from '../../support/jose.js';

const codes = (...args: Parameters<typeof exchange>) =>
  diagnosesOf(exchange(...args)).map(({ code }) => code);

describe('the diagnoses of an exchange', () => {
  it('name what a browser ignores or refuses in its cookies', () => {
    const gets = { 'set-cookie': ['a=1; SameSite=Sometimes; Max-Age=soon', '__Host-b=2; Path=/'] };
    expect(codes({ url: 'https://a.test/', gets })).toEqual(
      expect.arrayContaining(['samesite-unknown', 'max-age-invalid', 'rejected-prefix']),
    );
  });

  it('name what is wrong with a token, once, and quote none', () => {
    const odd = jwsOf('{"alg":"HS256","alg":"none"}', '{"sub":"ada"}');
    const told = diagnosesOf(
      exchange({
        url: 'https://a.test/',
        sends: { authorization: `Bearer ${odd}`, 'x-again': odd },
      }),
    );
    expect(told).toHaveLength(1);
    expect(render(told[0]!.text)).not.toContain(odd.slice(0, 12));
  });

  it('are none where nothing is malformed', () => {
    expect(
      codes({
        url: 'https://a.test/',
        sends: { authorization: `Bearer ${jwtOf({ sub: 'a' })}` },
        gets: { 'set-cookie': 'a=1; Path=/; Secure' },
      }),
    ).toEqual([]);
  });
});
