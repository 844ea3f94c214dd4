import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import { jwtOf } from '../../support/jose.js';
import { seen } from '../../support/new-sighting.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('records');
const AT = seen(1, { carrier: 'cookie', locator: 'at' });
const jwt = (n: number) =>
  jwtOf({ iss: 'https://idp.test', sub: 'ada', jti: String(n), exp: 4_000_000_000 + n });
const again = (store: CredentialStore) =>
  CredentialStore.restore(JSON.parse(JSON.stringify(store.save())));

describe('a store that goes on by itself', () => {
  it('writes nothing into the one that it came from, nor that one into it', () => {
    const base = CredentialStore.empty();
    const token = random.base62(40);
    const id = base.token(token, seen(1)).id;
    const fork = base.fork();
    base.change(id, (draft) => void (draft.scheme = 'base'));
    fork.change(id, (draft) => void (draft.scheme = 'fork'));
    base.token(token, seen(9));
    expect([base.byId(id)!.scheme, fork.byId(id)!.scheme]).toEqual(['base', 'fork']);
    expect([base.byId(id)!.lastSeen, fork.byId(id)!.lastSeen]).toEqual([9, 1]);
    const second = base.fork();
    base.change(id, (draft) => void (draft.scheme = 'later'));
    expect(second.byId(id)!.scheme).toBe('base');
  });
});

describe('ids that credentials had before', () => {
  it('lead to what they became, after a stop as well', () => {
    const store = CredentialStore.empty();
    const token = jwt(1);
    const before = store.token(token, seen(1)).id;
    const cookie = store.create('cookie', 'cookie at', token, AT).id;
    expect(before).not.toBe(cookie);
    for (const one of [store, again(store)]) {
      expect(one.byId(before)?.id).toBe(cookie);
      expect(one.lineage(before)?.id).toBe(cookie);
    }
  });

  it('lead to the lineage that a token is a generation of', () => {
    const store = CredentialStore.empty();
    const first = store.token(jwt(1), seen(1)).id;
    const second = store.token(jwt(2), seen(60_000)).id;
    for (const one of [store, again(store)])
      expect(one.lineage(second)).toMatchObject({ id: first, valueCount: 2 });
  });
});

describe('a lineage without its middle', () => {
  it('goes on from the one before to the one after', () => {
    const store = CredentialStore.empty();
    const [a, b, c] = [jwt(1), jwt(2), jwt(3)];
    for (const [n, token] of [a, b, c].entries()) store.token(token, seen(1 + n * 60_000));
    expect(store.all()).toHaveLength(1);
    store.create('cookie', 'cookie at', b, AT);
    const chain = store.all().find(({ kind }) => kind === 'token');
    expect([chain?.value, chain?.pastValues]).toEqual([c, [a]]);
  });
});
