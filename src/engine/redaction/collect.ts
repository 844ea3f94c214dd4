import type { Body, Credential, Exchange } from '../model.js';
import { isMasked } from '../normalize/sources/masked-value.js';
import { isPasswordField, tokensOf } from '../normalize/passwords/password-field.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { roleFacts } from '../role-table.js';
import { findJwts } from '../values/tokens/find-jwts.js';
import { passwordIn } from '../roles/password-cookie.js';
import { listsSettings } from '../roles/settings-list.js';
import { encodedAddress } from '../values/ids/affinity.js';
import { isPlaceholder } from '../values/ids/placeholder.js';
import { isPreview, isSecretName } from '../values/telling/mask.js';
import { isSecret, maskText, redactUrl } from '../values/telling/redact.js';
import { stoodThere } from './stood-there.js';
import { unwrapPlain } from '../values/unwrap.js';
import { unescaped, type View } from '../report/unescaped.js';
import { inParts } from './cookie-parts.js';
import { decodedOf } from './decoded.js';
import { isEncodedAddress } from './encode-like.js';
import { isFlag, isGivenCode, isNoPassword, leadsSomewhere, saysNothing } from './judged.js';
import { isRandom } from './is-random.js';
import { emailsIn, phonesIn } from './personal.js';
import { personalClaims } from './persons-in.js';
import { partsOf } from './pieces.js';
import { Rewrite } from './rewrite.js';
import type { SecretKind, StandIns } from './stand-ins.js';
import { type Typed, typedKey } from './typed-values.js';
import type { Place, Visitor } from './visitor.js';
import { regex } from '../regex.js';
import { ADDRESS } from '../address.js';
import { isIsoDate } from '../values/iso-date.js';

/** What XML names its words and ways by: published addresses, which hold no secret. */
const NAMESPACE = regex('g')`
  \b(?:xmlns(?::[\w.-]{1,32})?|Algorithm|Format|Method|NameFormat)=
  (?:"https?:[^"]*"|'https?:[^']*')`;
const LONG_TOKEN = 64;
/** Parts of an id that may stand by themselves. */
const LONG_PART = 16;
/** Layers of escapes and of encodings that are looked through. */
const LAYERS = 3;

/** Notes every value of some traffic that must not stay, and what it is. */
export class Collector implements Visitor {
  readonly #standIns: StandIns;
  readonly #passwordNames = new Set<string>();
  /** Values of credentials; true: of one that logs somebody in. */
  readonly #credentials = new Map<string, boolean>();
  readonly #rewrite = new Rewrite(this);
  /** Where requests of this traffic go. */
  readonly #hosts = new Set<string>();
  /** Values that were looked into. */
  readonly #opened = new Set<string>();
  #typed: Typed = { values: new Map(), keys: new Set() };

  constructor(standIns: StandIns) {
    this.#standIns = standIns;
  }

  /** What the engine has found, and what pages call their passwords. */
  learn(credentials: readonly Credential[], exchanges: readonly Exchange[]): void {
    for (const { url, request, response } of exchanges) {
      this.#hosts.add(parseUrl(url)?.host ?? '');
      for (const name of [...(request.body?.passwordFields ?? []), ...passwordsIn(response?.body)])
        this.#passwordNames.add(tokensOf(name).join('/'));
    }
    const held: [name: string, value: string][] = [];
    for (const credential of credentials.filter(stoodThere)) {
      const { role, name, value, pastValues } = credential;
      const isHeld = roleFacts(role).worthFollowing || passwordIn(credential) !== undefined;
      for (const one of [value, ...pastValues]) {
        const plain = unwrapPlain(one);
        this.#credentials.set(plain, isHeld || this.#credentials.get(plain) === true);
        if (isHeld || isRandom(plain)) held.push([name, plain]);
      }
    }
    // Each by its own name, before what is in another one gives it a second.
    for (const [name, value] of held)
      if (this.mustGo('cookie', name, value))
        this.#standIns.add(value, 'credential', `credential ${name}`);
    for (const [name, value] of held) this.value('cookie', name, value);
    for (const parts of inParts(credentials)) this.#standIns.addParts(parts, 'credential parts');
    for (const { request, response, messages } of exchanges)
      for (const body of [request.body, response?.body, ...(messages ?? []).map((m) => m.body)])
        for (const { pointer, value } of body?.fields ?? []) this.value('field', pointer, value);
  }

  /** What somebody typed to be let in, and which numbers were given for it. */
  learnTyped(typed: Typed): void {
    this.#typed = typed;
  }

  isTyped(name: string, value: string): boolean {
    return this.#typed.values.has(typedKey(name, value));
  }

  isPassword(name: string): boolean {
    return isPasswordField(name) || this.#passwordNames.has(tokensOf(name).join('/'));
  }

