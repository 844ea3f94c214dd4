import { describe, expect, it } from 'vitest';
import { tellsFailure } from '../../../../src/engine/normalize/words/failure-words.js';

describe('what is said of nobody, or of an error at a login', () => {
  it.each([
    'User does not exist!',
    'This account was not found',
    'No such user',
    'Benutzer existiert nicht',
    "Cet utilisateur n'existe pas",
    'El usuario no existe',
    'Usuário não encontrado',
    "L'utente non esiste",
    'Gebruiker bestaat niet',
    'Użytkownik nie istnieje',
    'Utilizatorul nu există',
    'Kullanıcı bulunamadı',
    'Пользователь не найден',
    'Akun tidak ditemukan',
    'Tài khoản không tồn tại',
    '用户名不存在',
    'ユーザーが存在しません',
    '존재하지 않는 사용자이거나 사용자를 찾을 수 없습니다',
    'in valid credential try again',
    'Error en el intento de login',
    'Erro ao autenticar',
    'Erreur lors de la connexion',
  ])('is heard: %s', (text) => {
    expect(tellsFailure(text)).toBe(true);
  });

  it.each([
    'User found',
    'Welcome, user',
    'Usuario encontrado',
    'Bienvenue, utilisateur',
    'Пользователь найден',
    '用户登录成功',
    'Login successful',
    'Your account exists since 2019',
  ])('is not heard in: %s', (text) => {
    expect(tellsFailure(text)).toBe(false);
  });
});
