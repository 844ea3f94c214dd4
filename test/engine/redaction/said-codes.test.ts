import { describe, expect, it } from 'vitest';
import { rewriteSaidCodes } from '../../../src/engine/redaction/said-codes.js';

const codesIn = (text: string) => {
  const found: string[] = [];
  const written = rewriteSaidCodes(text, (code) => {
    found.push(code);
    return code;
  });
  expect(written).toBe(text);
  return found;
};

describe('a sentence', () => {
  it.each([
    ['Your code is 482913', '482913'],
    ['Your code is: 4829. It ends soon.', '4829'],
    ['Your+code+is+482913', '482913'],
    ['Your Shop verification code: 482-913', '482-913'],
    ['Use G-482913 or the security code G-482913', 'G-482913'],
    ['<p>Your code:</p><h1 class="x1">482913</h1>', '482913'],
    ['Your login code:\r\n\r\n  482913\r\n', '482913'],
    ['482913 is your Shop verification code', '482913'],
    ['OTP 482913', '482913'],
    ['TAN: 482913', '482913'],
    ['Ihr Bestätigungscode lautet 482913', '482913'],
    ['Sicherheitscode: 482913', '482913'],
    ['Dein Code: 482913', '482913'],
    ['482913 ist Ihr Code', '482913'],
    ['Votre code de vérification est 482913', '482913'],
    ['Tu código de verificación es: 482913', '482913'],
    ['Seu código de segurança é 482913', '482913'],
    ['Il tuo codice di verifica è 482913', '482913'],
    ['Je verificatiecode is 482913', '482913'],
    ['Twój kod: 482913', '482913'],
    ['Ваш код подтверждения: 482913', '482913'],
    ['인증번호 [482913]를 입력하세요', '482913'],
    ['인증번호는 482913 입니다', '482913'],
    ['認証コードは 482913 です', '482913'],
    ['验证码：482913，请勿告诉他人', '482913'],
    ['您的验证码是482913，5分钟内有效', '482913'],
    ['482913（验证码）', '482913'],
  ])('tells a code: %s', (text, code) => {
    expect(codesIn(text)).toEqual([code]);
  });

  it.each([
    'Your postal code is 10115',
    'Enter your zip code: 94105',
    'Error code: 404123',
    'The server answered with status code 500123',
    'Your discount code: 202412',
    'Your code of conduct 2024',
    'Your code expired. Order 482913 is on its way',
    'Verification took 482913 ms',
    'Product code 482913',
    'your confirmation code is sent to +49 151 23456789',
    'source code 2024/12',
    'Ihr Postcode: 10115',
    '404123 is the error code',
    '10115 is your postal code',
    'otp=482913',
    'Order 482913 is your first',
    'codepoint 123456',
    'your login code: 1234567890123',
    'tan 482913',
    '价格 482913',
  ])('tells none: %s', (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});

describe('a list', () => {
  it.each([
    ['Backup codes:\n  6ab4-cc32\n  9fd1-aa07\n', ['6ab4-cc32', '9fd1-aa07']],
    ['<h2>Recovery codes</h2><ul><li>af7a4-b3726</li></ul>', ['af7a4-b3726']],
    ['Your emergency codes: 1234 5678, 8765 4321', ['1234 5678', '8765 4321']],
    ['백업 코드: 48291376', ['48291376']],
    ['Codes de secours : AB12-CD34-EF56', ['AB12-CD34-EF56']],
  ])('of spare codes is one: %s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });

  it.each([
    'Backup codes are shown once, since 2026-01-05 and for version-two-12',
    'Coupon codes:\n  6ab4-cc32\n',
    'Recovery codes: see https://a.test/docs/2fa-setup-2024',
    'Backup codes of 550e8400-e29b-41d4-a716-446655440000',
  ])('of something else is none: %s', (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});
