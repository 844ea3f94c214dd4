import { describe, expect, it } from 'vitest';
import { tellsOfAccount } from '../../../../src/engine/normalize/words/account-words.js';

describe('what is said of an account that was made', () => {
  it.each([
    'User registered successfully',
    'Account activated. You can now sign in.',
    'Registration successful! Please log in.',
    'Your account has been created',
    '注册成功！',
    '註冊成功',
    '会員登録が完了しました',
    '회원가입이 완료되었습니다',
    'Berhasil Mendaftar, silahkan konfirmasi',
    'Đăng ký thành công',
    'สมัครสมาชิกสำเร็จ',
    'Kayıt başarılı',
    'Регистрация прошла успешно',
    'Реєстрація успішна',
    'Registrierung erfolgreich',
    'Benutzer wurde angelegt',
    'Inscription réussie',
    'Compte créé avec succès',
    'Usuario registrado correctamente',
    'Registro exitoso',
    'Cadastro realizado com sucesso',
    'Usuário criado com sucesso',
    'Registrazione completata',
    'Registratie gelukt',
    'Konto zostało utworzone',
    'Registrace proběhla úspěšně',
    'Sikeres regisztráció',
    'ثبت نام با موفقیت انجام شد',
    'ההרשמה הושלמה',
  ])('is heard: %s', (text) => {
    expect(tellsOfAccount(text)).toBe(true);
  });

  it.each([
    'Login successful',
    'User logged in successfully',
    'Registered user logged in successfully',
    'Successfully authenticated',
    'Session created successfully',
    'Token created',
    'Benutzer erfolgreich angemeldet',
    'Usuario autenticado con éxito',
    'Utilisateur connecté',
    'Đăng nhập thành công',
    'Login berhasil',
    '登录成功！',
    '로그인 성공',
    'ログインしました',
    'Giriş başarılı',
    'Вход выполнен успешно',
    'Welcome back',
    'User is not registered',
    'Account could not be created',
  ])('is not heard in: %s', (text) => {
    expect(tellsOfAccount(text)).toBe(false);
  });
});
