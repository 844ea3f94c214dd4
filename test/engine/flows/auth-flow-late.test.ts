import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { request, opaque, IDP, address, APP, form, json, kinds } from '../../support/flow-visit.js';

describe('OAuth 2 and OpenID Connect', () => {
  it('what was told late in its place', () => {
    const asked = request();
    const [code, refresh] = [opaque(), opaque()];
    const analysis = new Analysis();
    const post: ExchangeSpec = { url: `${IDP}/token`, method: 'POST', type: 'fetch' };
    const seen = [
      exchange({
        url: address(`${IDP}/a`, asked),
        status: 302,
        redirectUrl: address(`${APP}/callback`, { code, state: asked.state }),
      }),
      exchange(post),
      exchange({
        url: `${IDP}/userinfo`,
        type: 'fetch',
        sends: { authorization: `Bearer ${opaque()}` },
      }),
      exchange(post),
      exchange({ url: address(`${IDP}/session/end`, { post_logout_redirect_uri: APP }) }),
    ];
    for (const one of seen) analysis.addExchange(one);
    const tell = (one: (typeof seen)[number] | undefined, fields: Record<string, string>) =>
      analysis.addBodies({
        kind: 'bodies',
        exchangeId: one!.id,
        at: seen[4]!.startedAt + 50,
        request: form(fields),
        response: json({ access_token: opaque(), refresh_token: refresh }),
      });
    const told = () =>
      kinds(
        analysis.report({ source: { kind: 'tab', url: APP, dropped: 0 }, version: '0' }).flows[0],
      )?.slice(2);
    expect(told()).toEqual([
      'token-request',
      'userinfo-request',
      'token-request',
      'end-session-request',
    ]);
    tell(seen[1], { grant_type: 'authorization_code', code });
    tell(seen[3], { grant_type: 'refresh_token', refresh_token: refresh });
    expect(told()).toEqual([
      'token-request',
      'userinfo-request',
      'refresh-request',
      'end-session-request',
    ]);
  });

  it('a token request whose body DevTools tells late, once', () => {
    const asked = request();
    const code = opaque();
    const analysis = new Analysis();
    for (const spec of [
      {
        url: address(`${IDP}/a`, asked),
        status: 302,
        redirectUrl: address(`${APP}/callback`, { code, state: asked.state }),
      },
      { url: `${IDP}/token`, method: 'POST', type: 'fetch' },
    ] as const)
      analysis.addExchange(exchange(spec));
    const report = () =>
      analysis.report({ source: { kind: 'tab', url: APP, dropped: 0 }, version: '0' }).flows;
    const [before] = report();
    expect(kinds(before)).toEqual([
      'authorization-request',
      'authorization-response',
      'token-request',
    ]);
    const { id } = before!.steps[2]!.exchange;
    analysis.addBodies({
      kind: 'bodies',
      exchangeId: id,
      at: Date.parse(before!.steps[2]!.at) + 50,
      request: form({ grant_type: 'authorization_code', code }),
      response: json({ access_token: opaque() }),
    });
    const [after, ...more] = report();
    expect(more).toEqual([]);
    expect(after!.steps.map(({ detail }) => detail.gave)).toEqual([
      undefined,
      'code',
      'access_token',
    ]);
  });
});
