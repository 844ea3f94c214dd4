import type { Role } from '../../model.js';
import { regex } from '../../regex.js';

// Words as whole parts of a name: `user_lang` has one, `slang` has none.
export const WORDS: readonly (readonly [RegExp, Role])[] = [
  [
    regex()`
      ^(antiforgery|authenticity|requestverificationtoken|requesttoken|securitytoken|formtoken
      |formkey|posttoken|postkey|requestproof|requestdigest|((wp|ajax|page|form|rest|admin|action
      |edit|post|save|update|delete|comment|security)nonce))$|[cx]su?rf(token|key|id)?$`,
    'csrf',
  ],
  [
    regex()`
      ^(consent|gdpr|ccpa|tcf|optin|optout|optinout|dnt|privacy|euconsent
      |(eu|accept(ed)?|allow(ed)?|agreed?|hide|show|dismiss|close|view(ed)?)cookies?
      |cookies?(consent|accept(ed)?|notice|law|policy|agreed|bar|banner|control|settings
      |preferences))$`,
    'consent',
  ],
  // Who may log in, or where, and no proof of it (OpenID Connect Core §3.1.2.1, LTI 1.3 §5.1.1).
  [
    /^(login|logout|user|username|account|domain|realm|tenant|org|idp|provider|message)hint$/,
    'other',
  ],
  // What somebody has who is not in, or is no more.
  [/^(logged|signed)out/, 'other'],
  // Before `session`, which often stands beside them.
  [/^(waitingroom|waitroom|waitinglist|virtualqueue|queueid|queuetoken|queueticket)$/, 'other'],
  [
    regex()`
      ^(affinity|sticky|stickiness|stickysession|sessionaffinity|loadbalancer|lbcookie|lbsession
      |balancer|balanceid|webserverid|dynsrv|haproxy|jroute)$`,
    'load-balancer',
  ],
  [
    /^(remember|rememberme|persistent|permanent|keepalive|autologin|stayloggedin|keeploggedin)$/,
    'remember-me',
  ],
  // Of a browser that gets messages (Push API), or that is told apart by how it looks.
  [
    regex()`
      ^(fcm|fcmtoken|apns|pushtoken|pushsubscription|p256dh|browserfingerprint|sessionfingerprint
      |installations?|installid)$`,
    'device',
  ],
  [/^(refresh|refreshtoken)$/, 'refresh-token'],
  [/^(idtoken)$/, 'id-token'],
  [/^(accesstoken|bearer|jwt)$/, 'access-token'],
  [
    /^(state|nonce|pkce|verifier|codeverifier|interaction|correlation|oauthstate|transaction)$/,
    'oauth-state',
  ],
  // What stands for half a login until a code has come.
  [
    regex()`
      ^((mfa|otp|totp|(two)?factor|2fa|tfa|preauth|interim|partial|challenge|flow)token
      |mfasession|twofactor|(login|auth)challenge|(authorization|interaction)session(id)?
      |sessioncode)$`,
    'oauth-state',
  ],
  [
    regex()`
      ^(apikey|appkey|appid|accesskey|subscriptionkey|publishablekey|clientkey|sdkkey|licensekey
      |masterkey|adminkey|servicekey|rolekey|secretkey|(admin|api|app)secret)$`,
    'api-key',
  ],
  // Of a picture that a form asks about, whoever fills it in.
  [
    regex()`
      (^cap|captcha|seccode|vcode|verifycode|checkcode|securimage)
      (sid|sess|sessid|session|auth|login)$`,
    'other',
  ],
  [
    /^(sess|session|sessionid|sid|sessid|sessiontoken|phpsessid|jsessionid|auth|login|authtoken)$/,
    'session',
  ],
  // What one page tells the next; and by what servers find a request again that they wrote down.
  [
    regex()`
      ^(flash(es|data|bag|notice)?|(flash)?messages?|toasts?|notices?|tempdata|trace(id|parent)?
      |spanid|requestid)$`,
    'other',
  ],
  // The same words in the languages of those who write software.
  [
    regex()`
      ^(merken|angemeldetbleiben|eingeloggtbleiben|recordar(me)?|recuerdame|mantenersesion
      |lembrar(me)?|manterconectado|ricorda(mi)?|restaconnesso|sesouvenir|souvenirdemoi
      |resterconnecte|onthouden|zapamietaj(mnie)?)$`,
    'remember-me',
  ],
  [
    regex()`
      ^(sessione|sesion|sessao|sesja|sesji|sessie|sesiune|oturum|munkamenet|istunto|relace)(id)?$
      |^sitzungs?(id|key|kennung|schluessel)$`,
    'session',
  ],
  [
    /^(device|deviceid|did|udid|duid|fingerprint|(browser|machine|terminal)(id|uuid|guid))$/,
    'device',
  ],
  [/^(lb|backend|upstream|serverid|route|routeid|srv|node|pod|worker|instance)$/, 'load-balancer'],
  [
    regex()`
      ^(theme|skin|css|styles?|stylesheet|appearance|palette|wallpaper|contrast|density
      |(font|text)(size|scale|family)|(colou?r|dark|night|light)(mode|theme|scheme)|colou?rs?
      |lang|language|sprache|idioma|lingua|langue|taal|jezyk|locale|locali[sz]ation|culture|lng
      |i18next|currency|timezone|tz|country
      |region|edition|market|i18n|view|layout|sidebar|prefs?|preferences?|settings|units|seen
      |dismissed|banner)$`,
    'preference',
  ],
  [
    regex()`
      ^(ga|gid|utm|analytics|visitor|visitorid|track|tracking|uid|campaign|ab|bucket|experiment
      |variant|promo|ref|referrer|affiliate)$`,
    'tracking',
  ],
];
