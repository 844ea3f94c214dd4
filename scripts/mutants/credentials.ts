import type { Changes } from './mutant.js';

export const CREDENTIALS: Changes = {
  'credentials/credential-state.ts': [
    ['a refused cookie lives', 'if (cookie?.rejected)', 'if (cookie?.rejected && false)'],
    ['a deleted cookie lives', 'if (cookie?.clearedAt !== undefined)', 'if (false)'],
    ['an end is passed a moment late', 'expiresAt <= now', 'expiresAt < now'],
    [
      'gone from one store is gone',
      'gone.includes(undefined)',
      'gone.every((at) => at === undefined)',
    ],
    ['script keeps it after a logout', 'used && loggedOutAt === undefined', 'used'],
    ['removed comes after expired', "if (kept.state === 'removed') return kept;", ''],
    [
      'a token in memory is kept',
      'if (!isLive(credential, now)) return false;',
      'if (isLive(credential, now)) return true;',
    ],
  ],
  'credentials/value-index.ts': [
    ['the last claimant owns', 'numberOf(a) - numberOf(b)', 'numberOf(b) - numberOf(a)'],
    ['nothing is shared', '...(this.#shared.get(value) ?? [owner]), id', 'owner'],
    ['forgetting takes it from all', 'ids.size > 1', 'false'],
    ['words tell credentials apart', 'looksRandom(value) ||', 'value.length > 3 ||'],
  ],
  'credentials/records.ts': [
    [
      'a fork writes into its base',
      'if (this.#own.has(record.id)) return record;',
      'return record;',
    ],
    ['a base writes into its fork', 'this.#own.clear();', ''],
    ['the worthiest go first', 'a.worth - b.worth', 'b.worth - a.worth'],
    ['nobody goes', 'if (this.#records.size <= LIMITS.credentials) return;', 'return;'],
    ['what went is not counted', 'this.letGo++;', ''],
    ['lineages are told as they were', 'this.#told.delete(this.firstOf(record).id);', ''],
    ['aliases are forgotten at a stop', 'new Aliases(aliases)', 'new Aliases()'],
  ],
  'credentials/lineages.ts': [
    ['a state goes on', "hintOf(fieldName(seen.locator))?.role === 'oauth-state'", 'false'],
    ['nobody is kin', '(isNew || given) && isKin(token, other)', 'false'],
    ['a login goes on', 'if (before && before.firstSeen < login)', 'if (before && false)'],
    ['a logout goes on', 'if (ids.has(id)) this.#bySlot.delete(slot);', ';'],
    ['two in use are one', 'seen.at - other.firstSeen > OVERLAP', 'false'],
    ['circles are walked', '|| this.#leadsTo(after, before)', ''],
    ['generations pile up', 'chain.length <= LIMITS.generations', 'true'],
    ['neighbours are parted', 'if (before && after) this.#link(before, after);', ''],
    ['what is told late comes last', 'if (isOlder) this.#chain(token, other);', 'if (false) {}'],
    ['what a script sends goes on', 'if (isApart && !given) return;', ''],
    ['tokens of two servers are one', 'if (isElsewhere && at', 'if (false && at'],
  ],
  'credentials/kin.ts': [
    ['everybody is kin', 'if (!one || !other) return true;', 'return true;'],
    ['keys of other signers are kin', 'isSameForm && alike', 'alike'],
    ['all audiences share a place', "...(audience === '' ? [] : [audience])", ''],
    ['the order of audiences counts', '.map(boundedJson).toSorted()', '.map(boundedJson)'],
    ['names in bodies go one way', "if (seen.carrier !== 'body') return false;", 'return false;'],
    ['what was sent long ago is renewed', 'lastExchange?.id === seen.exchange?.id', 'true'],
  ],
  'credentials/life.ts': [
    ['any answer explains a change', 'at - last.lastAt < EXPLAINED_WITHIN', 'true'],
    ['changes are told one by one', 'alike && life.length >= LIMITS.lifeEvents / 2 ?', 'false ?'],
    ['a life has no bounds', 'life.length >= LIMITS.lifeEvents\n', 'false\n'],
    [
      'what was deleted and set ended',
      "if (last?.type === 'cleared' && last.exchange?.id === by.id) draft.life.pop();",
      '',
    ],
  ],
  'credentials/merge.ts': [
    ['what it did is lost', 'into.behaviour = { ...from.behaviour, ...into.behaviour };', ''],
    ['its life is lost', 'into.life = joinLives(into.life, from.life);', ''],
    ['its ways out are lost', 'joinLeaks(into, from.leaks ?? []);', ''],
    ['the scheme is lost', 'into.scheme ??= from.scheme', 'into.scheme ??= undefined'],
    ['the first value stays', 'Object.assign(fold, { value, format, expires });', ''],
    ['generations are not counted', 'fold.valueCount += next.valueCount;', ''],
    ['late uses are lost', 'joinLateUses(into, from.lateUses ?? []);', ''],
  ],
  'credentials/sighting.ts': [
    ['what came back is gone', '    delete known.goneAt;\n', ''],
    ['every place is listed', 'draft.sightings.length >= LIMITS.sightings', 'false'],
    ['an expired hint is a late use', '|| locator === HINT', ''],
    ['no leeway', 'expiredAt + LEEWAY', 'expiredAt'],
  ],
  'credentials/cookie-shelf.ts': [
    ['every small value ends a life', 'isTelling(value) || estimateBits(value) >= 32', 'true'],
    ['no value ends a life', 'if (isPlaceholder(next)) return', 'if (false) return'],
    [
      'a word ends no life',
      'return isTelling(value) && WORD.test(next) && !isTelling(next);',
      'return false;',
    ],
    [
      'what ended ends again',
      "if (changes) store.note(id, 'cleared', at, by);",
      "store.note(id, 'cleared', at, by);",
    ],
    [
      'partitions are one',
      'attributes?.partitioned ? partitionKeyOf(identity) : undefined',
      'undefined',
    ],
  ],
  'credentials/sent-cookies.ts': [
    ['a deletion is for ever', 'at - cookie.clearedAt < UNDER_WAY', 'true'],
  ],
  'credentials/set-cookies.ts': [
    [
      'a deletion is a new life',
      "if (effect === 'deletes')",
      "if (effect === 'deletes' && !known)",
    ],
    [
      'a refused line replaces',
      "effect === 'refused' && known?.attributes && !known.cookie?.rejected",
      'false',
    ],
    ['unknown is absent', 'withoutUnknown(cookie.attributes, unknown)', 'cookie.attributes'],
    ['what was seen too early is no gift', 'unexplainedIn(before, at) !== undefined', 'false'],
    [
      'a word for nobody is a new value',
      'if (known && endsLife(known, cookie.value))',
      'if (false)',
    ],
  ],
  'credentials/gone.ts': [
    ['what did not fit is gone', 'snapshot.dropped > 0', 'snapshot.dropped < 0'],
    ['the jar is right at once', '>= RACE', '>= 0'],
    [
      'another domain’s jar counts',
      "domains !== 'all' && !domains.includes",
      "domains !== 'all' && false && !domains.includes",
    ],
  ],
};
