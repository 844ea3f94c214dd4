/**
 * Lower case without accents, as addresses, names and words are often typed: `Hasło` and `haslo`,
 * `Şifre` and `sifre`, `đăng nhập` and `dang nhap`.
 */
export function unaccented(text: string): string {
  const small = text.toLowerCase();
  // oxlint-disable-next-line no-control-regex -- nothing in ASCII has an accent
  if (!/[^\0-\x7f]/.test(small)) return small;
  return small
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .normalize('NFC');
}
