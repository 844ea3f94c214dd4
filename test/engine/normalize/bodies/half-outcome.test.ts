import { describe, expect, it } from 'vitest';
import { asksForMore } from '../../../../src/engine/normalize/bodies/half-outcome.js';
import { saysNo } from '../../../../src/engine/normalize/bodies/json-outcome.js';

const KEY = 'a1b2c3d4e5f6a7b8c9d0';

describe('an answer that asks for more than the password', () => {
  it.each<[string, object]>([
    ['a switch for what is pending', { twoFAPending: true, tempToken: KEY }],
    ['one for what is required', { success: true, requires2FA: true }],
    ['… in other words', { mfa_required: true, mfa_token: KEY }],
    ['… of Instagram', { two_factor_required: true }],
    ['… for a mail', { requiresVerification: true }],
    ['one that only names it', { mfa: true, ticket: KEY }],
    ['one that leads to it', { twoFactorRedirect: true }],
    ['what is wanted, told at length', { mfa_required: { secondary_auth: 'sms_otp' } }],
    ['a ticket for the next step', { idToken: '', mfaPendingCredential: KEY, mfaInfo: [{}] }],
    ['… under other names', { twoFactorId: KEY, methods: [{ method: 'email' }] }],
    ['… in a member of its own', { session: null, mfa: { ticket: `mfaTotp:${KEY}` } }],
    ['a status', { status: 'OTP_REQUIRED', challengeId: KEY }],
    ['… of Okta', { status: 'MFA_REQUIRED', stateToken: KEY }],
    ['a challenge', { status: 'challenge', challenge: { type: 'mfa', nonce: KEY } }],
    ['… of Cognito', { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: KEY }],
    ['… for another password', { ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: KEY }],
    ['a next step', { ok: true, next: 'totp', login_token: KEY }],
    ['another password first', { success: true, mustChangePassword: true, session: KEY }],
    ['a wrapped one', { code: 0, data: { needOtp: true } }],
    ['a sentence', { success: true, message: 'Verification code sent', temp_token: KEY }],
    ['one on a telephone', { message: 'OTP has been sent to your registered mobile number' }],
    ['one in Indonesian', { message: 'OTP login telah dikirim ke email Anda.' }],
    ['one in Vietnamese', { message: 'Mã OTP đã được gửi đến email của bạn' }],
    ['one in Chinese', { code: 0, msg: '验证码已发送' }],
    ['one in Korean', { message: '인증번호를 발송했습니다' }],
    ['one in German', { meldung: 'Der Code wurde an Ihr Telefon gesendet' }],
    ['one in Turkish', { message: 'Doğrulama kodu gönderildi' }],
    ['one in Russian', { message: 'Код отправлен на ваш телефон' }],
  ])('by %s', (_, json) => {
    expect(asksForMore(json)).toBe(true);
  });

  it.each<[string, object]>([
    ['nothing of it', { success: true, user: { id: 1 } }],
    ['a switch that is off', { success: true, mfa_required: false, token: KEY }],
    ['a user who has it', { token: KEY, user: { id: 1, mfa: true, twoFactorEnabled: true } }],
    ['one who may have it', { token: KEY, twoFactorEnabled: true }],
    ['what lets in', { access_token: KEY, mfa: true, mustChangePassword: true }],
    ['a token beside a password to be changed', { token: KEY, mustChangePassword: true }],
    ['a ticket beside what lets in', { access_token: KEY, mfa_token: KEY }],
    ['a ticket that is none', { session: KEY, mfa: null, mfaToken: null, twoFactorId: '' }],
    ['nothing wanted', { mfa_required: null, session_token: KEY }],
    ['how a user set it up', { user: { mfaToken: KEY }, mfa: { enabled: true, type: 'totp' } }],
    ['a word on it that is done', { status: 'otp_verified', token: KEY }],
    ['a word for success', { status: 'success', message: 'Login successful' }],
    ['a wrong code', { success: false, message: 'Invalid OTP code entered' }],
    ['a code that has no end in it', { code: 200, message: 'ok' }],
    ['a letter for the address', { token: KEY, message: 'Please confirm your email address' }],
  ])('is none with %s', (_, json) => {
    expect(asksForMore(json)).toBe(false);
  });

  it('is heard no more where it is off, or wrong', () => {
    expect(saysNo({ success: false, mfa_required: true })).toBe(false);
    expect(saysNo({ success: false, mfa_required: false, message: 'x' })).toBe(true);
    expect(saysNo({ success: false, message: 'Invalid OTP' })).toBe(true);
  });
});
