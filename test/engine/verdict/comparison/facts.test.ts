import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../src/engine/verdict/comparison/facts.js';
import { render } from '../../../../src/engine/render.js';
import { comparisonOf } from '../../../../src/engine/verdict/comparison/comparison.js';
import { cookie, credential, exchange, jwt, sighting } from '../../../support/credential.js';

const sent = (more = {}) => ({ sightings: [sighting(more)] });

describe('the table', () => {
  it('speaks of the token that the verdict speaks of', () => {
    const ofFirstStep = jwt({}, { id: 'c1', ...sent({ carrier: 'body', locator: '/ticket' }) });
    const bearer = jwt({}, { id: 'c2', ...sent() });
    expect(factsOf([ofFirstStep, bearer]).token?.id).toBe('c1');
    expect(factsOf([ofFirstStep, bearer], { from: [bearer] }).token?.id).toBe('c2');
  });

  it('speaks of the ID token where that is what an API is shown', () => {
    const access = jwt({}, { id: 'c1', sightings: [sighting({ direction: 'received' })] });
    const id = jwt({}, { id: 'c2', role: 'id-token', ...sent() });
    expect(factsOf([access, id], { from: [id] }).token?.id).toBe('c2');
  });

  const sealed = cookie({ id: 'c1', name: 'session', format: 'jwe' });
  it('speaks of the cookie that stands for the user beside a token', () => {
    const bearer = jwt({}, { id: 'c2', ...sent() });
    const facts = factsOf([sealed, bearer], { from: [sealed, bearer] });
    expect(facts).toMatchObject({ token: { id: 'c2' }, cookie: { id: 'c1' } });
  });

  it('speaks of a token in a cookie as a cookie, where the verdict speaks of another token', () => {
    const bearer = credential({ id: 'c2', role: 'session', ...sent({ locator: 'x-key' }) });
    const inCookie = cookie({ id: 'c3', role: 'access-token', ...sent({ carrier: 'cookie' }) });
    const facts = factsOf([inCookie, bearer], { from: [bearer] });
    expect(facts).toMatchObject({ token: { id: 'c2' }, cookie: { id: 'c3' } });
  });

  it('takes no key and no address for the token', () => {
    const key = credential({ id: 'c1', role: 'api-key', ...sent() });
    const inUrl = credential({ id: 'c2', carrier: 'url', role: 'session' });
    expect(factsOf([key, inUrl], { from: [key, inUrl] }).token).toBeUndefined();
  });

  it('names what is sent back against forgery, and not what it is known again by', () => {
    const session = cookie({ id: 'c3', role: 'csrf', behaviour: { setWithGuard: exchange() } });
    const field = credential({ id: 'c4', kind: 'field', role: 'csrf' });
    expect(factsOf([session, field]).csrf?.id).toBe('c4');
    expect(factsOf([session]).csrf?.id).toBe('c3');
    expect(factsOf([cookie({ id: 'c5', role: 'csrf' }), field]).csrf?.id).toBe('c5');
  });

  it.each([
    [{}, false, /^Yes, by forgetting it on the server\. Log out/],
    [{}, true, /^Yes, by forgetting it on the server\. Whether the logout that was seen did that/],
    [{ clearedAtLogout: true }, true, /^Yes, by forgetting it; the logout cleared the cookie/],
  ])('says of an id after %o whether it can be revoked', (behaviour, hasLogout, said) => {
    const rows = comparisonOf([cookie({ behaviour })], { hasLogout });
    const row = rows.find(({ aspect }) => aspect === 'revocable');
    expect(row && render(row.session)).toMatch(said);
  });
});
