import { describe, expect, it } from 'vitest';
import { isCalledPassword } from '../../../../src/engine/normalize/passwords/called-password.js';

describe('a name that is all of a password’s', () => {
  it.each([
    ['password', 'passwd', 'pwd', 'pass', 'PASSWORD', 'userPassword', 'user_pass', 'login-pwd'],
    ['kennwort', 'senha', 'contraseña', 'motdepasse', 'wachtwoord', 'heslo', '비밀번호', 'пароль'],
    ['pass_hash', 'password_md5', 'bbpassword', 'admin_pass', 'password2', 'userpass'],
    ['%EB%B9%84%EB%B0%80%EB%B2%88%ED%98%B8'],
  ])('is told: %s', (...names) => {
    expect(names.filter((name) => !isCalledPassword(name))).toEqual([]);
  });

  it.each([
    ['password_reset_token', 'resetPassword', 'forgot-password', 'showPassword', 'passwordless'],
    ['password_changed_at', 'must_change_password', 'has_password', 'password-policy'],
    ['season_pass', 'compass', 'bypass', 'passport', 'page_pw', 'pin', 'pinned'],
    ['session', 'wp-postpass_5f4dcc3b5aa765d6', 'token', '', 'x'.repeat(400)],
  ])('is told from others: %s', (...names) => {
    expect(names.filter((name) => isCalledPassword(name))).toEqual([]);
  });
});
