import type { Signal } from '@preact/signals';
import type { RefObject, TargetedInputEvent, TargetedKeyboardEvent } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { completed, completionsOf, type ValuesOf } from '../filter/filter-completion.js';
import { t } from '../words/i18n.js';
import { toggleWord } from '../filter/request-filter.js';
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
  const { offered, chosen, take, ...heard } = useCompletion(text, input, valuesOf);
  const filter = text.value;
  const isOffered = offered.length > 0;
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
        aria-expanded={valuesOf ? isOffered : undefined}
        aria-controls={isOffered ? id : undefined}
        aria-activedescendant={chosen >= 0 && isOffered ? `${id}-${chosen}` : undefined}
        aria-label={name}
        placeholder={placeholder}
        value={filter}
        {...heard}
      />
      {filter !== '' && <ClearFilter text={text} />}
      {isOffered && <Offered {...{ id, offered, chosen, take, name }} />}
    </div>
  );
}

/** What a word may become while it is typed, and which of that is chosen. */
function useOffered(filter: string, valuesOf: ValuesOf | undefined) {
  const [typing, setTyping] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const offered = useMemo(
    () => (typing && valuesOf ? completionsOf(filter, valuesOf) : []),
    [typing, filter, valuesOf],
  );
  return { offered, chosen, setTyping, setChosen };
}

/** Completes what is typed: by what is offered to the field, and by what the field hears. */
function useCompletion(
  text: Signal<string>,
  input: RefObject<HTMLInputElement | null>,
  valuesOf: ValuesOf | undefined,
) {
  const filter = text.value;
  const { offered, chosen, setTyping, setChosen } = useOffered(filter, valuesOf);
  const take = (completion: string) => {
    text.value = completed(filter, completion);
    setChosen(-1);
    input.current?.focus();
  };
  const escape = (): boolean => {
    if (offered.length > 0) setTyping(false);
    else if (filter !== '') text.value = '';
    else return false;
    return true;
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    if (key === 'Escape') {
      if (!escape()) return;
      event.stopPropagation();
    } else if ((key === 'Enter' || key === 'Tab') && offered[chosen] !== undefined) {
      take(offered[chosen]);
    } else {
      const next = movedChoice(key, chosen, offered.length);
      if (next === undefined) return;
      setChosen(next);
    }
    event.preventDefault();
  };
  const onInput = (event: TargetedInputEvent<HTMLInputElement>) => {
    text.value = event.currentTarget.value;
    setTyping(true);
    setChosen(-1);
  };
  return { offered, chosen, take, onInput, onBlur: () => setTyping(false), onKeyDown };
}

/** Round and round through what is offered; undefined: the key moves nothing. */
function movedChoice(key: string, chosen: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (chosen + 1) % count;
  if (key === 'ArrowUp') return chosen <= 0 ? count - 1 : chosen - 1;
  return undefined;
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
