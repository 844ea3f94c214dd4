import { describe, expect, it } from 'vitest';
import { tellsFailure } from '../../../../src/engine/normalize/words/failure-words.js';

describe('a login that failed', () => {
  it.each([
    'Login error',
    'Email or password error.',
    'Il tentativo di accesso non è riuscito.',
    '비밀번호 오류입니다.',
    'Hibás jelszó',
    'Sikertelen bejelentkezés',
    'Parola este incorectă',
    'Λάθος κωδικός πρόσβασης',
    'Невірний логін або пароль',
    'Salasana on virheellinen',
    'Nesprávne meno alebo heslo',
    'Neuspješna prijava',
    'Погрешна лозинка',
    'Грешна парола',
    'Mật khẩu không đúng',
    'Kata sandi salah',
    'รหัสผ่านไม่ถูกต้อง',
    'كلمة المرور غير صحيحة',
    'הסיסמה שגויה',
    'رمز عبور اشتباه است',
    'गलत पासवर्ड',
  ])('is told so: %s', (sentence) => expect(tellsFailure(sentence)).toBe(true));
});

describe('who tried too often', () => {
  it.each([
    'Too many login attempts. Try again in 5 minutes.',
    'Too many failed attempts',
    'Your account has been locked.',
    'Zu viele Anmeldeversuche',
    'Ihr Konto wurde gesperrt.',
    'Trop de tentatives',
    'Demasiados intentos fallidos',
    'Слишком много попыток входа',
    '登录失败次数过多',
    '로그인 시도 횟수를 초과했습니다',
  ])('is told so: %s', (sentence) => expect(tellsFailure(sentence)).toBe(true));
});

describe('who got in', () => {
  it.each([
    'Welcome back, Ada. Last failed login: yesterday',
    'No errors',
    'Your password was changed.',
    'Account settings',
    'Lock my account',
    'Heslo bylo změněno',
    'Jelszó módosítása',
    'Đăng nhập thành công',
    'Login berhasil',
    'Вхід виконано',
    'تم تسجيل الدخول بنجاح',
  ])('is not: %s', (sentence) => expect(tellsFailure(sentence)).toBe(false));
});
