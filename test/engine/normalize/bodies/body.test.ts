import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPasswordField, readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { stringsOf } from '../../../../src/engine/normalize/bodies/json-strings.js';
import { OF_BODIES } from '../../../support/hostile-inputs.js';
import { LIMITS } from '../../../../src/engine/settings.js';

const FORM = 'application/x-www-form-urlencoded';
const fieldsOf = (mime: string, source: string) =>
  readBody(mime, source).fields.map(({ pointer, value }) => [pointer, value]);

it('of JSON that a cloud calls its own has a password as any other', () => {
  const text = '{"AuthParameters":{"USERNAME":"ada","PASSWORD":"correct horse"}}';
  const body = readBody('application/x-amz-json-1.1', text);
  expect(body.passwordField).toBe('/AuthParameters/PASSWORD');
  expect(JSON.stringify(body)).not.toContain('correct horse');
});

describe('a body', () => {
  it.each([
    [
      'a form',
      FORM,
      'user=somebody&csrf_token=f3a9%2Bc1b2',
      [
        ['user', 'somebody'],
        ['csrf_token', 'f3a9+c1b2'],
      ],
    ],
    [
      'JSON',
      'application/json; charset=utf-8',
      '{"user":{"token":"f3a9c1b2"}}',
      [['/user/token', 'f3a9c1b2']],
    ],
    ['JSON of some kind', 'application/problem+json', '["f3a9c1b2"]', [['/0', 'f3a9c1b2']]],
    ['JSON of a cloud', 'application/x-amz-json-1.1', '{"a":"f3a9c1b2"}', [['/a', 'f3a9c1b2']]],
    ['JSON of remote calls', 'application/json-rpc', '{"a":"f3a9c1b2"}', [['/a', 'f3a9c1b2']]],
    ['JSON of an old script', 'application/jsonrequest', '{"a":"f3a9c1b2"}', [['/a', 'f3a9c1b2']]],
    ['JSON of a vendor', 'application/vnd.shop.v2.json', '{"a":"f3a9c1b2"}', [['/a', 'f3a9c1b2']]],
    ['no JSON, but a script', 'application/x-jsonp', '{"a":"f3a9c1b2"}', []],
    ['JSON that says it is text', 'text/plain', '{"a":"f3a9c1b2"}', [['/a', 'f3a9c1b2']]],
    [
      'HTML',
      'Text/HTML',
      '<input type=hidden name=csrf value=f3a9c1b2>',
      [['input[csrf]', 'f3a9c1b2']],
    ],
    [
      'a form in parts',
      'multipart/form-data; boundary="xX"',
      '--xX\r\n' +
        'Content-Disposition: form-data; name="token"\r\n' +
        '\r\n' +
        'f3a9c1b2\r\n' +
        '--xX\r\n' +
        'Content-Disposition: form-data; name="f"; filename="a"\r\n' +
        '\r\n' +
        'f3a9c1b2\r\n' +
        '--xX\r\nContent-Disposition: form-data; filename*=a; name="g"\r\n\r\nf3a9c1b2\r\n--xX--',
      [['token', 'f3a9c1b2']],
    ],
    ['short values and prose', FORM, 'a=1234567&b=two+words+here&c=12345678', [['c', '12345678']]],
    ['anything else', 'image/png', 'f3a9c1b2', []],
  ])('%s', (_what, mime, source, fields) => {
    expect(fieldsOf(mime, source)).toEqual(fields);
  });

  it.each([
    [FORM, 'user=somebody&password=correct-horse', 'password'],
    [FORM, 'user%5Bpassword%5D=correct-horse', 'user[password]'],
    [FORM, 'password%5B%5D=correct-horse', 'password[]'],
    [FORM, 'form%5Bpassword%5D%5Bnew%5D=correct-horse', 'form[password][new]'],
    ['application/json', '{"login":{"passwd":"correct-horse"}}', '/login/passwd'],
    ['application/json', '{"password":["correct-horse"]}', '/password/0'],
    ['application/json', '{"password":{"value":"correct-horse"}}', '/password/value'],
    ['application/json', '"{\\"pwd\\":\\"correct-horse\\"}"', '/pwd'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="pass"\r\n\r\ncorrect-horse\r\n--x--',
      'pass',
    ],
    [FORM, '{"user":"a","password":"correct-horse"}', '/password'],
    [FORM, ' [{"pwd":"correct-horse=&%20+x"}]', '/0/pwd'],
    [FORM, `{'user':'a','password':'correct-horse=b'}`, '***'],
    [FORM, '{"password":"correct-horse&never ends', '***'],
    [FORM, '{user:a,password:correct-horse}', '***'],
    [FORM, 'a=1&%7B%22password%22%3A%22correct-horse%22%7D=', '***'],
    ['application/json', '{"form":{"{\\"password\\":\\"correct-horse\\"}":""}}', '***'],
    ['application/json', '{"type":"password","value":"correct-horse"}', '/value'],
    [
      'application/json',
      '{"credentials":[{"value":"correct-horse","type":"password"}]}',
      '/credentials/0/value',
    ],
    [
      'application/json',
      '[{"name":"user","value":"a"},{"name":"password","value":"correct-horse"}]',
      '/1/value',
    ],
    [
      'application/json',
      '{"query":"mutation($p:String!){in(password: $p){id}}","variables":{"p":"correct-horse"}}',
      '/variables/p',
    ],
    [
      'application/json',
      '{"authId":"x","callbacks":[{"type":"PasswordCallback","input":[{"name":"IDToken2","value":"correct-horse"}]}]}',
      '/callbacks/0/input/0/value',
    ],
    [FORM, 'name=password&value=correct-horse&pk=1', 'value'],
    [FORM, 'data=%3Clogin%3E%3Cpassword%3Ecorrect-horse%3C%2Fpassword%3E%3C%2Flogin%3E', 'data'],
    ['application/json', '{"xml":"<password>correct-horse</password>"}', '/xml'],
  ])('of %s %s drops the password and says where it was', (mime, source, field) => {
    const body = readBody(mime, source);
    expect(body.passwordField).toBe(field);
    expect(JSON.stringify(body)).not.toContain('correct-horse');
  });

  it.each(['/password', 'passwd', 'user_pass', 'pwd', 'user[pw]', '/a/Passphrase', 'new_password'])(
    '%s is a password field',
    (name) => {
      expect(isPasswordField(name)).toBe(true);
    },
  );

  it.each([
    '/passenger',
    'compass',
    'passport_no',
    '/passwordless/token',
    'bypass_code',
    '/pw/token',
    '0',
    '',
  ])('%s is none', (name) => {
    expect(isPasswordField(name)).toBe(false);
  });

  it.each([
    [FORM, '{"passport":"A1234567","access_token":"a1b2c3d4"}', ['/passport', '/access_token']],
    [FORM, '{passport:A1}=12345678', ['{passport:A1}']],
    ['application/json', '{"type":"pin","value":"12345678"}', ['/value']],
    ['application/json', '{"name":"passenger","value":"12345678"}', ['/value']],
    ['application/json', '{"grant_type":"password","code":"12345678"}', ['/grant_type', '/code']],
    [
      'application/json',
      '{"query":"{a(compass:$p)}","variables":{"p":"12345678"}}',
      ['/query', '/variables/p'],
    ],
    [FORM, 'grant_type=password&value=12345678', ['grant_type', 'value']],
  ])('of %s %s drops nothing', (mime, source, pointers) => {
    const { fields, passwordField } = readBody(mime, source);
    const kept = fields.map(({ pointer }) => pointer);
    expect(passwordField).toBeUndefined();
    expect(kept).toEqual(expect.arrayContaining(pointers));
  });

  it.each([
    ['', '<!doctype html><input type=password name=k1>'],
    ['', ' <form><input type=password name=k1>'],
    ['text/plain', '<html><input type=password name=k1>'],
    ['application/vnd.turbo-stream', '<turbo-stream><input type=password name=k1>'],
    ['text/vnd.turbo-stream.html', '<turbo-stream><input type=password name=k1>'],
    ['application/json', JSON.stringify({ html: '<p><input type=password name=k1>' })],
    ['application/json', JSON.stringify({ a: [{ type: 'password', name: 'k1', label: 'x' }] })],
    ['application/json', JSON.stringify({ name: 'k1', attributes: { type: 'password' } })],
    ['text/x-component', '1:["$","input",null,{"id":"a","type":"password","name":"k1"}]'],
    ['text/x-component', '1:["$","input",null,{"name":"k1","type":"password"}]'],
    ['text/x-component', '2:T3f,<input type=\\"password\\" name=\\"k1\\">'],
    ['text/javascript', 'x({\\"name\\":\\"k1\\",\\"type\\":\\"password\\"})'],
  ])('of %s %s tells what a page calls its password', (mime, source) => {
    expect(readBody(mime, source).passwordFields).toContain('k1');
  });

  it.each([
    ['text/html', '<input name=k1>'],
    ['application/json', '{"grant_type":"password","name":"k1"}'],
    ['application/json', '{"type":"pin","name":"k1"}'],
    ['text/x-component', '1:["$","input",null,{"type":"text","name":"k1"},{"type":"password"}]'],
  ])('of %s %s tells of none', (mime, source) => {
    expect(readBody(mime, source).passwordFields ?? []).not.toContain('k1');
  });

  it('says what it could not read', () => {
    expect(readBody('application/json', '{"a":').diagnosis?.text.key).toBe(
      'diagnosis_json_invalid',
    );
    expect(readBody('text/html', 'x'.repeat(LIMITS.body + 1)).diagnosis?.text.key).toBe(
      'diagnosis_body_truncated',
    );
    expect(readBody('application/json', ' ').diagnosis).toBeUndefined();
  });

  it('keeps a bounded number of fields, with bounded names', () => {
    const many = readBody(
      FORM,
      Array.from({ length: 5_000 }, (_none, at) => `n${at}=12345678`).join('&'),
    );
    expect(many.fields).toHaveLength(LIMITS.bodyFields);
    expect(many.limits).toEqual([
      { what: 'formFields', limit: LIMITS.formFields, lost: 3_000 },
      { what: 'bodyFields', limit: LIMITS.bodyFields, lost: LIMITS.formFields - LIMITS.bodyFields },
    ]);
    const long = readBody(FORM, `${'n'.repeat(100_000)}=12345678`);
    expect(long.fields[0]!.pointer.length).toBeLessThanOrEqual(256);
    expect(readBody('x'.repeat(100_000), '').mimeType.length).toBeLessThanOrEqual(256);
  });

  it('keeps, where not all fit, the fields whose names speak of credentials', () => {
    const others = Array.from({ length: 1_000 }, (_none, at) => [`n${at}`, '12345678']);
    const json = JSON.stringify({ ...Object.fromEntries(others), access_token: '12345678' });
    const { fields } = readBody('application/json', json);
    expect(fields[0]!.pointer).toBe('/access_token');
  });

  it('counts what it did not look at', () => {
    const limits = (mime: string, body: string) =>
      readBody(mime, body).limits?.map(({ what, lost }) => [what, lost]);
    expect(limits('text/html', 'x'.repeat(LIMITS.body + 1))).toEqual([['body', 1]]);
    expect(limits(FORM, `a=${'xy'.repeat(LIMITS.fieldValue)}`)).toEqual([['fieldValue', 1]]);
    expect(limits('text/html', '<meta name=a content=b>'.repeat(5_000))).toEqual([['htmlTags', 1]]);
    const parts = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(2_100);
    expect(limits('multipart/form-data; boundary=b', parts)?.[0]?.[0]).toBe('formFields');
    expect(limits(FORM, 'a=12345678')).toBeUndefined();
  });

  it('leaves out what a sanitizer put there, and counts it', () => {
    const body =
      '{"access_token":"[access_token redacted]","api_key":"********","state":"removed"}';
    const { fields, masked } = readBody('application/json', body);
    expect(fields.map(({ pointer }) => pointer)).toEqual(['/state']);
    expect(masked).toBe(2);
    expect(readBody(FORM, 'token=12345678').masked).toBeUndefined();
  });
});

