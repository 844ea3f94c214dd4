import { expect, it } from 'vitest';
import { isPasswordField } from '../../../../src/engine/normalize/passwords/password-field.js';

it.each(
  (
    'pass|passwd|password|pwd|pwd1|userPass|user_pass|user-pass|pw_new|newPassword2' +
    '|PASSWORD|login[pass]|user[password][confirm]|/password/0|psw' +
    '|/variables/input/userPass|/user/credentials/passphrase|pin|pinCode|login_pin|senha' +
    '|nova_senha|wachtwoord|haslo|hasło|Hasło1|parola|mot de passe|mot_de_passe|motDePasse' +
    '|mdp|kennwort|Passwort|contraseña|contrasena|clave|пароль|новый_пароль|密码|密碼|비밀번호' +
    '|パスワード|lösenord|losenord|adgangskode|salasana|şifre|Şifre|sifre|mật khẩu|mat_khau' +
    '|รหัสผ่าน|كلمة المرور|كلمة_المرور|סיסמה|κωδικός|ΚΩΔΙΚΟΣ|पासवर्ड|heslo|jelszó|lozinka' +
    '|парола|parol|user_parol|mima|kata_sandi|passord|geslo|userpw|mypass|repass|upw|IDToken2|/input/0/IDToken2' +
    '|user_pw|loginpw|newpass|oldpw|txtpass|upass|passw|pasword|adminpw|dbpass|re_pass|pass2' +
    '|nowehasło|starehasło|nowe_hasło|noveheslo|hesloznovu|novasenha|senhaatual|nuevaclave' +
    '|confirmarclave|nuovaparola|yenisifre|yeniŞifre|sifretekrar|ujjelszo|régijelszó|novalozinka' +
    '|novogeslo|sandibaru|nytkodeord|xinmima|confirmpwd|/nowehasło'
  ).split('|'),
)('%s is a field for a password', (name) => {
  expect(isPasswordField(name)).toBe(true);
});

it.each(
  (
    'passenger|compass|passport_no|/passwordless/token|bypass_code|/pw/token|pinterest' +
    '|spinner|pin_id|boarding_passes|clavier|parolaccia|parolee|mimas|passCount|token|auth|secret' +
    '|mapping|pinned|keyboard|passThrough|x-pass-through|meta[csrf-token]|passing_grade|0|' +
    '|/|密|пар|IDToken1|id_token|idtoken|IDToken|encompass|trespass|surpass|underpass|repassage' +
    '|mypassport|upwards|newpassenger|passages|reposted|userpwa|sub|code|state' +
    '|enclave|autoclave|mimas|conclave|nowe|nowehasla2x|slogan|hasloch|parolenow|newsandibox'
  ).split('|'),
)('%s is none', (name) => {
  expect(isPasswordField(name)).toBe(false);
});
