import { describe, expect, it } from 'vitest';
import { isReplaced, lossOf } from '../../../../src/engine/moments/session/loss.js';
import { cookie } from '../../../support/credential.js';
import { exchange } from '../../../support/exchange.js';

describe('the loss of a session', () => {
  const asked = exchange({ url: 'https://shop.example/a' });
  const { id, url, method, startedAt } = asked;
  const use = {
    exchange: asked,
    ref: { id, url, method },
    value: 1,
    isSignedIn: true,
    isUnsaid: false,
  };

  it('tells how long it was not used, and whether another id came in its place', () => {
    const soon = lossOf({ ...use, session: cookie() }, startedAt - 1_000);
    expect(soon).toMatchObject({ type: 'session-lost', site: 'https://shop.example' });
    expect(soon.detail).toEqual({ newId: false });
    const late = lossOf({ ...use, session: cookie({ valueCount: 2 }) }, startedAt - 600_000);
    expect(late.detail).toMatchObject({ newId: true, idle: 600_000 });
  });

  it('is none where another answer gave a new id meanwhile', () => {
    const by = { id: 'other', url, method };
    expect(isReplaced(cookie({ cookie: { setBy: by, setAt: startedAt + 1 } }), asked)).toBe(true);
    expect(isReplaced(cookie({ cookie: { setBy: by, setAt: startedAt - 1 } }), asked)).toBe(false);
    expect(isReplaced(cookie({ cookie: { setBy: use.ref, setAt: startedAt } }), asked)).toBe(false);
  });
});
