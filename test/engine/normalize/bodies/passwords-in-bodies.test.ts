import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPasswordField, readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { stringsOf } from '../../../../src/engine/normalize/bodies/json-strings.js';
import { FORM } from '../../../support/bodies.js';

it('of JSON that a cloud calls its own has a password as any other', () => {
  const text = '{"AuthParameters":{"USERNAME":"ada","PASSWORD":"correct horse"}}';
  const body = readBody('application/x-amz-json-1.1', text);
  expect(body.passwordField).toBe('/AuthParameters/PASSWORD');
  expect(JSON.stringify(body)).not.toContain('correct horse');
});

describe('a body', () => {
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
});

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
