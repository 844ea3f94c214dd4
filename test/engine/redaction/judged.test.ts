import { describe, expect, it } from 'vitest';
import {
  isGivenCode,
  isNoPassword,
  leadsSomewhere,
  saysNothing,
} from '../../../src/engine/redaction/judged.js';

describe('a value by its looks and its name', () => {
  it.each([
    ['code', '185539'],
    ['Code', '185539'],
    ['user_code', 'WDJB-MJHT'],
    ['verificationCode', '48392011'],
    ['kod', '482913'],
    ['kode', '482913'],
    ['/kod', '482913'],
    ['código', '482913'],
    ['код', '482913'],
    ['smsKod', '482913'],
    ['kodSms', '482913'],
    ['kodeVerifikasi', '482913'],
    ['doğrulamaKodu', '482913'],
    ['dogrulama_kodu', '482913'],
    ['onayKodu', '482913'],
    ['kodWeryfikacyjny', '482913'],
    ['ověřovacíKód', '482913'],
    ['ellenőrzőkód', '482913'],
    ['codigoVerificacion', '482913'],
    ['códigoDeSegurança', '482913'],
    ['codiceConferma', '482913'],
    ['Bestätigungscode', '482913'],
    ['verificatiecode', '482913'],
    ['engångskod', '482913'],
    ['код_подтверждения', '482913'],
    ['yzm', '482913'],
    ['验证码', '482913'],
    ['驗證碼', '482913'],
    ['認証コード', '482913'],
    ['인증번호', '482913'],
    ['/data/인증코드', '482913'],
    ['ma_xac_nhan', '482913'],
  ])('is a code that somebody is given: %s=%s', (name, value) => {
    expect(isGivenCode(name, value)).toBe(true);
  });

  it.each([
    ['code', 'DE'],
    ['Code', 'NoSuchKey'],
    ['code', '404'],
    ['errorCode', '100234'],
    ['country_code', '123456'],
    ['amount', '185539'],
    ['user_code', 'SPRINGS'],
    ['kod', 'KR-1234'],
    ['kod', '12345'],
    ['kod', '123456789'],
    ['kodPocztowy', '482913'],
    ['kodePos', '482913'],
    ['kodeProduk', '482913'],
    ['kod_produktu', '482913'],
    ['ürünKodu', '482913'],
    ['ülkeKodu', '482913'],
    ['codigoPostal', '48291'],
    ['kodBledu', '482913'],
    ['smsKodKraju', '482913'],
    ['kodeBarang', '482913'],
    ['kodi', '482913'],
    ['почтовыйКод', '482913'],
    ['번호', '482913'],
    ['番号', '482913'],
  ])('is none: %s=%s', (name, value) => {
    expect(isGivenCode(name, value)).toBe(false);
  });

  it('leads somewhere by its name alone where it is a path', () => {
    expect(leadsSomewhere('passwordUrl', '/reset')).toBe(true);
    expect(leadsSomewhere('password', '/reset')).toBe(false);
    expect(isNoPassword('forgotPasswordUrl', 'https://shop.test/forgot')).toBe(true);
    expect(isNoPassword('password', 'https://shop.test/forgot')).toBe(false);
  });

  it.each([
    'Blue chair',
    '4.25',
    'true',
    '1767603600',
    'FormsAuthentication',
    'token:software:totp',
    'up/a.png',
    'assets/2026/logo-dark.svg',
  ])('says nothing: %s', (value) => {
    expect(saysNothing(value)).toBe(true);
  });

  it.each(['AbKdPqXz', 'IwUctKdRmq', 'up/R4k7Qz2X', 'R4k7Qz2X', '4/0AbCdEf.x1'])(
    'may say something: %s',
    (value) => {
      expect(saysNothing(value)).toBe(false);
    },
  );
});
