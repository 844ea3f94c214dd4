import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { newPasswordIn } from '../../../../src/engine/normalize/passwords/new-password.js';
import { isPasswordField } from '../../../../src/engine/normalize/passwords/password-field.js';

describe('fields for passwords', () => {
  it.each([
    'password',
    'user[password]',
    'passwd',
    'login_password',
    'Passwort',
    'IDToken2',
    'renewal_password',
    'company_password',
    'companypassword',
    'novatel_pwd',
    'hasło',
    'пароль',
    '비밀번호',
    'senha',
    'pwd',
  ])('are for a login where there is one: %s', (name) => {
    expect(newPasswordIn([name])).toBeUndefined();
  });

  it.each([
    [['password', 'password_confirmation']],
    [['pass1', 'pass2']],
    [['password', 'password2']],
    [['newpass1', 'newpass2']],
    [['user[password][first]', 'user[password][second]']],
    [['confirm_password', 'password']],
    [['neuesPasswort', 'passwort_wiederholen']],
    [['contraseña', 'repetir_contraseña']],
    [['motdepasse', 'confirmer_motdepasse']],
    [['new_password']],
    [['passwordRepeat', 'password']],
    [['/nowehasło']],
    [['nowe_hasło']],
    [['noveheslo']],
    [['hesloznovu']],
    [['novasenha']],
    [['nuevaclave']],
    [['nuevacontraseña']],
    [['nuovaparola']],
    [['yeniŞifre']],
    [['sifretekrar']],
    [['újJelszó']],
    [['ujjelszo']],
    [['novalozinka']],
    [['novoGeslo']],
    [['sandibaru']],
    [['kata_sandi_baru']],
    [['nieuwwachtwoord']],
    [['nyttlösenord']],
    [['nytkodeord']],
    [['uusisalasana']],
    [['новый_пароль']],
    [['новийПароль']],
    [['matkhaumoi']],
    [['xinmima']],
    [['新密码']],
    [['確認用パスワード']],
    [['새비밀번호']],
    [['비밀번호확인']],
  ])('set one where it is new, or typed twice: %j', (names) => {
    expect(newPasswordIn(names)).toBe('chosen');
  });

  it.each([
    [['current_password', 'new_password', 'confirm_password']],
    [['oldpass', 'newpass']],
    [['altes_passwort', 'neues_passwort']],
    [['ancien_mdp', 'nouveau_mdp']],
    [['starehasło', 'nowehasło']],
    [['stareheslo', 'noveheslo']],
    [['senhaatual', 'novasenha']],
    [['eskisifre', 'yenisifre']],
    [['regijelszo', 'ujjelszo']],
    [['staralozinka', 'novalozinka']],
    [['старый_пароль', 'новый_пароль']],
    [['旧密码', '新密码']],
    [['現在のパスワード', '新しいパスワード']],
    [['현재비밀번호', '새비밀번호']],
  ])('change one where the old one is asked for: %j', (names) => {
    expect(newPasswordIn(names)).toBe('changed');
  });

  it('are told of a body whether they were filled in or not, and of no page', () => {
    const form = (text: string) => readBody('application/x-www-form-urlencoded', text);
    expect(form('password=&confirm_password=&mail=a').newPassword).toBe('chosen');
    expect(form('user=ada&password=x').newPassword).toBeUndefined();
    const page = '<form><input type=password name=new_password></form>';
    expect(readBody('text/html', page).newPassword).toBeUndefined();
  });

  it.each(['value[password_expiry]', 'password_min_length', 'passwordPolicy', 'passwd-timeout'])(
    'are none where a rule for passwords is set: %s',
    (name) => expect(isPasswordField(name)).toBe(false),
  );
});
