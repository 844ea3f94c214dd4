import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { flowsOf, address, IDP, opaque, APP, form, kinds } from '../../support/flow-visit.js';

describe('SAML and WS-Federation', () => {
  it('say who asserted what to whom', () => {
    const flows = flowsOf(
      { url: address(`${IDP}/sso`, { SAMLRequest: opaque(), RelayState: 'x' }) },
      {
        url: `${APP}/acs`,
        method: 'POST',
        requestBody: form({ SAMLResponse: opaque(), RelayState: 'x' }),
      },
      { url: address(`${IDP}/adfs/ls`, { wa: 'wsignin1.0', wtrealm: APP }) },
      {
        url: `${APP}/`,
        method: 'POST',
        requestBody: form({ wa: 'wsignin1.0', wresult: 'tokenresponse' }),
      },
    );
    expect(flows.map((flow) => [flow.protocol, flow.issuer, kinds(flow)])).toEqual([
      ['saml', IDP, ['saml-request', 'saml-response']],
      ['ws-federation', IDP, ['ws-federation-request', 'ws-federation-response']],
    ]);
  });

  it('are the business of the site that the answer goes to', () => {
    const analysis = new Analysis();
    for (const [url, fields] of [
      [`${IDP}/sso`, { SAMLRequest: opaque() }],
      ['http://app.test/acs', { SAMLResponse: opaque() }],
    ] as const)
      analysis.addExchange(exchange({ url, method: 'POST', requestBody: form(fields) }));
    const { findings } = analysis.report({
      source: { kind: 'har', url: APP, dropped: 0 },
      version: '0',
    });
    const told = findings.find(({ ruleId }) => ruleId === 'saml-response-over-http');
    expect(told?.about.site).toBe('http://app.test');
  });

  it('take a request that the login page hands on for the same, and another one for another', () => {
    const ask = address(`${IDP}/sso`, { SAMLRequest: opaque() });
    const other = address(`${IDP}/sso`, { SAMLRequest: opaque() });
    const flows = flowsOf(
      { url: ask },
      { url: ask },
      { url: `${APP}/acs`, method: 'POST', requestBody: form({ SAMLResponse: opaque() }) },
      { url: other },
    );
    expect(flows.map(kinds)).toEqual([['saml-request', 'saml-response'], ['saml-request']]);
  });
});
