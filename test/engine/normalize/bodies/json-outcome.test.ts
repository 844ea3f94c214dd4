import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysNo } from '../../../../src/engine/normalize/bodies/json-outcome.js';
import { Seeded } from '../../../support/seeded.js';

const TOKEN = new Seeded('outcomes').base62(40);

describe('an answer that says that it did not work', () => {
  it.each([
    { code: 1001, message: 'wrong password', data: null },
    { code: -1, msg: '密码错误' },
    { errno: 12, errmsg: 'x' },
    { status: 'FAIL' },
    { resultCode: 'E001', resultMsg: '아이디 또는 비밀번호가 맞지 않습니다' },
    { message: 'Invalid credentials' },
    { result: 'N' },
    { result: false },
    { login: false },
    { erfolg: false, grund: 'unbekannt' },
    { éxito: false },
    { sucesso: 0 },
    { gelukt: false, id: TOKEN },
    { 成功: false },
    { valid: 0 },
    { isSuccess: 'N' },
    { loginResult: 'fail' },
    { error_code: 3, error_msg: 'x' },
    { errorCode: 'INVALID_CREDENTIALS' },
    { errors: [{ message: 'bad' }], data: null },
    { ret: 1, msg: 'x' },
    { retCode: '9999' },
    { rtn: -3 },
    { status: 0, message: 'Login failed' },
    { type: 'danger', text: 'Wrong' },
    { message: 'The email or password is incorrect.', token: null },
    { detail: 'Mot de passe incorrect' },
    { user: null },
    { code: 0, data: false },
    { status: 200, payload: false, message: '' },
    { actions: [{ id: '9;a', state: 'SUCCESS', returnValue: 'Your login attempt has failed.' }] },
    { results: [{ error: { code: 3 } }], context: { mode: 'PROD' } },
    { calls: [{ message: 'Wrong password' }] },
    [{ syncId: 1, changes: [{ node: 6, key: 'error', feat: 1, value: true }] }],
    {
      changes: [
        { name: 'text', value: 'x' },
        { name: 'errors', value: ['no'] },
      ],
    },
    { accessToken: null },
    { code: 'AUTH_FAILED' },
    { reason: 'Bad credentials' },
    { error: false, message: 'Bad username or password' },
    { authStatus: 'WrongCredentials', authCookie: null },
    { status: 'INVALID_PASSWORD' },
    { result: 'UserNotFound' },
    { loginState: 'bad-credentials' },
    { ErrorId: 1, LoginData: null },
    [{ cmd: 'Login', code: 1, error: { detail: 'login failed' } }],
    { data: { success: 'false' } },
    { result: { code: 500 } },
    { title: 'パスワードが間違っています', status: 200 },
    'Invalid password',
    { result: -1 },
    { remainingAttempts: 2 },
    { captcha_required: true },
    { stat: 'fail' },
    { sid: '0000000000000000', blockTime: 0 },
    { fieldErrors: { password: ['wrong'] } },
    { form: { valid: false, errors: { password: 'wrong' } } },
    { d: { Success: false, Message: 'x' } },
    { LoginResult: { Succeeded: false } },
    { data: { login: null } },
    { data: { login: { token: null, userErrors: [{ field: 'password' }] } } },
    { data: { signIn: { __typename: 'InvalidCredentialsError', note: 'x' } } },
    {
      data: {
        customerAccessTokenCreate: {
          customerAccessToken: null,
          customerUserErrors: [{ code: 'UNIDENTIFIED_CUSTOMER' }],
        },
      },
    },
  ])('%j', (answer) => expect(saysNo(answer)).toBe(true));

  it('says nothing of the kind where it asks for the next step', () =>
    expect(saysNo({ success: false, reason: 'mfa_required' })).toBe(false));
});

describe('an answer that does not', () => {
  it.each([
    { status: 'PASSWORD_ACCEPTED' },
    { status: 'user' },
    { state: 'account_active' },
    { message: 'Too bad that the user of this account left' },
    [{ code: 1, error: 'x' }, { code: 0 }],
    [],
    { code: 0, data: { id: 1 } },
    { code: 200, msg: 'ok', data: {} },
    { code: 20000, data: {} },
    { code: '0000', data: null },
    { code: 1, info: 'success' },
    { code: 1, data: { token: TOKEN } },
    { ret: 1, token: TOKEN },
    { resultCode: '0000', resultMsg: '성공' },
    { result: 'Y' },
    { errno: 0 },
    { errorCode: '', ok: true },
    { status: 1, message: 'ok' },
    { status: 1 },
    { code: 'S200' },
    { code: TOKEN },
    { code: `e1${TOKEN}` },
    { error: null, user: { id: 1 } },
    { errors: [], data: { login: { id: 1 } } },
    { user: { id: 1 }, session: null },
    { message: 'Logged in' },
    { message: 'Welcome back. Last failed login attempt: 3 days ago' },
    { url: '/home' },
    {},
    { user: { id: 1, valid: false } },
    { data: { me: { name: 'Ada', loggedIn: false } } },
    { profile: { subscription: { valid: false }, name: 'Ada' } },
    { data: { login: { __typename: 'User', id: 7, userErrors: [] } } },
    { orders: [{ success: false }] },
    { remainingAttempts: 0, ok: true },
    { captchaRequired: false, token: TOKEN },
    { result: 7 },
    { code: 0, success: true, data: false },
    { code: 0, data: false, user: { id: 1 } },
    { actions: [{ id: '9;a', state: 'SUCCESS', returnValue: { name: 'Ada' } }] },
    { actions: [{ returnValue: 'Wrong password' }, { returnValue: 'Ada' }] },
    { results: [{ error: {}, message: 'Welcome' }] },
    { rows: [{ message: 'Wrong password' }] },
    { changes: [{ key: 'error', value: false }] },
    { changes: [{ key: 'label', value: 'error' }] },
    'Welcome',
  ])('%j', (answer) => expect(saysNo(answer)).toBe(false));

  it('is whatever is no object', () => {
    for (const one of [null, 1, 'failed', [], [{ success: false }]])
      expect(saysNo(one)).toBe(false);
  });

  it('is told of anything without a fault', () => {
    const told = fc.property(fc.jsonValue(), (value) => typeof saysNo(value) === 'boolean');
    expect(() => fc.assert(told)).not.toThrow();
  });
});