describe('any body', () => {
  const mime = fc.constantFrom(
    FORM,
    'application/json',
    'text/html',
    'text/plain',
    'multipart/form-data; boundary=-',
    'multipart/form-data',
    '',
    ';;',
  );

  it('is read without an exception, and keeps no value of a password field', () => {
    fc.assert(
      fc.property(mime, fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (type, source) => {
        const body = readBody(type, source);
        expect(body.fields.length).toBeLessThanOrEqual(200);
        for (const { pointer, value } of body.fields) {
          expect(isPasswordField(pointer)).toBe(false);
          expect(value.length).toBeGreaterThanOrEqual(8);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('of JSON has its strings at their pointers', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9]{8,20}$/);
    const name = fc.stringMatching(/^[a-m~/]{1,6}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.dictionary(name, token), { maxKeys: 5 }), (json) => {
        const expected = Object.entries(json).flatMap(([outer, inner]) =>
          Object.entries(inner).map(([key, value]) => [
            `/${escaped(outer)}/${escaped(key)}`,
            value,
          ]),
        );
        expect(fieldsOf('application/json', JSON.stringify(json))).toEqual(expected);
      }),
    );
  });

  it.each(Object.entries(OF_BODIES))('%s is read to its end', (_, [mimeType, inputOf]) => {
    const source = inputOf(200_000);
    expect(readBody(mimeType, source)).toMatchObject({ bytes: source.length, fields: [] });
  });

  it('of five megabytes is read to where reading ends', () => {
    expect(readBody(FORM, 'a&'.repeat(2_500_000)).fields).toEqual([]);
  });
});

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

describe('names in JSON', () => {
  const NAMES = [
    'password',
    'a/password',
    'new.password.value',
    'user[pwd]',
    'pass~word',
    'value',
    '0',
    'items',
    'compass',
    'note',
    'x'.repeat(140),
    `${'x'.repeat(250)}password`,
    '{"password":"x"}',
    'a=b',
    'key',
  ];
  const tree = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constant('a-value-that-is-kept'),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...NAMES), tie('any'), { maxKeys: 5 }),
    ),
  })).any;

  it('are asked one by one, and no place that is called a password is kept by that', () => {
    fc.assert(
      fc.property(tree, (json) => {
        const { fields, passwordField } = readBody('application/json', JSON.stringify({ json }));
        const named = stringsOf({ json }).filter(
          ({ pointer }) => isPasswordField(pointer) || /[{}<>=&\n]/.test(pointer),
        );
        const kept = new Set(fields.map(({ pointer }) => pointer));
        const secret = named.filter(({ pointer }) => isPasswordField(pointer));
        expect(secret.filter(({ pointer }) => kept.has(pointer))).toEqual([]);
        const isTold = passwordField !== undefined;
        expect([secret.length > 0 && !isTold, named.length === 0 && isTold]).toEqual([
          false,
          false,
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
