import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { FORM, hex, HIDDEN, MONTH, SITE } from '../../support/given-at-login.js';

describe('a readable cookie of a login that is sent back against forgery', () => {
  const posted = (name: string, value: string) =>
    exchange({
      url: `${SITE}/api/reply`,
      method: 'POST',
      type: 'fetch',
      sends: { cookie: `jct=${value}` },
      requestBody: readBody(FORM, `message=hi&${name}=${value}`),
    });
  const roleAfter = (line: string, name: string) => {
    const value = hex();
    const analysis = new Analysis();
    const login = exchange({
      url: `${SITE}/login`,
      method: 'POST',
      requestBody: readBody(FORM, 'user=ada&password=x'),
      gets: { 'set-cookie': `jct=${value}; Path=/${line}` },
    });
    for (const one of [login, posted(name, value)]) analysis.addExchange(one);
    return analysis.credentials().find(({ kind }) => kind === 'cookie')?.role;
  };

  it.each([
    ['', 'csrf'],
    [MONTH, 'csrf'],
    [HIDDEN, 'session'],
  ])('is that, unless it is hidden: Path=/%s', (line, role) => {
    expect(roleAfter(line, 'csrf')).toBe(role);
    expect(roleAfter(line, '_csrfToken')).toBe(role);
  });

  it('says nothing under another name', () => expect(roleAfter('', 'reply')).toBe('session'));
});
