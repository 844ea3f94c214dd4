import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { PasswordFields } from '../../../src/engine/normalize/passwords/password-fields.js';
import { broadDomainOf } from '../../../src/engine/normalize/addresses/site.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { passwordUseOf } from '../../../src/engine/trail/password-use.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const SITE = 'http://school.test';
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=b';
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** A request of a site whose page calls these names passwords. */
function cleaned(spec: ExchangeSpec, ...names: string[]): Exchange {
  const passwords = new PasswordFields(broadDomainOf);
  passwords.learn(`${SITE}/gate`, names);
  // What is read of a file is cleaned once more as it is analysed.
  return passwords.clean(passwords.clean(exchange(spec)));
}
const sent = (mime: string, source: string) => ({
  url: `${SITE}/gate`,
  method: 'POST',
  requestBody: readBody(mime, source),
});

describe('a password that only the page calls one', () => {
  it.each([
    ['w', FORM, 'n=a&w=b'],
    ['losung', FORM, 'n=a&losung=kurz'],
    ['user[w]', FORM, 'user%5Bn%5D=a&user%5Bw%5D=b'],
    ['w', MULTIPART, `${part('n', 'a')}${part('w', 'b')}--b--`],
    ['w', FORM, 'n=a&w=k3v9Xq27LmZp81Tn'],
  ])('is known however short it is: %s', (name, mime, source) => {
    const one = cleaned(sent(mime, source), name);
    expect(passwordUseOf(one)).toEqual({ password: 'body' });
    expect(JSON.stringify(one)).not.toMatch(/kurz|k3v9/);
  });

  it('makes no login of what has none', () => {
    const one = cleaned(sent(FORM, 'card=1&w=123'), 'w');
    expect(one.request.body).toMatchObject({ toldPassword: 'w' });
    expect(one.request.body?.passwordField).toBeUndefined();
  });

  it.each([
    ['left empty', FORM, 'n=a&w='],
    ['under another name', FORM, 'n=a&ww=b'],
    ['in a form of many fields', FORM, `w=b&${'x=1&'.repeat(60)}`],
  ])('is none where it is %s', (_, mime, source) => {
    expect(passwordUseOf(cleaned(sent(mime, source), 'w'))).toEqual({});
  });

  it.each([
    ['geheim', '/in.cgi?u=a&geheim=abc', { password: 'url', passwordParameter: 'geheim' }],
    ['w', '/in.cgi?u=a&w=b', { password: 'url', passwordParameter: 'w' }],
    ['w', '/in.cgi?u=a&w=', {}],
    ['w', '/in.cgi?u=***', {}],
    ['u', '/in.cgi?w=***', {}],
    // An input for an API key, which settings hide as a password.
    ['access_token', '/in.cgi?access_token=abc', {}],
  ])('is known in an address: %s in %s', (name, path, use) => {
    expect(passwordUseOf(cleaned({ url: SITE + path }, name))).toEqual(use);
  });

  it.each([
    [{ url: `${SITE}/in.cgi?u=a&w=mellon` }, 'password-in-url'],
    [sent(FORM, 'u=a&w=mellon'), 'password-over-http'],
  ])('is a finding, which has no more than its name', (spec, rule) => {
    const analysis = new Analysis();
    const page = readBody('text/html', '<form><input name=u><input type=password name=w></form>');
    analysis.addExchange(exchange({ url: `${SITE}/gate`, responseBody: page }));
    analysis.addExchange(exchange(spec));
    const report = analysis.report({
      source: { kind: 'har', url: SITE, dropped: 0 },
      version: '0',
    });
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain(rule);
    expect(JSON.stringify(report)).not.toContain('mellon');
  });
});
