import { describe, expect, it } from 'vitest';
import { frameAncestorsOf } from '../../../src/engine/trail/framing.js';
import { responseFactsOf } from '../../../src/engine/trail/response-facts.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const framingOf = (gets: ExchangeSpec['gets'], more: Partial<ExchangeSpec> = {}) =>
  responseFactsOf(exchange({ url: 'https://id.test/login', gets: { via: 'x', ...gets }, ...more }))
    .framing;
const policy = (value: string | string[]) => ({ 'content-security-policy': value });

describe('which pages may show a response in a frame', () => {
  it.each([
    [{}, 'anybody'],
    [{ 'x-frame-options': 'DENY' }, 'nobody'],
    [{ 'x-frame-options': ' SameOrigin ' }, 'own-site'],
    [{ 'x-frame-options': 'ALLOW-FROM https://a.test' }, 'anybody'],
    [policy("default-src 'self'"), 'anybody'],
    [policy("default-src 'self'; frame-ancestors 'none'"), 'nobody'],
    [policy("frame-ancestors 'self'"), 'own-site'],
    [policy('Frame-Ancestors https://a.test'), 'listed'],
    [policy('frame-ancestors https:'), 'anybody'],
    [policy('frame-ancestors *'), 'anybody'],
    [policy('frame-ancestors'), 'nobody'],
    [policy(['frame-ancestors *', "frame-ancestors 'none'"]), 'nobody'],
    [{ ...policy("frame-ancestors 'none'"), 'x-frame-options': 'SAMEORIGIN' }, 'nobody'],
    [{ ...policy('frame-ancestors *'), 'x-frame-options': 'DENY' }, 'anybody'],
    [policy("frame-ancestors-of 'none'"), 'anybody'],
  ] as [ExchangeSpec['gets'], string][])('%j: %s', (gets, framing) => {
    expect(framingOf(gets)).toBe(framing);
  });

  it('is unknown where no header was seen, and no fact of what is no page', () => {
    expect(framingOf({ via: [] })).toBe('unknown');
    expect(framingOf({}, { type: 'fetch' })).toBeUndefined();
    expect(framingOf({}, { status: 302, redirectUrl: 'https://id.test/' })).toBeUndefined();
  });

  it('is told by a part of a policy that a recording keeps', () => {
    expect(
      frameAncestorsOf("script-src 'self'; frame-ancestors 'none', frame-ancestors A"),
    ).toEqual(["'none'", 'a']);
  });
});
