import { regex } from '../regex.js';

// Passwords as people give them to commands and drivers. Every length is bounded, so that matching
// is linear.

/** Writes a password. */
type Write = (password: string) => string;

/** What a manual writes in the place of one: `<password>`, `$PASS`, `PASSWORD`, `***`. */
const NO_MEANING = String.raw`(?![<[{$(%*]|[A-Z_]+(?![^\s"'\\]))`;
const WORD = String.raw`([^\s"'\\|;&<>]{3,256})`;
/** Up to where a command reaches. */
const ARGUMENTS = String.raw`[^\n|;&]{0,200}?`;

/** Options that are called by what they hold: `--password …`, `-password=…`. */
const NAMED = regex('gi')`
  ((?<![\w-])--?(?:[a-z]{1,16}-){0,3}(?:password|passwd|passphrase|pass|secret|token|api-?key)
  (?:=|[ ]{1,4})["']?)(?!-)${NO_MEANING}${WORD}`;
/** Options of one letter, each after the commands that have it. */
const BY_LETTER = regex('g')`
  ((?<![\w.-])(?:(?:mysql|mariadb)(?:-?dump|-?admin|import|check|show)?[ ]${ARGUMENTS}-p
  |(?:sshpass)[ ]{1,4}-p[ ]{0,4}
  |redis-cli[ ]${ARGUMENTS}-a[ ]{1,4}
  |(?:docker|podman|helm|oc|cf|az|npm|skopeo|crane|oras)[ ]${ARGUMENTS}login[ ]${ARGUMENTS}
  -p[ ]{1,4}
  |(?:mongo(?:sh|dump|restore|export|import)?|sqlcmd|bcp|sqlplus)[ ]${ARGUMENTS}-[pP][ ]{1,4}
  |ldap[a-z]{3,8}[ ]${ARGUMENTS}-w[ ]{1,4}
  |7z[ar]?[ ]${ARGUMENTS}-p|(?:un)?zip[ ]${ARGUMENTS}-P[ ]{1,4}
  |smbclient[ ]${ARGUMENTS}-U[ ]{1,4}[^\s%]{1,64}%
  |htpasswd[ ]-[a-zA-Z]*b[a-zA-Z]*[ ][^\s]{1,128}[ ][^\s]{1,64}[ ]
  |openssl[ ]${ARGUMENTS}pass:)["']?)(?![ -])${NO_MEANING}(?!\d{1,5}(?:[:\s]|$))${WORD}`;
/** `curl -u ada:…`. */
const WITH_USER = /((?<![\w-])(?:-u|--user)[ =]["']?[^\s:"'\\]{1,64}:)([^\s"'\\]{3,256})/g;
/** What drivers take: `ada:…@tcp(db:3306)/x` (Go), `jdbc:oracle:thin:ada/…@//db`. */
const OF_DRIVERS = regex('g')`
  ((?<![\w/.-])[\w.-]{1,64}:(?=[^\s:@/"']{3,256}@(?:tcp|unix)\()
  |jdbc:oracle:(?:thin|oci):[\w.-]{1,64}\/(?=[^\s@"']{3,256}@))([^\s@"']{3,256})`;

/** A text with the passwords in it written anew that stand in commands. */
export function rewriteCommandLines(source: string, write: Write): string {
  const rest = (_: string, before: string, password: string) => before + write(password);
  const called = / -|^-/.test(source)
    ? source.replace(NAMED, rest).replace(BY_LETTER, rest).replace(WITH_USER, rest)
    : source;
  return called.includes('@') ? called.replace(OF_DRIVERS, rest) : called;
}
