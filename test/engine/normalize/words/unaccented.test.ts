import { describe, expect, it } from 'vitest';
import { unaccented } from '../../../../src/engine/normalize/words/unaccented.js';

describe('a text without accents', () => {
  it.each([
    ['Log Out', 'log out'],
    ['Hasło', 'haslo'],
    ['Şifre', 'sifre'],
    ['ÇIKIŞ', 'cikis'],
    ['Çıkış', 'cikis'],
    ['Đăng nhập', 'dang nhap'],
    ['Kodeord på dør', 'kodeord pa dor'],
    ['İnternet', 'internet'],
    ['ｐａｓｓ', 'pass'],
    ['Надёжный', 'надежныи'],
    ['비밀번호', '비밀번호'],
  ])('%s', (text, plain) => expect(unaccented(text)).toBe(plain));

  it('has nothing left to take away', () => {
    const plain = unaccented('Mật khẩu, hasło, パスワード, รหัสผ่าน');
    expect(unaccented(plain)).toBe(plain);
  });
});
