import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOfSignature,
  isSigningKey,
  isOfSignedForm,
  isSigningNonce,
  messageSignature,
  signedAddress,
  signedAs,
  signedRequest,
} from '../../../../src/engine/values/signatures/signed-request.js';

const HEX = '5f8e2c1b9a7d4e63'.repeat(4);
const MAC = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYg=';

describe('the key of a signed request', () => {
  it.each([
    ['aws4-hmac-sha256', `Credential=KEY1/20261120/eu-west-1/s3/aws4_request, Signature=${HEX}`],
    ['aws4-ecdsa-p256-sha256', `Credential=KEY1/20261120/s3/aws4_request, Signature=${HEX}`],
    ['goog4-rsa-sha256', `Credential=KEY1/20261120/auto/storage/goog4_request, Signature=${HEX}`],
    ['oss4-hmac-sha256', `Credential=KEY1/20261120/oss/aliyun_v4_request,Signature=${HEX}`],
    ['sdk-hmac-sha256', `Access=KEY1, SignedHeaders=host, Signature=${HEX}`],
    ['hmac-sha256', `Credential=KEY1&SignedHeaders=date;host&Signature=${MAC}`],
    ['aws', `KEY1:${MAC}`],
    ['oss', `KEY1:${MAC}`],
    ['sharedkeylite', `KEY1:${MAC}`],
    ['amx', `KEY1:${MAC}:5f8e2c1b:1618473500`],
    ['apiauth-hmac-sha256', `KEY1:${MAC}`],
    ['hawk', `id="KEY1", ts="1353832234", nonce="j4h3g2", mac="${MAC}"`],
    ['mac', `id="KEY1", nonce="264095:dj83hs9s", mac="${MAC}"`],
    ['signature', `keyId="KEY1",algorithm="hs2019",headers="host date",signature="${MAC}"`],
    ['hmac', `username="KEY1", algorithm="hmac-sha256", signature="${MAC}"`],
    ['oauth', `oauth_consumer_key="app", oauth_token="KEY1", oauth_signature="${MAC}"`],
    ['oauth', `oauth_consumer_key="KEY1", oauth_signature="${MAC}"`],
    ['eg1-hmac-sha256', `client_token=app;access_token=KEY1;nonce=1;signature=${MAC}`],
    ['', `q-sign-algorithm=sha1&q-ak=KEY1&q-sign-time=1;2&q-signature=${HEX}`],
    ['', `bce-auth-v1/KEY1/2026-11-20T01:26:10Z/1800/host/${HEX}`],
    ['shop', `app_id=KEY1, timestamp=1, sign="${HEX}"`],
  ])('is told by %s %s', (scheme, rest) => {
    expect(signedRequest(scheme, rest)?.keyId).toBe('KEY1');
  });

  it('is one without a name where the request tells none', () => {
    expect(signedRequest('shop', `realm="a", signature="${MAC}"`)?.keyId).toBe('');
  });

  it.each([
    ['bearer', 'eyJhbGciOiJub25lIn0.e30.'],
    ['oauth', HEX],
    ['token', `token="${HEX}", signature="${MAC}"`],
    ['shop', `for="${HEX}"`],
    ['shop', 'signature=""'],
    ['shop', `name:${MAC}`],
    ['', HEX],
    ['', `${MAC}=`],
    ['', '/v1/items/2026/10/x/y'],
  ])('is in no request that sends %s %s', (scheme, rest) => {
    expect(signedRequest(scheme, rest)).toBeUndefined();
  });

  it('is the keyid of a message signature, which is optional (RFC 9421 §2.3)', () => {
    const input = 'sig1=("@method" "@path");created=1618473510;keyid="KEY1";alg="ed25519"';
    expect(messageSignature(input)?.keyId).toBe('KEY1');
    expect(messageSignature('sig1=("@method");created=1618473510')).toBeUndefined();
  });

  it('is found by what stands for it, and nothing else is', () => {
    const signed = { scheme: 'hawk', keyId: 'KEY1' };
    expect(isSigningKey({ scheme: 'hawk', value: signedAs(signed) })).toBe(true);
    expect(isSigningKey({ scheme: 'bearer', value: HEX })).toBe(false);
    expect(isSigningKey({ value: signedAs(signed) })).toBe(false);
  });

  it('is read from anything without a crash, and holds no signature', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (scheme, rest) => {
        const found = signedRequest(scheme, `${rest}, signature="${MAC}"`);
        expect(found === undefined || !signedAs(found).includes(MAC)).toBe(true);
        messageSignature(rest);
      }),
    );
  });
});

describe('the key of a request that is signed in its address', () => {
  const signed = (query: string) => signedAddress([...new URLSearchParams(query)]);

  it.each([
    [`oauth_consumer_key=app&oauth_token=KEY1&oauth_nonce=1&oauth_signature=${MAC}`, 'oauth'],
    [`oauth_consumer_key=KEY1&oauth_timestamp=1&oauth_signature=${MAC}`, 'oauth'],
    [`AccessKeyId=KEY1&SignatureNonce=1&SignatureVersion=1.0&Signature=${MAC}`, 'signature'],
    [`AWSAccessKeyId=KEY1&Timestamp=1&SignatureVersion=2&Signature=${MAC}`, 'signature'],
  ])('is told by %s', (query, scheme) => {
    expect(signed(query)).toEqual({ scheme, keyId: 'KEY1' });
    for (const [name] of new URLSearchParams(query)) expect(isOfSignature(name)).toBe(true);
  });

  it.each([
    `AWSAccessKeyId=KEY1&Expires=1763632800&Signature=${MAC}`,
    `Key-Pair-Id=KEY1&Expires=1763632800&Signature=${MAC}`,
    `appKey=KEY1&t=1763632800&sign=${HEX}`,
    'oauth_token=KEY1&oauth_verifier=1',
    `AccessKeyId=KEY1&Timestamp=1`,
    '',
  ])('is none of %s', (query) => {
    expect(signed(query)).toBeUndefined();
  });
});

it('what is new in each signed message is no nonce that somebody waits for', () => {
  const beside = (...names: string[]) => isSigningNonce('nonceStr', () => names);
  expect(beside('appId', 'timestamp', 'sign')).toBe(true);
  expect(beside('Signature')).toBe(true);
  expect(beside('state', 'redirect_uri')).toBe(false);
  expect(isSigningNonce('state', () => ['sign'])).toBe(false);
});

it('a token beside a policy and its signature belongs to a signed form', () => {
  const beside = (token: string, ...names: string[]) => isOfSignedForm(token, () => names);
  expect(beside('x-amz-security-token', 'policy', 'x-amz-signature', 'key')).toBe(true);
  expect(beside('x-oss-security-token', 'policy', 'x-oss-signature')).toBe(true);
  expect(beside('X-Amz-Security-Token', 'Policy', 'signature')).toBe(true);
  expect(beside('x-amz-security-token', 'accessKeyId', 'secretAccessKey')).toBe(false);
  expect(beside('x-amz-security-token', 'policy')).toBe(false);
  expect(beside('access_token', 'policy', 'signature')).toBe(false);
});
