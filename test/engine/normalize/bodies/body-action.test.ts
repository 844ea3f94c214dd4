import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actionOf } from '../../../../src/engine/normalize/bodies/body-action.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';

const json = (value: unknown) => readBody('application/json', JSON.stringify(value)).action;
const form = (text: string) => readBody('application/x-www-form-urlencoded', text).action;

it.each([
  [json({ jsonrpc: '2.0', id: 1, method: 'auth.login', params: {} }), 'auth.login'],
  [json([{ jsonrpc: '2.0', method: 'session.signOut' }]), 'session.signOut'],
  [json({ action: 'login' }), 'login'],
  [json({ action: 'Auth', method: 'logout', data: null, type: 'rpc', tid: 3 }), 'Auth logout'],
  [json([{ action: 'Auth', method: 'login', data: [], type: 'rpc', tid: 3 }]), 'Auth login'],
  [form('extAction=Auth&extMethod=logout&extTID=3&extType=rpc'), 'logout'],
  [json({ path: 'auth:signOut', args: [{}], format: 'json' }), 'signOut'],
  [json({ path: '/auth/sign-out' }), undefined],
  [json({ action: 'click', method: 'logout', type: 'event' }), 'click'],
  [json({ action: 'click', method: 'logout' }), 'click'],
  [form('act=login&user=ada'), 'login'],
  [form('task=user.logout'), 'user.logout'],
  [form('csrf=x&logout=1'), 'logout'],
  [form('__EVENTTARGET=ctl00%24LoginStatus1%24ctl00&__VIEWSTATE=x'), 'logout'],
  [form('__EVENTTARGET=ctl00%24lnkLogout&__VIEWSTATE=x'), 'logout'],
  [form('__EVENTTARGET=ctl00%24grid%24page2&__VIEWSTATE=x'), undefined],
  [form('csrf=x&sign_out=Sign+out'), 'logout'],
  [form('form[log-out]=1'), 'logout'],
])('%s is what a body asks for', (action, words) => expect(action).toBe(words));

it.each([
  form('login=ada&pin=1'),
  form('logout=0'),
  form('logout='),
  form('redirect=logout'),
  json({ method: 'two words here' }),
])('no act is named: %s', (action) => expect(action).toBeUndefined());

it('looks at a place by no more than where it stands', () => {
  const part = fc.constantFrom('0', '7', '12', 'payload', 'query', 'operationName', 'method', 'do');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const pointer = `/${parts.join('/')}`;
      const isKnown =
        /^\/(?:\d\/)?(?:method|do)$/.test(pointer) ||
        /^(?:\/0)?(?:\/payload)?\/operationName$/.test(pointer) ||
        pointer === '/0';
      expect(actionOf([{ pointer, value: 'login' }])).toBe(isKnown ? 'login' : undefined);
    }),
  );
});
