import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';

const URL = 'https://shop.test/';
const hidden = (name: string, value: string) =>
  `<form><input type="hidden" name="${name}" value="${value}"></form>`;
const page = (path: string, ...forms: string[]) =>
  exchange({ url: URL + path, responseBody: readBody('text/html', forms.join('')) });
const post = (name: string, value: string) =>
  exchange({
    url: `${URL}save`,
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', `a=1&${name}=${value}`),
  });
const rolesOf = (...exchanges: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().map(({ role }) => role);
};

describe('a number under a name against forgery', () => {
  it.each<[string, string, [string, string, string]]>([
    ['joined', 'token', ['206920:649305', '18734:661209', '902377:460024']],
    ['alone', 'csrf', ['424238335', '846930886', '2681692777']],
    ['of a fraction', 'form_token', ['0.8437261093', '0.1150872913', '0.5529811004']],
  ])('is what its name says where it changes and comes back: %s', (_, name, [a, b, c]) => {
    expect(rolesOf(page('', hidden(name, a)), page('b', hidden(name, b)), post(name, b))).toEqual([
      'csrf',
    ]);
    // Each form of a page has one of its own, and its frame shows its own before and after.
    const forms = page('c', hidden(name, b), hidden(name, c), hidden(name, b));
    expect(rolesOf(page('', hidden(name, a)), forms, post(name, b))).toEqual(['csrf']);
  });

  it.each<[string, Exchange[]]>([
    [
      'never comes back',
      [page('', hidden('token', '206920:11')), page('b', hidden('token', '72:5550118'))],
    ],
    [
      'never changes',
      [
        page('', hidden('token', '206920174')),
        page('b', hidden('token', '206920174')),
        post('token', '206920174'),
      ],
    ],
    [
      'belongs to what is shown',
      [
        page('', hidden('token', '206920174')),
        page('b', hidden('token', '771832405')),
        page('', hidden('token', '206920174')),
        post('token', '206920174'),
      ],
    ],
    [
      'comes back as another',
      [
        page('', hidden('token', '206920174')),
        page('b', hidden('token', '771832405')),
        post('token', '33106418'),
      ],
    ],
    [
      'stands in the address',
      [
        page('?t=206920174', hidden('token', '206920174')),
        page('?t=771832405', hidden('token', '771832405')),
        post('token', '771832405'),
      ],
    ],
    [
      'is a moment',
      [
        page('', hidden('token', '1795686265')),
        page('b', hidden('token', '1795686299')),
        post('token', '1795686299'),
      ],
    ],
  ])('is nothing where it %s', (_, exchanges) => expect(rolesOf(...exchanges)).toEqual([]));
});
