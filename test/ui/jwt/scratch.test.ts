import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeScratch, newScratch, withPart } from '../../../src/ui/jwt/scratch.js';
import { b64u } from '../../support/base64.js';
import { anyJwe, jwsOf, jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const token = jwtOf({ sub: 'ada' }, { alg: 'HS256' });

describe('taking a token apart', () => {
  it('shows header and claims laid out', () => {
    expect(decodeScratch(token)).toMatchObject({
      encoded: token,
      claims: '{\n  "sub": "ada"\n}',
      isSigned: true,
      isEncrypted: false,
      inner: null,
      faults: {},
    });
  });

  it.each([
    ['white space', `\n ${token} \n`],
    ['a scheme', `Bearer ${token}`],
    ['quotes', `"${token}"`],
    ['a header', `Authorization: Bearer ${token}`],
    ['JSON', `{"access_token":"${token}","n":1.5}`],
  ])('leaves %s around it out', (_, pasted) => {
    expect(decodeScratch(pasted).encoded).toBe(token);
  });

  it.each([
    ['nothing like a token', 'hello', { encoded: { why: 'form' } }],
    ['four parts', 'eyJh.a.b.c', { encoded: { why: 'form' } }],
    ['a header that is no base64url', `ey*.${b64u('{}')}.`, { header: { why: 'base64' } }],
    ['a header that is no UTF-8', `_____w.${b64u('{}')}.x`, { header: { why: 'utf8' } }],
    ['a header that is no JSON', jwsOf('alg', '{}'), { header: { why: 'json', line: 1 } }],
    ['claims that are no object', jwsOf('{"alg":"HS256"}', '["a"]'), { claims: { why: 'object' } }],
  ])('tells of %s where it is', (_, pasted, faults) => {
    expect(decodeScratch(pasted).faults).toEqual(faults);
  });

  it('reads the header alone of an encrypted one', () => {
    const jwe = anyJwe(new Seeded('scratch'));
    const { isEncrypted, header, claims, faults } = decodeScratch(jwe);
    expect({ isEncrypted, claims, faults }).toEqual({ isEncrypted: true, claims: '', faults: {} });
    expect(header).toContain('"enc"');
  });

  it('leads to the token in a token', () => {
    const outer = jwsOf('{"alg":"HS256","cty":"JWT"}', token);
    expect(decodeScratch(outer)).toMatchObject({ inner: token, faults: {} });
  });

  it('takes an unencoded payload as it stands (RFC 7797)', () => {
    const raw = `${b64u('{"alg":"HS256","b64":false,"crit":["b64"]}')}.abc.c2ln`;
    expect(decodeScratch(raw).claims).toBe('abc');
  });

  it('is over with nothing', () => {
    expect(decodeScratch('  ')).toMatchObject({ encoded: '', header: '', claims: '', faults: {} });
  });

  it('survives whatever is pasted', () => {
    const part = fc.oneof(
      fc.string().map(b64u),
      fc.base64String(),
      fc.string(),
      fc.json().map(b64u),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const pasted = parts.join('.');
        const scratch = decodeScratch(pasted);
        expect(pasted).toContain(scratch.encoded);
      }),
    );
  });
});

describe('changing a part', () => {
  const before = decodeScratch(token);

  it('puts it in its place, leaves the other as it was, and leaves the signature out', () => {
    const after = withPart(before, 'claims', '{ "sub": "eve",\n "n": 12345678901234567890 }');
    const [head, payload, signature] = after.encoded.split('.');
    expect(head).toBe(token.split('.')[0]);
    expect(payload).toBe(b64u('{"sub":"eve","n":12345678901234567890}'));
    expect(signature).toBe('');
    expect(after).toMatchObject({ isSigned: false, faults: {} });
  });

  it('changes nothing while it is no JSON, and tells where', () => {
    const half = withPart(before, 'header', '{"alg": ');
    expect(half.encoded).toBe(token);
    expect(half).toMatchObject({ header: '{"alg": ', faults: { header: { why: 'json' } } });
    const whole = withPart(half, 'header', '{"alg":"none"}');
    expect(whole.faults).toEqual({});
    expect(whole.encoded.startsWith(`${b64u('{"alg":"none"}')}.`)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['no token', 'hello'],
  ])('begins a token where there is %s', (_, pasted) => {
    const { encoded, faults } = withPart(decodeScratch(pasted), 'claims', '{"sub":"bob"}');
    expect(faults).toEqual({});
    expect(decodeScratch(encoded).header).toBe(newScratch().header);
  });

  it('is undone by what it was before', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (claims) => {
        const text = JSON.stringify(claims, null, 2);
        const { encoded } = withPart(before, 'claims', text);
        expect(decodeScratch(encoded).claims).toBe(text);
      }),
    );
  });
});