  /** Nothing is changed while values are collected. */
  value(place: Place, name: string, value: string): string {
    // What is known to be something else has a stand-in that looks like it.
    const isKnown =
      place === 'typed' && (this.mustGo('field', name, value) || this.#standIns.has(value));
    if (this.mustGo(place, name, value)) this.#add(isKnown ? 'field' : place, name, value);
    return value;
  }

  /** True for a value that must not stay where it stands. */
  mustGo(place: Place, name: string, value: string): boolean {
    if (value === '' || isMasked(value) || isPreview(value)) return false;
    if (place === 'password') return !isNoPassword(name, value) && !this.#isVisited(value);
    if (place === 'typed') return true;
    if (isPlaceholder(value) || isEncodedAddress(value)) return false;
    if (this.#typed.keys.has(value)) return true;
    if (this.#credentials.get(value) === true) return true;
    if (isIsoDate(value)) return place === 'person';
    if (encodedAddress(value) !== undefined || listsSettings(value)) return false;
    if (place === 'authorization') return value.length > 3;
    if (place === 'person') return !isFlag(value) && value.length > 1 && !ADDRESS.test(value);
    if (isRandom(value) || isGivenCode(name, value)) return true;
    if (saysNothing(value)) return false;
    if (place === 'cookie') return value.length > 5 && !/^(?:https?:\/)?\//.test(value);
    return isSecret(name, value) && isSecretName(name) && !leadsSomewhere(name, value);
  }

  /** The same field may be for an address elsewhere; one of this very traffic is no password. */
  #isVisited(value: string): boolean {
    return ADDRESS.test(value) && this.#hosts.has(parseUrl(value)?.host ?? '');
  }

  /** A text of any kind, or an address, with what can be told in it by its looks alone. */
  text(source: string): void {
    if (ADDRESS.test(source)) redactUrl(source, (found) => this.value('field', '', found));
    let view: View | undefined = { text: source, starts: undefined };
    for (let layer = 0; view && layer < LAYERS; layer++) {
      for (const token of findJwts(view.text)) this.#add('field', 'jwt', token);
      for (const email of emailsIn(view.text)) this.#standIns.add(email, 'person', 'person email');
      for (const phone of phonesIn(view.text)) this.#standIns.add(phone, 'person', 'person phone');
      view = /[%&\\]/.test(view.text) ? unescaped(view) : undefined;
    }
  }

  /** A header's value that is of no known syntax. */
  words(source: string): void {
    maskText(source, (found) => this.value('field', '', found));
  }

  #add(place: Place, name: string, value: string): void {
    const isNew = !this.#opened.has(value);
    const kind = this.#kindOf(place, name, value);
    this.#standIns.add(value, kind, `${kind} ${name}`);
    if (!isNew || kind !== 'credential') return;
    this.#opened.add(value);
    this.#inside(value);
  }

  #kindOf(place: Place, name: string, value: string): SecretKind {
    if (place === 'typed') return this.#typed.values.get(typedKey(name, value)) ?? 'credential';
    if (this.#isToken(place, value)) return 'credential';
    return place === 'password' || place === 'person' ? place : 'credential';
  }

  /** A token that is sent as a password is one elsewhere, or so long that nobody types it. */
  #isToken(place: Place, value: string): boolean {
    if (place !== 'password' && place !== 'typed') return false;
    return isRandom(value) && (this.#credentials.has(value) || value.length >= LONG_TOKEN);
  }

  /** An id in front of its signature may stand elsewhere by itself. */
  #addPart(part: string): void {
    if (decodedOf(part) === undefined) this.#standIns.add(part, 'credential', 'credential part');
  }

  /** Who somebody is by their token, they are elsewhere as well. */
  #claims(segment: string): void {
    const claims = decodedOf(segment)?.text;
    if (claims === undefined || !claims.trimStart().startsWith('{')) return;
    this.text(claims);
    this.#rewrite.json(claims);
    for (const [name, value] of personalClaims(claims)) this.value('person', name, value);
  }

  /** What a value is made of may be a credential of its own. */
  #inside(value: string): void {
    let inner: string | undefined = unwrapPlain(value);
    for (let layer = 0; inner !== undefined && layer < LAYERS; layer++) {
      this.text(inner);
      for (const part of partsOf(inner.replace(NAMESPACE, ' ')))
        if (part.length >= LONG_PART && part !== value && isRandom(part)) this.#addPart(part);
      if (/^\s*[{["]/.test(inner)) this.#rewrite.json(inner);
      for (const segment of inner.includes('.') ? inner.split('.') : []) this.#claims(segment);
      inner = decodedOf(inner)?.text;
    }
  }
}

function passwordsIn(body: Body | undefined): readonly string[] {
  return body?.passwordFields ?? [];
}
