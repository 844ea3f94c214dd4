import { describe, expect, it } from 'vitest';
import { tellsDenied, tellsNobody } from '../../../../src/engine/normalize/words/denied-words.js';

describe('an answer that lets nobody in', () => {
  it.each([
    '{"error":"session expired"}',
    '{"code":"SESSION_EXPIRED"}',
    '{"error":{"code":"unauthenticated"}}',
    '{"error":"not_logged_in"}',
    '{"detail":"Authentication credentials were not provided."}',
    'Sitzung abgelaufen',
    '로그인이 필요합니다',
    'ログインしてください',
    '未登录',
  ])('says by %s that nobody is in', (source) => {
    expect([tellsDenied(source), tellsNobody(source)]).toEqual([true, true]);
  });

  it.each([
    '{"message":"Forbidden"}',
    '{"error":"unauthorized"}',
    '{"code":403}',
    'Zugriff verweigert',
    '无权限',
    'доступ запрещен',
  ])('says by %s that somebody may lack a right', (source) => {
    expect([tellsDenied(source), tellsNobody(source)]).toEqual([true, false]);
  });

  it('is none where nothing of that is said', () => {
    expect(tellsDenied('{"items":[1]}')).toBe(false);
  });
});
