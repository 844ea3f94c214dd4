import type { Signal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { completed, completionsOf, type ValuesOf } from '../filter-completion.js';
import { t } from '../i18n.js';
import { toggleWord } from '../request-filter.js';
import { Icon } from './icon.js';

interface Props {
  text: Signal<string>;
  name: string;
  placeholder: string;
  /** What its terms may stand for; absent where it has no terms. */
  valuesOf?: ValuesOf;
}

/** A search field in a screen's bar, with what the word that is being typed may become. */
export function FilterBox({ text, name, placeholder, valuesOf }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typing, setTyping] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const filter = text.value;
  const offered = useMemo(
    () => (typing && valuesOf ? completionsOf(filter, valuesOf) : []),
    [typing, filter, valuesOf],
  );
  const take = (completion: string) => {
    text.value = completed(filter, completion);
    setChosen(-1);
    input.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      if (offered.length > 0) setTyping(false);
      else if (filter !== '') text.value = '';
      else return;
      event.stopPropagation();
    } else if (event.key === 'ArrowDown' && offered.length > 0) {
      setChosen((chosen + 1) % offered.length);
    } else if (event.key === 'ArrowUp' && offered.length > 0) {
      setChosen(chosen <= 0 ? offered.length - 1 : chosen - 1);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && offered[chosen] !== undefined) {
      take(offered[chosen]);
    } else return;
    event.preventDefault();
  };
  return (
    <div class="filter-box">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        data-filter
        spellcheck={false}
        autocomplete="off"
        role={valuesOf ? 'combobox' : undefined}
        aria-expanded={valuesOf ? offered.length > 0 : undefined}
        aria-controls={offered.length > 0 ? id : undefined}
        aria-activedescendant={chosen >= 0 && offered.length > 0 ? `${id}-${chosen}` : undefined}
        aria-label={name}
        placeholder={placeholder}
        value={filter}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          setTyping(true);
          setChosen(-1);
        }}
        onBlur={() => setTyping(false)}
        onKeyDown={onKeyDown}
      />
      {filter !== '' && <ClearFilter text={text} />}
      {offered.length > 0 && <Offered {...{ id, offered, chosen, take, name }} />}
    </div>
  );
}

function ClearFilter({ text }: Pick<Props, 'text'>) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t('ui_filterClear')}
      title={t('ui_filterClear')}
      onClick={() => {
        text.value = '';
      }}
    >
      <Icon name="close" />
    </button>
  );
}

interface OfferedProps {
  id: string;
  name: string;
  offered: readonly string[];
  chosen: number;
  take(completion: string): void;
}

function Offered({ id, name, offered, chosen, take }: OfferedProps) {
  return (
    <div id={id} class="offered" role="listbox" aria-label={name}>
      {offered.map((completion, index) => (
        <button
          key={completion}
          id={`${id}-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            take(completion);
          }}
        >
          {completion}
        </button>
      ))}
    </div>
  );
}

interface WordProps {
  text: Signal<string>;
  words: readonly string[];
}

/** Often used words of the filter, to be put in and taken out by a click. */
export function FilterWords({ text, words }: WordProps) {
  const current = text.value.split(/\s+/);
  return (
    <div class="filter-words" role="group" aria-label={t('ui_filterWords')}>
      {words.map((word) => (
        <button
          key={word}
          type="button"
          class="toggle"
          aria-pressed={current.includes(word)}
          onClick={() => {
            text.value = toggleWord(text.value, word);
          }}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
