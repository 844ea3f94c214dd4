import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPasswordField, readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { LIMITS } from '../../../../src/engine/settings.js';
import { FORM } from '../../../support/bodies.js';
import { OF_BODIES } from '../../../support/hostile-inputs.js';

const fieldsOf = (mime: string, source: string) =>
  readBody(mime, source).fields.map(({ pointer, value }) => [pointer, value]);

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
