/** A document that rules name, and which of its parts were compared with what the rules say. */
export interface Opened {
  /** The beginning of every reference to it. */
  readonly name: string;
  /** The text that was opened. */
  readonly text: string;
  /** What was read there: the rest of the reference, after the name. */
  readonly checked: readonly string[];
  /** What was not: the number is from memory, or from a table of contents. */
  readonly unchecked: readonly string[];
}

const words = (list: string): string[] => list.split(' ').filter((word) => word !== '');

const opened = (name: string, text: string, checked: string, unchecked = ''): Opened => ({
  name,
  text,
  checked: words(checked),
  unchecked: words(unchecked),
});

const NONE = 'Not opened.';

/** Every reference that a rule makes, by document. */
export const OPENED: readonly Opened[] = [
  opened(
    'CWE-',
    'The list of weaknesses, by name and description.',
    '200 203 294 312 319 323 327 330 331 334 345 347 352 384 409 436 459 522 524 525 539 598 613 ' +
      '614 650 668 798 863 918 922 942 1004 1021 1270 1275 1391',
  ),
  opened(
    'OWASP ASVS 5.0 ',
    'Version 5.0.0, English.',
    'V3.3.1 V3.3.2 V3.3.3 V3.3.4 V3.3.5 V3.4.1 V3.4.2 V3.4.5 V3.4.6 V3.5.1 V3.5.3 V6.8.2 V7.2.2 ' +
      'V7.2.3 V7.2.4 V7.3.1 V7.3.2 V7.4.1 V9.1.1 V9.1.2 V9.1.3 V9.2.1 V9.2.2 V9.2.3 V9.2.4 ' +
      'V10.1.1 V10.1.2 V10.2.1 V10.2.2 V10.3.1 V10.3.5 V10.4.2 V10.4.4 V10.4.5 V10.4.6 V10.4.8 ' +
      'V10.4.14 V10.5.1 V10.5.4 V10.6.1 V10.6.2 V11.4.3 V11.5.1 V12.2.1 V13.3.1 V13.3.2 V14.2.1 ' +
      'V14.2.2 V14.2.3 V14.2.6 V14.3.1 V14.3.2 V14.3.3',
  ),
  opened(
    'OWASP WSTG-',
    'The guide’s own repository.',
    'SESS-01 SESS-02 SESS-03 SESS-04 SESS-05 SESS-06 SESS-07 SESS-09 SESS-10',
    'INFO-08 CONF-07 ATHN-01 ATHN-06 CLNT-07',
  ),
  opened('NIST SP 800-63B-4 ', 'The text’s own repository.', '§2.1.3 §5.2'),
  opened(
    'OpenID Connect Core ',
    'The table of contents alone.',
    '',
    '§2 §3.1.2.1 §3.1.3.7 §3.2.2.1 §3.3.2.11 §5.4 §10.1',
  ),
  opened(
    'RFC 6265bis ',
    'The draft of December 2024.',
    '§4.1.1 §4.1.2.1 §4.1.2.2 §4.1.2.3 §4.1.2.5 §4.1.2.6 §4.1.2.7 §4.1.3 §5.5 §5.6 §5.6.1 §5.6.2 ' +
      '§5.6.7 §5.6.7.2 §5.7 §5.8.3 §6.1 §7.1 §8.3 §8.4 §8.6 §8.8.1',
    '§5.1.1',
  ),
  opened('RFC 6585 ', 'The RFC.', '§5'),
  opened(
    'RFC 6749 ',
    'The RFC.',
    '§2.3.1 §3.1.2.1 §4.1.2 §10.1 §10.4 §10.10 §10.12 §10.13',
    '§5.1',
  ),
  opened('RFC 6750 ', 'The RFC.', '§3.1 §5.3'),
  opened('RFC 6797 ', NONE, '', '§6.1'),
  opened('RFC 7009 ', 'The RFC.', '§2'),
  opened('RFC 7515 ', 'The RFC.', '§4 §4.1.2 §4.1.11 §5.2'),
  opened('RFC 7516 ', 'The section, as quoted elsewhere.', '§4.1.3'),
  opened('RFC 7518 ', 'The RFC; of §4.2 the title and its row of the table.', '§3.2', '§4.2'),
  opened('RFC 7519 ', 'The RFC.', '§2 §4 §4.1.3 §4.1.4 §4.1.5 §4.1.6 §6 §12'),
  opened('RFC 7617 ', 'The RFC.', '§4'),
  opened('RFC 7636 ', 'The section, as quoted elsewhere.', '§4.2', '§1 §7.2'),
  opened('RFC 8252 ', NONE, '', '§7.3'),
  opened('RFC 8707 ', NONE, '', '§2'),
  opened(
    'RFC 8725 ',
    'The draft that begins its revision, with the text of the RFC.',
    '§2.4 §3.2 §3.3 §3.5 §3.6 §3.9 §3.10 §3.11 §3.12',
  ),
  opened('RFC 9068 ', 'A part of §2.1 word by word, the rest in a summary.', '§2.1', '§2.2 §5'),
  opened('RFC 9110 ', NONE, '', '§9.2.1 §15.4.8 §17.9'),
  opened('RFC 9111 ', NONE, '', '§5.2.2.5 §7.3'),
  opened('RFC 9207 ', 'The RFC.', '§2'),
  opened('RFC 9449 ', 'The RFC.', '§5'),
  opened(
    'RFC 9700 ',
    'The last draft before the RFC.',
    '§2.1 §2.1.1 §2.1.2 §2.2.1 §2.2.2 §2.3 §2.4 §2.6 §4.2 §4.3.2 §4.4.2 §4.5 §4.6 §4.7.1 §4.10.1 ' +
      '§4.12 §4.14.2 §4.16',
  ),
  opened(
    'RFC 10017 ',
    'The last draft but one before the RFC.',
    '§6.3.2.1 §6.3.2.2 §6.3.2.3 §6.3.3.1 §7.2 §7.3 §8',
  ),
  { name: 'WHATWG ', text: NONE, checked: [], unchecked: ['Fetch'] },
  { name: 'W3C ', text: NONE, checked: [], unchecked: ['Clear Site Data', 'Referrer Policy'] },
];
