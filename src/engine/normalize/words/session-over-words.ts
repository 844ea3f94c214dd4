import { regex } from '../../regex.js';
import { inEitherOrder } from './sentence.js';
import { unaccented } from './unaccented.js';

// What is said to whoever was known, and is not any more, since a session ended by itself.

/** For each language: a session, and that it is over. Small letters without accents. */
const OVER: readonly (readonly [session: string, over: string])[] = [
  [
    '(?:log-?in |user )?session|log-?in|you(?: have|.ve) been (?:logged|signed) (?:out|off)',
    '(?:has |have |is |was |are )?(?:expired|timed[- ]?out|no longer valid|due to inactivity)',
  ],
  ['sitzung|anmeldung|session', 'abgelaufen|nicht mehr gultig|zeituberschreitung'],
  ['session', 'a expire|est expiree|a ete interrompue|expiree'],
  ['sesion', 'ha caducado|ha expirado|caducada|expirada|expiro|caduco'],
  ['sessione', 'e scaduta|scaduta'],
  ['sessao|login', 'expirou|expirada'],
  ['sessie', 'is verlopen|verlopen'],
  ['session(?:en)?|sesjon(?:en)?|inloggningen', 'gatt ut|lopt ut|utlopt|utgatt|udlobet'],
  ['sesja', 'wygasla'],
  ['relace|prihlaseni|relacia', 'vyprsela|vyprselo|vyprsala'],
  ['oturum(?:unuz)?(?:un)?', 'suresi (?:doldu|dolmus)|sona erdi|zaman asimina'],
  ['сесси[яи]|сеанс[а-я]*|сесі[яї]', 'истекл?[аои]?|закончил[^\\s]*|закінчил[^\\s]*'],
  ['セッション', '期限が?切れ|タイムアウト|切れました|有効期限'],
  ['会话|會話|登录|登入|登錄', '已?过期|已?過期|超时|逾時|已?失效'],
  ['세션|로그인', '만료|시간이 초과'],
  ['munkamenet[^\\s]*', 'lejart'],
  ['sesiunea', 'a expirat|expirat'],
  ['istunto(?:si)?', 'vanhentunut|paattynyt'],
  ['phien(?: (?:lam viec|dang nhap))?', 'het han'],
  ['sesi(?: anda)?', 'berakhir|kedaluwarsa|habis'],
  ['جلست[^\\s]*|الجلسة', 'انتهت'],
];
/** The same: somebody is out, and another place, where he logged in since, or who ended it. */
const ELSEWHERE: readonly (readonly [out: string, since: string])[] = [
  [
    '(?:logged|signed|kicked) (?:out|off)|session (?:was|has been|is) (?:ended|closed|terminated)',
    '(?:another|a different|other) (?:device|browser|location|computer|place|tab|user)' +
      '|elsewhere|by an? administrator',
  ],
  [
    'abgemeldet|ausgeloggt|sitzung (?:wurde )?beendet',
    'ander(?:en|em|er) (?:gerat|ort|browser|rechner|stelle|standort)|anderswo|anderweitig' +
      '|administrator',
  ],
  ['deconnecte(?:es?)?', 'autre (?:appareil|poste|navigateur|endroit|ordinateur)|ailleurs'],
  ['sesion|desconectad[oa]', 'otro (?:dispositivo|equipo|navegador|lugar|ordenador)'],
  ['sessao|desconectad[oa]', 'outro (?:dispositivo|aparelho|navegador|local|computador)'],
  ['session[ei]|disconness[oa]', 'altro (?:dispositivo|browser|computer|luogo)|altrove'],
  ['uitgelogd|afgemeld', 'ander(?:e)? (?:apparaat|browser|computer|plaats|locatie)|elders'],
  ['wylogowan[oya]', 'innym (?:urzadzeniu|miejscu|komputerze)|innej przegladarce'],
  ['сесси[яи]|сеанс|вы вышли', 'друг(?:ом|ого) (?:устройств|браузер|компьютер|мест)[^\\s]*'],
  ['oturum[^\\s]*', 'baska (?:bir )?(?:cihaz|yer|tarayici|bilgisayar)[^\\s]*'],
  ['ログアウト|セッション', '(?:別|他)の(?:端末|デバイス|ブラウザー?|場所)'],
  ['下线|下線|登出|退出', '其他|其它|别的|別的|另一|异地|他处|他處|被迫|强制|強制|挤'],
  ['로그아웃|세션|접속', '다른 (?:기기|장치|곳|브라우저|위치|단말)'],
];
const SENTENCES = OVER.map(inEitherOrder);
const OUT_SINCE = ELSEWHERE.map(inEitherOrder);
/** It may come to that, or is a form's value against forgery, or another thing's time. */
const NOT_YET = regex('iu')`
  (?<!\p{L})(?:if|when|once|after|before|until|unless|will|would|wenn|falls|nachdem|bevor|sobald
  |quand|lorsque|cuando|despues|quando|dopo|als|wanneer|zodra|jesli|gdy|если|когда)(?!\p{L})
  |csrf|xsrf|forgery|(?:すると|した場合|たら)|如果|若您|되면|하면`;
const SPLIT = /[.!?\n。！？]+/;

/** True for a text with a sentence which says that the reader's session is over. */
export function tellsSessionOver(text: string): boolean {
  return hasSentence(text, SENTENCES) || tellsOutSince(text);
}

/** True for one which says that it was ended, by another login or by somebody else. */
export function tellsOutSince(text: string): boolean {
  return hasSentence(text, OUT_SINCE);
}

function hasSentence(text: string, sentences: readonly ((text: string) => boolean)[]): boolean {
  return unaccented(text)
    .split(SPLIT)
    .some((one) => sentences.some((isIn) => isIn(one)) && !NOT_YET.test(one));
}
