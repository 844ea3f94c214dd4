import { describe, expect, it } from 'vitest';
import type { ReportFlow } from '../../../src/engine/report/report-event.js';
import { flowsOf, login, CODE, STATE, callback } from '../../support/flow-login.js';
import { IDP, opaque, APP, form } from '../../support/flow-visit.js';

describe('what a flow tells of its answer', () => {
  it('the address of an app of the device', () => {
    const redirect_uri = 'com.example.app:/back';
    const [flow] = flowsOf({
      ...login({ redirect_uri }),
      redirectUrl: `${redirect_uri}?code=${CODE}&state=${STATE}`,
    });
    expect(flow).toMatchObject({ redirectUri: redirect_uri, stateMatches: true });
  });

  it('the address on the server’s own host, where a client gave but its path', () => {
    const redirect_uri = '/user/ada/oauth_callback';
    const [flow] = flowsOf({
      ...login({ redirect_uri }),
      redirectUrl: `${redirect_uri}?code=${CODE}&state=${STATE}`,
    });
    expect(flow?.redirectUri).toBe(IDP + redirect_uri);
  });

  it('whether it names the issuer', () => {
    expect(flowsOf(login({}, { iss: IDP }))[0]?.issuerNamed).toBe(true);
    expect(flowsOf(login())[0]?.issuerNamed).toBe(false);
  });

  it('no mismatch for the answer to a login that was not seen', () => {
    const [flow] = flowsOf(login(), { url: callback({ code: opaque(), state: opaque() }) });
    expect(flow?.stateMatches).toBe(true);
  });

  it.each<[string, string, string, ReportFlow['told']]>([
    ['a code', callback(), 'https://cdn.test/a.js', [told('code', 'https://cdn.test')]],
    [
      'a state alone',
      `${APP}/callback?state=${STATE}`,
      'https://cdn.test/a.js',
      [told('state', 'https://cdn.test')],
    ],
    ['nothing to its own origin', callback(), `${APP}/a.js`, undefined],
    ['nothing to the issuer, which gave it', callback(), `${IDP}/a.js`, undefined],
    ['nothing of another page', `${APP}/?code=${opaque()}`, 'https://cdn.test/a.js', undefined],
  ])('that a Referer told %s', (_what, referer, url, expected) => {
    const [flow] = flowsOf(login(), { url, type: 'other', sends: { referer } });
    expect(flow?.told).toEqual(expected);
    expect(JSON.stringify(flow)).not.toContain(CODE);
  });

  it.each([
    ['with a signature', '<ds:Signature><ds:SignedInfo/></ds:Signature>', true],
    ['without one', '', false],
  ])('a SAML response %s', (_what, signature, samlSigned) => {
    const xml =
      '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1">' +
      `<saml:Assertion>${signature}<saml:Subject>ada</saml:Subject></saml:Assertion>` +
      '</samlp:Response>';
    const [flow] = flowsOf({
      url: `${APP}/acs`,
      method: 'POST',
      requestBody: form({ SAMLResponse: btoa(xml) }),
    });
    expect(flow?.samlSigned).toBe(samlSigned);
  });

  it.each([
    ['whose assertion is encrypted', '<saml:EncryptedAssertion/></samlp:Response>'],
    ['that is cut off', '<saml:Assertion><saml:Subject>ada</saml:Subject>'],
    ['without an assertion', '<samlp:Status/></samlp:Response>'],
  ])('nothing of the signature of a SAML response %s', (_what, rest) => {
    const xml =
      `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1">` + rest;
    const body = form({ SAMLResponse: btoa(xml) });
    const [flow] = flowsOf({ url: `${APP}/acs`, method: 'POST', requestBody: body });
    expect(flow?.protocol).toBe('saml');
    expect(flow?.samlSigned).toBeUndefined();
  });
});

function told(name: 'code' | 'state', origin: string) {
  const by: unknown = expect.objectContaining({ url: `${origin}/a.js` });
  return expect.objectContaining({ name, origin, exchange: by }) as never;
}
